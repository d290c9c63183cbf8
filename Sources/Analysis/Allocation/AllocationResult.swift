import Policy
import Quantities

package struct AllocationResult: Sendable {
    package let question: AllocationQuestion
    package let answer: AllocationAnswer
    /// The best plan for who takes ceilings as certain; nil without futures.
    package let certain: AllocationAnswer?
    /// By cell, families that a person keeps above the line at both ends of the range of the fall;
    /// empty unless families are the objective.
    package let familiesEnds: [[Double]]
    package let base: ScenarioResult
    package let regions: RegionTable
    /// What the answer pays for at a discount that is not settled.
    package var discounts: [AllocationDiscount] = []

    package init(
        question: AllocationQuestion, answer: AllocationAnswer, certain: AllocationAnswer?,
        familiesEnds: [[Double]], base: ScenarioResult, regions: RegionTable
    ) {
        self.question = question
        self.answer = answer
        self.certain = certain
        self.familiesEnds = familiesEnds
        self.base = base
        self.regions = regions
    }

    package var options: [(name: String, value: String)] {
        [("objective", question.objective.rawValue)]
    }

    /// Families kept above the line by the persons of the answer, at both ends of the range of the
    /// fall; nil unless families are the objective.
    package var familiesRange: ClosedRange<Double>? {
        let ends = familiesEnds.map { perPerson in
            zip(answer.problem.options, answer.persons).reduce(0) {
                $0 + perPerson[$1.0.cell] * $1.1
            }
        }
        guard let low = ends.min(), let high = ends.max() else { return nil }
        return low...high
    }
}

/// Why there is no allocation.
package struct AllocationRefusal: Error {
    package let fault: AllocationFault
    package let question: AllocationQuestion
    package let base: ScenarioResult
    package let regions: RegionTable

    package init(
        fault: AllocationFault, question: AllocationQuestion, base: ScenarioResult,
        regions: RegionTable
    ) {
        self.fault = fault
        self.question = question
        self.base = base
        self.regions = regions
    }
}
