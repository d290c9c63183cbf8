import Costing
import Coverage
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
    package let months: [Int]
    /// Regions in the order of the scenario; positions count here.
    public let regions: [RegionCode]
    /// Segments in order of priority; positions count here.
    public let segments: [SegmentID]
    /// Purses by rank; positions count here.
    package let purses: [PurseID]
    /// By cell: persons whom a quota could pay for in every month of the year.
    package var eligible: [Double]
    /// By cell: what one person brings to the objective `families_kept`, families; empty where it
    /// is not asked for.
    package var families: [Double]
    /// By place: persons of whom coverage is a share, the mean over the year's months.
    package var workers: [Double]
    /// By place: persons protected without a public purse, the mean over the year's months.
    package var protected: [Double]
    /// By purse, then cell: whole rupiah of one person through the year; 0 where the purse may not
    /// pay every programme of the segment.
    package var prices: [[Double]]
    /// By cell: whole rupiah of one person through the year as whoever would have to close a gap is
    /// charged. Needs are told at it, since which purse a plan asks does not change them.
    package var needPrices: [Double]
    /// By purse, then place: whole rupiah.
    package var ceilings: [[Double]]
    /// By purse, then place: the largest part of a segment's bill that the purse pays.
    package var shares: [[Double]]
    /// By purse: the position of the purse that it matches; nil where it pays on its own.
    package var partners: [Int?]
    /// By purse, then place: rupiah that it pays at most for each rupiah of its partner; 0 for no
    /// such rule.
    package var matches: [[Double]]

    /// Puts numbers together, whose lengths are as described.
    ///
    /// - Parameter needPrices: the dearest purse's price of each cell where left out.
    public init(
        years: [Int], months: [Int], regions: [RegionCode], segments: [SegmentID],
        purses: [PurseID], eligible: [Double], families: [Double] = [],
        workers: [Double], protected: [Double], prices: [[Double]], ceilings: [[Double]],
        shares: [[Double]], partners: [Int?]? = nil, matches: [[Double]]? = nil,
        needPrices: [Double]? = nil
    ) {
        (self.years, self.months) = (years, months)
        (self.regions, self.segments, self.purses) = (regions, segments, purses)
        (self.eligible, self.families) = (eligible, families)
        (self.workers, self.protected) = (workers, protected)
        (self.prices, self.ceilings, self.shares) = (prices, ceilings, shares)
        self.partners = partners ?? purses.map { _ in nil }
        self.matches = matches ?? shares.map { $0.map { _ in 0 } }
        self.needPrices =
            needPrices ?? eligible.indices.map { cell in prices.map { $0[cell] }.max() ?? 0 }
    }

    /// The position of a cell.
    package func cell(_ year: Int, _ region: Int, _ segment: Int) -> Int {
        (year * regions.count + region) * segments.count + segment
    }

    /// The position of a year and region.
    package func place(_ year: Int, _ region: Int) -> Int { year * regions.count + region }

    package func parts(of cell: Int) -> (year: Int, region: Int, segment: Int) {
        let place = cell / segments.count
        return (place / regions.count, place % regions.count, cell % segments.count)
    }
}

/// One way to spend: a purse pays for persons of a cell.
package struct AllocationOption: Sendable, Equatable {
    package let cell: Int
    /// Position of the year in ``AllocationData/years``.
    package let year: Int
    package let region: Int
    package let segment: Int
    package let purse: Int
    /// Whole rupiah of one person through the year, outreach included.
    package let price: Double
    /// The piece of ``AllocationOutreach`` that the persons belong to; 0 where it costs nothing.
    package let piece: Int
    /// Whole rupiah of the price that are outreach.
    package let outreach: Double

    /// Whole rupiah of the price that are contributions.
    package var contribution: Double { price - outreach }
}

