/// Looks for the place between two others where the outcome comes nearest to the target.
///
/// Golden section (Kiefer 1953, doi:10.1090/S0002-9939-1953-0055639-3). For what a grid steps over:
/// a curve that touches the target, or that crosses it twice between two points. It ends once the
/// other side of the target is reached, since the two changes around it are then found as such.
package struct GoldenSection: Sendable {
    /// Where to end where nothing is crossed: an outcome that bends by its whole span within the
    /// dial is then known to 1e-10 of the span.
    package static let width = 1e-5
    /// `(sqrt(5) - 1) / 2`.
    private static let ratio = 0.618_033_988_749_894_9

    private var low: Double
    private var high: Double
    private var left: TargetProbe?
    /// The upper of the two; nil where it is still to be looked at.
    private var right: TargetProbe?
    private let isMet: Bool
    /// The nearest of all, the grid's own point to begin with.
    package private(set) var best: TargetProbe
    private var isDone = false
    private var count = 0

    /// - Parameter best: the grid's point inside or at an end of the interval.
    init(_ low: Double, _ high: Double, best: TargetProbe) {
        self.low = low
        self.high = high
        self.best = best
        isMet = best.isMet
    }

    /// Where to look next.
    package var next: Double? {
        guard !isDone, high - low > Self.width else { return nil }
        if left == nil { return high - Self.ratio * (high - low) }
        if right == nil { return low + Self.ratio * (high - low) }
        return nil
    }

    /// Takes the margin at ``next``.
    ///
    /// An interval at the end of the dial often has its extreme in that end: after six places that
    /// found nothing nearer the search is given up.
    package mutating func take(_ margin: Double) {
        guard let dial = next else { return }
        let probe = TargetProbe(dial: dial, margin: margin)
        count += 1
        if left == nil { left = probe } else { right = probe }
        if margin.isNaN || probe.isMet != isMet {
            isDone = true
            return
        }
        if abs(margin) < abs(best.margin) { best = probe }
        if count >= 6, best.dial <= low || best.dial >= high { isDone = true }
        guard let left, let right else { return }
        if abs(left.margin) < abs(right.margin) {
            (high, self.right, self.left) = (right.dial, left, nil)
        } else {
            (low, self.left, self.right) = (left.dial, right, nil)
        }
    }
}

extension GoldenSection {
    /// One search for each place where neighbouring points are farther from the target on both
    /// sides, and for each end of the dial that is nearer than its neighbour.
    ///
    /// Two equal points beside each other count as one; more of them are a plateau, on which
    /// nothing is to be found. A place that is farther from the target than four times what the
    /// curve moves over two points to either side is left alone: the peak of a parabola lies less
    /// than a quarter of that beyond its nearest point.
    ///
    /// - Parameter probes: in order of the dial.
    package static func all(in probes: [TargetProbe]) -> [GoldenSection] {
        var searches: [GoldenSection] = []
        var start = 0
        while start < probes.count {
            var end = start
            while end + 1 < probes.count, probes[end + 1].margin == probes[start].margin {
                end += 1
            }
            let place = probes[start]
            let before = start > 0 ? probes[start - 1] : nil
            let after = end + 1 < probes.count ? probes[end + 1] : nil
            let neighbours = [before, after].compactMap { $0 }
            let isNearest = neighbours.allSatisfy {
                $0.isMet == place.isMet && abs($0.margin) > abs(place.margin)
            }
            let around = probes[max(0, start - 2)...min(probes.count - 1, end + 2)].map(\.margin)
            let movement = (around.max() ?? 0) - (around.min() ?? 0)
            let isNear = abs(place.margin) <= 4 * movement
            if isNearest, isNear, !neighbours.isEmpty, end - start <= 1 {
                searches.append(
                    GoldenSection(
                        (before ?? place).dial, (after ?? probes[end]).dial, best: place))
            }
            start = end + 1
        }
        return searches.filter { $0.next != nil }
    }
}
