internal import RealModule

extension ETSRecursion {
    /// Slopes by the numbers of a model.
    struct Slopes {
        var alpha = 0.0
        var ratio = 0.0
        var gamma = 0.0
        var phi = 0.0
        /// Of the states before the step that was last gone through.
        var level = 0.0
        var slope = 0.0
    }

    /// Slopes of the likelihood after a run, in the order of `ETSParameters.vector`.
    ///
    /// The run is followed backwards (the chain rule in reverse), which costs about two runs
    /// however many parameters there are.
    func likelihoodSlopes(
        _ parameters: ETSParameters, _ sums: Sums, into out: UnsafeMutableBufferPointer<Double>
    ) {
        let found =
            switch form.season {
            case .none: backward(parameters, sums, season: .none)
            case .additive: backward(parameters, sums, season: .additive)
            case .multiplicative: backward(parameters, sums, season: .multiplicative)
            }
        var place = 0
        func put(_ slope: Double) {
            out[place] = slope
            place += 1
        }
        let ratio = parameters.beta / parameters.alpha
        put(found.alpha - found.ratio * ratio / parameters.alpha)
        if form.trend != .none { put(found.ratio / parameters.alpha) }
        if form.season != .none { put(found.gamma) }
        if form.trend == .damped { put(found.phi) }
        put(found.level)
        if form.trend != .none { put(found.slope) }
        guard form.season != .none else { return }
        for step in stride(from: period - 1, to: 0, by: -1) {
            put(seasonSlopes[step] - seasonSlopes[0])
        }
    }

    @inline(__always)
    private func backward(
        _ parameters: ETSParameters, _ sums: Sums, season: ETSForm.Season
    ) -> Slopes {
        let ratio = parameters.beta / parameters.alpha
        let weight = 2 * Double(count) / sums.squares
        var slopes = Slopes()
        if season != .none { for place in 0..<period { seasonSlopes[count + place] = 0 } }
        for step in stride(from: count - 1, through: 0, by: -1) {
            let damped = parameters.phi * self.slopes[step]
            let base = levels[step] + damped
            let error = weight * errors[step]
            let forecast =
                form.error == .multiplicative
                ? (2 - error * values[step] / forecasts[step]) / forecasts[step] : -error
            slopes.level += ratio * slopes.slope
            slopes.ratio += slopes.slope * (levels[step + 1] - base)
            let throughBase = backward(
                parameters, &slopes, step: step, base: base, forecast: forecast, season: season)
            let throughDamped = throughBase + (1 - ratio) * slopes.slope
            slopes.level = throughBase - ratio * slopes.slope
            slopes.phi += throughDamped * self.slopes[step]
            slopes.slope = parameters.phi * throughDamped
        }
        return slopes
    }

    /// The step's slope by the level before its error, which also writes that by its season.
    @inline(__always)
    private func backward(
        _ parameters: ETSParameters, _ slopes: inout Slopes, step: Int, base: Double,
        forecast: Double, season: ETSForm.Season
    ) -> Double {
        let (value, gamma) = (values[step], parameters.gamma)
        let adjusted = parameters.alpha * slopes.level
        let kept = (1 - parameters.alpha) * slopes.level
        switch season {
        case .none:
            slopes.alpha += slopes.level * (value - base)
            return kept + forecast
        case .additive:
            let (figure, next) = (seasons[step], seasonSlopes[step + period])
            slopes.alpha += slopes.level * (value - figure - base)
            slopes.gamma += next * (value - base - figure)
            seasonSlopes[step] = (1 - gamma) * next - adjusted + forecast
            return kept + forecast - gamma * next
        case .multiplicative:
            let (figure, next) = (seasons[step], seasonSlopes[step + period])
            let (quotient, share) = (value / figure, value / base)
            slopes.alpha += slopes.level * (quotient - base)
            slopes.gamma += next * (share - figure)
            seasonSlopes[step] =
                (1 - gamma) * next - adjusted * quotient / figure + forecast * base
            return kept + forecast * figure - gamma * next * share / base
        }
    }
}
