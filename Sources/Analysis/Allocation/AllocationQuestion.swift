import Policy
import Quantities

package struct AllocationQuestion: Sendable {
    package let name: String
    package let title: Phrase
    package let file: String
    /// The scenario whose money is allocated: its people, prices and purses.
    package let scenario: Scenario
    package let objective: AllocationProblem.Objective
    /// By position of the year.
    package let coverage: [Int: Double]
    /// Named rules in the order of the file.
    package let rules: [AllocationRule]
    package let pooled: Set<Int>
    /// The sweep whose points are the futures of the purses' money, and which part of them counts.
    package let futures: (sweep: SweepPlan, tail: Double)?
    /// By position of the segment, what reaching its people costs beyond their contributions.
    package let outreach: [Int: AllocationOutreach]

    package init(
        name: String, title: Phrase, file: String, scenario: Scenario,
        objective: AllocationProblem.Objective, coverage: [Int: Double], rules: [AllocationRule],
        pooled: Set<Int>, futures: (sweep: SweepPlan, tail: Double)?,
        outreach: [Int: AllocationOutreach]
    ) {
        self.name = name
        self.title = title
        self.file = file
        self.scenario = scenario
        self.objective = objective
        self.coverage = coverage
        self.rules = rules
        self.pooled = pooled
        self.futures = futures
        self.outreach = outreach
    }
}
