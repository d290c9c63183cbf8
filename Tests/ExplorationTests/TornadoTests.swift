import Testing

@testable import Exploration

/// One input at a time.
@Suite struct TornadoTests {
    @Test("A bar covers all three values; ends within last bits of the base are inert")
    func swing() {
        let hill = TornadoBar(input: "hill", atLow: 96, atBase: 100, atHigh: 96)
        #expect(hill.swing == 4 && !hill.isInert && !hill.hasFailed)
        #expect(TornadoBar(input: "large", atLow: 110, atBase: 100, atHigh: 98).swing == 12)
        let idle = TornadoBar(input: "idle", atLow: (100.0).nextUp, atBase: 100, atHigh: 100)
        #expect(idle.isInert && idle.swing == 0)
    }

    @Test("A failed run leaves its end open")
    func failed() {
        let half = TornadoBar(input: "half", atLow: .nan, atBase: 100, atHigh: 98)
        #expect(half.hasFailed && half.swing == 2 && !half.isInert)
        let none = TornadoBar(input: "none", atLow: .nan, atBase: 100, atHigh: .infinity)
        #expect(none.swing.isNaN && !none.isInert)
    }
}
