import Costing
import Coverage
import Policy
import Quantities

/// What a segment's quota asked for in a month and what was in force.
package struct QuotaMonth: Sendable, Equatable {
    /// Persons that the scenario asks for; 0 outside the funded months.
    package let asked: Double
    /// Persons after what the purses suffice for.
    package let inForce: Double
}

package struct CutRow: Sendable, Equatable {
    package let year: Int
    package let region: Int
    package let segment: Int
    package let heads: QuotaMonth
    package let months: (asked: Int, inForce: Int)
    package let personMonths: (asked: Double, inForce: Double)
    package let cuts: [BudgetCut]

    /// All figures are compared, whatever the order of plans.
    package static func == (a: CutRow, b: CutRow) -> Bool {
        (a.year, a.region, a.segment) == (b.year, b.region, b.segment) && a.heads == b.heads
            && a.months == b.months && a.personMonths == b.personMonths && a.cuts == b.cuts
    }
}

extension ScenarioResult {
    /// What a quota asked for in a month, and what of it was in force.
    ///
    /// - Parameters:
    ///   - month: counted from the start of the horizon.
    ///   - region, segment: positions in the policy.
    package func quota(_ month: Int, region: Int, segment: Int) -> QuotaMonth {
        let projected = projection.segments[segment]
        let inForce = projected.months[month].quota[region]
        let factor = projected.cut[month, region]
        guard factor < 1 else { return QuotaMonth(asked: inForce, inForce: inForce) }
        return QuotaMonth(asked: asked(month, region, segment), inForce: inForce)
    }

    /// The quota as decided: persons, or a share of those who are eligible at that moment.
    ///
    ///     share x eligibleShare x (U + F1 + F2 + F + L + LV) before enrolment and release
    private func asked(_ month: Int, _ region: Int, _ segment: Int) -> Double {
        let (id, code) = (policy.segments[segment].id, policy.regions[region])
        let date = policy.horizon.lowerBound.advanced(by: month)
        func value<Value>(_ key: ParameterKey<Value>) -> Value {
            policy.timeline(key, id, code)[date]
        }
        let since = date.monthOfYear - Int(value(Parameters.fundingStart))
        guard since >= 0, since < Int(value(Parameters.fundedMonths)) else { return 0 }
        switch value(Parameters.quota) {
        case .heads(let heads): return heads
        case .shareOfEligible(let share):
            let record = projection.segments[segment].months[month]
            let outside: [Status] = [.unprotected, .lapsed, .lapsedVested]
            let pool =
                record.exposure(outside + Status.publiclyFunded, region: region)
                + value(Parameters.retention) * record.released[region]
            return share * value(Parameters.eligibleShare) * pool
        }
    }

    /// The cells of which plans cut something, year by year, region by region, by priority.
    package var cutRows: [CutRow] {
        let years = policy.yearWindows
        let cells = Dictionary(grouping: cuts) { cut in
            [
                years.firstIndex { $0.contains(cut.months.lowerBound) } ?? 0, cut.region,
                cut.segment,
            ]
        }
        return cells.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { cell in
            row(years[cell[0]], cell, cells[cell] ?? [])
        }
    }

    /// The row of a year, region and segment.
    private func row(_ window: Range<Int>, _ cell: [Int], _ cuts: [BudgetCut]) -> CutRow {
        let months = window.map { quota($0, region: cell[1], segment: cell[2]) }
        let kept = months.filter { $0.inForce > 0 }
        let heads = (kept.isEmpty ? months : kept).max {
            ($0.asked - $0.inForce, $0.asked) < ($1.asked - $1.inForce, $1.asked)
        }
        return CutRow(
            year: summary.years[cell[0]], region: cell[1], segment: cell[2],
            heads: heads ?? QuotaMonth(asked: 0, inForce: 0),
            months: (months.count { $0.asked > 0 }, kept.count),
            personMonths: (
                months.reduce(0) { $0 + $1.asked }, months.reduce(0) { $0 + $1.inForce }
            ), cuts: cuts)
    }

    /// What was cut of quotas, in heads and months, and what bound.
    ///
    /// Keys: `year`, `region`, `segment`; a row for each that was cut.
    ///
    ///     column                                   content
    ///     asked_persons, in_force_persons          in the month in which most heads were cut
    ///     asked_months_.., in_force_months_..      months with a quota
    ///     asked_person_months, in_force_.., cut_.. sums of the months' quotas
    ///     cut_by                                   heads or months
    ///     bound                                    purse:rule, first to pay first
    package var cutTable: ResultTable { Self.cutTable([self], isCompared: false) }

    /// The table of one scenario, or of several below a column `scenario`.
    static func cutTable(_ results: [ScenarioResult], isCompared: Bool) -> ResultTable {
        let rows = results.flatMap { result in
            result.cutRows.map { (result: result, cut: $0) }
        }
        return ResultTable("cuts", rows) {
            if isCompared { Key("scenario", \.result.name) }
            Key("year", \.cut.year)
            Key("region") { $0.result.policy.regions[$0.cut.region].code }
            Key("segment") { $0.result.policy.segments[$0.cut.segment].id.name }
            Column("asked_persons", .person, \.cut.heads.asked)
            Column("in_force_persons", .person, \.cut.heads.inForce)
            Column("cut_persons", .person) { $0.cut.heads.asked - $0.cut.heads.inForce }
            Column("asked_months_per_year", .monthsPerYear) { Double($0.cut.months.asked) }
            Column("in_force_months_per_year", .monthsPerYear) { Double($0.cut.months.inForce) }
            Column("cut_months_per_year", .monthsPerYear) {
                Double($0.cut.months.asked - $0.cut.months.inForce)
            }
            Column("asked_person_months", .personMonth, \.cut.personMonths.asked)
            Column("in_force_person_months", .personMonth, \.cut.personMonths.inForce)
            Column("cut_person_months", .personMonth) {
                $0.cut.personMonths.asked - $0.cut.personMonths.inForce
            }
            Column("cut_by", .word) {
                $0.cut.cuts.contains(where: \.isByMonths) ? "months" : "heads"
            }
            Column("bound", .word) { $0.result.bound($0.cut.cuts) }
        }
    }

    /// What bound some cuts: `dbh-cht:ceiling apbd-kabkota:ceiling`, each pair once.
    package func bound(_ cuts: [BudgetCut]) -> String {
        var seen: Set<String> = []
        return cuts.flatMap(binding).map {
            "\(policy.purses[$0.purse].id.name):\($0.rule.rawValue)"
        }.filter { seen.insert($0).inserted }.joined(separator: " ")
    }

    /// The purses that bound a cut: without those that have no ceiling at all, unless none has.
    package func binding(_ cut: BudgetCut) -> [BudgetCut.Limit] {
        let date = policy.horizon.lowerBound.advanced(by: cut.window.lowerBound)
        let paying = cut.limits.filter { limit in
            policy.ceilingParts(
                policy.purses[limit.purse].id, policy.regions[cut.region], at: date
            ).ceiling > 0
        }
        return paying.isEmpty ? cut.limits : paying
    }
}

extension Comparison {
    /// What was cut in every scenario: ``ScenarioResult/cutTable`` below a column `scenario`.
    package var cutTable: ResultTable { ScenarioResult.cutTable(results, isCompared: true) }
}
