import Analysis
import Costing
import Coverage
import Policy
import Quantities

/// The gates that every result must pass.
///
/// Gates are laws that hold for any input: one that fails is a defect of the program, and `check`
/// exits with 1. What an author should look at are warnings: ``Workspace/warnings(of:)``.
package struct RunCheck: Sendable {
    package enum Gate: String, Sendable, CaseIterable {
        /// Heads in equal heads out, month by month; worst relative difference.
        case people
        /// Nobody is funded beyond the quota; worst relative excess.
        case quotas
        /// Funded person-months equal those that purses pay and those they do not; worst relative
        /// difference.
        case needs
        /// Paid and gap sum to the public bill in every year and region; worst difference in
        /// rupiah.
        case sums
        /// No purse pays more than its ceiling; worst excess in rupiah. What is above a ceiling
        /// that was lowered after it was paid is the input's doing: a warning, and no failure.
        case ceilings

        /// The largest number that passes.
        var tolerance: Double {
            switch self {
            case .people, .quotas, .needs: Tolerance.relative
            case .sums, .ceilings: 0
            }
        }
    }

    /// A gate with how far the result was from the law.
    public struct Outcome: Sendable, Equatable {
        package let gate: Gate
        /// How far the result was from it, in the unit that the gate names.
        package let worst: Double
        package var asked = 0.0
        /// Whether what the inputs do not ask for is within rounding.
        package var passed: Bool { worst - asked <= gate.tolerance }
        package var isWarning: Bool { passed && worst > gate.tolerance }
    }

    /// One for each gate, in order.
    package let outcomes: [Outcome]

    package var passed: Bool { outcomes.allSatisfy(\.passed) }

    package init(_ result: ScenarioResult) {
        let rows = result.purseRows
        outcomes = [
            Outcome(gate: .people, worst: result.projection.worstImbalance),
            Outcome(gate: .quotas, worst: Self.worstQuotaExcess(result)),
            Outcome(gate: .needs, worst: Self.worstNeed(result)),
            Outcome(gate: .sums, worst: Self.worstSum(result, rows)),
            Self.ceilings(rows),
        ]
    }

    /// The most persons funded above a quota in any month, as a part of the quota.
    private static func worstQuotaExcess(_ result: ScenarioResult) -> Double {
        var worst = 0.0
        for segment in result.projection.segments {
            for record in segment.months {
                for region in result.policy.regions.indices {
                    let funded = record.exposure(Status.publiclyFunded, region: region)
                    let quota = record.quota[region]
                    worst = max(worst, (funded - quota) / max(1, quota))
                }
            }
        }
        return worst
    }

    /// The largest relative difference between person-months on the quota and those that purses and
    /// gap account for, over months, segments, regions and programmes.
    private static func worstNeed(_ result: ScenarioResult) -> Double {
        var booked: [NeedKey: Double] = [:]
        for entry in result.costs.entries where entry.bearer.isPublic {
            booked[NeedKey(entry), default: 0] += entry.personMonths
        }
        return booked.reduce(0) { worst, item in
            let key = item.key
            let record = result.projection.segments[key.segment].months[key.month]
            let funded = record.exposure(Status.publiclyFunded, region: key.region)
            return max(worst, abs(item.value - funded) / max(1, funded))
        }
    }

    /// The largest difference in rupiah between a year's and region's bill and what its purses paid
    /// with the gap.
    private static func worstSum(
        _ result: ScenarioResult, _ rows: [ScenarioResult.PurseRow]
    ) -> Double {
        var paid: [Int: Int64] = [:]
        let regions = result.policy.regions.count
        for row in rows { paid[row.year * regions + row.region, default: 0] += row.paid.amount }
        var worst: Int64 = 0
        for (year, number) in result.summary.years.enumerated() {
            for region in 0..<regions {
                let bill = result.summary.total(.publicBill, year: year, region: region)
                let parts = paid[number * regions + region] ?? 0
                worst = max(worst, abs(parts - Int64(bill)))
            }
        }
        return Double(worst)
    }

    /// The most rupiah that a purse paid above its ceiling of a year. Up to the larger of its two
    /// ceilings the money was there when it was paid.
    private static func ceilings(_ rows: [ScenarioResult.PurseRow]) -> Outcome {
        let purses = rows.filter { if case .purse = $0.bearer { true } else { false } }
        let unasked = purses.map { $0.paid.amount - max($0.opening, $0.closing).amount }
        if let worst = unasked.max(), worst > 0 {
            return Outcome(gate: .ceilings, worst: Double(worst))
        }
        let worst = Double(max(0, purses.map { $0.paid.amount - $0.closing.amount }.max() ?? 0))
        return Outcome(gate: .ceilings, worst: worst, asked: worst)
    }
}

private struct NeedKey: Hashable {
    let segment: Int
    let region: Int
    let month: Int
    /// Purses may pay one programme and not another.
    let programme: Programme

    init(_ entry: CostTable.Entry) {
        segment = entry.segment
        region = entry.region
        month = entry.month
        programme = entry.programme
    }
}

extension RunCheck {
    package static func table(
        _ checks: [(scenario: String, check: RunCheck)], in language: Language
    ) -> ResultTable {
        let rows = checks.flatMap { item in
            item.check.outcomes.map { (scenario: item.scenario, outcome: $0) }
        }
        return ResultTable("check", rows) {
            Key("scenario", \.scenario)
            Key("gate") { Phrase.gate($0.outcome.gate)[language] }
            Column("result", .word) { Phrase.verdict($0.outcome)[language] }
            Column("worst", .word) { Phrase.distance($0.outcome)[language] }
        }
    }
}
