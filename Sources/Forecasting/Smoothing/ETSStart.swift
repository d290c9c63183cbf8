internal import LinearAlgebra
internal import RealModule

/// Where the search for the parameters of a smoothing model begins: R's `initparam` and
/// `initstate`.
enum ETSStart {
    static func parameters(_ form: ETSForm, _ series: TimeSeries) -> ETSParameters {
        let period = form.season == .none ? 1 : series.period
        let alpha = 1e-4 + 0.2 * 0.9998 / Double(period)
        let beta = 1e-4 + 0.1 * (min(0.9999, alpha) - 1e-4)
        let gamma = 1e-4 + 0.05 * (min(0.9999, 1 - alpha) - 1e-4)
        let (season, adjusted) = season(form.season, series)
        let count = min(max(10, 2 * period), adjusted.count)
        let (level, slope) = level(adjusted.prefix(count), form.trend)
        return ETSParameters(
            alpha: alpha, beta: form.trend == .none ? 0 : beta,
            gamma: form.season == .none ? 0 : gamma,
            phi: form.trend == .damped ? 0.8 + 0.99 * (0.98 - 0.8) : 1,
            level: level, slope: slope, season: season)
    }

    private static func level(
        _ values: ArraySlice<Double>, _ trend: ETSForm.Trend
    ) -> (Double, Double) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        guard trend != .none else { return (mean, 0) }
        let centre = (count + 1) / 2
        var (cross, square) = (0.0, 0.0)
        for (step, value) in values.enumerated() {
            let distance = Double(step + 1) - centre
            cross += distance * (value - mean)
            square += distance * distance
        }
        let slope = cross / square
        let level = mean - slope * centre
        return abs(level + slope) < 1e-8 ? (level * 1.001, slope * 0.999) : (level, slope)
    }

    /// The season of the first period, and the series without it.
    private static func season(
        _ season: ETSForm.Season, _ series: TimeSeries
    ) -> ([Double], [Double]) {
        guard season != .none else { return ([], series.values) }
        let (values, period) = (series.values, series.period)
        let figures = figures(season, series)
        guard season == .multiplicative else {
            var first = Array(figures.prefix(period))
            first[0] = -first.dropFirst().reduce(0, +)
            return (first, zip(values, figures).map { $0 - $1 })
        }
        var first = figures.prefix(period).map { max($0, 0.01) }
        let sum = first.dropFirst().reduce(0, +)
        if sum > Double(period) {
            let total = sum + 0.01 * Double(period - 1)
            first = first.map { $0 / total }
        }
        first[0] = Double(period) - first.dropFirst().reduce(0, +)
        return (first, zip(values, figures).map { $0 / max($1, 0.01) })
    }

    /// The season of each step: of a decomposition, or what a straight line leaves where the series
    /// has less than three periods.
    private static func figures(_ season: ETSForm.Season, _ series: TimeSeries) -> [Double] {
        let (values, period) = (series.values, series.period)
        if values.count >= 3 * period,
            let decomposition = ClassicalDecomposition(
                series, kind: season == .additive ? .additive : .multiplicative)
        {
            return values.indices.map(decomposition.figure)
        }
        let angles = values.indices.map { 2 * .pi * Double($0 + 1) / Double(period) }
        var columns = [Double](repeating: 1, count: values.count)
        columns += values.indices.map { Double($0 + 1) }
        if period > 2 { columns += angles.map { .sin($0) } }
        columns += angles.map { .cos($0) }
        let design = Matrix(
            rows: values.count, columns: columns.count / values.count, columnMajor: columns)
        guard let fit = try? LeastSquaresFit(Vector(values), on: design) else {
            return [Double](repeating: season == .additive ? 0 : 1, count: values.count)
        }
        return values.indices.map { step in
            let line = fit.coefficients[0] + fit.coefficients[1] * Double(step + 1)
            return season == .additive ? values[step] - line : values[step] / line
        }
    }
}
