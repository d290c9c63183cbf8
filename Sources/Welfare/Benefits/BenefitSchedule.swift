import Policy
import Quantities

/// What the law pays when a member dies, in one month.
///
/// Read once for each month out of the dated law, so that a benefit follows the law of the month of
/// the event. A tree that lacks a path pays nothing by it: before December 2019 there was no
/// scholarship of today's size.
public struct BenefitSchedule: Sendable, Equatable {
    /// Cash on a death that is not due to work, rupiah: 20 + 12 + 10 million (PP 82/2019).
    public let deathCash: Double
    /// The same before the third consecutive month of contributions of a BPU member.
    public let waitingCash: Double
    /// Wages paid on a death at work: 60 % of 80 months.
    public let workDeathWages: Double
    /// What is added to them: periodic cash and funeral.
    public let workDeathCash: Double
    /// The largest scholarship of one child.
    public let childScholarship: Double

    /// Whether the benefits depend on a path of the law.
    public static func reads(_ path: String) -> Bool {
        path.hasPrefix("jkm.") || path.hasPrefix("jkk.")
    }

    /// The benefits that the law has in a month.
    public init(_ law: LawTree, at month: Month) {
        /// The number of a path in the month; 0 where the law has none.
        func amount(_ path: String) -> Double {
            (try? law.decimal(path, at: month))?.value ?? 0
        }
        deathCash = amount("jkm.cash")
        waitingCash = min(amount("jkm.waiting.cash"), amount("jkm.cash"))
        workDeathWages = amount("jkk.death.wages")
        workDeathCash = amount("jkk.periodic") + amount("jkk.funeral")
        let children = amount("jkm.scholarship.children")
        childScholarship = children > 0 ? amount("jkm.scholarship.maximum") / children : 0
    }

    /// Cash on a death at work, rupiah.
    ///
    ///     48 x wage + 12 million + 10 million;   Rp 70 million at a base of Rp 1,000,000
    public func workDeath(wage: Double) -> Double { workDeathWages * wage + workDeathCash }
}
