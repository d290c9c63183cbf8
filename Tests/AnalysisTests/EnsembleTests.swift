import Policy
import Quantities
import Sampling
import Testing

@testable import Analysis
@testable import Exploration

/// Scenarios at many draws.
@Suite struct EnsembleTests {
    private static let lapse = AnalysisFixture.uncertain(
        "rate.lapse", .number(0.4), .range(0.2...0.8, median: 0.4))
    private static let eligible = AnalysisFixture.uncertain(
        "eligible_share", .number(0.9), .range(0.6...0.97, median: 0.9))
    private static let workers = AnalysisFixture.uncertain(
        "workers", .number(1000), .lognormal(median: 1000, deviation: 0.2))
    private let base = AnalysisFixture().with("dasar", [lapse, eligible, workers])

    private func ensemble(
        _ fixtures: [AnalysisFixture], draws: Int = 12, design: DesignKind = .monteCarlo,
        seed: UInt64 = 3, chunk: Int = 64, threads: Int = 2,
        each: ((EnsembleDraw) throws -> Void)? = nil
    ) async throws -> Ensemble {
        let plan = EnsemblePlan(draws: draws, design: design, seed: seed)
        let policies = try fixtures.map { try $0.scenario.resolved() }
        return try await Ensemble(
            policies, law: try AnalysisFixture.law(), plan: plan,
            samples: try InputSample.shared(by: policies.map(\.scenario), plan: plan),
            chunks: (chunk, threads), each: each)
    }

    private func numbers(_ table: ResultTable, _ column: String) -> [Double] {
        guard case .number(let values)? = table[column: column]?.cells else { return [] }
        return values
    }

    @Test("Threads and chunks change no bit", arguments: DesignKind.allCases)
    func threads(_ design: DesignKind) async throws {
        let more = base.with("lain", [AnalysisFixture.set("quota", .heads(300))])
        let plain = try await ensemble([base, more], design: design, chunk: 12, threads: 1)
        for (chunk, threads) in [(1, 5), (5, 2), (64, 2)] {
            let other = try await ensemble(
                [base, more], design: design, chunk: chunk, threads: threads)
            for (a, b) in zip(plain.members, other.members) {
                #expect(a.summaries == b.summaries, "chunks of \(chunk), \(threads) threads")
                #expect(a.differences == b.differences)
            }
        }
    }

    @Test("G32: with draws, an empty scenario differs from its baseline by exactly 0")
    func emptyScenario() async throws {
        let ensemble = try await ensemble([base, base.with("kosong", [])])
        let table = try #require(ensemble.differences(by: .region))
        for column in ["mean", "p05", "p95", "min", "max", "above_share", "below_share"] {
            #expect(numbers(table, column).allSatisfy { $0 == 0 || $0.isNaN })
        }
        #expect(numbers(table, "mean").contains(0))
        #expect(ensemble.members[0].summaries == ensemble.members[1].summaries)
    }

