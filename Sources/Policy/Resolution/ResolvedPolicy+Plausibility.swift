import Quantities

/// What is unlikely about a policy though nothing forbids it: often a slip of unit or of a line.
///
/// Carries data only; words are made where it is shown. One line is told once, whatever number of
/// regions it speaks of.
public struct PolicyDoubt: Sendable, Equatable {
    /// What is unlikely.
    public enum Kind: Sendable, Equatable {
        /// A number far from where such numbers lie.
        case unusual(Address, value: Double, UsualRange)
        /// Fewer employed persons than workers of the segments: coverage above 100 %.
        case fewerEmployed(employed: Double, workers: Double)
        /// A part of a budget above the whole.
        case partAboveWhole(part: String, whole: String, Double, of: Double)
        /// A purse that is named for a segment but may pay none of its programmes.
        case purseWithoutProgramme(PurseID, SegmentID, [Programme])
        /// A programme of a segment with a quota that none of its purses may pay.
        case programmeWithoutPurse(Programme, SegmentID)
    }

    /// What is unlikely, in the first region of which it is true.
    public let kind: Kind
    /// The regions of which it is true, in the order of the scenario.
    public let regions: [RegionCode]
    /// The value that looks wrong.
    public let place: Provenance
}

extension ResolvedPolicy {
    /// Everything unlikely, in the order in which files have it: budgets, workers, purses, numbers.
    public var doubts: [PolicyDoubt] {
        let found = regions.concurrentMap { region in
            budgetDoubts(region) + employedDoubts(region)
                + segments.flatMap { payerDoubts($0.id, region) }
        }
        return Self.joined(found.flatMap(\.self) + unusualNumbers)
    }

    private static func joined(_ doubts: [PolicyDoubt]) -> [PolicyDoubt] {
        struct Key: Hashable {
            let place: Provenance
            let subject: String
        }
        var order: [Key] = []
        var found: [Key: PolicyDoubt] = [:]
        for doubt in doubts {
            let key = Key(place: doubt.place, subject: doubt.kind.subject)
            guard let first = found[key] else {
                order.append(key)
                found[key] = doubt
                continue
            }
            let more = doubt.regions.filter { !first.regions.contains($0) }
            found[key] = PolicyDoubt(
                kind: first.kind, regions: first.regions + more, place: first.place)
        }
        return order.compactMap { found[$0] }
    }

    /// Parts of a region's budget that are above the whole, once for each part; 0 is not known.
    private func budgetDoubts(_ region: RegionCode) -> [PolicyDoubt] {
        let whole = Parameters.spending
        let pairs = [
            (Parameters.personnelSpending, whole), (Parameters.infrastructureSpending, whole),
            (Parameters.passedOn, whole),
            (Parameters.teacherAllowances, Parameters.personnelSpending),
        ]
        return pairs.compactMap { part, whole in
            let (parts, wholes) = (timeline(part, region), timeline(whole, region))
            for month in changes([parts, wholes]) {
                guard let step = parts.step(at: month), wholes[month] > 0,
                    step.value > wholes[month]
                else { continue }
                return PolicyDoubt(
                    kind: .partAboveWhole(
                        part: part.definition.path, whole: whole.definition.path, step.value,
                        of: wholes[month]), regions: [region], place: step.provenance)
            }
            return nil
        }
    }

    /// The months of the horizon in which any of some timelines changes, in order.
    private func changes(_ timelines: [Timeline<Double>]) -> [Month] {
        let months = timelines.flatMap(\.steps).map { max($0.from, horizon.lowerBound) }
        return Set(months).filter(horizon.contains).sorted()
    }

    /// Fewer employed persons at the start than workers of all segments; 0 is not known.
    private func employedDoubts(_ region: RegionCode) -> [PolicyDoubt] {
        let start = horizon.lowerBound
        guard let step = timeline(Parameters.employed, region).step(at: start), step.value > 0
        else { return [] }
        let workers = segments.reduce(0) {
            $0 + timeline(Parameters.workers, $1.id, region)[start]
        }
        guard workers > step.value * (1 + Tolerance.relative) else { return [] }
        return [
            PolicyDoubt(
                kind: .fewerEmployed(employed: step.value, workers: workers), regions: [region],
                place: step.provenance)
        ]
    }

    /// Purses that are named for a segment with a quota and may pay none of its programmes, and
    /// programmes that none of its purses may pay.
    private func payerDoubts(_ segment: SegmentID, _ region: RegionCode) -> [PolicyDoubt] {
        let quota = timeline(Parameters.quota, segment, region)
        guard quota.steps.contains(where: \.value.isPositive) else { return [] }
        let chosen = timeline(Parameters.fundingPurses, segment, region)
        let asked = timeline(Parameters.programmes, segment, region)
        var found: [PolicyDoubt] = []
        for month in paymentChanges(segment, region) where quota[month].isPositive {
            guard let names = chosen.step(at: month), let programmes = asked.step(at: month),
                !programmes.value.isEmpty
            else { continue }
            let payers = purses(for: segment, region, at: month)
            for purse in payers where names.value.contains(purse.id) {
                guard !programmes.value.contains(where: { purse.mayPay($0, for: segment) }) else {
                    continue
                }
                found.append(
                    PolicyDoubt(
                        kind: .purseWithoutProgramme(purse.id, segment, programmes.value),
                        regions: [region], place: names.provenance))
            }
            for programme in programmes.value
            where !payers.contains(where: { $0.mayPay(programme, for: segment) }) {
                found.append(
                    PolicyDoubt(
                        kind: .programmeWithoutPurse(programme, segment), regions: [region],
                        place: programmes.provenance))
            }
        }
        return found
    }

    /// Numbers of the horizon that lie where such numbers usually do not; standard values are
    /// nobody's slip.
    private var unusualNumbers: [PolicyDoubt] {
        var found: [PolicyDoubt] = []
        for definition in Parameters.catalogue {
            guard let usual = definition.usual else { continue }
            for member in members(of: definition) {
                for region in regions {
                    let steps = settings(definition, member: member, region: region)?.steps ?? []
                    for (index, step) in steps.enumerated() {
                        let isOver =
                            index + 1 < steps.count
                            && steps[index + 1].from <= horizon.lowerBound
                        guard !isOver, step.from <= horizon.upperBound, step.provenance.line > 0,
                            let number = step.value.number, !usual.contains(number)
                        else { continue }
                        let address = Address(
                            subject: .parameter(definition), member: member, region: region)
                        found.append(
                            PolicyDoubt(
                                kind: .unusual(address, value: number, usual), regions: [region],
                                place: step.provenance))
                    }
                }
            }
        }
        return found
    }
}

extension PolicyDoubt.Kind {
    /// What it speaks of besides the region.
    ///
    /// A line for all segments that is unusual is one slip; a line that leaves two segments without
    /// a purse is told for each.
    fileprivate var subject: String {
        switch self {
        case .unusual(let address, _, _): address.key
        case .fewerEmployed: "employed"
        case .partAboveWhole(let part, _, _, _): part
        case .purseWithoutProgramme(let purse, let segment, _): "\(purse) \(segment)"
        case .programmeWithoutPurse(let programme, let segment): "\(programme) \(segment)"
        }
    }
}
