import Analysis
import Costing
import Exploration
import Policy
import Quantities

extension ScenarioResult {
    /// What was cut over the horizon, and the cell that lost most; nil where no plan cut anything.
    func cutPhrase(_ regions: RegionTable) -> Phrase? {
        let rows = cutRows
        func lost(_ row: CutRow) -> Double { row.personMonths.asked - row.personMonths.inForce }
        guard let most = rows.max(by: { lost($0) < lost($1) }) else { return nil }
        let year = Dictionary(grouping: rows, by: \.year).map { year, rows in
            (
                year: year, asked: rows.reduce(0) { $0 + $1.heads.asked },
                inForce: rows.reduce(0) { $0 + $1.heads.inForce },
                lost: rows.reduce(0) { $0 + lost($1) }
            )
        }.max { ($0.lost, $1.year) < ($1.lost, $0.year) }
        guard let year else { return nil }
        let place =
            policy.regions.count > 1 ? regions.name(of: policy.regions[most.region]) : nil
        return Phrase.cutAnswer(
            rows.reduce(0) { $0 + lost($1) }, yearSpan, worst: year,
            most: (policy.segments[most.segment].name, place, most),
            bound: boundTogether(most.cuts))
    }

    /// What was cut of quotas, by segment and year; nothing where no plan cut anything.
    func cutSection(
        in language: Language, heading: Phrase = Phrase.cutsHeading
    ) -> [Report.Section] {
        let rows = cutRows
        guard !rows.isEmpty else { return [] }
        let isMany = policy.regions.count > 1
        let cells = Dictionary(grouping: rows) { [$0.year, $0.segment] }.sorted {
            $0.key.lexicographicallyPrecedes($1.key)
        }.map { (year: $0[0], segment: $0[1], rows: $1) }
        let table = ResultTable("cuts-by-segment", cells) {
            Key("year", \.year)
            Key("segment") { policy.segments[$0.segment].name[language] }
            Column("asked_persons", .person) { $0.rows.reduce(0) { $0 + $1.heads.asked } }
            Column("in_force_persons", .person) { $0.rows.reduce(0) { $0 + $1.heads.inForce } }
            Column("months", .word) { months($0.rows) }
            Column("asked_person_months", .personMonth) {
                $0.rows.reduce(0) { $0 + $1.personMonths.asked }
            }
            Column("in_force_person_months", .personMonth) {
                $0.rows.reduce(0) { $0 + $1.personMonths.inForce }
            }
            Column("bound", .word) { boundWords($0.rows.flatMap(\.cuts), language) }
        }
        return [
            Report.Section(
                heading: heading,
                note: isMany
                    ? Phrase(
                        id: "jumlah \(Set(rows.map(\.region)).count) daerah yang kuotanya"
                            + " dipotong; tiap daerah: cuts.csv",
                        en: "sums of the \(Set(rows.map(\.region)).count) regions whose quotas were"
                            + " cut; each region: cuts.csv"
                    ) : nil,
                .table(table), data: [])
        ]
    }

    /// `9 → 6`; a span where regions differ.
    private func months(_ rows: [CutRow]) -> String {
        func span(_ numbers: [Int]) -> String {
            let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
            return low == high ? "\(low)" : "\(low)–\(high)"
        }
        return span(rows.map(\.months.asked)) + " → " + span(rows.map(\.months.inForce))
    }

    private func boundTogether(_ cuts: [BudgetCut]) -> Phrase {
        var rules: [BudgetCut.Rule] = []
        var purses: [BudgetCut.Rule: [Int]] = [:]
        for limit in cuts.flatMap(binding) {
            if !rules.contains(limit.rule) { rules.append(limit.rule) }
            if purses[limit.rule]?.contains(limit.purse) ?? false { continue }
            purses[limit.rule, default: []].append(limit.purse)
        }
        let parts = rules.map { rule in
            Phrase.bound(
                (purses[rule] ?? []).map { policy.purses[$0].name }, rule)
        }
        return Phrase(same: "\(joined: parts, by: "; ")")
    }

    /// What bound some cuts, in words; each purse and rule once.
    func boundWords(_ cuts: [BudgetCut], _ language: Language) -> String {
        var seen: Set<String> = []
        return cuts.flatMap(binding).map {
            Phrase.bound(policy.purses[$0.purse].name, $0.rule)[language]
        }.filter { seen.insert($0).inserted }.joined(separator: "; ")
    }
}

