/// What one input must be for a point to lie in a box.
public struct BoxLimit: Sendable, Equatable {
    /// The values allowed.
    public enum Allowed: Sendable, Equatable {
        /// Numbers from `lower` to `upper`, both included; nil where that side is open.
        case range(lower: Double?, upper: Double?)
        /// Some of the categories that occur, in the order of their text.
        case categories([String])
    }

    /// The input that is limited, as a sweep names it.
    public let input: String
    /// Which of its values lie inside the box.
    public let allowed: Allowed

    /// Limits an input.
    public init(input: String, allowed: Allowed) {
        self.input = input
        self.allowed = allowed
    }

    /// Whether a number is allowed; false for categories.
    public func contains(_ value: Double) -> Bool {
        guard case .range(let lower, let upper) = allowed else { return false }
        return value >= lower ?? -.infinity && value <= upper ?? .infinity
    }

    /// Whether a category is allowed; false for numbers.
    public func contains(_ value: String) -> Bool {
        guard case .categories(let labels) = allowed else { return false }
        return labels.contains(value)
    }
}

/// A rule of the form "growth at most 3.1 % and price at least Rp 45,000": a scenario in words.
///
/// Only restricted inputs have a limit. A limit on numbers lies midway between the values of the
/// last point inside and the first one outside.
public struct Box: Sendable, Equatable {
    /// In the order of the inputs.
    public let limits: [BoxLimit]

    /// Makes a box from limits; none means that every point lies in it.
    public init(_ limits: [BoxLimit]) { self.limits = limits }

    /// How many inputs are restricted.
    public var restrictedCount: Int { limits.count }
}

extension PrimPoints {
    /// The points that lie in a box; limits on unknown inputs let nothing pass.
    ///
    /// - Complexity: O(r n) for r limits.
    public func points(in box: Box) -> [Int] {
        let columns = box.limits.map { limit in
            (limit, inputs.first { $0.name == limit.input }?.values)
        }
        return (0..<count).filter { point in
            columns.allSatisfy { limit, values in
                switch values {
                case .numbers(let numbers): limit.contains(numbers[point])
                case .categories(let labels): limit.contains(labels[point])
                case nil: false
                }
            }
        }
    }
}

/// How likely a limit of a box is mere luck: its quasi-p-value.
///
/// Let the box hold T points with H of interest, and the box without this limit a share p. The
/// quasi-p-value is the probability of at least H of T when each has the chance p:
///
///     P(X >= H), X binomial (T, p)
///
/// Small values speak for the limit. They are not p-values of a test, since the same points chose
/// the limit: order limits by them and be wary of those above 0.05.
///
/// Reference: B. P. Bryant and R. J. Lempert, Thinking inside the box, Technol. Forecast. Soc.
/// Change 77 (2010), doi:10.1016/j.techfore.2009.08.002.
public struct BoxSignificance: Sendable, Equatable {
    /// The input that is limited.
    public let input: String
    /// Without all limits on the input.
    public let whole: Double
    /// Without the lower limit alone; nil if there is none.
    public let lower: Double?
    /// Without the upper limit alone; nil if there is none.
    public let upper: Double?
}

/// The tail of the binomial distribution, by products alone, so that it gives the same bits on
/// every machine.
enum BoxBinomial {
    /// P(X >= least) for X the number of successes of chance p in `trials`.
    ///
    /// - Complexity: O(trials); the relative error grows with the trials, about 1e-16 for each.
    static func upperTail(atLeast least: Int, of trials: Int, chance p: Double) -> Double {
        guard least > 0, p < 1 else { return 1 }
        guard p > 0, least <= trials else { return 0 }
        let odds = p / (1 - p)
        // The smaller tail is summed, from its largest term on.
        if Double(least) > Double(trials) * p {
            var term = probability(least, of: trials, chance: p)
            var sum = term
            for k in least..<max(least, trials) where term > sum * 1e-18 {
                term *= Double(trials - k) / Double(k + 1) * odds
                sum += term
            }
            return min(sum, 1)
        }
        var term = probability(least - 1, of: trials, chance: p)
        var sum = term
        for k in stride(from: least - 1, to: 0, by: -1) where term > sum * 1e-18 {
            term *= Double(k) / Double(trials - k + 1) / odds
            sum += term
        }
        return max(0, 1 - sum)
    }

    /// P(X = k).
    ///
    /// Growing and shrinking factors are multiplied in turn, so that nothing overflows and only
    /// what is truly below the smallest number becomes 0.
    static func probability(_ k: Int, of trials: Int, chance p: Double) -> Double {
        let q = 1 - p
        var product = 1.0
        var failures = trials - k
        for i in 0..<k {
            while product >= 1, failures > 0 {
                product *= q
                failures -= 1
            }
            product *= Double(trials - k + i + 1) / Double(i + 1) * p
        }
        for _ in 0..<failures { product *= q }
        return product
    }
}
