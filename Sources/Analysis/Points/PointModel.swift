import Policy
import Quantities
import Synchronization

/// What a scenario comes to at one point of its inputs.
public enum PointResult: Sendable {
    /// The outcomes, in order.
    case values([Double])
    /// Why there are none, such as a share above 1.
    case failed(any Error)
}

/// A scenario as a function of some of its inputs.
///
/// What ensembles, sweeps and sensitivity analyses evaluate. A point's result depends on that
/// point alone, so points may be evaluated in any order, on any thread, on any machine.
///
///     let model = try PointModel(
///         scenario, inputs: scenario.uncertainInputs,
///         outcomes: [Outcome(.measure(.publicBill), year: 2027)], law: law)
///     model.results(at: [[0.4, 1_200], [0.6, 1_200]])  // two points of two inputs
public struct PointModel: Sendable {
    /// What is varied; a point has a number for each.
    package let inputs: [VariedInput]
    package let outcomes: [Outcome]
    /// The scenario at its written values.
    package var policy: ResolvedPolicy { engines.base.policy }
    /// Each has packs of its own; as many exist as threads asked at once.
    private let engines: EnginePool

    /// Resolves the scenario and reads its law and rates, once for all points.
    ///
    /// - Throws: ``PolicyFaults`` where the scenario itself does not resolve, and what its law or
    ///   its rates are refused for.
    public init(
        _ scenario: Scenario, inputs: [VariedInput], outcomes: [Outcome], law: LawTree
    ) throws {
        self.inputs = inputs
        self.outcomes = outcomes
        engines = EnginePool(try PointBase(try scenario.resolved(), inputs, law: law))
    }

    /// The results at some points, in order.
    ///
    /// - Parameter points: for each point a number for each input, in their order.
    /// - Returns: for each point its outcomes, or why there are none; one that fails stops no
    ///   other.
    public func results(at points: [[Double]]) -> [PointResult] {
        var results: [PointResult] = []
        results.reserveCapacity(points.count)
        let figures = PointEngine.Figures(
            bySegment: outcomes.contains { $0.segment != nil },
            benefits: outcomes.contains { $0.quantity.readsBenefits })
        engines.lend { engine in
            engine.run(points, figures) { _, summary in
                switch summary {
                case .success(let summary): results.append(.values(values(of: summary)))
                case .failure(let fault): results.append(.failed(fault))
                }
            }
        }
        return results
    }

    /// What of the yearly figures is of interest at some points, in order, for whoever looks at
    /// many outcomes. The figures themselves are not kept: those of many regions take much room.
    ///
    /// - Parameter points: as for ``results(at:)``.
    package func figures<Figures>(
        at points: [[Double]], _ read: (Summary) -> Figures
    ) -> [Result<Figures, any Error>] {
        var figures: [Result<Figures, any Error>] = []
        engines.lend { engine in
            engine.run(points) { figures.append($1.map(read)) }
        }
        return figures
    }

    /// The outcomes of the scenario as it is written.
    ///
    /// By way of a run, not of an engine: what points are compared with.
    package func writtenValues() throws -> [Double] {
        values(of: try ScenarioResult(policy, law: engines.base.law).summary)
    }

    private func values(of summary: Summary) -> [Double] {
        outcomes.map { $0.value(summary, of: policy) }
    }
}

/// Engines that are not in use, kept because making one costs more than a point.
private final class EnginePool: Sendable {
    let base: PointBase
    private let idle = Mutex<[PointEngine]>([])

    /// A pool without engines; the first to ask waits for one to be made.
    init(_ base: PointBase) { self.base = base }

    /// Lends an engine to one caller at a time.
    ///
    /// The lock is held to take and to give back, and not while the engine works.
    func lend(_ body: (PointEngine) -> Void) {
        let engine = idle.withLock { $0.popLast() } ?? PointEngine(base)
        body(engine)
        idle.withLock { $0.append(engine) }
    }
}

/// Why a point cannot be evaluated, besides what its policy is refused for.
package enum PointFault: Error, Sendable, Equatable {
    /// A number that is no position among the choices of an input.
    case noChoice([Double])
}
