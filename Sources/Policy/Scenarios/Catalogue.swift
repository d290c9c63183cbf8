import Quantities

/// What the catalogues of the data directory define.
public struct Catalogue: Sendable {
    /// The folder that they were read from.
    public let folder: String
    /// All regions of the code edition.
    public let regions: RegionTable
    /// In the order of the file.
    public let segments: [Segment]
    /// In the order of the file.
    public let purses: [Purse]
    /// Default settings of segments and purses: the lowest layers of every scenario.
    public let layers: [Layer]

    public init(
        folder: String, regions: RegionTable, segments: [Segment], purses: [Purse],
        layers: [Layer]
    ) {
        self.folder = folder
        self.regions = regions
        self.segments = segments
        self.purses = purses
        self.layers = layers
    }

    /// The segment with that identifier.
    public func segment(_ id: String) -> Segment? { segments.first { $0.id.name == id } }

    /// The purse with that identifier.
    public func purse(_ id: String) -> Purse? {
        purses.first { $0.id.name == id }
    }
}
