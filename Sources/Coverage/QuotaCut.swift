/// The part of a segment's quota that its purses can pay, by month and region.
///
/// Indexed `month * regions + region`; 1 leaves the quota as decided, 0 makes a month unfunded.
///
/// A factor and not a number of persons, because a quota may be a share of people whom only the
/// simulation knows.
public struct QuotaCut: Sendable, Equatable {
    /// In 0...1.
    public internal(set) var factors: [Double]
    let regionCount: Int

    /// No cut.
    public init(months: Int, regions: Int) {
        factors = Array(repeating: 1, count: months * regions)
        regionCount = regions
    }

    /// The factor of a month and region, counted from the start of the horizon.
    public subscript(month: Int, region: Int) -> Double {
        get { factors[month * regionCount + region] }
        set { factors[month * regionCount + region] = newValue }
    }
}