extension ScenarioResult {
    /// The fiscal tests of the first and the last year, over all regions whose budget is known; nil
    /// where no budget is known.
    ///
    /// A share of several regions is that of their sums. The verdict counts regions, and the one
    /// with the thinnest margin is named.
    func fiscalReport(in language: Language, names: @escaping (Int) -> String) -> ResultTable? {
        let known = fiscalFindings.filter { $0.verdict != .noData }
        let years = [summary.years.first, summary.years.last].compactMap(\.self)
        let rows = (years.first == years.last ? Array(years.prefix(1)) : years).flatMap { year in
            policy.fiscalTests.map { test in
                FiscalRow(known.filter { $0.year == year && $0.test == test }, test, year)
            }
        }.filter { !$0.findings.isEmpty }
        guard !rows.isEmpty else { return nil }
        let isSingle = policy.regions.count == 1
        return ResultTable("fiscal-summary", rows) {
            Key("year", \.year)
            Key("test") { Phrase.name($0.test)[language] }
            Column("share", .share, \.share)
            Column("limit_share", .share, \.limit)
            Column("margin_rp", .rupiah, \.margin)
            Column("verdict", .word) {
                Phrase.verdicts($0.counts, isSingle: isSingle)[language]
            }
            if !isSingle {
                Column("tightest_region", .word) { $0.tightest.map { names($0.region) } }
            }
        }
    }
}

private struct FiscalRow {
    let findings: [FiscalFinding]
    let test: FiscalTest
    let year: Int

    init(_ findings: [FiscalFinding], _ test: FiscalTest, _ year: Int) {
        (self.findings, self.test, self.year) = (findings, test, year)
    }

    /// Sum of amounts over sum of bases.
    var share: Double {
        let amount = findings.reduce(0) { $0 + $1.amount.amount }
        let base = findings.reduce(0) { $0 + $1.base.amount }
        return Double(amount) / Double(base)
    }

    /// The limit where all regions have the same.
    var limit: Double? {
        let limits = Set(findings.map(\.limit))
        return limits.count == 1 ? limits.first ?? nil : nil
    }

    /// The sum of margins in rupiah; nil where none has a limit.
    var margin: Double? {
        let margins = findings.compactMap(\.marginAmount)
        return margins.isEmpty ? nil : margins.reduce(0) { $0 + Double($1.amount) }
    }

    /// How many regions came to each verdict, in the order of verdicts.
    var counts: [(verdict: FiscalVerdict, regions: Int)] {
        FiscalVerdict.allCases.compactMap { verdict in
            let count = findings.count { $0.verdict == verdict }
            return count > 0 ? (verdict, count) : nil
        }
    }

    /// The region with the least margin; without limits the one with the largest share.
    var tightest: FiscalFinding? {
        findings.min { ($0.margin ?? -($0.share ?? 0)) < ($1.margin ?? -($1.share ?? 0)) }
    }
}

extension ScenarioResult {
    /// What would be paid twice if lists of purses overlapped, the whole horizon; nothing where no
    /// two purses pay for workers of one segment.
    var overlapSection: [Report.Section] {
        let rows = overlapRows
        guard !rows.isEmpty else { return [] }
        let sums = PayerOverlap.allCases.map { overlap in
            (overlap: overlap, rows: rows.filter { $0.overlap == overlap })
        }
        let table = ResultTable("overlap", sums) {
            Key("overlap", \.overlap.rawValue)
            Column("paid_person_months", .personMonth) { $0.rows.reduce(0) { $0 + $1.paid } }
            Column("twice_person_months", .personMonth) { $0.rows.reduce(0) { $0 + $1.twice } }
            Column("twice_rp", .rupiah) { $0.rows.reduce(.zero) { $0 + $1.cost } }
        }
        return [
            Report.Section(
                heading: Phrase.overlap,
                note: Phrase(
                    id: "segmen yang dibayar dua sumber dana atau lebih; perhitungan di atas"
                        + " membayar tiap pekerja sekali (dicocokkan); acak: tiap daftar disusun"
                        + " sendiri; bersarang: semua daftar mulai dari orang yang sama; rincian"
                        + " di overlap.csv",
                    en: "segments that two or more purses pay for; the figures above pay for each"
                        + " worker once (matched); random: each list is drawn alone; nested: all"
                        + " lists begin with the same people; details in overlap.csv"
                ), .table(table))
        ]
    }
}

/// Poverty in the reports of scenarios; nothing where a scenario does not know it.
extension ScenarioResult {
    /// Years down: the poor and the indices.
    var povertySection: [Report.Section] {
        guard summary.years.indices.contains(where: { hasPoverty(of: $0) }) else { return [] }
        let table = ResultTable("poverty", summary.years.indices) {
            Key("year") { summary.years[$0] }
            for indicator in Indicator.ofPoverty {
                Column(.indicator(indicator)) { indicator.value(summary, year: $0) }
            }
        }
        return [
            Report.Section(
                heading: Phrase.poverty,
                note: Phrase.povertyByYear,
                .table(table))
        ]
    }

