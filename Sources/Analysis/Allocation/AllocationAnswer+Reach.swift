internal import Optimization

extension AllocationAnswer {
    /// The answer with how far each price of a decided limit holds.
    ///
    /// Each asks the solver once more, so that the answer is not for problems of a whole nation:
    /// where prices times terms exceed ``AllocationProblem/mostRanged`` it is left as it is.
    public var ranged: AllocationAnswer {
        let programme = AllocationProgramme(problem)
        let places = prices.indices.filter { prices[$0].limit.isDecided }
        guard places.count * programme.linear.termCount <= AllocationProblem.mostRanged else {
            return self
        }
        let rows = programme.limits.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
        let asked = places.compactMap { rows[prices[$0].limit] }.map {
            LinearProgramme.Row(index: $0)
        }
        guard asked.count == places.count,
            let reaches = try? programme.linear.reaches(of: asked, at: solution)
        else { return self }
        var answer = self
        for (place, reach) in zip(places, reaches) {
            // Less than half a rupiah is the solver's tolerance.
            answer.prices[place].upTo = reach < 5e-7 ? 0 : reach
        }
        return answer
    }
}
