internal import RealModule

/// The recursion of a smoothing model over a series, and the slopes of its likelihood.
///
/// Made once for a series and a form: nothing is allocated per run. States of all steps are kept in
/// one block, since the slopes are taken backwards.
final class ETSRecursion {
    let form: ETSForm
    let count: Int
    let period: Int

    private let memory: UnsafeMutablePointer<Double>
    private let values: UnsafeMutablePointer<Double>
    /// States before each step, and after the last.
    let levels: UnsafeMutablePointer<Double>
    let slopes: UnsafeMutablePointer<Double>
    /// The season of each step, and of the period after the last.
    let seasons: UnsafeMutablePointer<Double>
    let forecasts: UnsafeMutablePointer<Double>
    let errors: UnsafeMutablePointer<Double>
    private let seasonSlopes: UnsafeMutablePointer<Double>

    init(_ form: ETSForm, _ series: TimeSeries) {
        self.form = form
        count = series.count
        period = form.season == .none ? 1 : series.period
        let size = 7 * count + 2 + 2 * period
        memory = .allocate(capacity: size)
        memory.initialize(repeating: 0, count: size)
        values = memory
        levels = values + count
        slopes = levels + count + 1
        seasons = slopes + count + 1
        forecasts = seasons + count + period
        errors = forecasts + count
        seasonSlopes = errors + count
        for (step, value) in series.values.enumerated() { values[step] = value }
    }

    deinit { memory.deallocate() }

    /// The sum of squared errors and of the logarithms of the expectations.
    struct Sums {
        var squares: Double
        var logarithms: Double
    }

    /// Runs over the series.
    func run(_ parameters: ETSParameters) -> Sums {
        levels[0] = parameters.level
        slopes[0] = parameters.slope
        for (step, value) in parameters.season.enumerated() { seasons[step] = value }
        return switch (form.trend != .none, form.season) {
        case (false, .none): run(parameters, hasTrend: false, season: .none)
        case (true, .none): run(parameters, hasTrend: true, season: .none)
        case (false, .additive): run(parameters, hasTrend: false, season: .additive)
        case (true, .additive): run(parameters, hasTrend: true, season: .additive)
        case (false, .multiplicative): run(parameters, hasTrend: false, season: .multiplicative)
        case (true, .multiplicative): run(parameters, hasTrend: true, season: .multiplicative)
        }
    }

    @inline(__always)
    private func run(
        _ parameters: ETSParameters, hasTrend: Bool, season: ETSForm.Season
    ) -> Sums {
        form.error == .additive
            ? run(parameters, hasTrend: hasTrend, season: season, isShare: false)
            : run(parameters, hasTrend: hasTrend, season: season, isShare: true)
    }

    @inline(__always)
    private func run(
        _ parameters: ETSParameters, hasTrend: Bool, season: ETSForm.Season, isShare: Bool
    ) -> Sums {
        let (alpha, gamma, phi) = (parameters.alpha, parameters.gamma, parameters.phi)
        let ratio = parameters.beta / alpha
        var (level, slope) = (levels[0], slopes[0])
        var squares = 0.0
        var product = LogarithmOfProduct()
        for step in 0..<count {
            let value = values[step]
            let damped = hasTrend ? phi * slope : 0
            let base = hasTrend ? level + damped : level
            let figure = season == .none ? 0 : seasons[step]
            let forecast =
                switch season {
                case .none: base
                case .additive: base + figure
                case .multiplicative: base * figure
                }
            let error = isShare ? (value - forecast) / forecast : value - forecast
            forecasts[step] = forecast
            errors[step] = error
            squares += error * error
            if isShare { product.multiply(by: abs(forecast), step) }
            let adjusted =
                switch season {
                case .none: value
                case .additive: value - figure
                case .multiplicative: value / figure
                }
            let next = base + alpha * (adjusted - base)
            if hasTrend {
                let rise = next - level
                slope = damped + ratio * (rise - damped)
                slopes[step + 1] = slope
            }
            level = next
            levels[step + 1] = next
            switch season {
            case .none: break
            case .additive: seasons[step + period] = figure + gamma * ((value - base) - figure)
            case .multiplicative: seasons[step + period] = figure + gamma * (value / base - figure)
            }
        }
        return Sums(squares: squares, logarithms: isShare ? product.logarithm : 0)
    }
}

