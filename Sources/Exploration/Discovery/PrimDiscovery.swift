import Quantities

/// What a search for boxes found.
public struct PrimDiscovery: Sendable, Equatable {
    /// The search for one box.
    public struct Round: Sendable, Equatable {
        /// From the box without limits to the smallest one: the trade-off between coverage and
        /// density. Peeling steps first, then those that pasting added, then the chosen box without
        /// the limits that luck explains.
        public let trajectory: [PrimStep]
        /// The position of the step that was chosen as the box; nil if none may be.
        public let choice: Int?
        /// Inputs of which a limit fell away, since luck explains it.
        public let dropped: [String]

        /// The step that was chosen; nil if none may be.
        public var chosen: PrimStep? { choice.map { trajectory[$0] } }
    }

    /// One for each box, in the order of finding; the last one may have chosen none, and then the
    /// search ended there.
    public let rounds: [Round]

    /// The boxes that were chosen, first found first.
    public var boxes: [PrimStep] { rounds.compactMap(\.chosen) }
}

extension PrimPoints {
    /// Looks for boxes in which cases of interest are dense: scenario discovery with PRIM.
    ///
    /// A box begins with all points. Peeling takes away, step by step, a small share of the points
    /// at an end of a number, or those of one category: what raises the density most for the
    /// points given up. Pasting then gives back what was taken in vain. The next box is looked for
    /// among the points outside the previous ones; coverage and mass always refer to all points.
    ///
    /// The steps depend on the order of an input's values only, not on its scale, and not on the
    /// order of points. Limits, quasi-p-values and pasting depend on the scale in that a limit
    /// lies midway between two points, and outside points may lie there.
    ///
    /// References: J. H. Friedman and N. I. Fisher, Bump hunting in high-dimensional data, Stat.
    /// Comput. 9 (1999), doi:10.1023/A:1008894516817; Bryant and Lempert (2010),
    /// doi:10.1016/j.techfore.2009.08.002; lenient objective: J. H. Kwakkel and M. Jaxa-Rozen,
    /// Environ. Model. Softw. 79 (2016), doi:10.1016/j.envsoft.2015.11.020.
    ///
    /// - Throws: ``PrimFault`` for settings out of range.
    /// - Complexity: O(d n / alpha) for a box of n points and d inputs.
    public func discover(
        _ settings: PrimSettings = PrimSettings()
    ) throws(PrimFault) -> PrimDiscovery {
        try settings.check()
        var rounds: [PrimDiscovery.Round] = []
        var isLeft = [Bool](repeating: true, count: count)
        while rounds.count < settings.boxCount {
            let remaining = (0..<Int32(count)).filter { isLeft[Int($0)] }
            guard remaining.contains(where: { isCase[Int($0)] }) else { break }
            let round = round(settings, PrimSearch(self, settings, remaining: remaining))
            rounds.append(round)
            guard let chosen = round.chosen else { break }
            for point in points(in: chosen.box) { isLeft[point] = false }
        }
        return PrimDiscovery(rounds: rounds)
    }

    /// One search, and the choice among its steps.
    ///
    /// Where limits that luck explains fall away, each step is judged by what is then left of it:
    /// the box that is shown is the one that meets the rule.
    ///
    /// - Parameter whole: the points that no earlier box holds, without a limit.
    private func round(_ settings: PrimSettings, _ whole: PrimSearch) -> PrimDiscovery.Round {
        var trajectory = trajectory(settings, whole)
        guard settings.dropsLuck else {
            return PrimDiscovery.Round(
                trajectory: trajectory, choice: settings.choose(from: trajectory), dropped: [])
        }
        let left = trajectory.map { withoutLuck($0, in: whole) }
        guard let choice = settings.choose(from: left) else {
            return PrimDiscovery.Round(trajectory: trajectory, choice: nil, dropped: [])
        }
        let (before, after) = (trajectory[choice].box, left[choice].box)
        guard before != after else {
            return PrimDiscovery.Round(trajectory: trajectory, choice: choice, dropped: [])
        }
        trajectory.append(left[choice])
        return PrimDiscovery.Round(
            trajectory: trajectory, choice: trajectory.count - 1,
            dropped: before.limits.filter { !after.limits.contains($0) }.map(\.input))
    }