    fileprivate func hasPoverty(of year: Int?) -> Bool {
        !Indicator.poorPersons.value(summary, year: year).isNaN
    }
}

extension Comparison {
    /// Scenarios down: the poor and the indices at the end of the horizon.
    var povertySection: [Report.Section] {
        guard results.contains(where: { $0.hasPoverty(of: nil) }) else { return [] }
        let table = ResultTable("poverty", results) {
            Key("scenario", \.name)
            for indicator in Indicator.ofPoverty {
                Column(.indicator(indicator)) { indicator.value($0.summary, year: nil) }
            }
        }
        return [
            Report.Section(
                heading: Phrase(id: "Kemiskinan, akhir periode", en: "Poverty, end of the horizon"),
                .table(table))
        ]
    }
}

extension Ensemble {
    /// Years down: the poor and the indices with their ranges, of the first scenario.
    func povertySection(in language: Language) -> [Report.Section] {
        let last = Outcome(.indicator(.poorPersons))
        guard let summary = baseline.summary(last), summary.count > 0 else { return [] }
        let table = ResultTable("ensemble-poverty", baseline.policy.years) {
            Key("year", \.self)
            for indicator in Indicator.ofPoverty {
                Column(indicator.rawValue, indicator.unit) {
                    baseline.interval(Outcome(.indicator(indicator), year: $0), in: language)
                }
            }
        }
        return [
            Report.Section(
                heading: Phrase.drawnPoverty, .table(table))
        ]
    }
}

/// What protection buys, in the reports of scenarios.
extension ScenarioResult {
    /// Years down, then the whole horizon: expected deaths, accidents, benefits, claim ratio, and
    /// the interval of families kept above the line.
    func protectionSections(in language: Language) -> [Report.Section] {
        let years: [Int?] = Array(summary.years.indices) + [nil]
        let byYear = ProtectionRows(
            keys: ("year", years.map { yearLabel($0) }),
            value: { quantity, row in quantity.value(summary, year: years[row]) })
        let segments: [Int?] = Array(policy.segments.indices) + [nil]
        let bySegment = ProtectionRows(
            keys: (
                "segment",
                segments.map { $0.map { policy.segments[$0].name[language] } ?? "total" }
            ),
            value: { quantity, row in
                quantity.value(summary, year: nil, segment: segments[row])
            })
        return [
            Report.Section(
                heading: Phrase.whatProtectionBuys,
                note: Phrase.together(
                    Phrase.expectedBenefits, Phrase.familiesAsInterval,
                    Phrase.noPovertyEffectClaimed),
                .table(byYear.table("protection", in: language)), data: []),
            Report.Section(
                heading: Phrase(
                    id: "Apa yang dibeli perlindungan, menurut segmen",
                    en: "What protection buys, by segment"), note: Phrase.wholeHorizon,
                .table(bySegment.table("protection-segments", in: language)), data: []),
        ]
    }
}

extension Comparison {
    func protectionSections(in language: Language) -> [Report.Section] {
        let rows = ProtectionRows(
            keys: ("scenario", results.map(\.name)),
            value: { quantity, row in quantity.value(results[row].summary, year: nil) })
        return [
            Report.Section(
                heading: Phrase.whatProtectionBuys,
                note: Phrase.together(
                    Phrase.expectedBenefits, Phrase.familiesAsInterval,
                    Phrase.noPovertyEffectClaimed, Phrase.povertyEvidence),
                .table(rows.table("protection", in: language)), data: [])
        ]
    }
}

private struct ProtectionRows {
    let keys: (name: String, cells: [String])
    let value: (Quantity, Int) -> Double

    /// The figures, and families as an interval where the welfare of any region is known.
    func table(_ name: String, in language: Language) -> ResultTable {
        let quantities: [Quantity] = [
            .measure(.protectedDeaths), .measure(.accidents), .measure(.jkmBenefit),
            .measure(.jkkBenefit), .indicator(.claimRatio),
        ]
        let rows = keys.cells.indices
        return ResultTable(name, rows) {
            Key(keys.name) { keys.cells[$0] }
            for quantity in quantities { Column(quantity) { value(quantity, $0) } }
            if rows.contains(where: { value(.measure(.familiesKeptHigh), $0) > 0 }) {
                Column("families_interval", .family) { interval($0, language) }
            }
        }
    }

    /// `1.204 (730 – 2.310)`: as written, then at both ends of the range of the fall.
    private func interval(_ row: Int, _ language: Language) -> String {
        let ends = [Measure.familiesKeptLow, .familiesKeptHigh].map { value(.measure($0), row) }
        let middle = language.numbers.format(value(.measure(.familiesKept), row))
        let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
        guard low < high else { return middle }
        return "\(middle) (\(language.numbers.format(low)) – \(language.numbers.format(high)))"
    }
}
