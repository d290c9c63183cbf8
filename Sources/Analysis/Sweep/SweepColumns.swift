import Policy
import Quantities

/// What stands in the rows of a sweep: alternatives, inputs and outcomes by name.
///
/// A row of results is `policy,point,` then a cell for each input and each outcome, then why there
/// are none, empty where there are:
///
///     policy,point,quota.petani scale,route,public_bill_rp,failed
///     dasar,1,0.5,bpu,1214236800,
///     dasar,2,1.5,pu,,out_of_range quota.petani
public struct SweepColumns: Codable, Sendable, Equatable {
    /// Something that varies, as the rows of a store and the report name it.
    ///
    /// A choice is written by its words, not by the position that a point has for it.
    public struct Input: Codable, Sendable, Equatable {
        package let name: String
        /// What its numbers stand for; nil where they stand for themselves.
        package let choices: [String]?
        package let spread: String

        /// An input as the header of a store keeps it.
        ///
        /// - Parameter choices: the words in the order of their positions; nil for a number.
        public init(name: String, choices: [String]? = nil, spread: String = "") {
            self.name = name
            self.choices = choices
            self.spread = spread
        }
    }

    /// Something that is looked at.
    public struct Outcome: Codable, Sendable, Equatable {
        package let name: String
        /// The unit's raw value.
        package let unit: String

        /// An outcome; of its unit the word is kept.
        public init(name: String, unit: Unit) {
            self.name = name
            self.unit = unit.rawValue
        }
    }

    /// The alternatives, in order.
    package let policies: [String]
    /// What varies, in the order of the sweep file.
    package let inputs: [Input]
    /// What is looked at, in the order of the sweep file.
    package let outcomes: [Outcome]
    package let points: Int

    /// The columns of any work: policies, then a column for each input and outcome.
    ///
    /// - Parameter points: for each policy, so that there are policies x points rows.
    public init(policies: [String], inputs: [Input], outcomes: [Outcome], points: Int) {
        self.policies = policies
        self.inputs = inputs
        self.outcomes = outcomes
        self.points = points
    }

    package init(_ plan: SweepPlan) {
        let text = SettingText(language: nil)
        self.init(
            policies: plan.subject.alternatives.map(\.name),
            inputs: plan.subject.inputs.map { input in
                Input(
                    name: input.name, choices: input.choices.map { $0.map(text.text) },
                    spread: input.spread.plainText)
            },
            outcomes: plan.subject.outcomes.map { Outcome(name: $0.name, unit: $0.quantity.unit) },
            points: plan.design.count)
    }

    package var count: Int { policies.count * points }

    /// The table of results without its rows, of which there may be more than memory holds.
    package var emptyTable: ResultTable {
        ResultTable("results", [Int]()) {
            Key("policy") { _ in "" }
            Key("point", \.self)
            for input in inputs {
                if input.choices == nil {
                    Column(input.name, InputLabel(input.name, choices: nil).columnUnit) {
                        Double($0)
                    }
                } else {
                    Column(input.name, .word) { _ in "" }
                }
            }
            for outcome in outcomes {
                Column(outcome.name, Unit(rawValue: outcome.unit) ?? .factor) { Double($0) }
            }
            Column("failed", .word) { _ in "" }
        }
    }
}

extension Spread {
    /// The spread in the words of a sweep file, for tables.
    ///
    /// Numbers are plain, with a decimal point: the text is kept in the store, which has no
    /// language. Long lists are cut.
    fileprivate var plainText: String {
        let text = SettingText(language: nil)
        func list(_ numbers: [Double]) -> String {
            let shown = numbers.prefix(8).map(text.number).joined(separator: ", ")
            return numbers.count > 8 ? shown + ", …" : shown
        }
        /// Both ends of a range: `0.5 .. 1.5`.
        func ends(_ range: ClosedRange<Double>) -> String {
            "\(text.number(range.lowerBound)) .. \(text.number(range.upperBound))"
        }
        return switch self {
        case .range(let range, _): ends(range)
        case .uniform(let range): "uniform " + ends(range)
        case .triangular(let range, let mode):
            "triangular " + list([range.lowerBound, mode, range.upperBound])
        case .pert(let range, let mode): "pert " + list([range.lowerBound, mode, range.upperBound])
        case .normal(let mean, let deviation): "normal " + list([mean, deviation])
        case .lognormal(let median, let deviation): "lognormal " + list([median, deviation])
        case .beta(let alpha, let beta, let range):
            "beta " + list([alpha, beta, range.lowerBound, range.upperBound])
        case .gamma(let shape, let scale): "gamma " + list([shape, scale])
        case .empirical(let values): list(values)
        case .paths(let paths): "paths \(paths.count)"
        case .truncated(let whole): whole.plainText + ", truncated"
        case .choice(let values, _): values.map(text.text).joined(separator: ", ")
        }
    }
}

extension SweepColumns {
    package var sweptInputs: [ExperimentPoints.Input] {
        inputs.map { ExperimentPoints.Input(name: $0.name, choices: $0.choices) }
    }

    package var sweptOutcomes: [ExperimentPoints.Outcome] {
        outcomes.map {
            ExperimentPoints.Outcome(name: $0.name, unit: Unit(rawValue: $0.unit) ?? .factor)
        }
    }
}