extension ETSRecursion {
    /// Slopes of the likelihood after a run, in the order of `ETSParameters.vector`.
    ///
    /// The run is followed backwards (the chain rule in reverse), which costs about two runs
    /// however many parameters there are.
    func likelihoodSlopes(
        _ parameters: ETSParameters, _ sums: Sums, into slopes: UnsafeMutableBufferPointer<Double>
    ) {
        switch form.season {
        case .none: likelihoodSlopes(parameters, sums, slopes, season: .none)
        case .additive: likelihoodSlopes(parameters, sums, slopes, season: .additive)
        case .multiplicative: likelihoodSlopes(parameters, sums, slopes, season: .multiplicative)
        }
    }

    @inline(__always)
    private func likelihoodSlopes(
        _ parameters: ETSParameters, _ sums: Sums, _ out: UnsafeMutableBufferPointer<Double>,
        season: ETSForm.Season
    ) {
        let (alpha, gamma, phi) = (parameters.alpha, parameters.gamma, parameters.phi)
        let isShare = form.error == .multiplicative
        let ratio = parameters.beta / alpha
        let weight = 2 * Double(count) / sums.squares
        var (dLevel, dSlope) = (0.0, 0.0)
        var (dAlpha, dRatio, dGamma, dPhi) = (0.0, 0.0, 0.0, 0.0)
        if season != .none { for place in 0..<period { seasonSlopes[count + place] = 0 } }
        for step in stride(from: count - 1, through: 0, by: -1) {
            let (value, forecast) = (values[step], forecasts[step])
            let (level, slope, next) = (levels[step], slopes[step], levels[step + 1])
            let figure = season == .none ? 0 : seasons[step]
            let damped = phi * slope
            let base = level + damped
            let dError = weight * errors[step]
            let dForecast =
                isShare ? (2 - dError * value / forecast) / forecast : -dError
            dLevel += ratio * dSlope
            var dOld = -ratio * dSlope
            var dDamped = (1 - ratio) * dSlope
            dRatio += dSlope * (next - level - damped)
            var dBase = (1 - alpha) * dLevel
            let dAdjusted = alpha * dLevel
            var dFigure = 0.0
            switch season {
            case .none:
                dAlpha += dLevel * (value - base)
                dBase += dForecast
            case .additive:
                let dNext = seasonSlopes[step + period]
                dAlpha += dLevel * (value - figure - base)
                dGamma += dNext * (value - base - figure)
                dBase += dForecast - gamma * dNext
                dFigure = (1 - gamma) * dNext - dAdjusted + dForecast
            case .multiplicative:
                let dNext = seasonSlopes[step + period]
                let (adjusted, share) = (value / figure, value / base)
                dAlpha += dLevel * (adjusted - base)
                dGamma += dNext * (share - figure)
                dBase += dForecast * figure - gamma * dNext * share / base
                dFigure = (1 - gamma) * dNext - dAdjusted * adjusted / figure + dForecast * base
            }
            if season != .none { seasonSlopes[step] = dFigure }
            dOld += dBase
            dDamped += dBase
            dPhi += dDamped * slope
            (dLevel, dSlope) = (dOld, phi * dDamped)
        }
        var place = 0
        func put(_ slope: Double) {
            out[place] = slope
            place += 1
        }
        put(dAlpha - dRatio * ratio / alpha)
        if form.trend != .none { put(dRatio / alpha) }
        if season != .none { put(dGamma) }
        if form.trend == .damped { put(dPhi) }
        put(dLevel)
        if form.trend != .none { put(dSlope) }
        guard season != .none else { return }
        for step in stride(from: period - 1, to: 0, by: -1) {
            put(seasonSlopes[step] - seasonSlopes[0])
        }
    }
}

/// The logarithm of a product of many factors, by one logarithm: exponents are summed apart.
private struct LogarithmOfProduct {
    private var significand = 1.0
    private var exponent = 0

    @inline(__always)
    mutating func multiply(by factor: Double, _ step: Int) {
        significand *= factor
        if step & 3 == 3 { split() }
    }

    @inline(__always)
    private mutating func split() {
        let bits = significand.bitPattern
        exponent += Int(bits >> 52) - 1023
        significand = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    }

    var logarithm: Double { .log(significand) + Double(exponent) * 0.693_147_180_559_945_309_4 }
}
