/// How much of a region's change of poverty came from growth and how much from redistribution.
public struct PovertyChange: Sendable {
    /// The same region in the earlier and in the later year.
    package let first, second: PovertyRegion

    package init(first: PovertyRegion, second: PovertyRegion) {
        self.first = first
        self.second = second
    }
}
