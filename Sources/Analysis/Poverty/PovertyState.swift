import Quantities
import Welfare

/// What is known of the poverty of a region: published and fitted figures, and the money that would
/// close the gap.
public struct PovertyState: Sendable {
    /// The region that was asked for.
    package let region: PovertyRegion
    /// The kabupaten and kota in the region's province, or of the province asked for, that have
    /// data.
    package let neighbours: [PovertyRegion]
    /// Errors of payments.
    package let gap: PovertyGap
    /// Whether the Gini is that of a mean that was given.
    package let hasMean: Bool
    /// What was asked, as typed.
    public let options: [(name: String, value: String)]

    package init(
        region: PovertyRegion, neighbours: [PovertyRegion], gap: PovertyGap, hasMean: Bool,
        options: [(name: String, value: String)]
    ) {
        self.region = region
        self.neighbours = neighbours
        self.gap = gap
        self.hasMean = hasMean
        self.options = options
    }
}

/// The two errors of payments, as options give them.
public struct PaymentErrors: Sendable {
    /// Shares, 0 or more and below 1; 0 to 1.
    package let leakage, exclusion: Double
    /// As a manifest has them.
    package let options: [(name: String, value: String)]

    package init(
        leakage: Double, exclusion: Double, options: [(name: String, value: String)]
    ) {
        self.leakage = leakage
        self.exclusion = exclusion
        self.options = options
    }
}
