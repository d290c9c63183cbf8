internal import Optimization
internal import RealModule

/// What is minimised: minus twice the logarithm of the likelihood, up to a constant of the series.
///
///     n log(e_1^2 + ... + e_n^2) + 2 (log |f_1| + ... + log |f_n|)
///
/// with the second sum for errors that are shares.
struct ETSLikelihood {
    let recursion: ETSRecursion
    var form: ETSForm { recursion.form }

    func value(_ sums: ETSRecursion.Sums) -> Double {
        let value = Double(recursion.count) * .log(sums.squares) + 2 * sums.logarithms
        return value.isNaN ? .infinity : max(value, -1e10)
    }

    /// The value at parameters, infinite where they are not admissible.
    func value(_ parameters: ETSParameters) -> Double {
        guard isAllowed(parameters) else { return .infinity }
        return value(recursion.run(parameters))
    }

    func isAllowed(_ parameters: ETSParameters) -> Bool {
        guard parameters.areAdmissible(form, period: recursion.period) else { return false }
        return form.season != .multiplicative || parameters.season.allSatisfy { $0 >= 0 }
    }

    /// R's search: the simplex over all parameters as they are, at most 2,000 values.
    func simplex(from start: ETSParameters, ofSquares: Bool) -> Minimum {
        NelderMead().minimum(from: start.vector(form)) { vector in
            let parameters = ETSParameters(form, vector: vector)
            guard isAllowed(parameters) else { return .infinity }
            let sums = recursion.run(parameters)
            return ofSquares ? sums.squares / Double(recursion.count) : value(sums)
        }
    }
}
