import Costing
import Coverage
import Policy
import Quantities

extension AllocationData {
    /// Reads a scenario's projection, prices and purses.
    ///
    ///     eligible(cell) = least over months of eligible_share x (U + F1 + F2 + F + L + LV)
    ///     price           = sum over months of the contributions of all programmes
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
    public init(_ result: ScenarioResult, ofEmployed isOfEmployed: Bool = false) throws {
        let (policy, summary) = (result.policy, result.summary)
        let windows = policy.yearWindows
        let places = windows.indices.flatMap { year in
            policy.regions.indices.map { (year: year, region: $0) }
        }
        let tallies = places.map { Self.tally(result, windows[$0.year], region: $0.region) }
        self.init(
            years: summary.years, months: windows.map(\.count), regions: policy.regions,
            segments: policy.segments.map(\.id), purses: policy.fundingSources.map(\.id),
            eligible: tallies.flatMap(\.eligible),
            workers: zip(places, tallies).map { place, tally in
                isOfEmployed ? summary.employed[place.year][place.region] : tally.workers
            },
            protected: tallies.map(\.protected),
            prices: try Self.prices(result, windows), ceilings: Self.ceilings(policy),
            shares: Self.atEnd(Parameters.purseShare, policy, windows),
            partners: policy.fundingSources.map { source in
                source.matches.flatMap { name in
                    policy.fundingSources.firstIndex { $0.id == name }
                }
            },
            matches: Self.atEnd(Parameters.purseMatch, policy, windows))
    }

    private struct Tally {
        /// By segment, the least of the months.
        var eligible: [Double] = []
        // Means of the months.
        var workers = 0.0
        var protected = 0.0
    }

    private static func tally(
        _ result: ScenarioResult, _ window: Range<Int>, region: Int
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
            let eligible = result.eligible(position, region: region, in: window)
            // A whole number of people is one, whatever a sum makes of it.
            tally.eligible.append((eligible.min() ?? 0).settled)
        }
        return tally
    }

    /// Whole rupiah of one person through each year, by purse and cell; 0 where it may not pay.
    private static func prices(
        _ result: ScenarioResult, _ windows: [Range<Int>]
    ) throws -> [[Double]] {
        let policy = result.policy
        let book = try TariffBook(policy, pricing: result.pricing.pricing)
        let rules = PurseRules(policy)
        return policy.fundingSources.indices.map { purse in
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

    /// The ceilings after perubahan, by purse and place, whole rupiah.
    ///
    /// As the last plan of each year reads them, shares of forecast revenues included.
    public static func ceilings(_ policy: ResolvedPolicy) -> [[Double]] {
        let years = Set(policy.horizon.map(\.year)).sorted()
        let plans = years.flatMap { year in
            policy.regions.map { ($0, policy.planMonths(in: $0, year: year).last) }
        }
        return policy.fundingSources.map { source in
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
        policy.fundingSources.map { source in
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
            payer: rules.policy.fundingSources[purse].payer)
        return Double(parts.reduce(0) { $0 + $1.amount })
    }
}
