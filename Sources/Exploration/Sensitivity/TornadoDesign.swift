/// One input at a time at its low and its high value, all others at their base.
///
/// Run 0 is the base; runs 2i + 1 and 2i + 2 have input i at its low and high value. Values are
/// whatever the model takes: amounts, or quantile levels such as 0.1, 0.5 and 0.9. What inputs do
/// together is not seen; Sobol indices of second order are for that.
public struct TornadoDesign: SensitivityDesign {
    /// An input's three values, in order; low and high need not be equally far from the base.
    public struct Input: Sendable, Equatable {
        /// As bars name it; unique in a design.
        public let name: String
        /// Not above the base.
        public let low: Double
        /// The value while other inputs move.
        public let base: Double
        /// Not below the base.
        public let high: Double

        /// Three values of an input; their order is checked where the design is made.
        public init(name: String, low: Double, base: Double, high: Double) {
            self.name = name
            self.low = low
            self.base = base
            self.high = high
        }
    }

    /// In the order of a point's coordinates.
    public let inputs: [Input]

    /// - Throws: ``SensitivityFault`` for no inputs, equal names, or values that are not numbers in
    ///   the order low, base, high.
    public init(_ inputs: [Input]) throws(SensitivityFault) {
        try Self.check(inputs.map(\.name))
        for input in inputs {
            let isFinite = input.low.isFinite && input.high.isFinite
            guard isFinite, input.low <= input.base, input.base <= input.high else {
                throw .rangeNotOrdered(input: input.name)
            }
        }
        self.inputs = inputs
    }

    /// All inputs from one quantile level to another, with the median as base.
    ///
    /// For models that take points of the unit cube, so that bars of different inputs are of moves
    /// that are equally likely.
    ///
    /// - Throws: ``SensitivityFault`` for no inputs, equal names, or levels not around 0.5.
    public init(
        names: [String], lowQuantile: Double = 0.1, highQuantile: Double = 0.9
    ) throws(SensitivityFault) {
        try self.init(
            names.map { Input(name: $0, low: lowQuantile, base: 0.5, high: highQuantile) })
    }

    /// The names of the inputs, in their order.
    public var names: [String] { inputs.map(\.name) }
    /// The base run, and two for each input.
    public var count: Int { 2 * inputs.count + 1 }
    /// Each run is a row of its own: a failed one leaves only its own bar open.
    public var rowLength: Int { 1 }

    /// The method with its version, then every input with its three values.
    public var identity: String {
        let values = inputs.map {
            "\(String(reflecting: $0.name)):\($0.low)/\($0.base)/\($0.high)"
        }
        return "tornado 1; inputs \(values.joined(separator: ","))"
    }

    /// Writes the points of some runs: the base values, one of them replaced.
    public func fill(_ runs: Range<Int>, into points: inout [Double]) {
        prepare(&points, runs)
        for run in runs {
            let start = (run - runs.lowerBound) * inputs.count
            for place in inputs.indices { points[start + place] = inputs[place].base }
            guard run > 0 else { continue }
            let moved = (run - 1) / 2
            points[start + moved] = run % 2 == 1 ? inputs[moved].low : inputs[moved].high
        }
    }
}
