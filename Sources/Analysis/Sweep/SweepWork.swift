import Exploration
import Policy

/// What a sweep computes, as functions of numbers: a plan with its models, or anything else that
/// has points and results.
public struct SweepWork: Sendable {
    package let alternatives: Int
    package let points: Int
    /// The point with that number, from 0; a number for each input.
    package let point: @Sendable (Int) -> [Double]
    /// The results of an alternative at some points, in order.
    package let evaluate: @Sendable (_ alternative: Int, _ points: [[Double]]) -> [PointResult]

    /// Work from two functions; both are called on several threads at once and must give the same
    /// for the same numbers.
    ///
    /// - Parameter evaluate: gives one result for each point, in order.
    public init(
        alternatives: Int, points: Int, point: @escaping @Sendable (Int) -> [Double],
        evaluate: @escaping @Sendable (_ alternative: Int, _ points: [[Double]]) -> [PointResult]
    ) {
        self.alternatives = alternatives
        self.points = points
        self.point = point
        self.evaluate = evaluate
    }

    /// The work of a plan.
    ///
    /// - Throws: ``PolicyFaults`` where a scenario does not resolve.
    package init(_ plan: SweepPlan, law: LawTree) throws {
        let models = try plan.subject.models(law: law)
        self.init(
            alternatives: models.count, points: plan.design.count,
            point: plan.design.point
        ) { models[$0].results(at: $1) }
    }

    package var count: Int { alternatives * points }

    /// Some evaluations, by number; `alternative x points + point`.
    package func block(_ numbers: Range<Int>) -> SweepBlock {
        let points = numbers.map { point($0 % self.points) }
        var results: [PointResult] = []
        results.reserveCapacity(numbers.count)
        var start = numbers.lowerBound
        while start < numbers.upperBound {
            let alternative = start / self.points
            let end = min(numbers.upperBound, (alternative + 1) * self.points)
            let part = points[start - numbers.lowerBound..<end - numbers.lowerBound]
            results += evaluate(alternative, Array(part))
            start = end
        }
        return SweepBlock(numbers: numbers, points: points, results: results)
    }

    /// Evaluates on several threads; what is made of the evaluations is taken in order.
    ///
    /// - Parameters:
    ///   - blocks: ranges of numbers; which they are changes no result.
    ///   - make: turns a block into what is to be kept, on the thread that evaluated it.
    ///   - take: gets what was made, the first block's first.
    /// - Throws: what `take` throws.
    public func run<Output: Sendable>(
        _ blocks: [Range<Int>], threads: Int, make: @escaping @Sendable (SweepBlock) -> Output,
        take: (Range<Int>, Output) throws -> Void
    ) async throws {
        try await OrderedChunks(count: blocks.count, concurrency: threads).run { index in
            make(block(blocks[index]))
        } take: { index, output in
            try take(blocks[index], output)
        }
    }

    /// Ranges of numbers cut into blocks.
    public static func blocks(of ranges: [Range<Int>], size: Int) -> [Range<Int>] {
        ranges.flatMap { range in
            stride(from: range.lowerBound, to: range.upperBound, by: max(1, size)).map {
                $0..<min($0 + max(1, size), range.upperBound)
            }
        }
    }
}

/// Some evaluations of a sweep with their results.
public struct SweepBlock: Sendable {
    package let numbers: Range<Int>
    package let points: [[Double]]
    /// The result of each.
    public let results: [PointResult]
}
