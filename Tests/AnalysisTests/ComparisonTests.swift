import Policy
import Quantities
import Testing

@testable import Analysis
@testable import Costing
@testable import Coverage

@Suite struct ComparisonTests {
    private let base = AnalysisFixture()

    private func numbers(_ table: ResultTable, _ column: String) -> [Double] {
        guard case .number(let values)? = table[column: column]?.cells else { return [] }
        return values
    }

    private func texts(_ table: ResultTable, _ column: String) -> [String] {
        guard case .text(let values)? = table[column: column]?.cells else { return [] }
        return values
    }

    @Test("G32: an empty scenario differs from its baseline by exactly 0 everywhere")
    func emptyScenario() throws {
        let results = [try base.result(), try base.with("kosong", []).result()]
        let comparison = try Comparison(results, baseline: "dasar")
        for grouping in Grouping.allCases {
            let differences = numbers(comparison.table(by: grouping), "difference")
            #expect(differences.count > 40)
            #expect(differences.allSatisfy { $0 == 0 || $0.isNaN })
        }
        #expect(results[0].summary == results[1].summary)
        #expect(numbers(comparison.purseTable, "difference").allSatisfy { $0 == 0 })
    }

    @Test("G33: scenarios that first differ in a month are bit-identical before it")
    func sameUntilChange() throws {
        let change = Month(2026, 3)
        let more = [
            AnalysisFixture.set("quota", .heads(400), member: "petani", from: change),
            AnalysisFixture.set("rate.lapse", .number(1), from: change),
        ]
        let (first, second) = (try base.result(), try base.with("beda", more).result())
        let months = change - Month(2025, 1)
        for (a, b) in zip(first.projection.segments, second.projection.segments) {
            #expect(a.months.prefix(months).elementsEqual(b.months.prefix(months)))
            #expect(a.months[months] != b.months[months] || a.segment == AnalysisFixture.drivers)
        }
        let paid = { (result: ScenarioResult) in
            result.costs.entries.filter { $0.month < 12 }
        }
        #expect(paid(first) == paid(second))
    }

    @Test("The baseline comes first and every row names its difference and ratio")
    func differences() throws {
        let dear = base.with("mahal", [AnalysisFixture.set("quota", .heads(300))])
        let comparison = try Comparison([try dear.result(), try base.result()], baseline: "dasar")
        #expect(comparison.results.map(\.name) == ["dasar", "mahal"])
        let table = comparison.table()
        let (value, before) = (numbers(table, "value"), numbers(table, "baseline_value"))
        let (difference, ratio) = (numbers(table, "difference"), numbers(table, "ratio"))
        let rows = texts(table, "scenario").indices.filter {
            texts(table, "scenario")[$0] == "mahal"
        }
        #expect(!rows.isEmpty)
        for row in rows where value[row].isFinite && before[row].isFinite {
            #expect(difference[row] == value[row] - before[row])
            if before[row] != 0 { #expect(ratio[row] == value[row] / before[row]) }
        }
    }

    @Test("An unknown baseline and two scenarios of one name are faults")
    func faults() throws {
        let result = try base.result()
        #expect(throws: Comparison.Fault.unknownBaseline("lain", known: ["dasar"])) {
            try Comparison([result], baseline: "lain")
        }
        #expect(throws: Comparison.Fault.duplicateName("dasar")) {
            try Comparison([result, result], baseline: "dasar")
        }
    }

    @Test("Scenarios of other regions are a fault that names them, whichever lacks the other's")
    func otherRegions() throws {
        let result = try base.result()
        let (one, other) = (AnalysisFixture.regions[0], AnalysisFixture.regions[1])
        let part = try AnalysisFixture(name: "sebagian", regions: [other]).result()
        #expect(
            throws: Comparison.Fault.differentRegions("sebagian", only: [], lacks: [one])
        ) {
            try Comparison([result, part], baseline: "dasar")
        }
        #expect(throws: Comparison.Fault.differentRegions("dasar", only: [one], lacks: [])) {
            try Comparison([result, part], baseline: "sebagian")
        }
        let turned = try AnalysisFixture(name: "terbalik", regions: [other, one]).result()
        #expect(try Comparison([result, turned], baseline: "dasar").results.count == 2)
    }

    @Test("Attributed parts sum to the difference in every figure, and a dead key gets nothing")
    func attribution() async throws {
        let more = [
            AnalysisFixture.set("quota", .heads(400), member: "petani", from: Month(2025, 6)),
            AnalysisFixture.set("retention", .number(0.6)),
            AnalysisFixture.set("purse.ceiling", .number(9_000_000), member: "csr"),
            AnalysisFixture.set("rate.employer_loss", .number(0.3)),
        ]
        let (from, to) = (try base.result(), try base.with("baru", more).result())
        let attribution = try await ScenarioAttribution(
            from: from, to: to, law: try AnalysisFixture.law())
        #expect(
            Set(attribution.groups.map(\.name)).isSuperset(
                of: ["quota.petani", "retention.petani", "purse.ceiling.csr"]))
        for index in from.summary.values.indices {
            let difference = to.summary.values[index] - from.summary.values[index]
            let sum = attribution.parts.reduce(0) { $0 + $1[index] }
            // Parts are differences of the figure itself, whose last digit is what they can hold.
            let digit = 4 * max(from.summary.values[index], to.summary.values[index]).ulp
            #expect(abs(sum - difference) <= max(1e-9 * max(1, abs(difference)), digit))
        }
        for (group, parts) in zip(attribution.groups, attribution.parts)
        where group.name.hasPrefix("rate.employer_loss") {
            #expect(parts.allSatisfy { abs($0) < 1e-6 })
        }
        guard case .rupiah(let bills)? = attribution.overview[column: "public_bill_rp"]?.cells
        else {
            Issue.record("no bill among the parts")
            return
        }
        #expect(bills.dropLast().reduce(.zero, +) == bills.last)
        let whole = to.summary.overall(.publicBill) - from.summary.overall(.publicBill)
        #expect(bills.last?.expected.amount == whole)
        for year in 0..<2 {
            let parts = attribution.parts(of: .publicBill, year: year).reduce(0, +)
            let difference =
                to.summary.total(.publicBill, year: year)
                - from.summary.total(.publicBill, year: year)
            #expect(parts == difference)
        }
    }
}
