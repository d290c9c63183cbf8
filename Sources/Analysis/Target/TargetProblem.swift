import Policy

/// What is to be found: where on a dial a scenario meets an aim.
public struct TargetProblem: Sendable {
    /// How many even steps a dial is looked at where nobody says otherwise.
    public static let intervals = 32
    /// How far apart the two sides of a change may stay: a thousand millionth of the dial.
    static let width = 1.0 / Double(1 << 30)

    /// Without the dial.
    public let scenario: Scenario
    /// Levers that move together, and from where to where.
    public let dial: TargetDial
    /// What is to be reached, by when.
    public let aim: TargetAim
    /// How many even steps of the dial are looked at first.
    public let intervals: Int

    /// A question about one scenario.
    ///
    /// - Parameter intervals: more find narrower bumps of the curve, and cost an evaluation each.
    public init(
        _ scenario: Scenario, dial: TargetDial, aim: TargetAim,
        intervals: Int = TargetProblem.intervals
    ) {
        self.scenario = scenario
        self.dial = dial
        self.aim = aim
        self.intervals = intervals
    }

    /// What is read at every place: the aim's own outcome, then what it costs.
    ///
    ///     0   the aim's outcome
    ///     1   public bill of the whole horizon
    ///     2   unfunded gap of the whole horizon
    ///     3   coverage of modelled workers in the aim's year
    public var outcomes: [Outcome] {
        [
            aim.outcome, Outcome(.measure(.publicBill)), Outcome(.measure(.gap)),
            Outcome(.indicator(.coverageOfWorkers), year: aim.outcome.year),
        ]
    }

    /// The scenario at a place of the dial.
    public func scenario(at point: DialPoint) -> Scenario {
        dial.laid(on: scenario, at: point.values)
    }

    /// The scenario as a function of some of its inputs and, behind them, the dial's keys.
    ///
    /// - Throws: ``PolicyFaults`` where it does not resolve, what its law is refused for.
    func model(varying inputs: [VariedInput], law: LawTree) throws -> PointModel {
        let (dialled, keys) = dial.laid(on: scenario)
        return try PointModel(dialled, inputs: inputs + keys, outcomes: outcomes, law: law)
    }
}

/// What a scenario comes to at a place of the dial.
public struct TargetPoint: Sendable {
    /// The place; nil for the scenario without the dial.
    public let place: DialPoint?
    /// As ``TargetProblem/outcomes``; NaN where there is no result.
    public let outcomes: [Double]
    /// Why there is none.
    public let failure: (any Error)?

    /// A place with its outcomes; NaN where there is none.
    public init(place: DialPoint?, outcomes: [Double], failure: (any Error)? = nil) {
        self.place = place
        self.outcomes = outcomes
        self.failure = failure
    }

    /// A place with the result of its evaluation; a failure has NaN for each of the four outcomes.
    init(_ place: DialPoint?, _ result: PointResult) {
        switch result {
        case .values(let values): self.init(place: place, outcomes: values)
        case .failed(let error):
            self.init(
                place: place, outcomes: Array(repeating: .nan, count: 4), failure: error)
        }
    }

    /// The aim's own outcome.
    public var value: Double { outcomes[0] }
    /// Rupiah of the whole horizon.
    public var bill: Double { outcomes[1] }
    /// Rupiah of the bill that no purse pays.
    public var gap: Double { outcomes[2] }
    /// Share of modelled workers in the aim's year.
    public var coverage: Double { outcomes[3] }
    /// From 0 to 1; NaN without a dial.
    public var dial: Double { place?.dial ?? .nan }
}