    @Test("G33: with draws, what first differs in a year is bit-identical in years before it")
    func sameUntilChange() async throws {
        let change = Month(2026, 1)
        let more = base.with(
            "beda",
            [
                AnalysisFixture.set("quota", .heads(400), member: "petani", from: change),
                AnalysisFixture.uncertain(
                    "retention", .number(0.5), .range(0.1...0.9, median: 0.5), from: change),
            ])
        let ensemble = try await ensemble([base, more])
        let (a, b) = (ensemble.members[0], ensemble.members[1])
        #expect(a.inputs.count == 3 && b.inputs.count == 4)
        #expect(a.outcomes == b.outcomes)
        for (index, outcome) in a.outcomes.enumerated() where outcome.year == 2025 {
            #expect(a.summaries[index] == b.summaries[index], "\(outcome.name)")
            #expect(
                b.differences[index].difference.maximum.isNaN
                    || b.differences[index]
                        .difference.maximum == 0
            )
        }
        let bill = try #require(
            a.outcomes.firstIndex(of: Outcome(.measure(.publicBill), year: 2026)))
        #expect(b.differences[bill].aboveShare == 1)
    }

    @Test("One draw of what cannot vary is the run itself, to the last digit")
    func pointSpreads() async throws {
        let settings = AnalysisFixture.standard.map { setting in
            guard let number = setting.points[0].value.number else { return setting }
            return AnalysisFixture.uncertain(setting, .range(number...number, median: number))
        }
        var fixture = AnalysisFixture()
        fixture.settings = settings
        let member = try await ensemble([fixture], draws: 1).baseline
        #expect(member.inputs.count > 10)
        let result = try fixture.result()
        for (index, outcome) in member.outcomes.enumerated() {
            let value = outcome.quantity.value(
                result.summary, year: outcome.year.map { $0 - 2025 },
                region: outcome.region.flatMap(result.policy.regions.firstIndex(of:)),
                segment: outcome.segment.flatMap { id in
                    result.policy.segments.firstIndex { $0.id == id }
                })
            let mean = member.summaries[index].mean
            #expect(mean == value || mean.isNaN && value.isNaN, "\(outcome.name)")
        }
    }

    @Test("Draws that fail are counted with their reasons, in one scenario and not in others")
    func failures() async throws {
        let wild = AnalysisFixture.uncertain(
            "eligible_share", .number(0.9), .normal(mean: 0.95, deviation: 0.1))
        let fragile = base.with("rapuh", [wild])
        var failed: [Int] = []
        let ensemble = try await ensemble([base, fragile], draws: 24) { draw in
            if case .failure = draw.parts[1].result { failed.append(draw.number) }
        }
        let member = ensemble.members[1]
        #expect(failed.count > 3 && failed.count < 21)
        #expect(member.failures.count == failed.count)
        #expect(member.failures.first.map(\.draw) == Array(failed.prefix(3)))
        #expect(member.summaries[0].count == 24 - failed.count)
        #expect(member.differences[0].difference.count == 24 - failed.count)
        #expect(ensemble.baseline.failures.count == 0)
        #expect(ensemble.baseline.summaries[0].count == 24)
    }

    @Test("Every draw is given out in order, and the tables are made of them")
    func draws() async throws {
        var bills: [Double] = []
        var drawn: [[Double]] = []
        let ensemble = try await ensemble([base], draws: 70) { draw in
            #expect(draw.number == bills.count)
            bills.append(try draw.parts[0].result.get()[0])
            drawn.append(draw.parts[0].point)
        }
        #expect(ensemble.baseline.outcomes[0] == Outcome(.measure(.publicBill), year: 2025))
        let table = ensemble.table()
        #expect(abs(numbers(table, "mean")[0] / (bills.reduce(0, +) / 70) - 1) < 1e-12)
        #expect(numbers(table, "min")[0] == bills.min())
        #expect(numbers(table, "max")[0] == bills.max())
        #expect(Set(drawn.map { $0[0] }).count == 70)
        let sample = try InputSample(
            ensemble.baseline.inputs, plan: EnsemblePlan(draws: 70, design: .monteCarlo, seed: 3))
        #expect(drawn == (0..<70).map(sample.row))
    }

    @Test("Quantiles are in order in every row of every table")
    func ordered() async throws {
        let more = base.with("lain", [AnalysisFixture.set("quota", .heads(300))])
        for table in try await ensemble([base, more]).tables {
            let columns = ["min", "p05", "p25", "p50", "p75", "p95", "max"].map {
                numbers(table, $0)
            }
            #expect(columns[0].count == table.rowCount && table.rowCount > 10)
            for (low, high) in zip(columns, columns.dropFirst()) {
                #expect(zip(low, high).allSatisfy { $0 <= $1 || $0.isNaN }, "\(table.name)")
            }
        }
    }

    @Test("Summing regions or segments first changes no total")
    func folding() throws {
        let result = try base.result()
        let summary = result.summary
        let (all, regions, segments) = (
            summary.folded(.total, of: result.policy), summary.folded(.region, of: result.policy),
            summary.folded(.segment, of: result.policy)
        )
        for quantity in Quantity.all {
            for year in [0, 1, nil] {
                func same(_ a: Double, _ b: Double) -> Bool { a == b || a.isNaN && b.isNaN }
                #expect(same(quantity.value(all, year: year), quantity.value(summary, year: year)))
                for place in 0..<2 {
                    #expect(
                        same(
                            quantity.value(regions, year: year, region: place),
                            quantity.value(summary, year: year, region: place)))
                    #expect(
                        same(
                            quantity.value(segments, year: year, segment: place),
                            quantity.value(summary, year: year, segment: place)))
                }
            }
        }
    }
}
