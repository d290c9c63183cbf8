import LinearAlgebra
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
        let month = Plain.exponential(rates.generatorRows().map { $0.map { $0 / 12 } })
        let within = Matrix(rows: 10, columns: 11) { month[$0][$1] }
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
}
