import Testing

@testable import Exploration

/// One input at a time.
@Suite struct TornadoTests {
    private func design() throws -> TornadoDesign {
        try TornadoDesign([
            .init(name: "idle", low: 0, base: 1, high: 2),
            .init(name: "small", low: 9, base: 10, high: 12),
            .init(name: "hill", low: -1, base: 0, high: 1),
            .init(name: "large", low: 0, base: 5, high: 6),
        ])
    }

    private func value(_ x: [Double]) -> Double { 100 + x[1] - 4 * x[2] * x[2] - 2 * x[3] }

    @Test("Bars start at the base and are sorted by swing; an idle input is inert")
    func bars() throws {
        let design = try design()
        #expect(design.count == 9)
        let values = (0..<9).map { value(design.unitRow($0)) }
        let output = try design.bars(of: [values], named: ["y"]).outputs[0]
        #expect(output.base == 100)
        #expect(output.bars.map(\.input) == ["large", "hill", "small", "idle"])
        #expect(output.bars.map(\.swing) == [12, 4, 3, 0])
        #expect(output.bars.map(\.atLow) == [110, 96, 99, 100])
        #expect(output.bars.map(\.atHigh) == [98, 96, 102, 100])
        #expect(output.bars.map(\.isInert) == [false, false, false, true])
        #expect(output.bars.allSatisfy { $0.atBase == 100 && !$0.hasFailed })
    }

    @Test("A failed run leaves its bar open; a failed base is refused")
    func failed() throws {
        let design = try design()
        var values = (0..<9).map { value(design.unitRow($0)) }
        values[7] = .infinity
        (values[3], values[4]) = (.nan, .nan)
        let bars = try design.bars(of: [values], named: ["y"]).outputs[0].bars
        #expect(bars.map(\.input) == ["hill", "large", "idle", "small"])
        #expect(bars[1].atLow.isNaN && bars[1].swing == 2 && bars[1].hasFailed)
        #expect(bars[3].swing.isNaN && !bars[3].isInert)
        values[0] = .nan
        #expect(throws: SensitivityFault.baseFailed(output: "y")) {
            try design.bars(of: [values], named: ["y"])
        }
    }

    @Test("Quantile levels as values, and what is refused")
    func ranges() throws {
        let design = try TornadoDesign(names: ["a", "b"], lowQuantile: 0.05, highQuantile: 0.95)
        #expect(
            (0..<5).map(design.unitRow) == [
                [0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.05], [0.5, 0.95],
            ])
        #expect(throws: SensitivityFault.rangeNotOrdered(input: "a")) {
            try TornadoDesign([.init(name: "a", low: 2, base: 1, high: 3)])
        }
        #expect(throws: SensitivityFault.rangeNotOrdered(input: "a")) {
            try TornadoDesign([.init(name: "a", low: .nan, base: 1, high: 3)])
        }
        #expect(throws: SensitivityFault.wrongLength(output: "y", count: 4, expected: 5)) {
            try design.bars(of: [[1, 2, 3, 4]], named: ["y"])
        }
    }
}
