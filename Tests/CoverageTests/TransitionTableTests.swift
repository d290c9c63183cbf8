import LinearAlgebra
import Policy
import Quantities
import Testing

@testable import Coverage

/// Operators from a table of monthly probabilities, which stands for `expm(Q/12)`.
struct TransitionTableTests {
    /// Everyone stays, but a tenth of the unprotected arrive and a fiftieth of all die.
    private func table() -> (within: Matrix, exits: Matrix) {
        var within = Matrix(rows: 10, columns: 11)
        var exits = Matrix(rows: 10, columns: 4)
        for row in 0..<10 {
            within[row, row] = 0.98
            exits[row, ExitCause.death.rawValue] = 0.02
        }
        within[0, 0] = 0.88
        within[0, 10] = 0.1
        return (within, exits)
    }

    @Test("a table is taken with months advanced, arrivals in the first")
    func accepted() throws {
        let (within, exits) = table()
        let made = try TransitionOperator(within: within, exits: exits)
        #expect(made.probabilities[0, Status.selfFirst.rawValue] == 0.1)
        #expect(made.probabilities[0, 0] == 0.88)
        #expect(
            made.probabilities[Status.fundedFirst.rawValue, Status.fundedSecond.rawValue] == 0.98)
        #expect(made.probabilities[Status.funded.rawValue, Status.funded.rawValue] == 0.98)
        #expect(made.exits == exits)
    }

    @Test("the month of an operator's own rates as a table gives the operator again")
    func tableOfRates() throws {
        var rates = TransitionRates()
        rates.selfEnrolment = 0.3
        rates.lapse = 2
        rates.death = 0.01
        let made = try TransitionOperator(rates)
        let generator = WorldBuffer(rows: 11 * 11)
        rates.write(to: generator.base, world: 3)
        let month = Plain.exponential(
            (0..<11).map { row in (0..<11).map { generator.row(row * 11 + $0)[3] } })
        let stays = rates.leaving(death: rates.death).stays
        let within = Matrix(rows: 10, columns: 11) { stays * month[$0][$1] }
        let read = try TransitionOperator(within: within, exits: made.exits)
        #expect((read.probabilities - made.probabilities).maximumAbsolute < 1e-14)
    }

    @Test("a row that gains or loses people is refused with its sum")
    func rowSum() {
        for (entry, sum) in [(0.3, 1.2), (0.05, 0.95)] {
            var (within, exits) = table()
            within[0, 10] = entry
            exits[0, 0] = 0.02
            #expect {
                try TransitionOperator(within: within, exits: exits)
            } throws: { error in
                guard case CoverageFault.rowSum(let status, let found)? = error as? CoverageFault
                else { return false }
                return status == "U" && isNear(found, sum, 1e-12)
            }
        }
    }

    @Test("rounded rows are divided by their sum, exact ones left alone, others refused")
    func rounded() throws {
        func entries(_ probabilities: [Double]) -> [TransitionProbability] {
            let ends = zip(["S", "L", "death"], probabilities)
            let stay = Status.allCases.filter { $0 != .selfPaying }.map {
                ($0.symbol, $0.symbol, 1.0)
            }
            return (ends.map { ("S", $0, $1) } + stay).map { from, to, probability in
                TransitionProbability(
                    segment: nil, region: nil, from: from, to: to, probability: probability,
                    provenance: Provenance(file: "x.csv", line: 1, column: 1, layer: "x"))
            }
        }
        let row = Status.selfPaying.rawValue
        for third in [0.333333, 0.333333333333] {
            let made = try TransitionOperator(entries([third, third, third]), waits: true)
            #expect(abs(made.probabilities[row, row] - 1.0 / 3) < 1e-15)
            #expect(abs(made.exits[row, ExitCause.death.rawValue] - 1.0 / 3) < 1e-15)
        }
        let above = try TransitionOperator(entries([0.5, 0.25, 0.250001]), waits: true)
        #expect(above.probabilities[row, row] == 0.5 / 1.000001)
        let exact = try TransitionOperator(entries([0.7, 0.2, 0.1]), waits: true)
        #expect(exact.probabilities[row, row] == 0.7)
        for wrong in [0.3333, 0.333332] {
            #expect(throws: CoverageFault.self) {
                try TransitionOperator(entries([wrong, wrong, wrong]), waits: true)
            }
        }
    }

    @Test("an entry outside 0...1 is refused with its place")
    func probability() {
        var (within, exits) = table()
        within[3, 3] = 1.08
        within[3, 6] = -0.1
        #expect(throws: CoverageFault.probability(from: "F", to: "F", value: 1.08)) {
            try TransitionOperator(within: within, exits: exits)
        }
        (within, exits) = table()
        exits[4, ExitCause.movedAway.rawValue] = -0.5
        #expect(throws: CoverageFault.probability(from: "S1", to: "moved_away", value: -0.5)) {
            try TransitionOperator(within: within, exits: exits)
        }
        (within, exits) = table()
        within[0, 10] = -0.2
        #expect(throws: CoverageFault.probability(from: "U", to: "S0", value: -0.2)) {
            try TransitionOperator(within: within, exits: exits)
        }
        (within, exits) = table()
        within[9, 0] = .nan
        #expect(throws: CoverageFault.self) {
            try TransitionOperator(within: within, exits: exits)
        }
    }

    private func entry(
        _ from: String, _ to: String, _ probability: Double, region: RegionCode? = nil
    ) -> TransitionProbability {
        TransitionProbability(
            segment: nil, region: region, from: from, to: to, probability: probability,
            provenance: .test)
    }

    @Test("symbols place entries; those of one pair add up; unknown ones are refused")
    func entries() throws {
        let rest = Status.allCases.dropFirst().map { entry($0.symbol, $0.symbol, 1) }
        let made = try TransitionOperator(
            rest + [
                entry("U", "U", 0.5), entry("U", "S0", 0.1), entry("U", "S0", 0.1),
                entry("U", "E", 0.25), entry("U", "moved_away", 0.05),
            ], waits: true)
        let (u, s1, e) = (0, Status.selfFirst.rawValue, Status.employer.rawValue)
        #expect(made.probabilities[u, u] == 0.5 && made.probabilities[u, e] == 0.25)
        #expect(isNear(made.probabilities[u, s1], 0.2, 1e-15))
        #expect(made.exits[u, ExitCause.movedAway.rawValue] == 0.05)
        for (from, to) in [("X", "U"), ("U", "dead"), ("S0", "U")] {
            let unknown = from == "U" ? to : from
            #expect(throws: CoverageFault.unknownStatus(unknown)) {
                try TransitionOperator([entry(from, to, 1)], waits: true)
            }
        }
    }

    @Test("where nobody waits, arrivals are vested at once")
    func arrivalsOnPU() throws {
        let rows = Status.allCases.dropFirst().map { entry($0.symbol, $0.symbol, 1) }
        let table = rows + [entry("U", "U", 0.9), entry("U", "S0", 0.1)]
        let made = try TransitionOperator(table, waits: false)
        #expect(made.probabilities[0, Status.selfPaying.rawValue] == 0.1)
        #expect(made.probabilities[0, Status.selfFirst.rawValue] == 0)
    }

    @Test("a region with a table moves by it, the others by their rates")
    func tableOfARegion() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.rates = PlainSteps(PlainRates(movedAway: 0.6))
        var plain = PlainScenario.single(cell, months: 4)
        plain.regions = ["35.05", "35.74"].compactMap { RegionCode($0) }
        plain.cells = [[cell, cell]]
        let rows = Status.allCases.map {
            entry($0.symbol, $0.symbol, 0.9, region: plain.regions[1])
        }
        let left = Status.allCases.map {
            entry($0.symbol, "out_of_labour_force", 0.1, region: plain.regions[1])
        }
        let scenario = plain.scenario()
        let tabled = Scenario(
            name: scenario.name, title: scenario.title, file: scenario.file,
            regions: scenario.regions, horizon: scenario.horizon, segments: scenario.segments,
            purses: scenario.purses, cohorts: [], transitions: rows + left,
            layers: scenario.layers)
        let months = try tabled.resolved().projected().segments[0].months
        let plainShare = PlainRates(movedAway: 0.6).monthlyShare(0.6)
        for record in months {
            let stock = (0...1).map { record.stock([.unprotected], region: $0) }
            #expect(isNear(record.exits(.movedAway, region: 0), stock[0] * plainShare))
            #expect(isNear(record.exits(.outOfLabourForce, region: 1), stock[1] * 0.1))
            #expect(record.exits(.movedAway, region: 1) == 0)
        }
        #expect(isNear(months[3].stock([.unprotected], region: 1), 729))
    }
}
