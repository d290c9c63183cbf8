internal import RealModule

/// Shares that sum to 1, such as a row of transition probabilities.
///
/// Gamma numbers with the given shapes and one scale, divided by their sum. Mean of share i:
/// `shape_i / sum`. A row of k shares takes k uniforms, so every uniform moves its own share.
///
/// Reference: L. Devroye, Non-Uniform Random Variate Generation, 1986, XI.4.
public struct DirichletRow: Sendable, Hashable {
    /// One shape for each share; a share of shape 0 is always 0.
    public let shapes: [Double]

    /// Checks the shapes: finite, not negative, at least one above 0.
    public init(_ shapes: [Double]) throws(DistributionFault) {
        guard !shapes.isEmpty else { throw .noValues }
        for (position, shape) in shapes.enumerated() where !(shape >= 0 && shape.isFinite) {
            throw .badWeight(position: position, weight: shape)
        }
        guard shapes.contains(where: { $0 > 0 }) else { throw .noWeight }
        self.shapes = shapes
    }

    /// The shares that some uniforms of (0, 1) stand for, one for each shape.
    ///
    /// They sum to 1 within rounding. The gamma numbers are kept as logarithms, so that small
    /// shapes, where they all underflow, still give shares.
    public func shares(_ uniforms: [Double]) -> [Double] {
        precondition(
            uniforms.count == shapes.count,
            "\(uniforms.count) uniforms for \(shapes.count) shares")
        let logarithms = zip(shapes, uniforms).map { shape, u -> Double in
            precondition(u > 0 && u < 1, "a uniform of \(u)")
            return shape > 0 ? Gamma(shape: shape, scale: 1).logQuantile(u) : -.infinity
        }
        let largest = logarithms.max() ?? 0
        let sizes = logarithms.map { Double.exp($0 - largest) }
        let sum = sizes.reduce(0, +)
        return sizes.map { $0 / sum }
    }
}
