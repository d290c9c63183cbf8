import Policy
import Quantities

@testable import Analysis

/// Inputs without a scenario, for models that are functions of numbers.
enum SensitivityFixture {
    /// An input of the name `rate.lapse.NAME` with a spread.
    static func input(_ name: String, _ spread: Spread) -> VariedInput {
        let value: SettingValue =
            if case .choice(let values, _) = spread { values[0] } else { .number(0.5) }
        let setting = Setting(
            address: Address(subject: .parameter(Parameters.lapse.definition), member: name),
            points: [.init(from: nil, value: value)], provenance: AnalysisFixture.place)
        return VariedInput(
            name: name, layer: 0, position: 0, setting: setting, spread: spread)
    }

    /// Inputs that are uniform between 0 and 1.
    static func uniform(_ names: String...) -> [VariedInput] {
        names.map { input($0, .uniform(0...1)) }
    }

    /// The runs of a plan for one outcome `y`; a missing value is a refused point.
    static func runs(
        _ plan: SensitivityPlan, threads: Int = 2,
        _ model: @escaping @Sendable ([Double]) -> Double?
    ) async throws -> SensitivityRuns {
        try await SensitivityRuns(plan, named: ["y"], threads: threads) { points in
            points.map { point in
                model(point).map { .values([$0]) } ?? .failed(PointFault.noChoice(point))
            }
        }
    }
}
