import Policy
import Quantities

/// A question that a regional budget has to answer, with or without a limit in law.
public enum FiscalTest: String, Sendable, CaseIterable {
    /// The public bill of contributions over total spending; limited only where the region says so
    /// (``Parameters/billLimit``).
    case billOfSpending = "bill_of_spending"
    /// The public bill over fiscal capacity, which is ratio times personnel spending (PMK 84/2023).
    case billOfCapacity = "bill_of_capacity"
    /// Personnel spending less teacher allowances from transfers, over total spending: at most 30 %
    /// from 2027 on (UU 1/2022). Contributions are goods and services and do not count.
    case personnel
    /// Infrastructure over spending that is not passed on: at least 40 % from 2027 on (UU 1/2022).
    case infrastructure
    /// What the tobacco excise share pays for contributions over the region's whole share, its
    /// `purse.revenue`: at most what may go to assistance, 30 % (PMK 215/2021, PMK 72/2024). Cash
    /// assistance comes out of the same part and is not known here.
    case tobaccoExcise = "dbh_cht_assistance"
    /// What the palm oil share pays for contributions over the region's whole share: at most what
    /// is not for roads, 20 % (PP 38/2023, PMK 91/2023).
    case palmOil = "dbh_sawit_other"
    /// What village budgets pay for contributions over all that they have: at most the part for
    /// their apparatus, 30 %.
    case villageApparatus = "village_internal"

    /// Whether the share must be at least, and not at most, the limit.
    public var isFloor: Bool { self == .infrastructure }

    /// The purse that it is about, and where the law has the limit of its payments; nil for tests
    /// of the whole budget. Only scenarios with that purse are tested.
    var purse: (id: FundingSourceID, limit: String)? {
        switch self {
        case .tobaccoExcise: (FundingSourceID("dbh-cht"), "dbh_cht.welfare.assistance")
        case .palmOil: (FundingSourceID("dbh-sawit"), "dbh_sawit.other.cap")
        case .villageApparatus: (FundingSourceID("apbdes"), "budget.village.internal.share")
        case .billOfSpending, .billOfCapacity, .personnel, .infrastructure: nil
        }
    }

    /// Where the law has the limit, and whether it binds yet; nil where it has none.
    var law: (limit: String, binding: String)? {
        switch self {
        case .billOfSpending, .billOfCapacity, .tobaccoExcise, .palmOil, .villageApparatus: nil
        case .personnel: ("budget.personnel.cap", "budget.personnel.cap.binding")
        case .infrastructure: ("budget.infrastructure.floor", "budget.infrastructure.floor.binding")
        }
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
