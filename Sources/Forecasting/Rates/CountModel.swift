/// How counts of people by status move from one month to the next.
///
/// In a month those who stand in the statuses move under one operator; then some join, and
/// decisions fill or empty the funded status:
///
///     x = y expm(Q/12) + entrants
///     more funded:   drawn from `drawnFrom` in proportion to size
///     fewer funded:  the share rho of the released goes to `kept`, the rest to `dropped`
///
/// Counts of a month are those after its decisions: who was paid for in that month.
///
/// Parameters are logarithms of the rates and, as the last, the logit of rho.
public struct CountModel: Sendable, Equatable {
    /// The moves within a month, with leaving.
    public var family: GeneratorFamily
    /// Where those who join enter.
    public var entry: Int
    /// The status that decisions fill.
    public var funded: Int
    /// The statuses that it is filled from.
    public var drawnFrom: [Int]
    /// Where the released go who go on by themselves, and where the others go.
    public var kept: Int, dropped: Int

    /// A model; two statuses are drawn from.
    public init(
        family: GeneratorFamily, entry: Int, funded: Int, drawnFrom: (Int, Int), kept: Int,
        dropped: Int
    ) {
        self.family = family
        self.entry = entry
        self.funded = funded
        self.drawnFrom = [drawnFrom.0, drawnFrom.1]
        (self.kept, self.dropped) = (kept, dropped)
    }

    /// How many parameters there are: the rates and rho.
    public var parameters: Int { family.directions.count + 1 }
}

/// Counts of two months in a row, and what is known of the month between them.
public struct CountPair: Sendable, Equatable {
    /// Persons by status in the first month and in the next.
    public var before: [Double], after: [Double]
    /// Persons who joined; nil where it is not known, and the status that they enter tells nothing.
    public var entrants: Double?
    /// Persons enrolled and released by decision; nil where it is not known, and the funded status
    /// is taken as decided: it tells nothing, and the flow is the difference to what is expected.
    public var flows: Flows?

    /// Decisions of a month, in persons.
    public struct Flows: Sendable, Equatable {
        /// Persons who became funded, and who ceased to be.
        public var enrolled: Double, released: Double

        /// Both flows.
        public init(enrolled: Double, released: Double) {
            (self.enrolled, self.released) = (enrolled, released)
        }
    }

    /// Counts of two months.
    public init(
        before: [Double], after: [Double], entrants: Double? = nil, flows: Flows? = nil
    ) {
        (self.before, self.after) = (before, after)
        (self.entrants, self.flows) = (entrants, flows)
    }
}
