import Optimization
import Testing

/// The text of a programme, as other solvers read it.
@Suite struct LinearProgrammeTextTests {
    /// What other solvers read.
    private static let expected = """
        * x0 kota
        * x2 kab. A
        * r0 budget
        * maximise the opposite of cost
        NAME lindung
        ROWS
         N cost
         L r0
         G r1
         E r2
         N r3
         G r4
         L r5
        COLUMNS
         x0 cost -1.5
         x0 r0 1.0
         x0 r2 1.0
         x1 cost 2.0
         x1 r0 0.25
         x1 r4 1.0
         x2 cost 0.0
         x2 r1 1.0
         x2 r3 2.0
         x3 cost 0.0
         x3 r1 -1.0
         x3 r2 1.0
        RHS
         RHS r0 10.0
         RHS r1 1.0
         RHS r2 -3.0
         RHS r4 2.0
         RHS r5 5.0
        RANGES
         RANGES r1 5.0
        BOUNDS
         FR BOUNDS x0
         FX BOUNDS x1 3.0
         LO BOUNDS x2 -1.0
         UP BOUNDS x2 4.0
         MI BOUNDS x3
         UP BOUNDS x3 -2.0
        ENDATA

        """

    @Test("Every kind of row and bound; terms that cancel are not written")
    func mps() throws {
        var programme = LinearProgramme(.maximise)
        let free = programme.addVariable(cost: 1.5, lower: -.infinity, named: "kota")
        let fixed = programme.addVariable(cost: -2, lower: 3, upper: 3)
        let between = programme.addVariable(lower: -1, upper: 4, named: "kab. A")
        let below = programme.addVariable(lower: -.infinity, upper: -2)
        programme.addRow([(free, 1), (fixed, 0.25)], upper: 10, named: "budget")
        programme.addRow([(between, 1), (below, -1)], lower: 1, upper: 6)
        programme.addRow([(free, 1), (below, 1)], equals: -3)
        programme.addRow([(between, 2)])
        programme.addRow([(fixed, 1)], lower: 2)
        programme.addRow([(free, 1), (free, -1)], upper: 5)
        #expect(try programme.mps() == Self.expected)
    }

    @Test("A programme that cannot be solved for its numbers cannot be written either")
    func faults() {
        var programme = LinearProgramme(.minimise)
        programme.addVariable(lower: 1, upper: 0)
        #expect(throws: LinearProgrammeFault.variableBounds(variable: 0, lower: 1, upper: 0)) {
            try programme.mps()
        }
    }
}
