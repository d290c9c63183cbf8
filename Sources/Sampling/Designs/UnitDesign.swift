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
