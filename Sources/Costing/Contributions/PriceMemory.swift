import Policy
import Quantities

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
package struct PriceMemory {
    private struct Key: Hashable {
        /// The payer in it has no meaning: all payers are asked at once.
        let subject: ContributionSubject
        let month: Int
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
    ///   - month: counted from the start of the horizon; `date` is its calendar month.
    ///   - law: the drawn numbers that the law depends on.
    /// - Throws: what `pricing` throws; nothing is kept then.
    package mutating func amounts(
        _ subject: ContributionSubject, payers: [Payer], month: Int, date: Month, law: [Double],
        pricing: ContributionPricing
    ) throws -> [[Rupiah]] {
        let key = Key(subject: subject, month: month, law: law)
        if let amounts = known[key] { return amounts }
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        let amounts = try payers.map { try pricing(subject.paid(by: $0), date) }
        known[key] = amounts
        return amounts
    }
}
