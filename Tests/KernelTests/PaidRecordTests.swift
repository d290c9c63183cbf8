import Testing
import _LindungKernels
import _TestSupport

/// What of a record purses pay for, beside the definition written out.
@Suite struct PaidRecordTests {
    /// Statuses F1, F2, F among the exposed and the closing stock, and the deaths of both groups.
    private static let funded = [1, 2, 3, 11, 12, 13, 28, 30]

    /// A record of random people and payments of which a part is unpaid.
    private struct Case {
        let (months, lines, bearers): (Int, Int, Int)
        var record: Lanes
        var payments: Lanes

        init(_ seed: UInt64, gapChance: Double) {
            var draws = SeededDraws(seed)
            let (months, lines) = (draws.whole(1...12), draws.whole(1...3))
            let bearers = draws.whole(1...4)
            (self.months, self.lines, self.bearers) = (months, lines, bearers)
            let record = (0..<months * 32 * 8).map { _ in draws.real(0...1000) }
            self.record = record
            payments = Array(repeating: 0, count: months * lines * bearers * 2 * 8)
            for month in 0..<months {
                for line in 0..<lines {
                    for world in 0..<8 where draws.chance(gapChance) {
                        let all = (1...3).reduce(0) { $0 + record[(month * 32 + $1) * 8 + world] }
                        let place = ((month * lines + line) * bearers + bearers - 1) * 2
                        payments[place * 8 + world] = all * draws.real(0...1)
                    }
                }
            }
        }

        /// The kernel's answer; nil where nothing is unpaid.
        func kept() -> Lanes? {
            var paid = Array(repeating: Double.nan, count: record.count)
            let any = lk_keep_paid(
                Int32(months), Int32(lines), Int32(bearers), payments, record, &paid)
            return any == 0 ? nil : paid
        }
    }

    @Test(
        "The funded of a month are multiplied by the part of which no programme is unpaid",
        arguments: UInt64(1)...20)
    func definition(seed: UInt64) throws {
        let given = Case(seed, gapChance: 0.5)
        let paid = try #require(given.kept())
        for month in 0..<given.months {
            for world in 0..<8 {
                let all = (1...3).reduce(0) { $0 + given.record[(month * 32 + $1) * 8 + world] }
                let gap =
                    (0..<given.lines).map { line in
                        let bearer = (month * given.lines + line + 1) * given.bearers - 1
                        return given.payments[bearer * 16 + world]
                    }.max() ?? 0
                for row in 0..<32 {
                    let place = (month * 32 + row) * 8 + world
                    let share = Self.funded.contains(row) ? 1 - gap / all : 1
                    #expect(abs(paid[place] - given.record[place] * share) < 1e-9)
                }
            }
        }
    }

    @Test("Where nothing is unpaid the record itself is what is paid")
    func whole() {
        #expect(Case(7, gapChance: 0).kept() == nil)
    }
}
