import Sampling

/// The runs that elementary effects need, and their analysis: which inputs matter at all, for a
/// few runs each.
///
/// Each of the repetitions is a row of g + 1 runs for g groups of inputs, one input to a group
/// unless groups are given.
///
/// - `radial`: a base point, then the base point with one group moved. An input at a moves to
///
///       b = a + 1/4 + u/2  modulo 1
///
///   with u uniform: b is uniform too, and no step is shorter than a quarter, so that neither
///   rounding nor a jump of the output is divided by next to nothing. The default.
/// - `trajectory`: from a point of a grid of p levels, groups move one after the other in random
///   order by p / (2 (p - 1)), up or down, whichever stays on the grid. What repeats with the
///   grid's step is not seen.
///
/// References: F. Campolongo, A. Saltelli and J. Cariboni, From screening to quantitative
/// sensitivity analysis, Computer Physics Communications 182 (2011), doi:10.1016/j.cpc.2010.12.039;
/// M. D. Morris, Factorial sampling plans for preliminary computational experiments, Technometrics
/// 33 (1991), doi:10.1080/00401706.1991.10484804.
public struct MorrisDesign: SensitivityDesign {
    /// How the points of a repetition lie to one another.
    public enum Path: Sendable, Hashable {
        /// Each moved point is one step from the base point.
        case radial
        /// Each point is one step from the one before, on a grid of so many levels.
        case trajectory(levels: Int)
    }

    /// Inputs that are moved together.
    public struct Group: Sendable, Equatable {
        /// As results name the group.
        public let name: String
        /// Positions of inputs.
        public let members: [Int]

        /// A group of inputs; whether it fits is checked where the design is made.
        public init(name: String, members: [Int]) {
            self.name = name
            self.members = members
        }
    }

    /// The inputs, in the order of a point's coordinates.
    public let names: [String]
    /// Base points, each with a row of runs.
    public let repetitions: Int
    /// Of base points, steps and the order of groups.
    public let seed: UInt64
    /// How the points of a row lie to one another.
    public let path: Path
    /// One for each input where none were given.
    public let groups: [Group]
    /// Two uniform numbers for each input and repetition: where it stands and how far it moves.
    private let source: UnitDesign

    /// - Parameters:
    ///   - repetitions: base points; 4 at least, 10 to 50 as a rule.
    ///   - groups: every input in one of them; nil moves inputs one by one.
    /// - Throws: ``SensitivityFault`` for no inputs, equal names, an odd number of levels, inputs
    ///   in no group or in several.
    public init(
        names: [String], repetitions: Int, seed: UInt64, path: Path = .radial,
        groups: [Group]? = nil
    ) throws(SensitivityFault) {
        try Self.check(names)
        guard (4...1 << 24).contains(repetitions) else {
            throw .sizeOutOfRange(repetitions, least: 4, most: 1 << 24)
        }
        if case .trajectory(let levels) = path { try Self.check(levels: levels) }
        self.names = names
        self.repetitions = repetitions
        self.seed = seed
        self.path = path
        self.groups = groups ?? names.enumerated().map { Group(name: $1, members: [$0]) }
        do {
            source = try UnitDesign(
                .monteCarlo, names: names.map { $0 + "/base" } + names.map { $0 + "/step" },
                count: repetitions, seed: seed)
        } catch {
            throw .points(error)
        }
        try checkGroups()
    }

    /// Refuses a grid on which half the levels have no counterpart. With an even number p, a step
    /// of p / (2 (p - 1)) takes each level to one other and back.
    static func check(levels: Int) throws(SensitivityFault) {
        guard (2...1024).contains(levels) else {
            throw .sizeOutOfRange(levels, least: 2, most: 1024)
        }
        guard levels % 2 == 0 else { throw .levelsNotEven(levels) }
    }

    /// Refuses groups that do not divide the inputs.
    private func checkGroups() throws(SensitivityFault) {
        try Self.check(groups.map(\.name))
        var times = names.map { _ in 0 }
        for group in groups {
            guard !group.members.isEmpty else { throw .emptyGroup(group.name) }
            for member in group.members {
                guard names.indices.contains(member) else {
                    throw .unknownInput(member, group: group.name)
                }
                times[member] += 1
            }
        }
        for (name, count) in zip(names, times) where count != 1 {
            throw .inputGroupedTimes(count, input: name)
        }
    }