    /// Peels and pastes. The first step is the box without limits, so a trajectory is never empty.
    private func trajectory(_ settings: PrimSettings, _ whole: PrimSearch) -> [PrimStep] {
        var search = whole
        var steps = [search.step()]
        search.peel { steps.append($0.step()) }
        if let alpha = settings.pasteAlpha {
            search.paste(alpha: alpha) { steps.append($0.step()) }
        }
        return steps
    }
}

extension PrimSettings {
    /// The position of the step that becomes the box; nil if none is dense enough or covers
    /// enough, or nothing is restricted.
    func choose(from trajectory: [PrimStep]) -> Int? {
        let fitting = trajectory.indices.filter { position in
            let step = trajectory[position]
            guard step.box.restrictedCount > 0, step.density >= minimumDensity else {
                return false
            }
            switch choice {
            case .last: return position == trajectory.count - 1
            case .density(let least): return step.density >= least
            case .coverage(let least): return step.coverage >= least
            case .balance: return true
            }
        }
        // Of equals, the earlier step: it has fewer limits.
        return fitting.max { one, other in
            let (first, second) = (trajectory[one], trajectory[other])
            return switch choice {
            case .density:
                (first.coverage, first.density, other) < (second.coverage, second.density, one)
            case .balance:
                (first.balance, first.density, other) < (second.balance, second.density, one)
            case .last, .coverage:
                (first.density, first.coverage, other) < (second.density, second.coverage, one)
            }
        }
    }
}

extension PrimDiscovery {
    /// Every step of every search: the trade-off between coverage and density.
    ///
    /// Keys: `box` and `step`, both from 1; `is_chosen` is 1 for the step that became the box.
    public var trajectoryTable: ResultTable {
        ResultTable("discover-trajectory", stepRows) {
            Key("box", \.box)
            Key("step", \.step)
            Column("points", .factor, \.value.points)
            Column("cases", .factor, \.value.cases)
            Column("coverage_share", .share, \.value.coverage)
            Column("density_share", .share, \.value.density)
            Column("mass_share", .share, \.value.mass)
            Column("restricted_inputs", .factor, \.value.box.restrictedCount)
            Column("is_chosen", .flag) { $0.isChosen ? 1 : 0 }
        }
    }

    /// The limits of the boxes that were chosen, or of every step.
    ///
    /// Keys: `box`, `step`, `input`. `lower` and `upper` are in the input's own values, empty
    /// where that side is open; `categories` are those allowed, joined by ` | `.
    public func limitTable(ofEveryStep isEvery: Bool = false) -> ResultTable {
        let rows = stepRows.filter { isEvery || $0.isChosen }.flatMap { row in
            zip(row.value.box.limits, row.value.significance).map {
                (step: row, limit: $0, p: $1)
            }
        }
        return ResultTable("discover-limits", rows) {
            Key("box", \.step.box)
            Key("step", \.step.step)
            Key("input", \.limit.input)
            Column("lower", .factor, \.limit.ends.lower)
            Column("upper", .factor, \.limit.ends.upper)
            Column("categories", .word, \.limit.labels)
            Column("quasi_p", .factor, \.p.whole)
            Column("quasi_p_lower", .factor, \.p.lower)
            Column("quasi_p_upper", .factor, \.p.upper)
        }
    }

    private struct StepRow {
        /// From 1, in the order of finding.
        let box: Int
        /// From 1, in the order of the search.
        let step: Int
        let value: PrimStep
        let isChosen: Bool
    }

    /// All steps of all searches, box after box.
    private var stepRows: [StepRow] {
        rounds.enumerated().flatMap { box, round in
            round.trajectory.enumerated().map { step, value in
                StepRow(
                    box: box + 1, step: step + 1, value: value, isChosen: step == round.choice)
            }
        }
    }
}

extension BoxLimit {
    /// The limits on a number; none on either side for categories.
    fileprivate var ends: (lower: Double?, upper: Double?) {
        guard case .range(let lower, let upper) = allowed else { return (nil, nil) }
        return (lower, upper)
    }

