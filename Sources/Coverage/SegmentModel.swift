import LinearAlgebra
import Policy
import Quantities

/// What moves one segment, by month and region.
///
/// Decoded from a policy once, so that no text is read in the middle of a run.
///
/// A ``SegmentPack`` copies the numbers of eight regions, or of one region eight times, and may
/// then change its copy.
public struct SegmentModel: Sendable {
    /// Whose model it is.
    public let segment: SegmentID
    /// The months that can be simulated.
    public let horizon: ClosedRange<Month>
    /// As many as the policy has.
    public let regionCount: Int
    /// Age bands by sex; one where there is no age structure.
    public let cohortCount: Int
    /// How each January moves people on, oldest band first.
    let ageing: [AgeStep]
    /// By region, then cohort: the share of those who join.
    let entrantShares: [[Double]]
    /// By region, then cohort: the share of the opening stock.
    let stockShares: [[Double]]
    /// By region, then cohort: deaths per person-year before the load; empty where the segment has
    /// a rate.
    let deathRates: [[Double]]
    /// By ``SegmentNumber``.
    let panels: [SegmentPanel]
    /// The months in which any region's rates may change, the first month among them.
    let rateChanges: [Int]
    /// By region: the operator of a table of monthly probabilities, for those who wait and those
    /// who do not; nil where rates move people.
    let tables: [(waiting: TransitionOperator, vested: TransitionOperator)?]

    /// Reads a segment out of a policy.
    ///
    /// - Throws: ``CoverageFault/inLane(segment:region:_:)`` for a rate or a table that cannot be.
    /// - Complexity: O(keys x months x regions).
    public init(_ policy: ResolvedPolicy, _ segment: SegmentID) throws {
        self.segment = segment
        horizon = policy.horizon
        regionCount = policy.regions.count
        let cohorts = policy.scenario.cohorts
        cohortCount = max(1, cohorts.count)
        ageing = AgeStep.steps(cohorts)
        let regional = policy.regions.map { policy.scenario.cohorts(of: $0) }
        entrantShares = regional.map { $0.isEmpty ? [1] : $0.map(\.entrantShare) }
        stockShares = regional.map { $0.isEmpty ? [1] : $0.map(\.stockShare) }
        deathRates = regional.map { $0.map(\.deathRate) }
        panels = Self.panels(policy, segment)
        rateChanges = Self.rateChanges(policy, segment)
        tables = try policy.regions.map { region in
            try Self.table(policy, segment, region)
        }
        try checkRates(policy)
    }

    /// Months of the horizon.
    public var monthCount: Int { horizon.upperBound - horizon.lowerBound + 1 }

    /// The population before the first month; (cohort, region) lanes x statuses, lane
    /// `cohort * regions + region`.
    public var opening: Matrix {
        var stock = Matrix(rows: cohortCount * regionCount, columns: Status.count)
        for region in 0..<regionCount {
            let shares = SegmentNumber.openings.map { value($0, 0, region) }
            for (cohort, part) in stockShares[region].enumerated() {
                Self.fillOpening(value(.workers, 0, region), shares, part) { status, persons in
                    stock[cohort * regionCount + region, status] = persons
                }
            }
        }
        return stock
    }

    /// A number of a month and region.
    ///
    /// - Parameters:
    ///   - month: counted from the start of the horizon.
    ///   - region: a position among the policy's regions.
    package func value(_ key: SegmentNumber, _ month: Int, _ region: Int) -> Double {
        panels[key.rawValue][month, region]
    }

    /// The statuses of one cohort at the start: the opening shares, the rest unprotected.
    ///
    ///     x[k] = workers x share[k] x part,   x[U] = workers x max(0, 1 - sum of shares) x part
    ///
    /// Nobody begins in a waiting month: who is protected at the start counts as vested.
    ///
    /// - Parameters:
    ///   - shares: of `F`, `S`, `E`, `L` and `LV`, in this order.
    ///   - part: the cohort's share of the stock.
    ///   - set: gets each status, by its raw value, and its persons.
    static func fillOpening(
        _ workers: Double, _ shares: [Double], _ part: Double, _ set: (Int, Double) -> Void
    ) {
        let statuses: [Status] = [.funded, .selfPaying, .employer, .lapsed, .lapsedVested]
        var unprotected = 1.0
        for (status, share) in zip(statuses, shares) {
            unprotected -= share
            set(status.rawValue, workers * share * part)
        }
        set(Status.unprotected.rawValue, workers * max(0, unprotected) * part)
    }

