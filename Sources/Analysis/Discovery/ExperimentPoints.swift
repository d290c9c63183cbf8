import Exploration
import Policy
import Quantities

/// All evaluations of a sweep in memory: what scenario discovery and robust choice look at.
///
///     points  [point][input]
///     values  [policy][outcome][point]
package struct ExperimentPoints: Sendable {
    /// Something that varied.
    public struct Input: Sendable, Equatable {
        /// As the sweep names it: the key, with verb and month where it has them.
        package let name: String
        /// What its numbers stand for; nil where they stand for themselves.
        package let choices: [String]?

        /// An input with words for its numbers.
        ///
        /// - Parameter choices: what position 0, 1, ... means; nil for an input that is a number.
        package init(name: String, choices: [String]?) {
            self.name = name
            self.choices = choices
        }

        /// A varied input, its choices by position.
        init(_ input: VariedInput) {
            name = input.name
            choices = input.choices.map { $0.indices.map { "\($0)" } }
        }
    }

    /// Something that was looked at.
    public struct Outcome: Sendable, Equatable {
        package let name: String
        /// The unit of its values.
        package let unit: Unit

        /// An outcome by its name and the unit of all its values.
        package init(name: String, unit: Unit) {
            self.name = name
            self.unit = unit
        }
    }

    /// The input that tells policies apart where there are several.
    package static let policyInput = "policy"

    /// Names of policies, in the order of the sweep.
    package let policies: [String]
    /// What was varied, in the order of the sweep.
    package let inputs: [Input]
    package let outcomes: [Outcome]
    /// By point: a number for each input.
    package let points: [[Double]]
    /// By policy, outcome and point; NaN where there is none.
    package let values: [[[Double]]]

    /// Points and values that were computed before, such as those of a folder of results.
    ///
    /// Nothing is computed or checked; shapes are those above:
    /// `points` by point and input, `values` by policy, outcome and point.
    package init(
        policies: [String], inputs: [Input], outcomes: [Outcome], points: [[Double]],
        values: [[[Double]]]
    ) {
        self.policies = policies
        self.inputs = inputs
        self.outcomes = outcomes
        self.points = points
        self.values = values
    }

    /// Evaluates everything that a work has.
    ///
    /// A point that is refused has no value of any outcome. Results do not depend on threads.
    ///
    /// - Parameter progress: gets how many evaluations are done.
    package init(
        policies: [String], inputs: [Input], outcomes: [Outcome], work: SweepWork, threads: Int,
        progress: ((Int) -> Void)? = nil
    ) async throws {
        var values = policies.map { _ in
            outcomes.map { _ in [Double](repeating: .nan, count: work.points) }
        }
        let size = min(256, max(8, work.count / (8 * max(1, threads)) / 8 * 8))
        try await work.run(
            SweepWork.blocks(of: [0..<work.count], size: size), threads: threads, make: \.results
        ) { block, results in
            for (number, result) in zip(block, results) {
                guard case .values(let numbers) = result else { continue }
                let (policy, point) = (number / work.points, number % work.points)
                for outcome in outcomes.indices {
                    values[policy][outcome][point] = numbers[outcome]
                }
            }
            progress?(block.upperBound)
        }
        self.init(
            policies: policies, inputs: inputs, outcomes: outcomes,
            points: (0..<work.points).map(work.point), values: values)
    }

    package init(
        _ plan: SweepPlan, work: SweepWork, threads: Int, progress: ((Int) -> Void)? = nil
    ) async throws {
        let columns = SweepColumns(plan)
        try await self.init(
            policies: columns.policies, inputs: columns.sweptInputs,
            outcomes: columns.sweptOutcomes, work: work, threads: threads, progress: progress)
    }

    /// The least and the greatest value of an outcome; nil where it has none.
    ///
    /// Over all policies: between which numbers a limit of cases makes sense.
    package func range(of outcome: Int) -> ClosedRange<Double>? {
        let numbers = values.flatMap { $0[outcome] }.filter { !$0.isNaN }
        guard let low = numbers.min(), let high = numbers.max() else { return nil }
        return low...high
    }

    /// How many evaluations have no value of an outcome.
    package func missing(_ outcome: Int) -> Int {
        values.reduce(0) { $0 + $1[outcome].count(where: \.isNaN) }
    }

    /// The evaluations that have an outcome, by input, and which of them are of interest.
    ///
    /// Where there are several policies each point counts once for each, and the policy is an input
    /// like the others.
    ///
    /// A point whose run failed says nothing about cases and is left out, not counted as none; how
    /// many those are is ``missing(_:)``.
    ///
    /// - Throws: ``PrimFault``: no evaluation has the outcome, or all or none are of interest.
    package func cases(
        of outcome: Int, _ isCase: (Double) -> Bool
    ) throws(PrimFault) -> PrimPoints {
        let rows = policies.indices.flatMap { policy in
            points.indices.filter { !values[policy][outcome][$0].isNaN }.map { (policy, $0) }
        }
        var columns = inputs.enumerated().map { index, input in
            let numbers = rows.map { points[$0.1][index] }
            guard let choices = input.choices else {
                return PrimInput(input.name, .numbers(numbers))
            }
            return PrimInput(input.name, .categories(numbers.map { choices[Int($0)] }))
        }
        if policies.count > 1 {
            columns.append(
                PrimInput(Self.policyInput, .categories(rows.map { policies[$0.0] })))
        }
        return try PrimPoints(
            columns, isCase: rows.map { isCase(values[$0.0][outcome][$0.1]) },
            sources: rows.map(\.1))
    }
}