extension AllocationData {
    /// Every way to spend, by cell, then by rank of the purse, then by piece of outreach.
    ///
    /// A purse without a ceiling in a region is none there, unless its money is one pot for all
    /// regions.
    func options(
        pooled: Set<Int>, outreach: [Int: AllocationOutreach] = [:]
    ) -> [AllocationOption] {
        eligible.indices.flatMap { cell -> [AllocationOption] in
            guard eligible[cell] > 0 else { return [] }
            let (year, region, segment) = parts(of: cell)
            let place = place(year, region)
            // Outreach that costs nothing is one piece of everybody.
            let plan = outreach[segment]
            let costs = plan?.pieces.map(\.cost) ?? [0]
            let open = zip(costs.indices, plan?.widths(of: eligible[cell]) ?? [1]).filter {
                $0.1 > 0
            }.map(\.0)
            return purses.indices.flatMap { purse -> [AllocationOption] in
                let isOpen = pooled.contains(purse) || ceilings[purse][place] > 0
                guard prices[purse][cell] > 0, shares[purse][place] > 0, isOpen else { return [] }
                return open.map { piece in
                    AllocationOption(
                        cell: cell, year: year, region: region, segment: segment, purse: purse,
                        price: prices[purse][cell] + costs[piece], piece: piece,
                        outreach: costs[piece])
                }
            }
        }
    }
}

extension AllocationData {
    /// Reads a scenario's projection, prices and purses.
    ///
    ///     eligible(cell) = least over months of eligible_share x (U + F1 + F2 + F + L + LV)
    ///     price           = sum over months of the contributions of all programmes
    ///     need price      = the same as the payer of ``Parameters/gapPayer`` is charged
    ///     protected       = sum over months of (S1 + S2 + S + E) / months
    ///
    /// Whom the scenario's own quota pays for may be paid for again, so the stock is that after
    /// decisions. A ceiling is the one at the end of the year, after perubahan. A purse that may
    /// pay only some programmes of a segment in any month of a year pays none of that cell: a
    /// person half paid for is not protected.
    ///
    /// - Parameters:
    ///   - result: the scenario as it was run.
    ///   - isOfEmployed: coverage is a share of employed persons (BPS), not of
    ///     modelled workers.
    /// - Throws: ``TariffFault``, ``LawFault``.
    package init(_ result: ScenarioResult, ofEmployed isOfEmployed: Bool = false) throws {
        let (policy, summary) = (result.policy, result.summary)
        let windows = policy.yearWindows
        let places = windows.indices.flatMap { year in
            policy.regions.indices.map { (year: year, region: $0) }
        }
        let shares = policy.segments.indices.map(result.eligibleShares)
        let tallies = places.map {
            Self.tally(result, shares, windows[$0.year], region: $0.region)
        }
        let book = try TariffBook(policy, pricing: result.pricing.pricing)
        self.init(
            years: summary.years, months: windows.map(\.count), regions: policy.regions,
            segments: policy.segments.map(\.id), purses: policy.purses.map(\.id),
            eligible: tallies.flatMap(\.eligible),
            workers: zip(places, tallies).map { place, tally in
                isOfEmployed ? summary.employed[place.year][place.region] : tally.workers
            },
            protected: tallies.map(\.protected),
            prices: Self.prices(policy, book, windows), ceilings: Self.ceilings(policy),
            shares: Self.atEnd(Parameters.purseShare, policy, windows),
            partners: policy.purses.map { source in
                source.matches.flatMap { name in
                    policy.purses.firstIndex { $0.id == name }
                }
            },
            matches: Self.atEnd(Parameters.purseMatch, policy, windows),
            needPrices: Self.needPrices(policy, book, windows))
    }

    private struct Tally {
        /// By segment, the least of the months.
        var eligible: [Double] = []
        // Means of the months.
        var workers = 0.0
        var protected = 0.0
    }

