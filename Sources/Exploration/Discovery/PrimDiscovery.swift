/// What a search for boxes found.
public struct PrimDiscovery: Sendable, Equatable {
    /// The search for one box.
    public struct Round: Sendable, Equatable {
        /// From the box without limits to the smallest one: the trade-off between coverage and
        /// density. Peeling steps first, then those that pasting added.
        public let trajectory: [PrimStep]
        /// The position of the step that was chosen as the box; nil if none may be.
        public let choice: Int?

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
            let trajectory = trajectory(settings, remaining)
            let choice = settings.choose(from: trajectory)
            rounds.append(PrimDiscovery.Round(trajectory: trajectory, choice: choice))
            guard let choice else { break }
            for point in points(in: trajectory[choice].box) { isLeft[point] = false }
        }
        return PrimDiscovery(rounds: rounds)
    }

    /// Peels and pastes among the remaining points. The first step is the box without limits, so a
    /// trajectory is never empty.
    private func trajectory(_ settings: PrimSettings, _ remaining: [Int32]) -> [PrimStep] {
        var search = PrimSearch(self, settings, remaining: remaining)
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
            }
        }
        // Of equals, the earlier step: it has fewer limits.
        return fitting.max { one, other in
            let (first, second) = (trajectory[one], trajectory[other])
            if case .density = choice {
                return (first.coverage, first.density, other)
                    < (second.coverage, second.density, one)
            }
            return (first.density, first.coverage, other) < (second.density, second.coverage, one)
        }
    }
}
