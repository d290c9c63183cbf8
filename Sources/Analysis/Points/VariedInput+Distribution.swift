import Policy
import Quantities
import Sampling

extension VariedInput {
    /// The distribution that draws of the input follow.
    ///
    /// An input that shifts is drawn as a factor or an addend: its distribution is that of the
    /// shift, not of what comes of it.
    ///
    /// - Throws: what is wrong with its numbers; readers of scenarios have refused such.
    package func distribution() throws(DistributionFault) -> Distribution {
        try spread.distribution(in: setting.domain)
    }

    /// The number at a place of the distribution, whole where only whole numbers make sense.
    ///
    /// - Parameter place: a number of (0, 1).
    func number(at place: Double, of distribution: Distribution) -> Double {
        let number = distribution.quantile(place)
        return setting.isCount ? number.rounded() : number
    }
}

extension Spread {
    /// The distribution that a spread describes.
    ///
    /// A choice is drawn by the positions of its values.
    ///
    /// | Spread | Distribution |
    /// |---|---|
    /// | 90 % range | normal in two pieces on the scale of the domain: logarithm, logit, identity |
    /// | PERT | beta with the mean `(low + 4 mode + high) / 6` |
    /// | lognormal | by its median and the deviation of the logarithm |
    /// | truncated | as far as it lies in the domain |
    /// | all others | as they are named |
    ///
    /// - Parameter domain: what the number may be, which decides the scale of a 90 % range.
    /// - Throws: what is wrong with the numbers.
    package func distribution(
        in domain: ClosedRange<Double>
    ) throws(DistributionFault) -> Distribution {
        switch self {
        case .range(let range, let median):
            try .range90(
                low: range.lowerBound, high: range.upperBound, median: median, domain: domain)
        case .uniform(let range): try .uniform(low: range.lowerBound, high: range.upperBound)
        case .triangular(let range, let mode):
            try .triangular(low: range.lowerBound, mode: mode, high: range.upperBound)
        case .pert(let range, let mode):
            try .pert(low: range.lowerBound, mode: mode, high: range.upperBound)
        case .normal(let mean, let deviation): try .normal(mean: mean, deviation: deviation)
        case .lognormal(let median, let deviation):
            try .lognormal(median: median, deviation: deviation)
        case .beta(let alpha, let beta, let range):
            try .beta(
                alpha: alpha, beta: beta, low: range.lowerBound, high: range.upperBound)
        case .gamma(let shape, let scale): try .gamma(shape: shape, scale: scale)
        case .empirical(let values): try .empirical(values)
        case .truncated(let whole): try whole.distribution(in: domain).truncated(to: domain)
        case .paths(let paths):
            try .discrete(
                (1...paths.values.count).map(Double.init), weights: paths.values.map { _ in 1 })
        case .choice(let values, let weights):
            try .discrete(values.indices.map(Double.init), weights: weights)
        }
    }

    /// The position of the choice that weighs most, the first of equals; nil for a number.
    package var heaviestChoice: Int? {
        guard case .choice(_, let weights) = self, let most = weights.max() else { return nil }
        return weights.firstIndex(of: most)
    }
}

extension Setting {
    package var domain: ClosedRange<Double> { verb.domain(of: address, unit: unit) }

    /// Whether only whole numbers make sense, as for months of a year. A factor on them is no
    /// count.
    var isCount: Bool { verb != .scale && unit?.isCount == true }

    /// The unit of the value; nil for law and for what is no number.
    private var unit: Unit? {
        guard case .parameter(let definition) = address.subject else { return nil }
        return switch points.first?.value {
        case .share: .share
        case .heads: .person
        case .perMonth: .personPerMonth
        case .perYear: .perYear
        case .number: definition.standardUnit
        case .flag, .word, .words, nil: nil
        }
    }
}

extension Setting.Verb {
    /// What a number may be that replaces, scales or adds to a value.
    ///
    /// Used where a range is read and where it is drawn, so that both place its median alike.
    /// Replacing, it is what the parameter accepts, at most 1 for a share; a factor is not
    /// negative; what is added may be anything. Law has no range here, and is not negative.
    package func domain(of address: Address, unit: Unit?) -> ClosedRange<Double> {
        switch self {
        case .scale: return 0 ... .infinity
        case .add: return -.infinity ... .infinity
        case .replace:
            guard case .parameter(let definition) = address.subject,
                case .number(_, let range) = definition.domain
            else { return 0 ... .infinity }
            return unit == .share ? 0...1 : range
        }
    }
}
