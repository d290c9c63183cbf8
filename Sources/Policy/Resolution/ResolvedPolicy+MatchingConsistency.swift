import Quantities

extension ResolvedPolicy {
    /// Faults of matching rules that no order of payment can mend, each purse's first.
    ///
    /// A rule needs a partner, the partner must be in the scenario, and the partner's share with
    /// all that matches it must not exceed the bill:
    ///
    ///     share(partner) x (1 + sum of match over the purses that match it) <= 1
    ///
    /// Where it did, the last to pay would find less than its rule promises, without a word.
    func matchingFaults() -> [PolicyFault] {
        fundingSources.compactMap { purse in
            regions.lazy.compactMap { region in
                timeline(Parameters.purseMatch, purse.id, region).steps.lazy
                    .filter { $0.value > 0 }
                    .compactMap { matchingFault(purse, region, $0.from, $0.provenance) }.first
            }.first
        }
    }

    /// What is wrong with one rule from a month on; nil where nothing is.
    private func matchingFault(
        _ purse: FundingSource, _ region: RegionCode, _ from: Month, _ place: Provenance
    ) -> PolicyFault? {
        guard let partner = purse.matches else {
            return .matchWithoutPartner(purse: purse.id, place)
        }
        guard fundingSources.contains(where: { $0.id == partner }) else {
            return .partnerLeftOut(purse: purse.id, partner: partner, place)
        }
        let month = max(from, horizon.lowerBound)
        let matched = fundingSources.filter { $0.matches == partner }
            .reduce(0) { $0 + timeline(Parameters.purseMatch, $1.id, region)[month] }
        let total = timeline(Parameters.purseShare, partner, region)[month] * (1 + matched)
        guard total > 1 + Self.matchingSlack else { return nil }
        return .matchExceedsBill(
            purse: purse.id, partner: partner, region: region, total: total, place)
    }

    /// Ratios are written with few digits: 0.6667 for two thirds, of a share of 0.6.
    private static var matchingSlack: Double { 1e-3 }

    /// A purse that is to match another, but is asked before it; nil where none is.
    ///
    /// It would be asked when its partner has paid nothing yet, and so would pay nothing.
    ///
    /// - Parameter payers: who pays for the segment, first to pay first.
    func misplacedMatch(
        _ segment: SegmentID, _ region: RegionCode, _ month: Month, _ payers: [FundingSource]
    ) -> PolicyFault? {
        for (position, purse) in payers.enumerated() {
            guard let partner = purse.matches,
                let step = timeline(Parameters.purseMatch, purse.id, region).step(at: month),
                step.value > 0, !payers[..<position].contains(where: { $0.id == partner })
            else { continue }
            return .partnerNotBefore(
                purse: purse.id, partner: partner, segment: segment, step.provenance)
        }
        return nil
    }

    /// The largest part of a bill that purses can pay together where no ceiling binds.
    ///
    ///     part(purse) = min(share(purse), match(purse) x part(partner), what is left)
    ///
    /// As though a person-month cost all payers the same; a payer with a discount matches more
    /// persons for the same rupiah.
    func payablePart(_ purses: [FundingSource], _ region: RegionCode, at month: Month) -> Double {
        var parts: [FundingSourceID: Double] = [:]
        var total = 0.0
        for purse in purses {
            var part = timeline(Parameters.purseShare, purse.id, region)[month]
            let match = timeline(Parameters.purseMatch, purse.id, region)[month]
            if match > 0, let partner = purse.matches {
                part = min(part, match * (parts[partner] ?? 0))
            }
            parts[purse.id] = part
            total += part
        }
        return total
    }
}
