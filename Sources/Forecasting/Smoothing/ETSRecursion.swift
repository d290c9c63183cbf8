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
    let values: UnsafeMutablePointer<Double>
    /// States before each step, and after the last.
    let levels: UnsafeMutablePointer<Double>
    let slopes: UnsafeMutablePointer<Double>
    /// The season of each step, and of the period after the last.
    let seasons: UnsafeMutablePointer<Double>
    let forecasts: UnsafeMutablePointer<Double>
    let errors: UnsafeMutablePointer<Double>
    let seasonSlopes: UnsafeMutablePointer<Double>

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
