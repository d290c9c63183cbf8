import Policy
import Quantities

/// What `allocate` found, ready to be told.
package struct AllocationResult: Sendable {
    /// What was asked.
    package let question: AllocationQuestion
    /// Persons, prices and proof.
    package let answer: AllocationAnswer
    /// The best plan for who takes ceilings as certain; nil without futures.
    package let certain: AllocationAnswer?
    /// By cell, families that a person keeps above the line at both ends of the range of the fall;
    /// empty unless families are the objective.
    package let familiesEnds: [[Double]]
    /// The scenario as it was run, to compare with.
    package let base: ScenarioResult
    /// Names of regions.
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

    /// The options as a manifest has them.
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
    /// What stands against it.
    package let fault: AllocationFault
    /// What was asked; names its rules.
    package let question: AllocationQuestion
    /// The scenario as it was run.
    package let base: ScenarioResult
    /// Names of regions.
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
