import RealModule

/// The share of a group to which something happens within one period, in 0...1.
///
/// Not an ``Intensity``: it cannot exceed one, and it compounds with the length of its period. The
/// two are different types because the same yearly figure gives different months.
public struct Probability: Hashable, Sendable, Comparable {
    /// How long the period is, in months.
    public let months: Double
    /// The share within the period.
    public let value: Double

    /// A yearly probability; nil outside 0...1.
    ///
    /// For the yearly death probabilities of a life table.
    public init?(yearly value: Double) {
        self.init(value, overMonths: 12)
    }

    /// A probability over a number of months; nil outside 0...1. The length of the period is
    /// positive.
    public init?(_ value: Double, overMonths months: Double) {
        guard (0...1).contains(value), months > 0 else { return nil }
        self.value = value
        self.months = months
    }

    /// The same hazard over one month: `1 - (1 - q)^(1/months)`.
    ///
    /// Assumes that the hazard is constant within the period. Through `log1p` and `expm1`, so that
    /// probabilities near zero keep their digits.
    public var monthly: Probability {
        let value = -Double.expMinusOne(Double.log(onePlus: -value) / months)
        return Probability(unchecked: value, overMonths: 1)
    }

    /// A value that is known to lie in 0...1, and a period above 0.
    private init(unchecked value: Double, overMonths months: Double) {
        self.value = value
        self.months = months
    }

    /// By what they mean for one month, so that periods of different length compare.
    public static func < (left: Probability, right: Probability) -> Bool {
        left.monthly.value < right.monthly.value
    }
}

/// An instantaneous rate per person and year: an entry of a generator matrix.
///
/// Intensities add: competing causes sum to the rate of any of them, which probabilities do not.
public struct Intensity: Hashable, Sendable, Comparable {
    /// Events per person-year at risk, not negative.
    public let perYear: Double

    /// A yearly intensity; nil when negative or not finite.
    public init?(perYear: Double) {
        guard perYear >= 0, perYear.isFinite else { return nil }
        self.perYear = perYear
    }

    /// The probability of at least one event in a month, alone: `1 - exp(-rate/12)`.
    ///
    /// Alone means without competing causes; with them the matrix exponential shares the month
    /// out.
    public var monthlyProbability: Double { -Double.expMinusOne(-perYear / 12) }

    /// By events per person-year.
    public static func < (left: Intensity, right: Intensity) -> Bool {
        left.perYear < right.perYear
    }
}

/// Growth of a level over a year; it compounds and is no probability.
///
/// Growth of minus one leaves nothing and has no monthly rate, so it is refused.
public struct GrowthRate: Hashable, Sendable {
    /// The relative change over a year, above -1.
    public let perYear: Double

    /// A yearly growth rate; nil at or below -1.
    public init?(perYear: Double) {
        guard perYear > -1, perYear.isFinite else { return nil }
        self.perYear = perYear
    }

    /// The monthly rate that compounds to it: `(1 + g)^(1/12) - 1`.
    public var monthly: Double { Double.expMinusOne(Double.log(onePlus: perYear) / 12) }
}
