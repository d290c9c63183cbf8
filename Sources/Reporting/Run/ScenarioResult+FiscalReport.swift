import Analysis
import Policy
import Quantities

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

/// One test in one year, over regions.
private struct FiscalRow {
    /// Of the regions whose budget is known.
    let findings: [FiscalFinding]
    /// What is measured against what.
    let test: FiscalTest
    /// Calendar year.
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
