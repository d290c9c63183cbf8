import Analysis
import Foundation
import Policy
import Quantities

/// A sweep with all its evaluations: what `discover` and `robust` look at.
///
/// Whether a file was computed a moment ago or a folder weeks ago makes no difference from here on.
public struct SweptSource: Sendable {
    /// As reports call the sweep.
    public let title: Phrase
    /// The sweep file or folder, as messages name it.
    public let file: String
    /// Every evaluation with its results.
    public internal(set) var points: SweptPoints
    /// How points were chosen.
    public let design: String
    /// Of its design; nil for grids and lists.
    public let seed: UInt64?
    /// What is wanted of outcomes.
    public let rules: [SweepRule]
    /// Everything that was read, by content.
    public let inputs: [InputFile]
    /// Found while reading, in order of place.
    public let warnings: [Diagnostic]
    /// By input; then that of the policy.
    let labels: [InputLabel]

    /// The outcomes in words.
    var outcomes: [OutcomeLabel] {
        points.outcomes.map { OutcomeLabel($0.name, unit: $0.unit) }
    }

    /// A label for each input and for the policy.
    init(
        title: Phrase, file: String, points: SweptPoints, design: String, seed: UInt64?,
        rules: [SweepRule], inputs: [InputFile], warnings: [Diagnostic], labels: [InputLabel]
    ) {
        self.title = title
        self.file = file
        self.points = points
        self.design = design
        self.seed = seed
        self.rules = rules
        self.inputs = inputs
        self.warnings = warnings
        self.labels = labels + [InputLabel(SweptPoints.policyInput, choices: nil)]
    }

    /// The position of an outcome.
    ///
    /// - Throws: ``InputFaults`` with the nearest where the sweep has none of that name.
    public func outcome(_ name: String) throws(InputFaults) -> Int {
        if let place = points.outcomes.firstIndex(where: { $0.name == name }) { return place }
        let names = points.outcomes.map(\.name)
        throw InputFaults(
            option: "--outcome", Messages.outcomeNotSwept(name),
            hint: Messages.choices(names, near: Suggestion.closest(to: name, among: names)))
    }
}

extension Workspace {
    /// Evaluates a sweep file in memory, or reads the results in a folder.
    ///
    /// A folder needs no time; a file is evaluated as `sweep` would, but nothing is stored.
    ///
    /// - Parameters:
    ///   - path: a sweep file, or the folder that `sweep --out` wrote.
    ///   - seed: in place of the file's; a folder has the seed of its results.
    ///   - check: looks at the sweep before anything is evaluated, when it has no points yet.
    ///   - progress: gets how many of how many evaluations are done.
    /// - Throws: ``InputFaults``, ``SweepStoreFault``, ``OutputFault``, what `check` throws.
    public func swept(
        _ path: String, seed: UInt64? = nil, threads: Int, check: (SweptSource) throws -> Void,
        progress: ((Int, Int) -> Void)? = nil
    ) async throws -> SweptSource {
        if files.isDirectory(path) {
            let source = try sweptFolder(path)
            try check(source)
            return source
        }
        guard try isSweep(path) else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: path), Messages.notASweep, hint: Messages.notASweepHint)
            ])
        }
        let reading = try sweep(path, seed: seed)
        let columns = SweepColumns(reading.plan)
        var source = SweptSource(
            reading, columns,
            inputs: try inputs(of: reading.plan.subject.alternatives.map(\.scenario), askedIn: path)
        )
        try check(source)
        let work = try work(reading.plan)
        source.points = try await SweptPoints(
            policies: columns.policies, inputs: columns.sweptInputs,
            outcomes: columns.sweptOutcomes, work: work, threads: threads
        ) { progress?($0, work.count) }
        return source
    }
}

extension SweptSource {
    /// A sweep file whose points are not evaluated yet.
    fileprivate init(
        _ reading: Workspace.SweepReading, _ columns: SweepColumns, inputs: [InputFile]
    ) {
        let (subject, design) = (reading.plan.subject, reading.plan.design)
        self.init(
            title: subject.title, file: subject.file,
            points: SweptPoints(
                policies: columns.policies, inputs: columns.sweptInputs,
                outcomes: columns.sweptOutcomes, points: [],
                values: columns.policies.map { _ in columns.outcomes.map { _ in [] } }),
            design: design.kind.rawValue, seed: design.seed, rules: subject.rules, inputs: inputs,
            warnings: reading.warnings, labels: subject.inputs.map(InputLabel.init))
    }
}

extension SweepColumns {
    /// The inputs with the words of their choices.
    var sweptInputs: [SweptPoints.Input] {
        inputs.map { SweptPoints.Input(name: $0.name, choices: $0.choices) }
    }

    /// The outcomes with their units.
    var sweptOutcomes: [SweptPoints.Outcome] {
        outcomes.map {
            SweptPoints.Outcome(name: $0.name, unit: Unit(rawValue: $0.unit) ?? .factor)
        }
    }
}
