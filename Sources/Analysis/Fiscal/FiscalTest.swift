import Policy
import Quantities

/// A question that a regional budget has to answer, with or without a limit in law.
public enum FiscalTest: Sendable, Hashable {
    /// The public bill of contributions over total spending; limited only where the region says so
    /// (``Parameters/billLimit``).
    case billOfSpending
    /// The public bill over fiscal capacity, which is ratio times personnel spending (PMK 84/2023).
    case billOfCapacity
    /// Personnel spending less teacher allowances from transfers, over total spending: at most 30 %
    /// from 2027 on (UU 1/2022). Contributions are goods and services and do not count.
    case personnel
    /// Infrastructure over spending that is not passed on: at least 40 % from 2027 on (UU 1/2022).
    case infrastructure
    /// What a purse pays for contributions over all that it has, its `purse.revenue`: at most what
    /// the law lets go to them. What else comes out of the same part, such as cash assistance, is
    /// not known here.
    case purse(FundingSourceID, FundingSource.SpendingLimit)

    /// As tables name it.
    public var word: String {
        switch self {
        case .billOfSpending: "bill_of_spending"
        case .billOfCapacity: "bill_of_capacity"
        case .personnel: "personnel"
        case .infrastructure: "infrastructure"
        case .purse(_, let limit): limit.test
        }
    }

    /// Whether the share must be at least, and not at most, the limit.
    public var isFloor: Bool { self == .infrastructure }

    /// The purse that it is about; nil for tests of the whole budget.
    var purse: FundingSourceID? { if case .purse(let id, _) = self { id } else { nil } }
}

extension ResolvedPolicy {
    /// The tests of the whole budget, then those of the scenario's purses by their words.
    public var fiscalTests: [FiscalTest] {
        [.billOfSpending, .billOfCapacity, .personnel, .infrastructure]
            + fundingSources.compactMap { purse in purse.limit.map { .purse(purse.id, $0) } }
            .sorted { $0.word < $1.word }
    }
}

/// What a fiscal test came to.
public enum FiscalVerdict: String, Sendable, CaseIterable {
    /// Within the limit.
    case passes
    /// Beyond it.
    case fails
    /// Beyond a limit that binds only from a later year on.
    case notYetBinding = "not_yet_binding"
    /// There is no limit; the share stands for itself.
    case noLimit = "no_limit"
    /// A figure of the budget is not known.
    case noData = "no_data"
}

/// One test of one region's year.
///
///     share = amount / base
///     margin = limit - share, or share - limit for a floor; in rupiah times the base
public struct FiscalFinding: Sendable, Equatable {
    /// The budget year.
    public let year: Int
    /// A position among the policy's regions.
    public let region: Int
    /// What was asked.
    public let test: FiscalTest
    /// What is measured, rupiah a year.
    public let amount: Rupiah
    /// What it is measured by; 0 where it is not known.
    public let base: Rupiah
    /// Nil where there is none.
    public let limit: Double?
    /// What it came to.
    public let verdict: FiscalVerdict
    /// The weakest mark among the figures that were used; nil where none has one.
    public let mark: EvidenceMark?
    /// Where the budget's figures come from.
    public let source: String

    /// Nil where the base is not known.
    public var share: Double? {
        base > .zero ? Double(amount.amount) / Double(base.amount) : nil
    }

    /// How far inside the limit, as a share of the base; negative beyond it.
    public var margin: Double? {
        guard let share, let limit, verdict != .noData else { return nil }
        return test.isFloor ? share - limit : limit - share
    }

    /// The margin in rupiah a year.
    public var marginAmount: Rupiah? {
        margin.map { ExpectedRupiah($0 * Double(base.amount)).rounded() }
    }
}
