/// The Sobol sequence: points whose every first 2^m are evenly spread.
///
/// In the order of the Gray code, so (0, 0), (.5, .5), (.75, .25), ... as it is. The direction
/// numbers are those of Joe and Kuo, chosen for good two-dimensional projections.
///
/// Scrambling makes estimates unbiased and keeps the nets: a random linear scramble (Matoušek)
/// with a random shift, under which the variance of a mean equals that under Owen's nested
/// scramble. Use a power of two of points.
///
/// References: S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008), doi:10.1137/070709359;
/// J. Matoušek, J. Complexity 14 (1998), doi:10.1006/jcom.1998.0489; A. B. Owen, Variance with
/// alternative scramblings of digital nets, ACM TOMACS 13 (2003), doi:10.1145/945511.945518.
public struct SobolSequence: Sendable {
    /// Number of points before the sequence ends, 2^32.
    public static let period = 1 << 32
    /// Number of dimensions that have direction numbers.
    public static let mostDimensions = SobolDirections.count

    private let columns: [SobolDimension]

    /// The sequence in some dimensions, as it is (nil) or scrambled by a seed.
    ///
    /// - Throws: `badDimensions` (1 to `mostDimensions`).
    public init(dimensions: Int, scramble: UInt64?) throws(DesignFault) {
        guard dimensions >= 1, dimensions <= Self.mostDimensions else {
            throw .badDimensions(dimensions, most: Self.mostDimensions)
        }
        columns = (0..<dimensions).map { dimension in
            SobolDimension(
                dimension,
                scramble: scramble.map { RandomStream(seed: $0, name: "sobol \(dimension)") })
        }
    }

    /// Number of dimensions.
    public var dimensions: Int { columns.count }

    /// A point of the sequence, from 0.
    public func point(_ index: Int) -> [Double] {
        requireIndices(index..<index + 1)
        return columns.map { $0.coordinate(index) }
    }

    /// One coordinate of a point, both from 0; at most 32 steps.
    public func coordinate(_ index: Int, _ dimension: Int) -> Double {
        requireIndices(index..<index + 1)
        return columns[dimension].coordinate(index)
    }

    /// Fills a buffer with one coordinate of a range of points; one step each.
    ///
    /// - Parameter out: as long as the range.
    public func fill(
        points: Range<Int>, dimension: Int, into out: UnsafeMutableBufferPointer<Double>
    ) {
        requireIndices(points)
        precondition(out.count == points.count, "\(points.count) points into \(out.count) places")
        columns[dimension].fill(points, out)
    }

    /// Stops the program for points that the sequence does not have.
    private func requireIndices(_ indices: Range<Int>) {
        precondition(
            indices.lowerBound >= 0 && indices.upperBound <= Self.period,
            "points \(indices) of a Sobol sequence")
    }
}