    /// The categories allowed; empty for a number.
    fileprivate var labels: String {
        guard case .categories(let labels) = allowed else { return "" }
        return labels.joined(separator: " | ")
    }
}

/// One box on the way of a search, with what it holds.
public struct PrimStep: Sendable, Equatable {
    /// Its limits; none for the first step.
    public let box: Box
    /// How many points lie in it, of those that no earlier box holds.
    public let points: Int
    /// How many of them are of interest.
    public let cases: Int
    /// The share of all points of interest that it holds.
    public let coverage: Double
    /// The share of its points that are of interest.
    public let density: Double
    /// The share of all points that it holds.
    public let mass: Double
    /// By limit of the box: whether it may be luck.
    public let significance: [BoxSignificance]
}

extension PrimSearch {
    func step() -> PrimStep {
        PrimStep(
            box: box, points: tally.points, cases: tally.cases,
            coverage: Double(tally.cases) / Double(data.caseCount), density: tally.density,
            mass: Double(tally.points) / Double(data.count), significance: significance())
    }

    /// The limits of the restricted inputs, in the order of the inputs.
    private var box: Box {
        var limits: [(input: Int, allowed: BoxLimit.Allowed)] = []
        for (column, state) in zip(data.numbers, numbers) where state.isRestricted {
            let lower = state.lower > -.infinity ? state.lower : nil
            let upper = state.upper < .infinity ? state.upper : nil
            limits.append((column.input, .range(lower: lower, upper: upper)))
        }
        for (column, state) in zip(data.categories, categories) where state.isRestricted {
            let labels = zip(column.labels, state.isAllowed).filter(\.1).map(\.0)
            limits.append((column.input, .categories(labels)))
        }
        return Box(
            limits.sorted { $0.input < $1.input }.map {
                BoxLimit(input: data.inputs[$0.input].name, allowed: $0.allowed)
            })
    }

    /// The quasi-p-values of the limits, in the order of the inputs.
    private func significance() -> [BoxSignificance] {
        var found: [(input: Int, value: BoxSignificance)] = []
        for (column, state) in zip(data.numbers, numbers) where state.isRestricted {
            let below = outsideAlone(state.order[..<state.low])
            let above = outsideAlone(state.order[state.high...])
            found.append(
                (
                    column.input,
                    BoxSignificance(
                        input: data.inputs[column.input].name, whole: quasiP(below, above),
                        lower: state.lower > -.infinity ? quasiP(below) : nil,
                        upper: state.upper < .infinity ? quasiP(above) : nil)
                ))
        }
        for (column, state) in zip(data.categories, categories) where state.isRestricted {
            let others = outsideAlone(
                remaining.lazy.filter { !state.isAllowed[Int(column.codes[Int($0)])] })
            found.append(
                (
                    column.input,
                    BoxSignificance(
                        input: data.inputs[column.input].name, whole: quasiP(others), lower: nil,
                        upper: nil)
                ))
        }
        return found.sorted { $0.input < $1.input }.map(\.value)
    }

    /// How many of some points beyond a limit nothing but that limit keeps outside.
    private func outsideAlone(_ points: some Sequence<Int32>) -> PrimTally {
        var tally = PrimTally(points: 0, cases: 0)
        for point in points where violations[Int(point)] == 1 {
            tally.points += 1
            tally.cases += data.isCase[Int(point)] ? 1 : 0
        }
        return tally
    }

    private func quasiP(_ outside: PrimTally...) -> Double {
        let wider = outside.reduce(tally) {
            PrimTally(points: $0.points + $1.points, cases: $0.cases + $1.cases)
        }
        return BoxBinomial.upperTail(
            atLeast: tally.cases, of: tally.points, chance: wider.density)
    }
}

/// Where sorted values are cut: between two neighbours that differ.
///
/// The cut is at a quantile of the values; where that falls among equal ones, it moves so that
/// something is cut off. The limit lies midway.
///
/// With equal values the cut at a quantile would take none or all of them by the order of points;
/// here values that are equal, last bits apart, stay together.
///
///     PrimGap.upper(0.75, count: 5) { [1, 2, 3, 4, 5][$0] }  // above 3, limit 3.5
struct PrimGap {
    /// The first position above the cut.
    let above: Int
    let limit: Double

