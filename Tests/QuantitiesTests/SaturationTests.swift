import Quantities
import Testing

/// Outreach against published values of Atomica.
@Suite struct SaturationTests {
    @Test("Published values", arguments: [(1.0, 0.5, 0.462117), (0.9, 1.0, 0.724009)])
    func published(most: Double, asked: Double, reached: Double) {
        #expect(abs(Saturation.reached(asked, most: most) - reached) < 5e-7)
    }

    @Test("A little asked is reached; more never brings less, nor more than can be reached")
    func shape() {
        #expect(abs(Saturation.reached(1e-4, most: 0.8) - 1e-4) < 1e-11)
        let reached = (0...100).map { Saturation.reached(Double($0) / 50, most: 0.8) }
        #expect(reached[0] == 0)
        #expect(zip(reached, reached.dropFirst()).allSatisfy { $0 < $1 })
        #expect(reached.allSatisfy { $0 < 0.8 })
    }
}
