import Policy
import Quantities

/// The law as a scenario leaves it: its changes applied, one tariff for each month.
///
/// A scenario's `law.*` settings are applied here, so that whoever shows a price and whoever
/// computes a budget read one law.
public struct LawPricing: Sendable {
    /// The law with the scenario's changes in it.
    public let law: LawTree
    /// The month of the first tariff.
    private let start: Month
    /// By month of the horizon.
    private let tariffs: [ContributionTariff]
    /// By month of the horizon: the first month of those before it without a change of prices.
    package let eras: [Int]

    /// Applies a policy's changes to the law and reads each month's tariff once.
    ///
    /// - Throws: ``LawSettingFault`` for a change that the law refuses, ``LawFault`` for a month
    ///   whose temporary rules are incomplete.
    public init(_ policy: ResolvedPolicy, law: LawTree) throws {
        self.law = try policy.lawSettings.reduce(law) { try $0.applying($1, policy.horizon) }
        start = policy.horizon.lowerBound
        let changed = self.law
        let tariffs = try policy.horizon.map { try ContributionTariff(law: changed, month: $0) }
        eras = tariffs.indices.reduce(into: []) { eras, month in
            let isSame = month > 0 && tariffs[month].prices(as: tariffs[month - 1])
            eras.append(isSame ? eras[month - 1] : month)
        }
        self.tariffs = tariffs
    }

    /// The contributions of a registration, with their legal basis.
    ///
    /// The month lies in the horizon.
    ///
    /// - Throws: ``LawFault``.
    public func schedule(
        for subject: ContributionSubject, at month: Month
    ) throws(LawFault) -> ContributionSchedule {
        try tariffs[month - start].schedule(for: subject)
    }

    /// The amounts alone, for a budget run; the state's part of JKP is nobody's bill here.
    public var pricing: ContributionPricing {
        { subject, month in
            try schedule(for: subject, at: month).rows.map(\.owed)
        }
    }
}

/// A scenario's change to the law that the law refuses.
public struct LawSettingFault: Error, Sendable, Equatable {
    /// What the scenario asked for.
    public let setting: Setting
    /// Why the law refuses.
    public let fault: LawFault
}

extension LawTree {
    /// The same law under one setting of a scenario.
    ///
    /// Dated values of one setting follow each other; the last one holds until the setting ends.
    fileprivate func applying(
        _ setting: Setting, _ horizon: ClosedRange<Month>
    ) throws(LawSettingFault) -> LawTree {
        guard case .law(let path) = setting.address.subject else { return self }
        var tree = self
        for (position, point) in setting.points.enumerated() {
            let isLast = position + 1 == setting.points.count
            let end = isLast ? setting.until : setting.points[position + 1].from?.advanced(by: -1)
            do throws(LawFault) {
                tree = try tree.overriding(
                    path, from: point.from ?? horizon.lowerBound, until: end,
                    change: try setting.change(to: point.value, path: path),
                    provenance: setting.provenance)
            } catch {
                throw LawSettingFault(setting: setting, fault: error)
            }
        }
        return tree
    }
}

extension Setting {
    fileprivate func change(
        to value: SettingValue, path: String
    ) throws(LawFault) -> LawChange {
        guard let number = value.number, let exact = ExactDecimal(shortest: number) else {
            throw .tooLarge
        }
        return switch verb {
        case .replace: .replaced(exact)
        case .scale: .scaled(by: exact)
        case .add: .added(exact)
        }
    }
}

extension ContributionSubject {
    /// The registration with another value of one of its parts.
    ///
    /// For a draw that changes what a person is registered as. A word that stands for nothing
    /// leaves the registration as it is; readers have refused such words.
    ///
    ///     subject.taking(.riskClass, .number(3))
    package func taking(
        _ part: RegistrationBinding, _ value: SettingValue
    ) -> ContributionSubject {
        var subject = self
        switch part {
        case .programmes:
            guard case .words(let words) = value else { break }
            subject.programmes = Set(words.compactMap(Programme.init(rawValue:)))
        case .route: subject.route = value.word.flatMap(RegistrationRoute.init) ?? route
        case .group: subject.group = value.word.flatMap(WorkerGroup.init) ?? group
        case .base:
            guard let number = value.number else { break }
            subject.base = .earnings(ExpectedRupiah(number).rounded())
        case .riskClass: subject.riskClass = value.number.map { Int($0) } ?? riskClass
        }
        return subject
    }
}

/// Prices that were asked for, so that draws which repeat a registration do not ask the law again.
///
/// A draw of a route has two prices and one of a programme a few; without memory each of thousands
/// of draws would compute the same ones for every month.
package struct PriceCache {
    private struct Key: Hashable {
        /// The payer in it has no meaning: all payers are asked at once.
        let subject: ContributionSubject
        let era: Int
        /// The drawn numbers of the law; empty where the law is not drawn.
        let law: [Double]
    }

    /// By payer, then by programme in order.
    private var known: [Key: [[Rupiah]]] = [:]
    /// A wage that is drawn anew each time would fill the memory without end.
    private static let limit = 20_000

    /// Nothing was asked for.
    package init() {}

    /// The contributions of a registration by payer, then by programme in order.
    ///
    /// - Parameters:
    ///   - payers: who is asked for, in the order of the result.
    ///   - era: which of ``LawPricing/eras`` the month `date` lies in.
    ///   - law: the drawn numbers that the law depends on.
    /// - Throws: what `pricing` throws; nothing is kept then.
    package mutating func amounts(
        _ subject: ContributionSubject, payers: [Payer], era: Int, date: Month, law: [Double],
        pricing: ContributionPricing
    ) throws -> [[Rupiah]] {
        let key = Key(subject: subject, era: era, law: law)
        if let amounts = known[key] { return amounts }
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        let amounts = try payers.map { try pricing(subject.paid(by: $0), date) }
        known[key] = amounts
        return amounts
    }
}
