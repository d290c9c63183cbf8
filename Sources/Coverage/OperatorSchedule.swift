import LinearAlgebra
import Policy
import Quantities

/// Which operator advances which lanes in which month.
///
/// Lanes are ordered cohort by cohort, region by region, so lanes that share an operator lie side
/// by side and advance as one matrix product.
///
/// An operator depends on rates, death rate of the cohort, load and waiting rule. Equal ones are
/// made once: a matrix exponential costs more than a month of many lanes, and rates change in few
/// months.
struct OperatorSchedule: Sendable {
    /// Neighbouring lanes that share an operator.
    struct Block: Sendable, Equatable {
        let lanes: Range<Int>
        /// The place of the operator among `operators`.
        let position: Int
    }

    /// Each distinct operator once.
    private(set) var operators: [TransitionOperator] = []
    /// The blocks of each month. In order of lane; together they cover all lanes.
    private(set) var blocks: [[Block]] = []
    /// The place of each operator that was made.
    private var known: [Key: Int] = [:]

    /// What an operator is made of.
    private enum Key: Hashable {
        /// Yearly intensities, the death rate with its load in them.
        case rates(TransitionRates)
        /// Positions of the entries of a table of monthly probabilities.
        case table([Int], waits: Bool)
    }

    /// Builds the operators of a segment for every month of the horizon.
    ///
    /// A month without a change of any rate has the blocks of the month before. Where a table of
    /// monthly probabilities covers a region it stands for all cohorts, and rates, cohorts' death
    /// rates and load are not read there.
    ///
    /// - Throws: ``CoverageFault/inLane(segment:region:_:)`` around what the operator threw.
    init(_ policy: ResolvedPolicy, _ segment: SegmentID) throws {
        let regions = policy.regions.map { RegionRates(policy, segment, $0) }
        let cohorts = policy.scenario.cohorts
        let table = policy.scenario.transitions
        let entries = policy.regions.map { region in
            table.indices.filter { table[$0].covers(segment, region) }
        }
        for month in policy.horizon {
            let changes = blocks.isEmpty || regions.contains { $0.changes(in: month) }
            guard changes else {
                blocks.append(blocks[blocks.count - 1])
                continue
            }
            let rates = regions.map { $0.rates(in: month) }
            var lanes: [Int] = []
            for cohort in 0..<max(1, cohorts.count) {
                for (index, (region, base)) in zip(regions, rates).enumerated() {
                    let place = (segment, policy.regions[index])
                    guard entries[index].isEmpty else {
                        lanes.append(
                            try naming(place) {
                                try $0.position(of: entries[index], in: table, waits: base.waits)
                            })
                        continue
                    }
                    var lane = base
                    if !cohorts.isEmpty { lane.death = cohorts[cohort].deathRate }
                    lane.death *= region.load[month]
                    lanes.append(try naming(place) { try $0.position(of: lane) })
                }
            }
            blocks.append(Self.blocks(of: lanes))
        }
    }

    /// Says of a fault which segment and region it belongs to.
    private mutating func naming(
        _ place: (segment: SegmentID, region: RegionCode),
        _ body: (inout OperatorSchedule) throws -> Int
    ) throws -> Int {
        do {
            return try body(&self)
        } catch let fault as CoverageFault {
            throw CoverageFault.inLane(segment: place.segment, region: place.region, fault)
        }
    }

    /// The operator of a lane's rates, made where it is new.
    private mutating func position(of rates: TransitionRates) throws -> Int {
        if let position = known[.rates(rates)] { return position }
        return keep(try TransitionOperator(rates), as: .rates(rates))
    }

    private mutating func position(
        of entries: [Int], in table: [TransitionProbability], waits: Bool
    ) throws -> Int {
        let key = Key.table(entries, waits: waits)
        if let position = known[key] { return position }
        return keep(try TransitionOperator(entries.map { table[$0] }, waits: waits), as: key)
    }

    private mutating func keep(_ made: TransitionOperator, as key: Key) -> Int {
        operators.append(made)
        known[key] = operators.count - 1
        return operators.count - 1
    }

    /// Runs of equal positions. Few and long ones where regions share rates; one for each lane at
    /// worst.
    static func blocks(of lanes: [Int]) -> [Block] {
        var result: [Block] = []
        var start = 0
        for lane in lanes.indices where lane + 1 == lanes.count || lanes[lane + 1] != lanes[lane] {
            result.append(Block(lanes: start..<lane + 1, position: lanes[lane]))
            start = lane + 1
        }
        return result
    }
}

/// The dated rates of a segment in one region.
///
/// Timelines are decoded once, then read by month.
private struct RegionRates {
    private typealias Target = WritableKeyPath<TransitionRates, Double>

    /// Which parameter fills which rate.
    private static var keys: [(target: Target, key: ParameterKey<Double>)] {
        [
            (\.selfEnrolment, Parameters.selfEnrolment),
            (\.employerEnrolment, Parameters.employerEnrolment),
            (\.employerLoss, Parameters.employerLoss), (\.lapse, Parameters.lapse),
            (\.returning, Parameters.returning), (\.graduation, Parameters.graduation),
            (\.death, Parameters.death), (\.ageLimit, Parameters.ageLimit),
            (\.outOfLabourForce, Parameters.outOfLabourForce),
            (\.movedAway, Parameters.movedAway),
        ]
    }

    /// The dated rates and where they go.
    private let paths: [(target: Target, timeline: Timeline<Double>)]
    /// Decides whether newcomers wait.
    private let route: Timeline<RegistrationRoute>
    /// Whether those who lapsed after vesting wait again.
    private let restarts: Timeline<Bool>
    /// The factor on death rates, cohorts' or the segment's own.
    let load: Timeline<Double>
    /// The months in which any of them begins a step.
    private let changeMonths: Set<Month>

    init(_ policy: ResolvedPolicy, _ segment: SegmentID, _ region: RegionCode) {
        paths = Self.keys.map { ($0.target, policy.timeline($0.key, segment, region)) }
        route = policy.timeline(Parameters.route, segment, region)
        restarts = policy.timeline(Parameters.waitingRestarts, segment, region)
        load = policy.timeline(Parameters.mortalityLoad, segment, region)
        var months = Set((route.steps.map(\.from) + restarts.steps.map(\.from)))
        months.formUnion(load.steps.map(\.from))
        for path in paths { months.formUnion(path.timeline.steps.map(\.from)) }
        changeMonths = months
    }

    /// Whether the operators of a month may differ from those of the month before.
    func changes(in month: Month) -> Bool { changeMonths.contains(month) }

    /// The rates of a month before cohort and load.
    func rates(in month: Month) -> TransitionRates {
        var rates = TransitionRates()
        for path in paths { rates[keyPath: path.target] = path.timeline[month] }
        rates.waits = route[month].hasWaitingMonths
        rates.waitingRestarts = restarts[month]
        return rates
    }
}
