internal import Quantities

/// One dimension of a design: a function of a point's number, with values in (0, 1).
///
/// A closed list and not a protocol, so that a block of points is filled without a call through a
/// table for each coordinate.
enum UnitColumn: Sendable {
    /// Monte Carlo: the stream's draw of the point's number.
    case random(RandomStream)
    /// Latin hypercube, correlated or not.
    case layers(LatinLayers)
    case sobol(SobolDimension)
    case mixed(NormalMixture)

    /// The dimensions of a design without correlation, in the order of the names.
    ///
    /// All kinds take their randomness from the stream of (seed, name), each under items of its
    /// own, so that no two of them share bits.
    static func independent(
        _ kind: DesignKind, names: [String], count: Int, seed: UInt64
    ) -> [UnitColumn] {
        names.enumerated().map { place, name in
            let stream = RandomStream(seed: seed, name: name)
            return switch kind {
            case .monteCarlo: .random(stream)
            case .latinHypercube: .layers(LatinLayers(stream, count: count))
            case .sobol: .sobol(SobolDimension(place, scramble: stream))
            }
        }
    }

    func value(_ point: Int) -> Double {
        switch self {
        case .random(let stream): stream.uniform(point)
        case .layers(let layers): layers.value(point)
        case .sobol(let dimension): dimension.coordinate(point)
        case .mixed(let mixture): mixture.value(point)
        }
    }

    /// The coordinates of a range of points, as many as `out` has places; the bits of `value`.
    func fill(_ points: Range<Int>, _ out: UnsafeMutableBufferPointer<Double>) {
        switch self {
        case .random(let stream): stream.fill(out, from: points.lowerBound)
        case .layers(let layers):
            for (place, point) in points.enumerated() { out[place] = layers.value(point) }
        case .sobol(let dimension): dimension.fill(points, out)
        case .mixed(let mixture): mixture.fill(points, out)
        }
    }
}

/// A uniform made of other dimensions' uniforms by way of normals.
///
///     u = Phi(sum_j w_j Phi^-1(u_j)),   sum_j w_j^2 = 1
///
/// The sum of independent standard normals with such weights is standard normal, so u is uniform.
struct NormalMixture: Sendable {
    /// One weight for each source: a row of a Cholesky factor, without its zeros.
    let weights: [Double]
    let sources: [UnitColumn]

    /// The coordinate of a point: one quantile of a normal for each source, and one probability.
    func value(_ point: Int) -> Double {
        Self.uniform(
            zip(weights, sources).reduce(0) {
                $0 + $1.0 * StandardNormal.quantile($1.1.value(point))
            })
    }

    /// The coordinates of a range of points, source by source; the bits of `value`.
    func fill(_ points: Range<Int>, _ out: UnsafeMutableBufferPointer<Double>) {
        fillNormals(points, out)
        for place in out.indices { out[place] = Self.uniform(out[place]) }
    }

    /// The mixed normals, before they are made uniforms.
    func fillNormals(_ points: Range<Int>, _ out: UnsafeMutableBufferPointer<Double>) {
        out.update(repeating: 0)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: points.count) { source in
            source.initialize(repeating: 0)
            for (weight, column) in zip(weights, sources) {
                column.fill(points, source)
                for place in out.indices {
                    out[place] += weight * StandardNormal.quantile(source[place])
                }
            }
        }
    }

    /// Kept off 0 and 1, which a sum of extremes rounds to.
    private static func uniform(_ normal: Double) -> Double {
        min(max(StandardNormal.cdf(normal), 0x1p-53), 1 - 0x1p-53)
    }
}
