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

    /// Applies a policy's changes to the law and reads each month's tariff once.
    ///
    /// - Throws: ``LawSettingFault`` for a change that the law refuses, ``LawFault`` for a month
    ///   whose temporary rules are incomplete.
    public init(_ policy: ResolvedPolicy, law: LawTree) throws {
        self.law = try policy.lawSettings.reduce(law) { try $0.applying($1, policy.horizon) }
        start = policy.horizon.lowerBound
        let changed = self.law
        tariffs = try policy.horizon.map { try ContributionTariff(law: changed, month: $0) }
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