    /// Months in which a step of any rate begins, whatever its value: a draw may change one step
    /// and not the next.
    ///
    /// Over all regions, since the worlds of a pack share the months in which operators change.
    private static func rateChanges(_ policy: ResolvedPolicy, _ segment: SegmentID) -> [Int] {
        var months: Set<Int> = [0]
        for (definition, binding) in bound where binding.parts.contains(.moves) {
            for region in policy.regions {
                let steps = policy.settings(definition, member: segment.name, region: region)?.steps
                for start in steps?.map(\.from) ?? [] where policy.horizon.contains(start) {
                    months.insert(start - policy.horizon.lowerBound)
                }
            }
        }
        return months.sorted()
    }

    private static let bound = Parameters.catalogue.flatMap { definition in
        definition.bindings.compactMap { binding in
            if case .people(let people) = binding { (definition, people) } else { nil }
        }
    }

    /// - Complexity: O(numbers x regions x steps of their timelines).
    private static func panels(_ policy: ResolvedPolicy, _ segment: SegmentID) -> [SegmentPanel] {
        var written: [(number: Int, months: Range<Int>, region: Int, value: Double)] = []
        var changes = SegmentNumber.allCases.map { _ in Set<Int>() }
        for (definition, binding) in bound {
            for (region, code) in policy.regions.enumerated() {
                let course = policy.settings(definition, member: segment.name, region: code)
                for (months, step) in course?.spans(in: policy.horizon) ?? [] {
                    binding.encode(step.value) { number, value in
                        written.append((number.rawValue, months, region, value))
                        changes[number.rawValue].insert(months.lowerBound)
                    }
                }
            }
        }
        var panels = changes.map {
            SegmentPanel(months: policy.monthCount, regions: policy.regions.count, changes: $0)
        }
        for part in written { panels[part.number].set(part.months, part.region, part.value) }
        return panels
    }

    /// The operators of a region's table of probabilities; nil where it has none.
    ///
    /// Both are made, for those who wait and those who do not, because the route may change in the
    /// horizon and from draw to draw.
    ///
    /// - Throws: ``CoverageFault/inLane(segment:region:_:)`` around what the table is refused for.
    private static func table(
        _ policy: ResolvedPolicy, _ segment: SegmentID, _ region: RegionCode
    ) throws -> (waiting: TransitionOperator, vested: TransitionOperator)? {
        let entries = policy.scenario.transitions.filter { $0.covers(segment, region) }
        guard !entries.isEmpty else { return nil }
        do {
            return (
                try TransitionOperator(entries, waits: true),
                try TransitionOperator(entries, waits: false)
            )
        } catch let fault as CoverageFault {
            throw CoverageFault.inLane(segment: segment, region: region, fault)
        }
    }

    /// Refuses rates that are negative or not finite before any month happens, each cohort's death
    /// rate with its load among them. Regions with a table are passed over: their rates are not
    /// used.
    private func checkRates(_ policy: ResolvedPolicy) throws {
        for month in rateChanges {
            for region in 0..<regionCount where tables[region] == nil {
                var rates = TransitionRates { value($0, month, region) }
                let deaths = deathRates[region]
                for death in deaths.isEmpty ? [rates.death] : deaths {
                    rates.death = death * value(.load, month, region)
                    guard let invalid = rates.firstInvalid else { continue }
                    throw CoverageFault.inLane(
                        segment: segment, region: policy.regions[region],
                        .invalidRate(key: invalid.key, value: invalid.value))
                }
            }
        }
    }
}

/// One band's move in January.
struct AgeStep: Sendable, Equatable {
    let cohort: Int
    /// The band they enter; nil where they reach the age limit.
    let next: Int?
    /// The share that moves, 1/width.
    let share: Double

    /// The steps of all bands, oldest first, so that nobody moves twice.
    static func steps(_ cohorts: [Cohort]) -> [AgeStep] {
        cohorts.indices.sorted { cohorts[$0].ageFrom > cohorts[$1].ageFrom }.map { index in
            let cohort = cohorts[index]
            let next = cohorts.firstIndex {
                $0.sex == cohort.sex && $0.ageFrom == cohort.ageUntil + 1
            }
            return AgeStep(cohort: index, next: next, share: 1 / Double(cohort.width))
        }
    }
}
