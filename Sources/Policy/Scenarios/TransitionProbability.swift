import Quantities

/// One entry of a table of monthly probabilities that stands in place of yearly intensities.
///
/// The entries that hold for a segment and region stand for `expm(Q/12)`: for each of the ten
/// statuses, the probabilities of where a person is at the end of the month, leavers by cause
/// included, sum to one. A pair that is not listed has probability zero.
public struct TransitionProbability: Sendable, Hashable {
    /// The segment; nil for all.
    public let segment: SegmentID?
    /// The region; nil for all, a province for the regions in it.
    public let region: RegionCode?
    /// The status at the start of the month, by its symbol: `F1`.
    public let from: String
    /// The status at the end of the month before consecutive months advance (`S0` for who enrolled
    /// within it), or the cause of leaving: `F1`, `death`.
    public let to: String
    /// 0...1.
    public let probability: Double
    /// The row of the table that gives it.
    public let provenance: Provenance

    /// A row as it was read; sums are checked where the operator is made.
    ///
    /// - Parameter probability: of one month, 0...1.
    public init(
        segment: SegmentID?, region: RegionCode?, from: String, to: String, probability: Double,
        provenance: Provenance
    ) {
        self.segment = segment
        self.region = region
        self.from = from
        self.to = to
        self.probability = probability
        self.provenance = provenance
    }

    /// Whether it holds for a segment in a region.
    public func covers(_ segment: SegmentID, _ region: RegionCode) -> Bool {
        (self.segment.map { $0 == segment } ?? true)
            && (self.region.map { $0.contains(region) } ?? true)
    }
}
