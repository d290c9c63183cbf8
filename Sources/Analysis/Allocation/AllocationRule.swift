import Policy

/// A rule that an allocation must keep, under the name that its author gave it.
public struct AllocationRule: Sendable {
    /// What is wanted.
    public enum Demand: Sendable, Equatable {
        /// A part of what a purse spends in a region and year goes to the rule's segments.
        case earmark(purse: Int, Side, share: Double)
        /// Persons, as a share of the eligible.
        case share(Side, Double)
        /// Persons.
        case persons(Side, Double)
        /// Persons of a year against those of the year before: 0.1 is a tenth more.
        case growth(Side, Double)
        /// Each region's coverage against that of all regions together: at least this part of it.
        case equity(Double)
    }

    /// On which side of the number the result lies.
    public enum Side: String, Sendable, CaseIterable {
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    package let name: String
    package let demand: Demand
    package let regions: [Int]
    package let segments: [Int]
    package let years: [Int]
    /// Whether regions are added up before they are judged; else each is judged alone.
    package let addsRegions: Bool
    /// Whether segments are added up before they are judged.
    package let addsSegments: Bool
    /// File and line where it is written.
    package let provenance: Provenance

    /// A rule about some cells.
    public init(
        _ name: String, _ demand: Demand, regions: [Int], segments: [Int], years: [Int],
        addsRegions: Bool = false, addsSegments: Bool = false, provenance: Provenance
    ) {
        (self.name, self.demand) = (name, demand)
        (self.regions, self.segments, self.years) = (regions, segments, years)
        (self.addsRegions, self.addsSegments) = (addsRegions, addsSegments)
        self.provenance = provenance
    }

    var regionGroups: [[Int]] { addsRegions ? [regions] : regions.map { [$0] } }
    var segmentGroups: [[Int]] { addsSegments ? [segments] : segments.map { [$0] } }
}

/// What a row of the programme stands for.
public struct AllocationLimit: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        /// Nobody is paid for who is not eligible, nor twice.
        case eligible
        /// A purse pays at most its part of a segment's bill.
        case purseShare(Int)
        /// A purse pays at most a multiple of what its partner pays of the same bill.
        case match(Int)
        /// Nobody is reached in a piece of outreach who is not in it, by its position.
        case outreach(Int)
        case ceiling(Int)
        case coverage
        /// What the objective is made of, or a sum: no limit at all.
        case definition
        /// A named rule, by its position.
        case rule(Int)
    }

    package let source: Source
    /// Position; nil where it is about all.
    package let year: Int?
    /// Position; nil where it is about all.
    package let region: Int?
    /// Position; nil where it is about all.
    package let segment: Int?

    init(_ source: Source, year: Int?, region: Int? = nil, segment: Int? = nil) {
        (self.source, self.year) = (source, year)
        (self.region, self.segment) = (region, segment)
    }
}
