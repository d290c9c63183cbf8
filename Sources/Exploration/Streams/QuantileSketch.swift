/// Quantiles of numbers that are not kept, each within a thousandth of its size.
///
/// A number is counted in a bucket `[b(i), b(i+1))` of its magnitude, buckets growing so that
/// `b(i+1) / b(i) <= (1 + a) / (1 - a)` with `a = 0.001`. A quantile is the value of the bucket in
/// which its rank falls, `2 b(i) b(i+1) / (b(i) + b(i+1))`, which no number of the bucket misses by
/// more than `a`:
///
///     |quantile(q) - x(k)| <= a |x(k)|,   k = floor(q (n - 1)),   x(0) <= x(1) <= ... sorted
///
/// Bucket edges are `2^e (1 + s)` with `e + (4 s - s^2) / 3` a multiple of a fixed step: a
/// quadratic in place of the logarithm needs 8 % more buckets, and only operations that every
/// processor rounds alike.
///
/// The counts depend on the numbers alone, not on their order. Memory is four bytes for each bucket
/// between the smallest and the largest magnitude of either sign: 375 for a doubling, 1,246 for a
/// tenfold.
///
/// Reference: C. Masson, J. E. Rim, H. K. Lee, DDSketch, 2019, doi:10.14778/3352063.3352135.
public struct QuantileSketch: Sendable, Equatable {
    /// How far a quantile may be off, relative to itself.
    public static let relativeAccuracy = 0.001

    /// Of numbers above zero.
    private var positive = BucketCounts()
    /// Of the magnitudes of numbers below zero.
    private var negative = BucketCounts()
    private var zeros = 0

    /// Nothing counted.
    public init() {}

    /// How many numbers were counted.
    public var count: Int { positive.total + negative.total + zeros }

    /// Counts a finite number.
    ///
    /// - Precondition: not NaN, not infinite; at most 2^31 - 1 numbers in a bucket.
    public mutating func add(_ number: Double) {
        precondition(number.isFinite, "\(number)")
        if number.magnitude < Double.leastNormalMagnitude {
            zeros += 1
        } else if number > 0 {
            positive.add(Bucket.index(of: number))
        } else {
            negative.add(Bucket.index(of: -number))
        }
    }

    /// The number below which a share of all numbers lies; nil where none was counted.
    ///
    /// - Parameter share: 0 for the smallest, 0.5 for the median, 1 for the largest.
    public func quantile(_ share: Double) -> Double? {
        guard count > 0, (0...1).contains(share) else { return nil }
        let rank = Int(share * Double(count - 1))
        if rank < negative.total {
            return negative.index(ofRank: negative.total - 1 - rank).map { -Bucket.value($0) }
        }
        if rank < negative.total + zeros { return 0 }
        return positive.index(ofRank: rank - negative.total - zeros).map(Bucket.value)
    }
}

/// The buckets of magnitudes, from the smallest normal number to the largest.
private enum Bucket {
    /// Buckets to a doubling. The slope of `e + (4 s - s^2) / 3` over the logarithm is at least
    /// 4/3, so a step of `1 / steps` spans at most `3 / (4 steps)` of it, which is
    /// `ln((1 + a) / (1 - a)) = 2 (a + a^3 / 3 + ...)`.
    private static let steps: Double = {
        let accuracy = QuantileSketch.relativeAccuracy
        return 3 / (8 * (accuracy + accuracy * accuracy * accuracy / 3))
    }()

    /// The bucket of a normal number above zero.
    static func index(of number: Double) -> Int {
        let rest = number.significand - 1
        let place = Double(number.exponent) + rest * (4 - rest) / 3
        return Int((place * steps).rounded(.down))
    }

    /// The number of a bucket that is nearest to all of its numbers.
    static func value(_ index: Int) -> Double {
        let (low, high) = (edge(index), min(edge(index + 1), .greatestFiniteMagnitude))
        return low * (2 / (1 + low / high))
    }

    /// Where a bucket begins: `s = 2 - sqrt(4 - 3 p)` solves `(4 s - s^2) / 3 = p`.
    private static func edge(_ index: Int) -> Double {
        let place = Double(index) / steps
        let exponent = place.rounded(.down)
        let rest = 2 - (4 - 3 * (place - exponent)).squareRoot()
        return Double(sign: .plus, exponent: Int(exponent), significand: 1 + rest)
    }
}

/// Counts of a run of buckets, from the first to the last that has any.
private struct BucketCounts: Sendable, Equatable {
    /// The bucket of the first count.
    private var first = 0
    /// Neither begins nor ends with a bucket that was never counted in.
    private var counts: [Int32] = []
    /// The sum of the counts.
    private(set) var total = 0

    /// Counts one number in a bucket.
    mutating func add(_ index: Int) {
        reach(index, index)
        counts[index - first] += 1
        total += 1
    }

    private mutating func reach(_ low: Int, _ high: Int) {
        guard !counts.isEmpty else {
            first = low
            counts = Array(repeating: 0, count: high - low + 1)
            return
        }
        if low < first {
            counts.insert(contentsOf: repeatElement(0, count: first - low), at: 0)
            first = low
        }
        let missing = high - first - counts.count + 1
        if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
    }

    /// The bucket in which a rank falls, the smallest magnitude having rank 0.
    func index(ofRank rank: Int) -> Int? {
        var seen = 0
        for (offset, count) in counts.enumerated() {
            seen += Int(count)
            if seen > rank { return first + offset }
        }
        return nil
    }
}
