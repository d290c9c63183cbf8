internal import RealModule

/// Where the level of a series broke: the cut into segments of constant level with the least sum of
/// squares for each number of breaks, and the number of least BIC.
///
///     BIC(m) = n (log(2 pi RSS / n) + 1) + 2 (m + 1) log n
///
/// A trend has breaks in level too, one after the other: ``isTrend`` tells it apart. Missing
/// observations are skipped. Time is proportional to the square of the observations.
///
/// References: J. Bai and P. Perron, Computation and analysis of multiple structural change models,
/// J. Applied Econometrics 18 (2003), doi:10.1002/jae.659; A. Zeileis et al., strucchange, J.
/// Statistical Software 7 (2002), doi:10.18637/jss.v007.i02.
public struct LevelBreaks: Sendable, Equatable {
    /// The first step of each segment but the first, ascending; empty where the level never broke.
    public let starts: [Int]

    /// The mean of each segment, one more than there are breaks.
    public let levels: [Double]

    /// The criterion by the number of breaks, from 0; the chosen number has the least.
    public let criteria: [Double]

    /// The same criterion of a straight line or a parabola in time, the lesser of both.
    public let trendCriterion: Double

    /// Whether a trend describes the series better than levels do, so that the breaks found are
    /// stairs along it.
    public var isTrend: Bool { trendCriterion < criteria[starts.count] }

    /// How far the last observation lies from the level of those before it in its segment, in
    /// standard errors of a prediction; nil where it is alone or nothing scatters.
    ///
    /// No segment is as short as one step, so a break in the last one shows here alone.
    public let lastDeviation: Double?

    /// Whether the last observation is out of line: a deviation that one series in a thousand has.
    public var isLastSuspect: Bool { abs(lastDeviation ?? 0) > 3.2905 }

    /// Finds the breaks.
    ///
    /// - Parameters:
    ///   - series: with two observations at least.
    ///   - shortest: the least share of the observations that a segment may have.
    /// - Throws: `tooShort` with fewer observations than two shortest segments.
    public init(_ series: TimeSeries, shortest: Double = 0.15) throws(FitFault) {
        precondition(shortest > 0 && shortest <= 0.5, "segments of \(shortest) of the whole")
        let known = series.values.indices.filter { !series.values[$0].isNaN }
        let least = max(2, Int(Double(known.count) * shortest))
        if known.count < 2 * least { throw .tooShort(needed: 2 * least, have: known.count) }
        let values = known.map { series.values[$0] }
        let cost = SegmentCost(values)
        let most = known.count / least - 1
        let search = SegmentSearch(cost, least: least, most: most)
        var criteria: [Double] = []
        let count = Double(known.count)
        for breaks in 0...most {
            let squares = max(search.squares(breaks), cost.floor)
            criteria.append(
                count * (Double.log(2 * .pi * squares / count) + 1)
                    + 2 * Double(breaks + 1) * .log(count))
        }
        let chosen = criteria.indices.min { criteria[$0] < criteria[$1] } ?? 0
        let cuts = search.cuts(chosen)
        let ends = [0] + cuts + [values.count]
        starts = cuts.map { known[$0] }
        levels = zip(ends, ends.dropFirst()).map { cost.mean($0, $1) }
        self.criteria = criteria
        trendCriterion = Self.trendCriterion(known.map(Double.init), values, floor: cost.floor)
        lastDeviation = Self.lastDeviation(values, ends, cost)
    }

    /// Squares about polynomials in time, orthogonal on the steps that are known.
    private static func trendCriterion(
        _ times: [Double], _ values: [Double], floor: Double
    ) -> Double {
        let count = Double(values.count)
        var rest = values
        var basis: [[Double]] = []
        var least = Double.infinity
        for degree in 0...min(2, values.count - 1) {
            var column = degree == 0 ? times.map { _ in 1 } : zip(basis[degree - 1], times).map(*)
            for other in basis { Self.take(other, from: &column) }
            Self.take(column, from: &rest)
            basis.append(column)
            if degree == 0 { continue }
            let squares = max(rest.reduce(0) { $0 + $1 * $1 }, floor)
            least = min(
                least,
                count * (Double.log(2 * .pi * squares / count) + 1)
                    + Double(degree + 2) * .log(count))
        }
        return least
    }

