import RealModule

/// Outreach that tires: the last people are the hardest to find.
public enum Saturation {
    /// The share of people that is reached of a share that is asked for.
    ///
    ///     reached = 2 a / (1 + exp(-2 x / a)) - a
    ///
    /// Of a small share nearly all is reached; more asked brings less and less, and never more than
    /// `a`. Reference: coverage of programmes in Atomica, https://atomica.tools
    ///
    /// - Parameters:
    ///   - asked: `x`, 0 or more.
    ///   - most: `a`, the share that can be reached at all, above 0.
    public static func reached(_ asked: Double, most: Double) -> Double {
        2 * most / (1 + .exp(-2 * asked / most)) - most
    }
}
