import Exploration
import Quantities

/// Finds every change between meeting a target and missing it along a dial.
///
/// It says which places it wants to know next, so that whoever evaluates them can put those of many
/// draws side by side. Three stages: a grid; golden sections where the grid comes near the target
/// without crossing it; a bracket around every change, closed down to `width`. What lies between
/// two points of the grid and shows in none of them is missed.
struct TargetSolver: Sendable {
    private enum Stage { case grid, extremes, brackets, done }

    let width: Double
    /// Places to look at first.
    private let grid: [Double]
    private var stage = Stage.grid
    private var extremes: [GoldenSection] = []
    /// Searches for each root, from left to right.
    private(set) var brackets: [BracketSearch] = []
    /// All that is known, in order of the dial.
    private(set) var probes: [TargetProbe] = []

    /// - Parameter grid: in order; at least two places.
    init(grid: [Double], width: Double) {
        self.grid = grid
        self.width = width
    }

    /// Places whose margins are to be taken next, in this order; empty at the end.
    var wanted: [Double] {
        switch stage {
        case .grid: grid
        case .extremes: extremes.compactMap(\.next)
        case .brackets: brackets.compactMap(\.next)
        case .done: []
        }
    }

    mutating func take(_ margins: [Double]) {
        probes += zip(wanted, margins).map { TargetProbe(dial: $0, margin: $1) }
        var rest = margins[...]
        switch stage {
        case .extremes:
            for index in extremes.indices where extremes[index].next != nil {
                if let margin = rest.popFirst() { extremes[index].take(margin) }
            }
        case .brackets:
            for index in brackets.indices where brackets[index].next != nil {
                if let margin = rest.popFirst() { brackets[index].take(margin) }
            }
        case .grid, .done: break
        }
        advance()
    }

    /// Goes on to the next stage where nothing is left to be done in this one.
    private mutating func advance() {
        if stage == .grid {
            extremes = GoldenSection.all(in: probes)
            stage = .extremes
        }
        if stage == .extremes, wanted.isEmpty {
            probes = Self.ordered(probes)
            brackets = zip(probes, probes.dropFirst()).filter { pair in
                !pair.0.margin.isNaN && !pair.1.margin.isNaN && pair.0.isMet != pair.1.isMet
            }.map { BracketSearch($0, $1, width: width) }
            stage = .brackets
        }
        if stage == .brackets, wanted.isEmpty {
            probes = Self.ordered(probes)
            stage = .done
        }
    }

    /// In order of the dial, each place once.
    private static func ordered(_ probes: [TargetProbe]) -> [TargetProbe] {
        probes.sorted { $0.dial < $1.dial }.reduce(into: []) { kept, probe in
            if kept.last?.dial != probe.dial { kept.append(probe) }
        }
    }

    /// The first place that meets the target.
    var first: TargetProbe? { probes.first(where: \.isMet) }

    /// The places where the curve comes as near to the target as 1e-9 of its span without crossing
    /// it.
    var touches: [TargetProbe] {
        let margins = probes.map(\.margin).filter(\.isFinite)
        guard let low = margins.min(), let high = margins.max(), high > low else { return [] }
        return extremes.map(\.best).filter { probe in
            abs(probe.margin) <= Tolerance.relative * (high - low)
                && !brackets.contains { abs($0.met.dial - probe.dial) < 2 * GoldenSection.width }
        }
    }
}