    /// Takes the part of a column that lies along another one out of it.
    private static func take(_ other: [Double], from column: inout [Double]) {
        let size = other.reduce(0) { $0 + $1 * $1 }
        let share = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 } / size
        for place in column.indices { column[place] -= share * other[place] }
    }

    /// The last observation against its segment without it, by the scatter of all segments.
    private static func lastDeviation(
        _ values: [Double], _ ends: [Int], _ cost: SegmentCost
    ) -> Double? {
        let (first, last) = (ends[ends.count - 2], values.count - 1)
        let before = zip(ends.dropLast(2), ends.dropFirst()).reduce(0) {
            $0 + cost.squares($1.0, $1.1)
        }
        let squares = before + cost.squares(first, last)
        let freedom = Double(last - (ends.count - 1))
        guard last > first, freedom > 0, squares > cost.floor else { return nil }
        let error = (squares / freedom * (1 + 1 / Double(last - first))).squareRoot()
        return (values[last] - cost.mean(first, last)) / error
    }
}

/// Means and sums of squares of runs of observations, from running sums.
private struct SegmentCost {
    private let sums: [Double]
    private let products: [Double]
    private let center: Double
    /// Rounding: what is below is a perfect fit.
    let floor: Double

    init(_ values: [Double]) {
        let center = values.reduce(0, +) / Double(values.count)
        self.center = center
        sums = values.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1 - center) }
        products = values.reduce(into: [0]) {
            $0.append($0[$0.count - 1] + ($1 - center) * ($1 - center))
        }
        let largest = values.reduce(0) { max($0, abs($1)) }
        floor = max(Double(values.count) * largest * largest * 1e-26, 0x1p-500)
    }

    var count: Int { sums.count - 1 }

    func mean(_ first: Int, _ end: Int) -> Double {
        center + (sums[end] - sums[first]) / Double(end - first)
    }

    func squares(_ first: Int, _ end: Int) -> Double {
        let sum = sums[end] - sums[first]
        return max(0, products[end] - products[first] - sum * sum / Double(end - first))
    }
}

/// The best cuts for each number of breaks, by dynamic programming over the end of the series.
private struct SegmentSearch {
    /// `least[m][e]`: the sum of squares of the first e observations with m breaks.
    private var least: [[Double]]
    /// Where the last segment of that cut begins.
    private var last: [[Int]]

    init(_ cost: SegmentCost, least shortest: Int, most: Int) {
        let count = cost.count
        least = [(0...count).map { $0 < shortest ? .infinity : cost.squares(0, $0) }]
        last = [[Int](repeating: 0, count: count + 1)]
        for breaks in 1..<most + 1 {
            var row = [Double](repeating: .infinity, count: count + 1)
            var starts = [Int](repeating: 0, count: count + 1)
            for end in stride(from: (breaks + 1) * shortest, through: count, by: 1) {
                for start in breaks * shortest...end - shortest {
                    let squares = least[breaks - 1][start] + cost.squares(start, end)
                    if squares < row[end] { (row[end], starts[end]) = (squares, start) }
                }
            }
            least.append(row)
            last.append(starts)
        }
    }

    func squares(_ breaks: Int) -> Double { least[breaks][least[breaks].count - 1] }

    func cuts(_ breaks: Int) -> [Int] {
        var result: [Int] = []
        var end = least[0].count - 1
        for number in stride(from: breaks, to: 0, by: -1) {
            end = last[number][end]
            result.append(end)
        }
        return result.reversed()
    }
}
