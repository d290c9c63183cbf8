import Policy
import Quantities

/// What a best allocation starts from, as plain numbers: people who may be paid for, prices of a
/// year of protection, and what each purse has.
///
/// A person here is one who is paid for in every modelled month of a year; a cell is a year, region
/// and segment:
///
///     cell = (year x regions + region) x segments + segment
///     place = year x regions + region
public struct AllocationData: Sendable {
    /// The budget years.
    public let years: [Int]
    /// How many months of each year are modelled.
    public let months: [Int]
    /// Regions in the order of the scenario; positions count here.
    public let regions: [RegionCode]
    /// Segments in order of priority; positions count here.
    public let segments: [SegmentID]
    /// Purses by rank; positions count here.
    public let purses: [FundingSourceID]
    /// By cell: persons whom a quota could pay for in every month of the year.
    public var eligible: [Double]
    /// By cell: what one person brings to the objective `families_kept`, families; empty where it
    /// is not asked for.
    public var families: [Double]
    /// By place: persons of whom coverage is a share, the mean over the year's months.
    public var workers: [Double]
    /// By place: persons protected without a public purse, the mean over the year's months.
    public var protected: [Double]
    /// By purse, then cell: whole rupiah of one person through the year; 0 where the purse may not
    /// pay every programme of the segment.
    public var prices: [[Double]]
    /// By purse, then place: whole rupiah.
    public var ceilings: [[Double]]
    /// By purse, then place: the largest part of a segment's bill that the purse pays.
    public var shares: [[Double]]
    /// By purse: the position of the purse that it matches; nil where it pays on its own.
    public var partners: [Int?]
    /// By purse, then place: rupiah that it pays at most for each rupiah of its partner; 0 for no
    /// such rule.
    public var matches: [[Double]]

    /// Puts numbers together, whose lengths are as described.
    public init(
        years: [Int], months: [Int], regions: [RegionCode], segments: [SegmentID],
        purses: [FundingSourceID], eligible: [Double], families: [Double] = [],
        workers: [Double], protected: [Double], prices: [[Double]], ceilings: [[Double]],
        shares: [[Double]], partners: [Int?]? = nil, matches: [[Double]]? = nil
    ) {
        (self.years, self.months) = (years, months)
        (self.regions, self.segments, self.purses) = (regions, segments, purses)
        (self.eligible, self.families) = (eligible, families)
        (self.workers, self.protected) = (workers, protected)
        (self.prices, self.ceilings, self.shares) = (prices, ceilings, shares)
        self.partners = partners ?? purses.map { _ in nil }
        self.matches = matches ?? shares.map { $0.map { _ in 0 } }
    }

    /// The position of a cell.
    public func cell(_ year: Int, _ region: Int, _ segment: Int) -> Int {
        (year * regions.count + region) * segments.count + segment
    }

    /// The position of a year and region.
    public func place(_ year: Int, _ region: Int) -> Int { year * regions.count + region }

    /// Year, region and segment of a cell.
    public func parts(of cell: Int) -> (year: Int, region: Int, segment: Int) {
        let place = cell / segments.count
        return (place / regions.count, place % regions.count, cell % segments.count)
    }
}

/// One way to spend: a purse pays for persons of a cell.
public struct AllocationOption: Sendable, Equatable {
    /// Position in ``AllocationData``.
    public let cell: Int
    /// Position of the year in ``AllocationData/years``.
    public let year: Int
    /// Position of the region.
    public let region: Int
    /// Position of the segment.
    public let segment: Int
    /// Position of the purse that pays.
    public let purse: Int
    /// Whole rupiah of one person through the year.
    public let price: Double
}

extension AllocationData {
    /// Every way to spend, by cell, then by rank of the purse.
    ///
    /// A purse without a ceiling in a region is none there, unless its money is one pot for all
    /// regions.
    func options(pooled: Set<Int>) -> [AllocationOption] {
        eligible.indices.flatMap { cell -> [AllocationOption] in
            guard eligible[cell] > 0 else { return [] }
            let (year, region, segment) = parts(of: cell)
            let place = place(year, region)
            return purses.indices.compactMap { purse in
                let isOpen = pooled.contains(purse) || ceilings[purse][place] > 0
                guard prices[purse][cell] > 0, shares[purse][place] > 0, isOpen else { return nil }
                return AllocationOption(
                    cell: cell, year: year, region: region, segment: segment, purse: purse,
                    price: prices[purse][cell])
            }
        }
    }
}
