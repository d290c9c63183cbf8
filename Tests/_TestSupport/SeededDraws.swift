/// Random numbers that a seed fixes (SplitMix64), so that a failure can be repeated.
public struct SeededDraws: RandomNumberGenerator {
    private var state: UInt64

    /// Begins the sequence of a seed.
    public init(_ seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in a range.
    public mutating func real(_ range: ClosedRange<Double>) -> Double {
        .random(in: range, using: &self)
    }

    /// A whole number in a range.
    public mutating func whole(_ range: ClosedRange<Int>) -> Int {
        .random(in: range, using: &self)
    }

    /// True with the given chance.
    public mutating func chance(_ share: Double) -> Bool { real(0...1) < share }

    /// Positive numbers that sum to one.
    public mutating func shares(_ count: Int) -> [Double] {
        let weights = (0..<count).map { _ in real(0.1...1) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }
}