    /// Runs of a repetition: one more than groups.
    public var rowLength: Int { groups.count + 1 }
    /// Repetitions times runs of each.
    public var count: Int { repetitions * rowLength }

    /// The method with its version, then all that points depend on.
    public var identity: String {
        let moved = groups.map { "\(String(reflecting: $0.name)):\($0.members)" }
        return "morris 1; path \(path); repetitions \(repetitions); seed \(seed); "
            + "inputs \(Self.listed(names)); groups \(moved.joined(separator: ","))"
    }

    /// Whether both give the same points.
    public static func == (a: MorrisDesign, b: MorrisDesign) -> Bool { a.identity == b.identity }

    /// Writes the points of some runs; a range may begin and end inside a repetition.
    public func fill(_ runs: Range<Int>, into points: inout [Double]) {
        prepare(&points, runs)
        guard !runs.isEmpty else { return }
        let inputs = names.count
        for repetition in runs.lowerBound / rowLength...(runs.upperBound - 1) / rowLength {
            let steps = MorrisSteps(self, source.row(repetition), repetition)
            let first = repetition * rowLength
            for run in runs.clamped(to: first..<first + rowLength) {
                let point = steps.point(run - first)
                let start = (run - runs.lowerBound) * inputs
                for input in 0..<inputs { points[start + input] = point[input] }
            }
        }
    }

    func steps(_ repetition: Int) -> MorrisSteps {
        MorrisSteps(self, source.row(repetition), repetition)
    }
}

/// One repetition: where inputs stand, where they move, and in which order.
struct MorrisSteps {
    let from: [Double]
    /// Where each input stands once it has moved.
    let to: [Double]
    /// Groups in the order of the runs after the first.
    let order: [MorrisDesign.Group]
    let places: [Int]
    let isCumulative: Bool

    /// - Parameter numbers: two uniform numbers for each input, bases first.
    init(_ design: MorrisDesign, _ numbers: [Double], _ repetition: Int) {
        let inputs = design.names.count
        var (from, to) = (Array(numbers[..<inputs]), Array(numbers[..<inputs]))
        switch design.path {
        case .radial:
            for group in design.groups {
                guard let first = group.members.first else { continue }
                let step = 0.25 + numbers[inputs + first] / 2
                for member in group.members {
                    let moved = from[member] + step
                    to[member] = moved < 1 ? moved : moved - 1
                }
            }
            places = Array(design.groups.indices)
        case .trajectory(let levels):
            for input in 0..<inputs {
                let level = min(levels - 1, Int(numbers[input] * Double(levels)))
                let moved = level < levels / 2 ? level + levels / 2 : level - levels / 2
                from[input] = Double(level) / Double(levels - 1)
                to[input] = Double(moved) / Double(levels - 1)
            }
            places = Self.shuffled(design, repetition)
        }
        isCumulative = design.path != .radial
        order = places.map { design.groups[$0] }
        self.from = from
        self.to = to
    }

    private static func shuffled(_ design: MorrisDesign, _ repetition: Int) -> [Int] {
        let stream = RandomStream(seed: design.seed, name: "morris order")
        var order = Array(design.groups.indices)
        for last in order.indices.dropFirst().reversed() {
            let chosen = stream.bits(repetition, last).multipliedFullWidth(by: UInt64(last + 1))
            order.swapAt(last, Int(chosen.high))
        }
        return order
    }

    /// The point of the repetition's run at `place`; run 0 is the base.
    func point(_ place: Int) -> [Double] {
        var point = from
        guard place > 0 else { return point }
        for group in order[(isCumulative ? 0 : place - 1)..<place] {
            for member in group.members { point[member] = to[member] }
        }
        return point
    }

    /// How far the group of the run at `place` moved: signed for a single input, the root mean
    /// square of its members' moves for more.
    func step(_ place: Int) -> Double {
        let members = order[place - 1].members
        if members.count == 1 { return to[members[0]] - from[members[0]] }
        let squares = members.reduce(0) { $0 + (to[$1] - from[$1]) * (to[$1] - from[$1]) }
        return (squares / Double(max(1, members.count))).squareRoot()
    }
}