    private static func tally(
        _ result: ScenarioResult, _ shares: [[Double]], _ window: Range<Int>, region: Int
    ) -> Tally {
        let months = Double(window.count)
        var tally = Tally()
        for (position, segment) in result.projection.segments.enumerated() {
            for month in window {
                let record = segment.months[month]
                tally.workers += record.exposure(Status.allCases, region: region) / months
                let others = Status.selfPaid + [.employer]
                tally.protected += record.exposure(others, region: region) / months
            }
            let eligible = result.eligible(
                shares[position], position, region: region, in: window)
            // A whole number of people is one, whatever a sum makes of it.
            tally.eligible.append((eligible.min() ?? 0).settled)
        }
        return tally
    }

    /// Whole rupiah of one person through each year, by purse and cell; 0 where it may not pay.
    private static func prices(
        _ policy: ResolvedPolicy, _ book: TariffBook, _ windows: [Range<Int>]
    ) -> [[Double]] {
        let rules = PurseRules(policy)
        return policy.purses.indices.map { purse in
            windows.flatMap { window in
                policy.regions.indices.flatMap { region in
                    policy.segments.indices.map { segment in
                        let prices = window.map {
                            book.price(segment, region, $0, purse: purse, rules)
                        }
                        return prices.contains(nil) ? 0 : prices.reduce(0) { $0 + ($1 ?? 0) }
                    }
                }
            }
        }
    }

    /// Whole rupiah of one person through each year, by cell, as whoever would have to close a gap
    /// is charged; a gap of `run` is priced so too.
    private static func needPrices(
        _ policy: ResolvedPolicy, _ book: TariffBook, _ windows: [Range<Int>]
    ) -> [Double] {
        let payers = policy.segments.map { segment in
            policy.panel(Parameters.gapPayer, segment.id).map(policy.payer)
        }
        return windows.flatMap { window in
            policy.regions.indices.flatMap { region in
                policy.segments.indices.map { segment in
                    window.reduce(0.0) { sum, month in
                        let payer = payers[segment][month * policy.regions.count + region]
                        return book.contributions(
                            segment: segment, region: region, month: month, payer: payer
                        ).reduce(sum) { $0 + Double($1.amount) }
                    }
                }
            }
        }
    }

    /// The ceilings after perubahan, by purse and place, whole rupiah.
    ///
    /// As the last plan of each year reads them, shares of forecast revenues included.
    package static func ceilings(_ policy: ResolvedPolicy) -> [[Double]] {
        let years = Set(policy.horizon.map(\.year)).sorted()
        let plans = years.flatMap { year in
            policy.regions.map { ($0, policy.planMonths(in: $0, year: year).last) }
        }
        return policy.purses.map { source in
            plans.map { region, month in
                guard let month else { return 0 }
                return policy.ceilingParts(source.id, region, at: month).ceiling.rounded()
            }
        }
    }

    /// A purse's number in the last month of each year, by purse and place.
    private static func atEnd(
        _ key: ParameterKey<Double>, _ policy: ResolvedPolicy, _ windows: [Range<Int>]
    ) -> [[Double]] {
        policy.purses.map { source in
            let panel = policy.panel(key, source.id)
            return windows.flatMap { window in
                policy.regions.indices.map { region in
                    panel[(window.upperBound - 1) * policy.regions.count + region]
                }
            }
        }
    }
}

extension TariffBook {
    /// What a purse would pay for a person in a month; nil where it may not pay every programme,
    /// or is not among the segment's purses.
    fileprivate func price(
        _ segment: Int, _ region: Int, _ month: Int, purse: Int, _ rules: PurseRules
    ) -> Double? {
        let programmes = programmes(segment: segment, region: region, month: month)
        guard rules.order(segment: segment, region: region, month: month).contains(purse),
            programmes.allSatisfy({ rules.mayPay(purse, $0, segment: segment) })
        else { return nil }
        let parts = contributions(
            segment: segment, region: region, month: month,
            payer: rules.policy.purses[purse].payer)
        return Double(parts.reduce(0) { $0 + $1.amount })
    }
}
