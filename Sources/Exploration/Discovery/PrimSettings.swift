/// How boxes are looked for.
public struct PrimSettings: Sendable, Equatable {
    /// What makes one step better than another.
    ///
    /// With n points of mean outcome m in the box before the step, and n', m' after it:
    public enum Objective: String, Sendable, CaseIterable {
        /// `(m' - m) / |n' - n|`: gain for each point given up. The default, since with it inputs
        /// with few values do not crowd out those with many.
        case lenient1
        /// `n' (m' - m) / |n' - n|`: the same, favouring steps that leave many points.
        case lenient2
        /// `m'`: the mean itself (Friedman and Fisher 1999).
        case original

        /// The score of a step. The lenient scores are 0 where the density stays, and positive only
        /// where it rises; the original one is the density and so positive with any case in the
        /// box.
        func score(_ old: PrimTally, _ new: PrimTally) -> Double {
            let gain = new.density - old.density
            let change = Double(abs(new.points - old.points))
            switch self {
            case .lenient1: return gain == 0 ? 0 : gain / change
            case .lenient2: return gain == 0 ? 0 : Double(new.points) * gain / change
            case .original: return new.density
            }
        }
    }

    /// Which step of a trajectory becomes the box, when several boxes are looked for.
    public enum Choice: Sendable, Equatable {
        /// The last one: the densest, with the least coverage.
        case last
        /// The one with most coverage among those at least this dense.
        case density(Double)
        /// The densest among those that cover at least this share.
        case coverage(Double)
        /// The one with the greatest F-measure of coverage and density.
        case balance
    }

    /// The share of the box's points that a step on a number takes away.
    public var peelAlpha = 0.05
    /// The share of the points beyond a limit that a step gives back; nil for no pasting.
    public var pasteAlpha: Double? = 0.05
    /// The least share of all points that a box holds.
    public var minimumMass = 0.05
    /// By what steps are compared.
    public var objective = Objective.lenient1
    /// How many boxes to look for, each among the points that the previous ones left.
    public var boxCount = 1
    /// Which step becomes the box.
    public var choice = Choice.last
    /// The least density of a box.
    public var minimumDensity = 0.0
    /// Whether limits that luck explains fall away from the chosen box, which then is one step
    /// more; a box that keeps none is no box.
    public var dropsLuck = false

    /// The settings of the EMA Workbench: lenient objective, all three shares 5 %, one box.
    public init() {}

    /// Shares in their ranges, at least one box.
    func check() throws(PrimFault) {
        for alpha in [peelAlpha, pasteAlpha ?? peelAlpha] {
            guard alpha > 0, alpha < 0.5 else { throw .alpha(alpha) }
        }
        guard minimumMass > 0, minimumMass <= 1 else { throw .minimumMass(minimumMass) }
        var shares = [minimumDensity]
        switch choice {
        case .last, .balance: break
        case .density(let share), .coverage(let share): shares.append(share)
        }
        for share in shares {
            guard (0...1).contains(share) else { throw .share(share) }
        }
        guard boxCount >= 1 else { throw .boxCount(boxCount) }
    }
}

/// How many points a box holds, and how many of them are of interest.
struct PrimTally: Sendable, Equatable {
    var points: Int
    var cases: Int

    /// The share of its points that are of interest; the mean of the outcome.
    var density: Double { Double(cases) / Double(points) }
}

/// Why boxes cannot be looked for.
public enum PrimFault: Error, Sendable, Equatable {
    /// No points, or more than 32-bit positions can count.
    case pointCount(Int)
    /// Nothing was varied.
    case noInputs
    /// Two inputs have the same name.
    case duplicateInput(String)
    /// An input has values for more or fewer points than there are outcomes.
    case lengthsDiffer(input: String, Int, expected: Int)
    /// A number is infinite or not a number.
    case notFinite(input: String, point: Int, Double)
    /// All points are of interest, or none is: there is nothing to tell apart.
    case sameOutcome(Bool)

    /// A share that is peeled or pasted at once must lie between 0 and 0.5, both excluded.
    case alpha(Double)
    /// The least share of points in a box must lie above 0 and not above 1.
    case minimumMass(Double)
    /// A share that a box must reach does not lie in 0...1.
    case share(Double)
    /// Less than one box was asked for.
    case boxCount(Int)
}
