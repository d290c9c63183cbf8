import Policy

/// A number of a segment by month and region, as scenario keys give it.
///
/// Flags are 1 and 0. A quota and a flow of entrants have two units each, so two keys: the one that
/// is not used is 0.
///
/// The raw value is the key's panel in a model and its block of rows in a pack. A closed list of
/// plain numbers, because a draw writes them without looking at text or types.
package enum ModelKey: Int, CaseIterable, Sendable {
    /// What decisions read: the quota in persons or as a share, how many months of a year it is
    /// funded and from which one, whether leavers are replaced, the eligible share of those
    /// outside, the share of the released who go on paying, whether a gap restarts the waiting
    /// months, and whether newcomers wait at all (the BPU route).
    case heads, share, fundedMonths, fundingStart, refill, eligible, retention, restarts, waits
    /// How the horizon begins, read in its first month: workers, and the shares of them in `F`,
    /// `S`, `E`, `L` and `LV`. The rest are in `U`.
    case workers, openingFunded, openingSelf, openingEmployer, openingLapsed, openingLapsedVested
    /// Who joins: persons a month, or a share of the opening workers a year.
    case entrantsPerMonth, entrantsPerYear
    /// Yearly intensities, in events per person-year at risk.
    case selfEnrolment, employerEnrolment, employerLoss, lapse, returning, graduation, death
    /// Intensities of leaving besides death, and the load factor on death rates.
    case ageLimit, outOfLabourForce, movedAway, load

    static let count = allCases.count
    /// The intensities, each of which must be finite and not negative. The load is a factor on one
    /// of them and not among them.
    static let rates: [ModelKey] = [
        .selfEnrolment, .employerEnrolment, .employerLoss, .lapse, .returning, .graduation, .death,
        .ageLimit, .outOfLabourForce, .movedAway,
    ]
    /// The opening shares, which add up to at most 1; each stands for its key among
    /// ``Parameters/openingShares``.
    static let openings: [ModelKey] = [
        .openingFunded, .openingSelf, .openingEmployer, .openingLapsed, .openingLapsedVested,
    ]

    private static let plain: [(key: ModelKey, parameter: ParameterKey<Double>)] =
        zip(openings, Parameters.openingShares).map { ($0, $1.key) } + [
            (.fundedMonths, Parameters.fundedMonths), (.fundingStart, Parameters.fundingStart),
            (.eligible, Parameters.eligibleShare), (.retention, Parameters.retention),
            (.workers, Parameters.workers), (.selfEnrolment, Parameters.selfEnrolment),
            (.employerEnrolment, Parameters.employerEnrolment),
            (.employerLoss, Parameters.employerLoss), (.lapse, Parameters.lapse),
            (.returning, Parameters.returning), (.graduation, Parameters.graduation),
            (.death, Parameters.death), (.ageLimit, Parameters.ageLimit),
            (.outOfLabourForce, Parameters.outOfLabourForce), (.movedAway, Parameters.movedAway),
            (.load, Parameters.mortalityLoad),
        ]

    /// The same by path: a draw knows its key by name.
    private static let plainByPath = Dictionary(
        uniqueKeysWithValues: plain.map { ($0.parameter.definition.path, $0.key) })

    /// What a value of a scenario key comes to; nothing where coverage does not depend on the key.
    ///
    /// A quota or a flow sets both of its keys, so that nothing of the other unit is left.
    ///
    ///     ModelKey.encoded("quota", .share(0.4))  // heads 0, share 0.4
    package static func encoded(_ path: String, _ value: SettingValue) -> [(ModelKey, Double)] {
        if let key = plainByPath[path] { return value.number.map { [(key, $0)] } ?? [] }
        switch (path, value) {
        case ("quota", .heads(let heads)): return [(.heads, heads), (.share, 0)]
        case ("quota", .share(let share)): return [(.heads, 0), (.share, share)]
        case ("entrants", .perMonth(let flow)):
            return [(.entrantsPerMonth, flow), (.entrantsPerYear, 0)]
        case ("entrants", .perYear(let rate)):
            return [(.entrantsPerMonth, 0), (.entrantsPerYear, rate)]
        case ("refill", .flag(let on)): return [(.refill, on ? 1 : 0)]
        case ("waiting_restarts", .flag(let on)): return [(.restarts, on ? 1 : 0)]
        case ("route", .word(let word)):
            let waits = RegistrationRoute(rawValue: word)?.hasWaitingMonths ?? false
            return [(.waits, waits ? 1 : 0)]
        default: return []
        }
    }

    /// What has to be made anew when a scenario key changes; nothing where coverage does not depend
    /// on it.
    ///
    /// For whoever plans a draw by names; ``stages`` says the same of one key.
    package static func stages(of path: String) -> ModelStage {
        if let key = plainByPath[path] { return key.stages }
        return switch path {
        case "quota", "refill": .decisions
        case "entrants": .entrants
        case "waiting_restarts", "route": [.decisions, .operators]
        default: []
        }
    }

    /// The numbers of a segment, by key, then `month * regions + region`.
    ///
    /// Every value is decoded here, once: from here on the simulation knows no words.
    ///
    /// - Complexity: O(keys x months x regions).
    static func panels(_ policy: ResolvedPolicy, _ segment: SegmentID) -> [[Double]] {
        var panels = Array(repeating: [Double](), count: count)
        for (key, parameter) in plain { panels[key.rawValue] = policy.panel(parameter, segment) }
        /// Fills the panels of some keys from one parameter that is no plain number.
        ///
        /// - Parameter encode: the number that a value means for one of the keys.
        func set<Value>(
            _ keys: [ModelKey], _ parameter: ParameterKey<Value>,
            _ encode: (Value, ModelKey) -> Double
        ) {
            let values = policy.panel(parameter, segment)
            for key in keys { panels[key.rawValue] = values.map { encode($0, key) } }
        }
        set([.heads, .share], Parameters.quota) { quota, key in
            switch quota {
            case .heads(let heads): key == .heads ? heads : 0
            case .shareOfEligible(let share): key == .share ? share : 0
            }
        }
        set([.entrantsPerMonth, .entrantsPerYear], Parameters.entrants) { flow, key in
            switch flow {
            case .personsPerMonth(let persons): key == .entrantsPerMonth ? persons : 0
            case .perYearOfOpening(let rate): key == .entrantsPerYear ? rate : 0
            }
        }
        set([.refill], Parameters.refill) { on, _ in on ? 1 : 0 }
        set([.restarts], Parameters.waitingRestarts) { on, _ in on ? 1 : 0 }
        set([.waits], Parameters.route) { route, _ in route.hasWaitingMonths ? 1 : 0 }
        return panels
    }
}

