import Policy
import Quantities

@testable import Analysis

/// Dials over the small scenario of ``AnalysisFixture``.
enum TargetFixture {
    private static let ample = AnalysisFixture.set("purse.ceiling", .number(1e12))

    /// A key from its ends.
    static func key(
        _ path: String, _ from: Double, _ to: Double, verb: Setting.Verb = .replace,
        member: String? = nil, start: Month? = nil,
        kind: (Double) -> SettingValue = SettingValue.number
    ) -> DialledLever {
        let subject =
            Parameters.definition(path).map(Address.Subject.parameter) ?? .law(path)
        return DialledLever(
            Setting(
                address: Address(subject: subject, member: member), verb: verb,
                points: [.init(from: start, value: kind(from))],
                provenance: AnalysisFixture.place), from: from, to: to)
    }

    /// A problem over the fixture with more settings, and purses that do not bind unless these say
    /// so.
    static func problem(
        _ keys: [DialledLever], _ outcome: Outcome, _ bound: TargetAim.Bound, _ level: Double,
        settings: [Setting] = [], intervals: Int = 32
    ) -> TargetProblem {
        TargetProblem(
            AnalysisFixture().with("dasar", [ample] + settings).scenario, dial: TargetDial(keys),
            aim: TargetAim(outcome, bound, level), intervals: intervals)
    }

    static func answer(_ problem: TargetProblem, threads: Int = 2) async throws -> TargetAnswer {
        try await problem.answer(law: try AnalysisFixture.law(), threads: threads)
    }

    /// The outcome of a scenario at one number of a key, by way of a run.
    static func run(_ problem: TargetProblem, _ values: [Double]) throws -> Double {
        let scenario = problem.dial.laid(on: problem.scenario, at: values)
        let model = try PointModel(
            scenario, inputs: [], outcomes: [problem.aim.outcome],
            law: try AnalysisFixture.law())
        return try model.writtenValues()[0]
    }
}
