import Quantities

extension ResolvedPolicy {
    /// Faults between parameters that are each in range.
    ///
    /// Looked for after every parameter is in range: a purse that its own rules do not let pay, a
    /// quota that nobody can pay, opening shares above one, funded months past December. All
    /// faults are gathered, but what one slip causes in many months or regions is told once where
    /// that can be seen.
    func inconsistencies() -> [PolicyFault] {
        var faults: [PolicyFault] = []
        for segment in segments.map(\.id) {
            faults += purseFaults(segment)
            for region in regions {
                faults += openingFaults(segment, region) + windowFaults(segment, region)
            }
        }
        return faults + matchingFaults()
    }

    /// The purses that pay for a segment in a region and month, in the order in which they do.
    ///
    /// Those that `funding.purses` lists, or all of the scenario by rank where it lists none;
    /// without those that may pay none of their programmes for the segment.
    public func purses(for segment: SegmentID, _ region: RegionCode, at month: Month)
        -> [Purse]
    {
        let chosen = timeline(Parameters.fundingPurses, segment, region)[month]
        let candidates =
            chosen.isEmpty
            ? purses
            : chosen.compactMap { id in purses.first { $0.id == id } }
        return candidates.filter { purse in
            purse.programmes.contains { purse.mayPay($0, for: segment) }
        }
    }

