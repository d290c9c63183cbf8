/// Where a region lies on a map.
///
/// Simplified for pictures; areas and neighbours are not to be worked out of it.
public struct RegionOutline: Sendable, Hashable {
    /// A closed line: its first point is not repeated at its end.
    public struct Ring: Sendable, Hashable {
        /// Degrees east and north (WGS84).
        public var points: [Point]

        public init(points: [Point]) { self.points = points }
    }

    /// A place in degrees.
    public struct Point: Sendable, Hashable {
        public let longitude: Double
        public let latitude: Double

        public init(longitude: Double, latitude: Double) {
            (self.longitude, self.latitude) = (longitude, latitude)
        }
    }

    public let region: RegionCode
    /// Islands and other parts apart from each other; of each the outer line first, then the lines
    /// of its holes.
    public var parts: [[Ring]]

    public init(region: RegionCode, parts: [[Ring]]) {
        (self.region, self.parts) = (region, parts)
    }
}
