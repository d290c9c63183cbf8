import Policy
import Quantities

extension SettingText {
    /// A spread as a scenario writes it: `0.05 .. 0.5`, `pert: [0.7, 1, 1.5]`,
    /// `choice: { true: 3, false: 1 }`.
    ///
    /// With plain digits it can be put back into a file; in the marks of a language it is for
    /// people, who see decimal commas and semicolons between numbers.
    func text(_ spread: Spread) -> String {
        switch spread {
        case .range(let range, _):
            "\(number(range.lowerBound)) .. \(number(range.upperBound))"
        case .uniform(let range): form("uniform", [range.lowerBound, range.upperBound])
        case .triangular(let range, let mode):
            form("triangular", [range.lowerBound, mode, range.upperBound])
        case .pert(let range, let mode): form("pert", [range.lowerBound, mode, range.upperBound])
        case .normal(let mean, let deviation): form("normal", [mean, deviation])
        case .lognormal(let median, let deviation): form("lognormal", [median, deviation])
        case .beta(let alpha, let beta, 0...1): form("beta", [alpha, beta])
        case .beta(let alpha, let beta, let range):
            form("beta", [alpha, beta, range.lowerBound, range.upperBound])
        case .gamma(let shape, let scale): form("gamma", [shape, scale])
        case .empirical(let values): observed(values)
        case .choice(let values, let weights):
            "choice: { "
                + zip(values, weights).map { "\(text($0)): \(number($1))" }.joined(
                    separator: separator) + " }"
        }
    }

    /// What stands between numbers, which may have commas of their own: `[0,7; 1; 1,5]`.
    private var separator: String { language == .indonesian ? "; " : ", " }

    /// A form with its numbers in the order in which files have them.
    private func form(_ name: String, _ numbers: [Double]) -> String {
        name + ": [" + numbers.map(number).joined(separator: separator) + "]"
    }

    /// Values that were observed; of many the least and the greatest.
    private func observed(_ values: [Double]) -> String {
        guard values.count > 6, let low = values.min(), let high = values.max() else {
            return form("empirical", values)
        }
        return "empirical: \(values.count) [\(number(low)) … \(number(high))]"
    }
}
