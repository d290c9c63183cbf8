internal import Optimization

/// How many persons of a segment plans that are equally good pay for in a year, all regions
/// together.
///
/// The best value is often reached by many plans: where two segments cost the same, either may be
/// paid for. What the best value settles is between these ends and no closer:
///
///     least, most of  sum over regions and purses of x    with x as good as the best
///
/// Ends are whole persons inside those of the programme; the plan's own persons always lie between
/// them, also where rounding left it beside by a few.
package struct AllocationSpan: Sendable, Equatable {
    /// Position of the year.
    package let year: Int
    /// Position of the segment.
    package let segment: Int
    /// What the plan pays for.
    package let persons: Double
    package let least: Double
    package let most: Double
    /// Whether the best value leaves the number open: the programme's own ends hold more than one
    /// whole number.
    package let isOpen: Bool

    /// Zero where nothing is open but what rounding left beside.
    package var width: Double { isOpen ? most - least : 0 }

    init(year: Int, segment: Int, persons: Double, ends: (least: Double, most: Double)) {
        (self.year, self.segment, self.persons) = (year, segment, persons)
        // A millionth is the solver's tolerance, as where persons are rounded.
        let (low, high) = ((ends.least - 1e-6).rounded(.up), (ends.most + 1e-6).rounded(.down))
        isOpen = high > low
        least = max(0, min(persons, low))
        most = max(persons, high)
    }
}

extension AllocationAnswer {
    /// The answer with the range that leaves the best value unchanged, by year and segment.
    ///
    /// Each end asks the solver once more, so that for problems of a whole nation it is left as it
    /// is: where ends times terms exceed ``AllocationProblem/mostRanged``.
    package var spanned: AllocationAnswer {
        let (programme, data) = (AllocationProgramme(problem), problem.data)
        let regions = Array(data.regions.indices)
        let cells = data.years.indices.flatMap { year in
            data.segments.indices.map { (year: year, segment: $0) }
        }
        guard 2 * cells.count * programme.linear.termCount <= AllocationProblem.mostRanged
        else { return self }
        let sums = cells.map { programme.persons($0.year, regions, [$0.segment]) }
        guard let ends = try? programme.linear.ends(of: sums, at: solution) else { return self }
        var answer = self
        answer.spans = zip(cells, zip(sums, ends)).map { cell, found in
            AllocationSpan(
                year: cell.year, segment: cell.segment,
                persons: found.0.reduce(0) { $0 + persons[$1.0.index] }, ends: found.1)
        }
        return answer
    }
}