    /// Purses that are named for a segment but may pay nothing for it, each once; where there are
    /// none, what else keeps the segment's quota from being paid.
    private func purseFaults(_ segment: SegmentID) -> [PolicyFault] {
        var faults: [PolicyFault] = []
        var seen: Set<PurseID> = []
        for region in regions {
            for step in timeline(Parameters.fundingPurses, segment, region).steps {
                for purse in purses where step.value.contains(purse.id) {
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

    /// The segments that nobody may pay for in some region and month. A draw of any other's quota
    /// makes no policy inconsistent.
    package var segmentsWithoutPayer: Set<Int> {
        let place = Provenance(file: "", line: 0, column: 0, layer: "")
        return Set(
            segments.indices.filter { position in
                let segment = segments[position].id
                return regions.contains { region in
                    paymentChanges(segment, region).contains { month in
                        unpayable(segment, region, month, place) != nil
                    }
                }
            })
    }

    /// A quota that cannot be paid, whatever the ceilings.
    ///
    /// The first such quota of the segment, judged in every month in which it or what may pay for
    /// it changes.
    private func noPurseFault(_ segment: SegmentID) -> [PolicyFault] {
        for region in regions {
            let quota = timeline(Parameters.quota, segment, region)
            guard quota.steps.contains(where: \.value.isPositive) else { continue }
            for month in paymentChanges(segment, region) {
                guard let step = quota.step(at: month), step.value.isPositive else { continue }
                if let fault = unpayable(segment, region, month, step.provenance) {
                    return [fault]
                }
            }
        }
        return []
    }

    /// The months of the horizon in which a quota or the rules of its payment change, in order.
    func paymentChanges(_ segment: SegmentID, _ region: RegionCode) -> [Month] {
        let own = [
            timeline(Parameters.quota, segment, region).steps.map(\.from),
            timeline(Parameters.fundingPurses, segment, region).steps.map(\.from),
            timeline(Parameters.programmes, segment, region).steps.map(\.from),
            timeline(Parameters.budgetPolicy, segment, region).steps.map(\.from),
        ]
        let shares = purses.flatMap { source in
            [Parameters.purseShare, Parameters.purseMatch].map {
                timeline($0, source.id, region).steps.map(\.from)
            }
        }
        let months = (own + shares).joined().map { max($0, horizon.lowerBound) }
        return Set(months).filter(horizon.contains).sorted()
    }

    /// Why a quota in a month cannot be paid; nil where it can.
    ///
    /// With a quota that is kept (`report`) a programme or a share without a purse is a gap to be
    /// shown. A quota that is cut would come to nothing by it, so the shares of the purses that
    /// may pay a programme must reach one: ``payablePart(_:_:at:)``.
    private func unpayable(
        _ segment: SegmentID, _ region: RegionCode, _ month: Month, _ place: Provenance
    ) -> PolicyFault? {
        let payers = purses(for: segment, region, at: month)
        guard !payers.isEmpty else { return .noPurse(segment: segment, place) }
        if let fault = misplacedMatch(segment, region, month, payers) { return fault }
        let programmes = timeline(Parameters.programmes, segment, region)[month]
        guard !programmes.isEmpty else { return .noProgramme(segment: segment, place) }
        let isCut = timeline(Parameters.budgetPolicy, segment, region)[month] != .report
        for programme in programmes {
            let able = payers.filter { $0.mayPay(programme, for: segment) }
            if isCut, able.isEmpty {
                return .noPurseForProgramme(segment: segment, programme: programme, place)
            }
            let share = payablePart(able, region, at: month)
            if isCut, !share.reaches(1) {
                return .pursesPayPart(segment: segment, region: region, share: share, place)
            }
        }
        return nil
    }

    /// Opening shares of one cell that add to more than one, last bits apart; the share
    /// that was written last in the catalogue's order is pointed at.
    private func openingFaults(_ segment: SegmentID, _ region: RegionCode) -> [PolicyFault] {
        let steps = Parameters.openingShares.compactMap {
            timeline($0, segment, region).step(at: horizon.lowerBound)
        }
        let total = steps.reduce(0) { $0 + $1.value }
        guard total.exceeds(1), steps.contains(where: { $0.provenance.line > 0 }) else {
            return []
        }
        return [openingFault(segment, region, total: total)]
    }

    /// The fault of opening shares that add to a total above one.
    package func openingFault(
        _ segment: SegmentID, _ region: RegionCode, total: Double
    ) -> PolicyFault {
        let steps = Parameters.openingShares.compactMap {
            timeline($0, segment, region).step(at: horizon.lowerBound)
        }
        let place = steps.last { $0.provenance.line > 0 } ?? steps[steps.count - 1]
        return .sharesExceedOne(
            segment: segment, region: region, total: total, place.provenance)
    }

    /// The first month from which the funded months do not fit behind their start.
    ///
    /// Funded months lie in one budget year, `start + months <= 13`: contributions of January are
    /// paid out of January's budget, so a window that wraps around would mix two years.
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
                return [windowFault(segment, region, month, start: first, length: months)]
            }
        }
        return []
    }

    /// The fault of funded months that run past December. Of start and length the one that was set
    /// last is the one to look at.
    package func windowFault(
        _ segment: SegmentID, _ region: RegionCode, _ month: Month, start: Int, length: Int
    ) -> PolicyFault {
        let starts = timeline(Parameters.fundingStart, segment, region)
        let lengths = timeline(Parameters.fundedMonths, segment, region)
        let first = starts.step(at: month) ?? starts.steps[0]
        let count = lengths.step(at: month) ?? lengths.steps[0]
        let isStart = first.from > count.from || count.provenance.line == 0
        return .fundingPastDecember(
            segment: segment, region: region, start: start, months: length,
            isStart ? first.provenance : count.provenance)
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
        purses.compactMap { purse in
            regions.lazy.compactMap { region in
                timeline(Parameters.purseMatch, purse.id, region).steps.lazy
                    .filter { $0.value > 0 }
                    .compactMap { matchingFault(purse, region, $0.from, $0.provenance) }.first
            }.first
        }
    }

    /// What is wrong with one rule from a month on; nil where nothing is.
    private func matchingFault(
        _ purse: Purse, _ region: RegionCode, _ from: Month, _ place: Provenance
    ) -> PolicyFault? {
        guard let partner = purse.matches else {
            return .matchWithoutPartner(purse: purse.id, place)
        }
        guard purses.contains(where: { $0.id == partner }) else {
            return .partnerLeftOut(purse: purse.id, partner: partner, place)
        }
        let month = max(from, horizon.lowerBound)
        let matched = purses.filter { $0.matches == partner }
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
        _ segment: SegmentID, _ region: RegionCode, _ month: Month, _ payers: [Purse]
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
    func payablePart(_ purses: [Purse], _ region: RegionCode, at month: Month) -> Double {
        var parts: [PurseID: Double] = [:]
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