/// Which parts of a kernel's input depend on a key.
///
/// The parts are made apart because they differ in cost: an exponential for each operator, a few
/// products for each month of the others.
package struct ModelStage: OptionSet, Sendable {
    /// One bit for each part.
    package let rawValue: Int
    /// The parts that some bits stand for.
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Quotas by month, and who waits again.
    package static let decisions = ModelStage(rawValue: 1)
    /// The opening stock by cohort and status.
    package static let opening = ModelStage(rawValue: 2)
    /// Persons who join, by month.
    package static let entrants = ModelStage(rawValue: 4)
    /// Moves and leaving, by run of months with the same rates.
    package static let operators = ModelStage(rawValue: 8)
    /// Everything, as for a pack that is new.
    package static let all: ModelStage = [.decisions, .opening, .entrants, .operators]
}

extension ModelKey {
    /// What has to be made anew when the key's numbers change.
    ///
    /// Waiting concerns two parts: who is enrolled by the quota enters by decision, who enrols
    /// himself by the operator. Workers concern entrants too, whose flow may be a share of them.
    package var stages: ModelStage {
        switch self {
        case .heads, .share, .fundedMonths, .fundingStart, .refill, .eligible, .retention:
            .decisions
        case .restarts, .waits: [.decisions, .operators]
        case .workers: [.opening, .entrants]
        case .openingFunded, .openingSelf, .openingEmployer, .openingLapsed, .openingLapsedVested:
            .opening
        case .entrantsPerMonth, .entrantsPerYear: .entrants
        default: .operators
        }
    }
}
