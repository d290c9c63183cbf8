internal import Quantities

/// How points of the unit cube are chosen.
public enum DesignKind: String, Sendable, Hashable, CaseIterable {
    /// Independent points.
    case monteCarlo = "mc"
    /// Each of as many layers as there are points is hit once, in every dimension.
    case latinHypercube = "lhs"
    /// A scrambled Sobol sequence: evenly spread in many dimensions at once.
    case sobol
}

/// Points of the unit cube, one dimension for each named input.
///
/// A coordinate lies in the open interval (0, 1) and is a function of (seed, name, point) alone
/// under Monte Carlo; of the number of points too under Latin hypercube; and of the name's place
/// among the names under Sobol, whose dimensions are not alike: put the inputs that matter most
/// first, and new ones last. Points can be made in any order and in parts.
///
/// Under a rank correlation the correlated inputs, and only they, also depend on those before
/// them in the list. Each keeps exactly its uniform distribution. Latin hypercubes keep their
/// layers: the numbers of the correlated normals' ranks are dealt out instead (as of Iman and
/// Conover, but without removing the chance correlation of the layers). A correlated Sobol
/// dimension is no longer evenly spread by itself.
///
/// References: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979),
/// doi:10.2307/1268522; R. L. Iman and W. J. Conover, Communications in Statistics B 11 (1982),
/// doi:10.1080/03610918208812265; `SobolSequence`, `RankCorrelation`.
public struct UnitDesign: Sendable {
    /// How points are chosen.
    public let kind: DesignKind
    /// The dimensions' names, all different.
    public let names: [String]
    /// Number of points.
    public let count: Int
    /// Another seed, other points.
    public let seed: UInt64
    /// One for each name, correlated where asked for.
    private let columns: [UnitColumn]

    /// A design of `count` points.
    ///
    /// - Parameters:
    ///   - names: of the inputs; each has its own stream of random numbers under the seed.
    ///   - count: best a power of two under Sobol.
    ///   - correlation: between any of the names; the others stay independent.
    /// - Throws: `badCount` (1 to 2^32), `badDimensions` (Sobol: at most
    ///   `SobolSequence.mostDimensions`), `duplicateName`, `unknownName`.
    public init(
        _ kind: DesignKind, names: [String], count: Int, seed: UInt64,
        correlation: RankCorrelation? = nil
    ) throws(DesignFault) {
        guard count >= 1, count <= SobolSequence.period else {
            throw .badCount(count, most: SobolSequence.period)
        }
        if kind == .sobol, names.count > SobolSequence.mostDimensions {
            throw .badDimensions(names.count, most: SobolSequence.mostDimensions)
        }
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() {
            if places.updateValue(place, forKey: name) != nil { throw .duplicateName(name) }
        }
        let independent = UnitColumn.independent(kind, names: names, count: count, seed: seed)
        self.kind = kind
        self.names = names
        self.count = count
        self.seed = seed
        columns =
            try correlation?.applied(to: independent, places: places, count: count)
            ?? independent
    }

    /// A coordinate of a point.
    public func value(_ point: Int, _ dimension: Int) -> Double {
        precondition(point >= 0 && point < count, "point \(point) of \(count)")
        return columns[dimension].value(point)
    }

    /// All coordinates of a point, in the order of the names.
    public func row(_ point: Int) -> [Double] {
        precondition(point >= 0 && point < count, "point \(point) of \(count)")
        return columns.map { $0.value(point) }
    }

    /// Fills a buffer with one coordinate of a range of points; the bits of `value`, faster.
    ///
    /// - Parameter out: as long as the range.
    public func fill(
        points: Range<Int>, dimension: Int, into out: UnsafeMutableBufferPointer<Double>
    ) {
        precondition(
            points.lowerBound >= 0 && points.upperBound <= count, "points \(points) of \(count)")
        precondition(out.count == points.count, "\(points.count) points into \(out.count) places")
        columns[dimension].fill(points, out)
    }

    /// One coordinate of a range of points, of all where none is given.
    public func column(_ dimension: Int, points: Range<Int>? = nil) -> [Double] {
        let points = points ?? 0..<count
        return [Double](unsafeUninitializedCapacity: points.count) { buffer, filled in
            fill(
                points: points, dimension: dimension,
                into: UnsafeMutableBufferPointer(rebasing: buffer[0..<points.count]))
            filled = points.count
        }
    }
}

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

/// Why a design of points does not exist.
public enum DesignFault: Error, Hashable, Sendable {
    /// The number of points is below 1, or above what a sequence has.
    case badCount(Int, most: Int)
    /// There are more dimensions than direction numbers, or none where one is needed.
    case badDimensions(Int, most: Int)
    /// Two dimensions have one name.
    case duplicateName(String)
    /// A correlated input is not among the dimensions.
    case unknownName(String)
}
