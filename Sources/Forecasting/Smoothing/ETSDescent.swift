internal import Optimization
internal import RealModule

/// The search by slopes: parameters are laid on scales without ends, so that no bound is ever met.
///
/// A parameter in (a, b) is `a + (b - a) / (1 + exp(-x))`; states are counted in units of the
/// spread of the series.
struct ETSDescent {
    let likelihood: ETSLikelihood
    private let spread: Double
    private let start: ETSParameters

    init(_ likelihood: ETSLikelihood, from start: ETSParameters, spread: Double) {
        self.likelihood = likelihood
        self.start = start
        self.spread = spread
    }

    private var form: ETSForm { likelihood.form }

    /// The parameters of the least value found: of two descents where there is a season, one from a
    /// slow and one from a quick season.
    func minimum() -> (parameters: ETSParameters, value: Double) {
        let slow = descend(from: bestStart(seasonShare: 0.05))
        guard form.season != .none else { return slow }
        let quick = descend(from: bestStart(seasonShare: 0.5))
        return quick.value < slow.value ? quick : slow
    }

    private func descend(
        from start: ETSParameters
    ) -> (parameters: ETSParameters, value: Double) {
        var slopes = [Double](repeating: 0, count: start.vector(form).count)
        let found = QuasiNewton(tolerance: 1e-7, maximumSteps: 200).minimum(
            from: coordinates(start)
        ) { place, gradient in
            let parameters = parameters(place)
            guard likelihood.isAllowed(parameters) else { return .infinity }
            let sums = likelihood.recursion.run(parameters)
            let value = likelihood.value(sums)
            guard let gradient, value.isFinite else { return value }
            slopes.withUnsafeMutableBufferPointer { slopes in
                likelihood.recursion.likelihoodSlopes(parameters, sums, into: slopes)
                turn(slopes, parameters, into: gradient)
            }
            return value
        }
        let best = found.point.withUnsafeBufferPointer { parameters($0) }
        return (best, found.value)
    }

    /// The best of a few smoothing parameters with the states of the start.
    private func bestStart(seasonShare: Double) -> ETSParameters {
        var (best, least) = (start, likelihood.value(start))
        for alpha in [0.1, 0.3, 0.6, 0.9] {
            for share in form.trend == .none ? [0.1] : [0.05, 0.3] {
                var trial = start
                trial.alpha = alpha
                if form.trend != .none { trial.beta = alpha * share }
                if form.season != .none { trial.gamma = seasonShare * (1 - alpha) }
                let value = likelihood.value(trial)
                if value < least { (best, least) = (trial, value) }
            }
        }
        return best
    }

    private static func logit(_ value: Double, _ low: Double, _ high: Double) -> Double {
        let share = min(max((value - low) / (high - low), 1e-6), 1 - 1e-6)
        return .log(share / (1 - share))
    }

    private static func bounded(_ x: Double, _ low: Double, _ high: Double) -> Double {
        low + (high - low) / (1 + .exp(-x))
    }

    private var seasonUnit: Double { form.season == .multiplicative ? 0.1 : spread }

    /// The place of parameters on the scales without ends.
    private func coordinates(_ parameters: ETSParameters) -> [Double] {
        let low = ETSParameters.usual.lowerBound
        var place = [Self.logit(parameters.alpha, low, ETSParameters.usual.upperBound)]
        if form.trend != .none { place.append(Self.logit(parameters.beta, low, parameters.alpha)) }
        if form.season != .none {
            place.append(Self.logit(parameters.gamma, low, 1 - parameters.alpha))
        }
        if form.trend == .damped {
            let range = ETSParameters.damping
            place.append(Self.logit(parameters.phi, range.lowerBound, range.upperBound))
        }
        place.append(parameters.level / spread)
        if form.trend != .none { place.append(parameters.slope / (0.1 * spread)) }
        return place + parameters.season.dropFirst().reversed().map { $0 / seasonUnit }
    }

    private func parameters(_ place: UnsafeBufferPointer<Double>) -> ETSParameters {
        let low = ETSParameters.usual.lowerBound
        var parameters = start
        var next = 1
        func take() -> Double {
            next += 1
            return place[next - 1]
        }
        parameters.alpha = Self.bounded(place[0], low, ETSParameters.usual.upperBound)
        if form.trend != .none { parameters.beta = Self.bounded(take(), low, parameters.alpha) }
        if form.season != .none {
            parameters.gamma = Self.bounded(take(), low, 1 - parameters.alpha)
        }
        if form.trend == .damped {
            let range = ETSParameters.damping
            parameters.phi = Self.bounded(take(), range.lowerBound, range.upperBound)
        }
        parameters.level = take() * spread
        if form.trend != .none { parameters.slope = take() * 0.1 * spread }
        guard form.season != .none else { return parameters }
        var sum = 0.0
        for step in stride(from: parameters.season.count - 1, to: 0, by: -1) {
            parameters.season[step] = take() * seasonUnit
            sum += parameters.season[step]
        }
        let whole = form.season == .multiplicative ? Double(parameters.season.count) : 0
        parameters.season[0] = whole - sum
        return parameters
    }

    /// Turns slopes of parameters into slopes of coordinates.
    private func turn(
        _ slopes: UnsafeMutableBufferPointer<Double>, _ parameters: ETSParameters,
        into gradient: UnsafeMutableBufferPointer<Double>
    ) {
        let (low, high) = (ETSParameters.usual.lowerBound, ETSParameters.usual.upperBound)
        let alpha = parameters.alpha
        var dAlpha = slopes[0]
        var next = 1
        if form.trend != .none {
            let share = (parameters.beta - low) / (alpha - low)
            dAlpha += slopes[next] * share
            gradient[next] = slopes[next] * (alpha - low) * share * (1 - share)
            next += 1
        }
        if form.season != .none {
            let width = 1 - alpha - low
            let share = width > 0 ? (parameters.gamma - low) / width : 0.5
            dAlpha -= slopes[next] * share
            gradient[next] = slopes[next] * width * share * (1 - share)
            next += 1
        }
        if form.trend == .damped {
            let range = ETSParameters.damping
            let width = range.upperBound - range.lowerBound
            let share = (parameters.phi - range.lowerBound) / width
            gradient[next] = slopes[next] * width * share * (1 - share)
            next += 1
        }
        let share = (alpha - low) / (high - low)
        gradient[0] = dAlpha * (high - low) * share * (1 - share)
        gradient[next] = slopes[next] * spread
        next += 1
        if form.trend != .none {
            gradient[next] = slopes[next] * 0.1 * spread
            next += 1
        }
        for place in next..<slopes.count { gradient[place] = slopes[place] * seasonUnit }
    }
}
