import Formats
import Foundation
import Policy
import Quantities
import Testing

@testable import Reading

/// The law as shipped.
enum ShippedLaw {
    static func tree() throws -> LawTree {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../notebooks-data").standardizedFileURL.path()
        return try Workspace.law(in: DataDirectory(path: folder), SourceFiles())
    }
}

@Suite struct LawDataTests {
    @Test func everyValueStatesWhatItRestsOn() throws {
        let law = try ShippedLaw.tree()
        #expect(law.parameters.count > 120)
        for parameter in law.parameters {
            #expect(!parameter.values.isEmpty, "\(parameter.path)")
            #expect(!parameter.doc.indonesian.isEmpty && !parameter.doc.english.isEmpty)
            for value in parameter.values {
                #expect(value.entry.legal?.indonesian.isEmpty == false, "\(parameter.path)")
                #expect(!value.entry.source.isEmpty, "\(parameter.path)")
                #expect(value.entry.checked == Month(2026, 4))
                #expect(value.provenance.mark != nil, "\(parameter.path)")
                #expect(value.provenance.layer == "law")
                #expect(value.provenance.file.hasSuffix(".yaml"))
                #expect(value.provenance.line > 1 && value.provenance.column > 1)
            }
        }
    }

    /// A value from memory says so in its source, or is one part of a row whose rest was seen.
    @Test func onlyValuesWithoutASourceSayMemory() throws {
        for parameter in try ShippedLaw.tree().parameters {
            for value in parameter.values where value.entry.source.hasPrefix("from memory") {
                #expect(value.entry.mark == .memory, "\(parameter.path)")
            }
        }
    }

    @Test func aPlaceNamesItsLine() throws {
        let value = try ShippedLaw.tree().value("bpu.jkm.amount", at: Month(2026, 4))
        let text = try String(contentsOfFile: value.provenance.file, encoding: .utf8)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false)[
            value.provenance.line - 1]
        #expect(line.contains("value: 6800"))
        #expect(value.entry.source.hasPrefix("Antara Jateng"))
    }

    @Test func thePensionCeilingFollowsItsRule() throws {
        let law = try ShippedLaw.tree()
        let values = try law.parameter("pu.jp.ceiling").values
        #expect(values.map(\.from.year) == Array(2015...2026))
        for (before, after) in zip(values, values.dropFirst()) {
            let growth = try law.decimal("pu.jp.growth", at: after.from)
            // PP 45/2015 article 29(3): grown as gross domestic product did, down to Rp 100.
            let grown = try LawAmount(before.rupiah).adding(growth, of: before.rupiah)
            #expect(try grown.rounded(downToMultipleOf: 100) == after.rupiah)
            #expect(after.from.monthOfYear == 3)
        }
    }

    @Test func theBandsRunFromTheFloorToTheTop() throws {
        let table = try ShippedLaw.tree().value("bpu.bands", at: Month(2026, 4)).brackets
        #expect(table.rows.count == 31)
        let expected: [(Int64, Int64)] = [
            (0, 1_000), (1_099, 1_000), (1_100, 1_200), (2_699, 2_600), (2_700, 2_950),
            (6_199, 5_950), (6_200, 6_700), (7_199, 6_700), (7_200, 7_700), (19_200, 19_700),
            (20_199, 19_700), (20_200, 20_700), (900_000, 20_700),
        ]
        for (income, base) in expected {
            #expect(
                table.row(for: Rupiah(income * 1_000)).base == Rupiah(base * 1_000), "\(income)")
        }
        #expect(table.rows.first?.mark == .secondary)
        #expect(table.rows.last?.mark == .secondary)
        #expect(table.rows.dropFirst().dropLast().allSatisfy { $0.mark == nil })
    }

    @Test(arguments: [Month(2015, 7), Month(2019, 11), Month(2019, 12), Month(2026, 4)])
    func theDeathBenefitIsTheSumOfItsParts(month: Month) throws {
        let law = try ShippedLaw.tree()
        let parts = try ["lump", "periodic", "funeral"].map {
            try law.rupiah("jkm.cash.\($0)", at: month)
        }
        #expect(try law.rupiah("jkm.cash", at: month) == parts.reduce(.zero, +))
        #expect(parts.reduce(.zero, +) == Rupiah(month < Month(2019, 12) ? 24_000_000 : 42_000_000))
    }

    @Test func theScholarshipsAddUp() throws {
        let law = try ShippedLaw.tree()
        let month = Month(2026, 4)
        var child: Int64 = 0
        for level in ["primary", "junior", "senior", "tertiary"] {
            let yearly = try law.rupiah("jkm.scholarship.\(level)", at: month).amount
            let months = try law.decimal("jkm.scholarship.\(level).months", at: month).coefficient
            child += yearly * months / 12
        }
        #expect(child == 87_000_000)
        let children = try law.decimal("jkm.scholarship.children", at: month).coefficient
        let maximum = try law.rupiah("jkm.scholarship.maximum", at: month)
        #expect(maximum == Rupiah(child * children))
        #expect(maximum == Rupiah(174_000_000))
    }

    @Test func aWorkDeathAtTheLowestBase() throws {
        let law = try ShippedLaw.tree()
        let month = Month(2026, 4)
        let wages = try law.decimal("jkk.death.wages", at: month)
        let share = try law.decimal("jkk.death.share", at: month)
        let months = try law.decimal("jkk.benefit.months", at: month)
        #expect(share * months == wages)
        let total =
            try wages.times(Rupiah(1_000_000)) + law.rupiah("jkk.periodic", at: month)
            + law.rupiah("jkk.funeral", at: month)
        #expect(total == Rupiah(70_000_000))
        #expect(try law.rupiah("jkk.death.lowest", at: month) == total)
        let disability = try law.decimal("jkk.disability.share", at: month) * months
        #expect(disability == (try law.decimal("jkk.disability.wages", at: month)))
    }

    @Test(arguments: [(Month(2025, 1), 46), (Month(2025, 2), 36)] as [(Month, Int64)])
    func jobLossIsTheSumOfItsParts(month: Month, percentOfPercent: Int64) throws {
        let law = try ShippedLaw.tree()
        let parts = try ["state", "from_jkk", "from_jkm"].map {
            try law.decimal("pu.jkp.rate.\($0)", at: month)
        }
        let total = parts.reduce(ExactDecimal(0), +)
        #expect(total == ExactDecimal(coefficient: percentOfPercent, scale: 4))
        #expect(try law.decimal("pu.jkp.rate", at: month) == total)
    }

    @Test func sharedTobaccoExciseAddsUp() throws {
        let law = try ShippedLaw.tree()
        for month in [Month(2022, 1), Month(2026, 4)] {
            let pool = try ["province", "producing", "others"].map {
                try law.decimal("dbh_cht.pool.\($0)", at: month)
            }
            #expect(try law.decimal("dbh_cht.pool", at: month) == pool.reduce(ExactDecimal(0), +))
            let use = try ["welfare", "health", "enforcement"].map {
                try law.decimal("dbh_cht.use.\($0)", at: month)
            }
            #expect(use.reduce(ExactDecimal(0), +) == ExactDecimal(1))
        }
        #expect(throws: LawFault.self) {
            try law.decimal("budget.health.floor", at: Month(2023, 8))
        }
        #expect(try law.value("budget.guideline", at: Month(2026, 6)).text == "Permendagri 14/2025")
        #expect(try law.value("budget.account.jkk", at: Month(2026, 6)).text.hasSuffix(".0006"))
    }
}
