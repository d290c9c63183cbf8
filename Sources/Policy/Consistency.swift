import Quantities

extension ResolvedPolicy {
    /// Faults between parameters that are each in range.
    func inconsistencies() -> [PolicyFault] {
        var faults: [PolicyFault] = []
        for segment in segments.map(\.id) {
            faults += purseFaults(segment)
            for region in regions {
                faults += openingFaults(segment, region) + windowFaults(segment, region)
            }
        }
        return faults
    }

    /// The purses that pay for a segment in a region and month, in the order in which they do.
    public func purses(for segment: SegmentID, _ region: RegionCode, at month: Month)
        -> [FundingSource]
    {
        let chosen = timeline(Parameters.fundingPurses, segment, region)[month]
        let candidates =
            chosen.isEmpty
            ? fundingSources
            : chosen.compactMap { id in fundingSources.first { $0.id == id } }
        return candidates.filter { purse in
            purse.programmes.contains { purse.mayPay($0, for: segment) }
        }
    }

    private func purseFaults(_ segment: SegmentID) -> [PolicyFault] {
        var faults: [PolicyFault] = []
        var seen: Set<FundingSourceID> = []
        for region in regions {
            for step in timeline(Parameters.fundingPurses, segment, region).steps {
                for purse in fundingSources where step.value.contains(purse.id) {
                    let mayPay = purse.programmes.contains { purse.mayPay($0, for: segment) }
                    if !mayPay, seen.insert(purse.id).inserted {
                        faults.append(
                            .purseMayNotPay(purse: purse.id, segment: segment, step.provenance))
                    }
                }
            }
        }
        return faults.isEmpty ? noPurseFault(segment) : faults
    }

    /// A quota that cannot be paid, whatever the ceilings.
    private func noPurseFault(_ segment: SegmentID) -> [PolicyFault] {
        for region in regions {
            let quota = timeline(Parameters.quota, segment, region)
            for step in quota.steps where step.value.isPositive {
                let month = max(step.from, horizon.lowerBound)
                if let fault = unpayable(segment, region, month, step.provenance) {
                    return [fault]
                }
            }
        }
        return []
    }

    private func unpayable(
        _ segment: SegmentID, _ region: RegionCode, _ month: Month, _ place: Provenance
    ) -> PolicyFault? {
        let payers = purses(for: segment, region, at: month)
        guard !payers.isEmpty else { return .noPurse(segment: segment, place) }
        let programmes = timeline(Parameters.programmes, segment, region)[month]
        guard !programmes.isEmpty else { return .noProgramme(segment: segment, place) }
        let isCut = timeline(Parameters.budgetPolicy, segment, region)[month] != .report
        for programme in programmes {
            let able = payers.filter { $0.mayPay(programme, for: segment) }
            if isCut, able.isEmpty {
                return .noPurseForProgramme(segment: segment, programme: programme, place)
            }
            let share = able.reduce(0) {
                $0 + timeline(Parameters.purseShare, $1.id, region)[month]
            }
            if isCut, share < 1 - 1e-9 {
                return .pursesPayPart(segment: segment, region: region, share: share, place)
            }
        }
        return nil
    }

    private func openingFaults(_ segment: SegmentID, _ region: RegionCode) -> [PolicyFault] {
        let steps = Parameters.openingShares.compactMap {
            timeline($0.key, segment, region).step(at: horizon.lowerBound)
        }
        let total = steps.reduce(0) { $0 + $1.value }
        let slack = 1e-9
        guard total > 1 + slack, let last = steps.last(where: { $0.provenance.line > 0 }) else {
            return []
        }
        return [
            .sharesExceedOne(segment: segment, region: region, total: total, last.provenance)
        ]
    }

    /// The first month from which the funded months do not fit behind their start.
    private func windowFaults(_ segment: SegmentID, _ region: RegionCode) -> [PolicyFault] {
        let starts = timeline(Parameters.fundingStart, segment, region)
        let lengths = timeline(Parameters.fundedMonths, segment, region)
        let changes = Set((starts.steps + lengths.steps).map { max($0.from, horizon.lowerBound) })
        for month in changes.sorted() {
            guard let start = starts.step(at: month), let length = lengths.step(at: month) else {
                continue
            }
            let (first, months) = (Int(start.value), Int(length.value))
            if months > 0, first + months > 13 {
                // The one that was set last is the one to look at.
                let isStart = start.from > length.from || length.provenance.line == 0
                return [
                    .fundingPastDecember(
                        segment: segment, region: region, start: first, months: months,
                        isStart ? start.provenance : length.provenance)
                ]
            }
        }
        return []
    }
}

extension Quota {
    /// Whether anyone is to be funded.
    public var isPositive: Bool {
        switch self {
        case .heads(let heads): heads > 0
        case .shareOfEligible(let share): share > 0
        }
    }
}
