import Forecasting
import Policy
import Quantities
import Sampling

/// Observed values of a parameter, continued to the end of a horizon by a forecast.
package struct ContinuedSeries: Sendable {
    /// An observation and the month from which it holds.
    package typealias Observation = (month: Month, value: Double)

    /// How many paths are drawn; a draw of a scenario takes one of them whole.
    package static let pathCount = 1_000

    /// First months of all steps: those observed, then those forecast.
    package let months: [Month]
    /// What is observed, then the forecast mean, or for a share the median.
    package let values: [Double]
    /// Draws the paths; nil where nothing is forecast.
    private var draw: (@Sendable () -> [[Double]])?
    package let origin: ForecastOrigin

    /// Observation less expectation by month, of those that have both.
    private let residuals: [Month: Double]

    /// By path: observed values, then a path of the method's own. Drawn anew each time.
    package var paths: [[Double]] { draw?() ?? [] }
    package var hasPaths: Bool { draw != nil }

    /// Fits a method and continues the observations.
    ///
    /// Steps are as long as the shortest way between two observations that divides all others, so
    /// that a year without an observation is a gap. Paths come from a stream of the series' name
    /// alone: they are part of the scenario, and a seed chooses among them.
    ///
    /// - Parameters:
    ///   - observed: in order of month, each month once; at least one.
    ///   - end: the last month that must have a value.
    ///   - domain: what the parameter accepts. A share is modelled on the logit scale, which it
    ///     cannot leave; of any other, what leaves the domain is put at its end.
    ///   - isWhole: whether all values are given as whole persons or rupiah.
    /// - Throws: why the method cannot be fitted.
    package init(
        _ observed: [Observation], until end: Month, in domain: ClosedRange<Double>,
        isWhole: Bool, by method: MethodName, name: String
    ) throws(FitFault) {
        let months = observed.map(\.month)
        guard let first = months.first, let last = months.last, months.count > 1 else {
            throw .tooShort(needed: 2, have: months.count)
        }
        let step = zip(months, months.dropFirst()).map { $1 - $0 }.reduce(0, Self.commonDivisor)
        var history = [Double](repeating: .nan, count: (last - first) / step + 1)
        for (month, value) in observed { history[(month - first) / step] = value }
        let series = TimeSeries(history, period: 12 % step == 0 ? 12 / step : 1)
        let chosen = method.method(in: domain == 0...1 ? domain : nil)
        let fit = try chosen.fit(series)
        let steps = max(0, (end - last) / step)
        @Sendable func inside(_ value: Double) -> Double {
            let value = min(max(value, domain.lowerBound), domain.upperBound)
            return isWhole ? value.rounded() : value
        }
        let known = observed.map { isWhole ? $0.value.rounded() : $0.value }
        residuals = Dictionary(
            uniqueKeysWithValues: fit.residuals.enumerated().filter { !$1.isNaN }
                .map { (first.advanced(by: $0 * step), $1) })
        self.months = months + (0..<steps).map { last.advanced(by: ($0 + 1) * step) }
        origin = ForecastOrigin(method: fit.method, first: first, last: last, count: known.count)
        guard steps > 0 else {
            values = known
            return
        }
        values = known + fit.forecast(steps: steps, level: 0.9).mean.map(inside)
        draw = {
            let drawn = fit.simulate(
                steps: steps, paths: Self.pathCount, stream: RandomStream(seed: 0, name: name))
            return (0..<Self.pathCount).map { path in
                known + (0..<steps).map { inside(drawn[path, $0]) }
            }
        }
    }

    /// The same series with paths in another order, so that path n of one belongs to path n of the
    /// others: they rank together as residuals of the same month did (the Schaake shuffle, see
    /// `SummingStructure/coherentSamples(_:template:stream:)`), and a sum over regions is no surer
    /// than the past allows. Each keeps its own paths. Series stay apart where fewer than three
    /// months have residuals of all.
    package static func together(_ all: [ContinuedSeries], name: String) -> [ContinuedSeries] {
        guard let model = all.first, all.count > 1 else { return all }
        let shared = model.residuals.keys.filter { month in
            all.allSatisfy { $0.residuals[month] != nil }
        }.sorted()
        guard shared.count >= 3 else { return all }
        let stream = RandomStream(seed: 0, name: name)
        return all.enumerated().map { place, series in
            guard let draw = series.draw else { return series }
            let template = shared.compactMap { series.residuals[$0] }
            var ranked = series
            ranked.draw = {
                var paths = draw()
                let sorted = paths.map { (level: $0.reduce(0, +), path: $0) }
                    .sorted { $0.level < $1.level }
                let order = stream.order(of: sorted.count, as: template, item: place)
                for (target, source) in zip(order, sorted) { paths[target] = source.path }
                return paths
            }
            return ranked
        }
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : commonDivisor(b, a % b)
    }
}
