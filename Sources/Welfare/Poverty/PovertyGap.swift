/// What it takes to lift poor people to the line by payments.
///
/// Payments have two errors: `leakage`, the share of the money that reaches people who are not
/// poor, and `exclusion`, the share of the poor whom it never reaches. Among those whom it reaches
/// it makes no difference how poor they are.
public struct PovertyGap: Sendable, Hashable {
    /// Share of the money, 0 or more and below 1.
    public let leakage: Double
    /// Share of the poor, 0 to 1.
    public let exclusion: Double
    /// Rupiah a year that lift everybody to the line if every rupiah reaches who needs it:
    /// `P1 x line x persons x 12`.
    public let perfect: Double

    /// - Parameters:
    ///   - gap: P1 of all people.
    ///   - line: rupiah per person-month.
    public init(
        gap: Double, line: Double, persons: Double, leakage: Double = 0, exclusion: Double = 0
    ) {
        self.init(perfect: gap * line * persons * 12, leakage: leakage, exclusion: exclusion)
    }

    /// Of a gap in rupiah a year, such as the sum over regions.
    public init(perfect: Double, leakage: Double, exclusion: Double) {
        self.perfect = perfect
        self.leakage = leakage
        self.exclusion = exclusion
    }

    /// The largest share of the poor that payments lift.
    public var reach: Double { 1 - exclusion }

    /// Rupiah a year that lift everybody who is reached: `perfect x reach / (1 - leakage)`.
    public var budget: Double { perfect * reach / (1 - leakage) }

    /// Rupiah a year of gap that the largest budget leaves: that of the poor who are not reached.
    public var remaining: Double { perfect * exclusion }

    /// Rupiah a year that bring an index from `now` to a target, or nil beyond reach.
    ///
    ///     share = 1 - target / now,   budget = share x perfect / (1 - leakage)
    ///
    /// Who is lifted is as poor as the others, so P0, P1, P2 and Watts fall by the same
    /// share.
    public func budget(from now: Double, to target: Double) -> Double? {
        guard target < now else { return 0 }
        let share = 1 - target / now
        return share <= reach ? share * perfect / (1 - leakage) : nil
    }
}
