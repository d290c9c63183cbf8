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

    /// The boxes that were chosen; none where nothing stands out.
    public var boxes: [PrimStep] { discovery.boxes }
}

extension PrimPoints {
    /// Looks for boxes by the standard rule.
    ///
    /// Of the boxes in which at least a share `density` of the points is of interest, the one that
    /// covers most; where there is none, the one with the greatest F-measure. Further boxes are
    /// looked for outside of it, each at least as dense as the rule or the first box asks.
    ///
    /// - Throws: ``PrimFault`` for settings out of range.
    public func find(density: Double, boxes: Int) throws(PrimFault) -> DiscoveryFinding {
        var settings = PrimSettings()
        settings.boxCount = boxes
        settings.choice = .density(density)
        let strict = try discover(settings)
        if !strict.boxes.isEmpty {
            return DiscoveryFinding(points: self, rule: .dense(density), discovery: strict)
        }
        let steps = strict.rounds.first?.trajectory.filter { $0.box.restrictedCount > 0 } ?? []
        let best = steps.max { $0.balance < $1.balance }
        guard let best, best.density > Double(caseCount) / Double(count) else {
            return DiscoveryFinding(points: self, rule: .balanced(density), discovery: strict)
        }
        settings.choice = .density(best.density)
        return DiscoveryFinding(
            points: self, rule: .balanced(density), discovery: try discover(settings))
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
