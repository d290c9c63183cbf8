import Exploration
import Forecasting

/// What `backtest` asks: how far methods would have been off at earlier origins.
package struct BacktestQuestion: Sendable {
    package let table: SeriesTable
    /// The methods that are held against each other.
    package let methods: [MethodName]
    /// The farthest step of each forecast.
    package let horizon: Int
    /// How many earlier ends are gone back to.
    package let origins: Int
    package let bounds: ClosedRange<Double>?
    /// The scale on which series are modelled; bounds have one of their own.
    package var scale = ScaleName.level
    /// The probability that an outcome lies inside an interval.
    package let level: Double

    package init(
        table: SeriesTable, methods: [MethodName], horizon: Int, origins: Int,
        bounds: ClosedRange<Double>?, level: Double
    ) {
        (self.table, self.methods, self.horizon) = (table, methods, horizon)
        (self.origins, self.bounds, self.level) = (origins, bounds, level)
    }

    /// Paths of each forecast from which probability scores are taken.
    private static let pathCount = 200

    /// Goes back to every origin of every series with every method.
    ///
    /// - Parameter threads: which change no bit.
    package func answer(threads: Int) async throws -> BacktestResult {
        // What errors are measured against is always computed, and on one scale.
        let all = methods + (methods.contains(.naive2) ? [] : [.naive2])
        var tests: [[Backtest]] = []
        try await OrderedChunks(count: table.members.count, concurrency: threads).run { place in
            all.map { name in
                Self.test(
                    name.method(
                        in: bounds, isLogarithmic: scale == .log && name != .naive2),
                    table.members[place].series, horizon, origins, level)
            }
        } take: {
            tests.append($1)
        }
        return BacktestResult(question: self, methods: all, tests: tests)
    }

    private static func test(
        _ method: some ForecastMethod, _ series: TimeSeries, _ horizon: Int, _ origins: Int,
        _ level: Double
    ) -> Backtest {
        Backtest(
            method, series, horizon: horizon, origins: origins, level: level, paths: pathCount)
    }
}
