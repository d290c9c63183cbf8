import Quantities

/// How far each input moves each output from its base value, longest bars first.
public struct TornadoBars: Sendable, Equatable {
    /// One input's two bars, both from the output's base value.
    public struct Bar: Sendable, Equatable {
        /// Which input moves.
        public let input: String
        /// The output at the input's low value, at all base values, at the input's high value.
        /// NaN where that run failed.
        public let atLow: Double
        /// The output with all inputs at their base; the same in every bar of an output.
        public let atBase: Double
        /// The output at the input's high value; NaN where that run failed.
        public let atHigh: Double

        /// The stretch that the bars cover: largest less smallest of the three. A failed run
        /// counts as none; NaN where both failed.
        public var swing: Double {
            let ends = [atLow, atHigh].filter(\.isFinite)
            guard let low = ends.min(), let high = ends.max() else { return .nan }
            return max(high, atBase) - min(low, atBase)
        }

        /// Bars from the base; ends that differ from it by last bits alone stand at it.
        package init(input: String, atLow: Double, atBase: Double, atHigh: Double) {
            self.input = input
            self.atBase = atBase
            self.atLow = atLow.isAbout(atBase) ? atBase : atLow
            self.atHigh = atHigh.isAbout(atBase) ? atBase : atHigh
        }

        /// Whether both runs worked and gave the base value.
        public var isInert: Bool { atLow == atBase && atHigh == atBase }
        /// Whether either run failed, so that a bar is missing.
        public var hasFailed: Bool { !atLow.isFinite || !atHigh.isFinite }
    }

    /// One output's bars: longest swing first, equal ones in the order of the inputs, bars with
    /// nothing to show last.
    public struct Output: Sendable, Equatable {
        /// As the caller named it.
        public let name: String
        /// Its value with all inputs at their base.
        public let base: Double
        /// One for each input.
        public let bars: [Bar]
    }

    /// The identity of the design.
    public let design: String
    /// In the order in which outputs were given.
    public let outputs: [Output]
}

extension TornadoDesign {
    /// The bars of each input for some outputs.
    ///
    /// - Parameters:
    ///   - outputs: for each output its values, in the order of runs; one that is not finite marks
    ///     a failed run.
    ///   - outputNames: of the outputs.
    ///   - maker: the identity of the design that made the values, where they were stored.
    /// - Throws: ``SensitivityFault`` where outputs are another design's, or the base run failed.
    public func bars(
        of outputs: [[Double]], named outputNames: [String], madeBy maker: String? = nil
    ) throws(SensitivityFault) -> TornadoBars {
        try check(outputs, named: outputNames, madeBy: maker)
        for (name, output) in zip(outputNames, outputs) where !output[0].isFinite {
            throw .baseFailed(output: name)
        }
        return TornadoBars(
            design: identity,
            outputs: zip(outputNames, outputs).map { name, output in
                TornadoBars.Output(name: name, base: output[0], bars: bars(of: output))
            })
    }

    /// The bars of one output, sorted.
    private func bars(of output: [Double]) -> [TornadoBars.Bar] {
        let bars = inputs.enumerated().map { place, input in
            TornadoBars.Bar(
                input: input.name, atLow: finite(output[2 * place + 1]), atBase: output[0],
                atHigh: finite(output[2 * place + 2]))
        }
        /// The length by which bars are sorted; below all others where both runs failed.
        func rank(_ bar: TornadoBars.Bar) -> Double { bar.swing.isNaN ? -1 : bar.swing }
        return bars.enumerated().sorted { a, b in
            let (first, second) = (rank(a.element), rank(b.element))
            return first == second ? a.offset < b.offset : first > second
        }.map(\.element)
    }

    /// A failed run as NaN, which tables leave empty.
    private func finite(_ value: Double) -> Double { value.isFinite ? value : .nan }
}