    /// The cut that takes off at least the largest values beyond a share; nil if all are equal.
    ///
    /// - Parameters:
    ///   - share: of the values, counted from the smallest, that should stay.
    ///   - value: the value in a place, never falling.
    static func upper(_ share: Double, count: Int, value: (Int) -> Double) -> PrimGap? {
        guard count > 1 else { return nil }
        let place = Double(count - 1) * share
        let end = value(Int(place.rounded(.up)))
        var below = Int(place.rounded(.down))
        while below > 0, value(below).isAbout(end) { below -= 1 }
        return value(below).isAbout(end)
            ? nil
            : PrimGap(
                above: below + 1, value(below), end, staying: value(below))
    }

    /// The cut that takes off at least the smallest values up to a share; nil if all are equal.
    ///
    /// - Parameters:
    ///   - share: of the values, counted from the smallest, that should go.
    ///   - value: the value in a place, never falling.
    static func lower(_ share: Double, count: Int, value: (Int) -> Double) -> PrimGap? {
        guard count > 1 else { return nil }
        let place = Double(count - 1) * share
        let end = value(Int(place.rounded(.down)))
        var above = Int(place.rounded(.up))
        while above < count - 1, value(above).isAbout(end) { above += 1 }
        return value(above).isAbout(end)
            ? nil
            : PrimGap(
                above: above, end, value(above), staying: value(above))
    }

    /// Midway between two neighbours; where rounding leaves no number between them, the one that
    /// stays.
    private init(above: Int, _ low: Double, _ high: Double, staying: Double) {
        self.above = above
        let middle = (low + high) / 2
        limit = low < middle && middle < high ? middle : staying
    }
}

/// Boxes that were found, and by which rule they were chosen.
public struct DiscoveryFinding: Sendable {
    /// Why a step of a search became the box.
    public enum Rule: Sendable, Equatable {
        /// The most coverage among boxes at least this dense.
        case dense(Double)
        /// No box is that dense: the greatest F-measure instead.
        case balanced(Double)
    }

    /// The points that were searched.
    public let points: PrimPoints
    /// The rule whose cases were looked for.
    public let rule: Rule
    /// The boxes that were found.
    public let discovery: PrimDiscovery
    /// The first box with fewer limits, nearly as good; nil where none is.
    public let simpler: PrimStep?

    /// The boxes that were chosen; none where nothing stands out.
    public var boxes: [PrimStep] { discovery.boxes }
}

extension PrimPoints {
    /// Looks for boxes by the standard rule.
    ///
    /// Of the boxes in which at least a share `density` of the points is of interest, the one that
    /// covers most; where there is none, the one with the greatest F-measure. Limits that luck
    /// explains fall away from it. Further boxes are looked for outside of it, each at least as
    /// dense as the rule or the first box asks.
    ///
    /// - Throws: ``PrimFault`` for settings out of range.
    public func find(density: Double, boxes: Int) throws(PrimFault) -> DiscoveryFinding {
        var settings = PrimSettings()
        settings.boxCount = boxes
        settings.choice = .density(density)
        settings.dropsLuck = true
        let strict = try discover(settings)
        if !strict.boxes.isEmpty {
            return finding(.dense(density), strict)
        }
        settings.choice = .balance
        settings.boxCount = 1
        let balanced = try discover(settings)
        guard let best = balanced.boxes.first, best.density > Double(caseCount) / Double(count)
        else { return finding(.balanced(density), strict) }
        settings.choice = .density(best.density)
        settings.boxCount = boxes
        return finding(.balanced(density), try discover(settings))
    }

    private func finding(
        _ rule: DiscoveryFinding.Rule, _ discovery: PrimDiscovery
    ) -> DiscoveryFinding {
        DiscoveryFinding(
            points: self, rule: rule, discovery: discovery,
            simpler: discovery.boxes.first.flatMap {
                simpler(than: $0, in: search(among: Array(0..<Int32(count))))
            })
    }
}

extension PrimStep {
    /// The F-measure: the harmonic mean of coverage and density.
    ///
    ///     2 coverage density / (coverage + density)
    public var balance: Double {
        let sum = coverage + density
        return sum > 0 ? 2 * coverage * density / sum : 0
    }
}
