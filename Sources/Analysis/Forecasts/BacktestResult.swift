import Forecasting

/// What `backtest` found: the errors of each method by distance and by series.
package struct BacktestResult: Sendable {
    /// The errors of a method, the mean over series.
    package struct Row: Sendable {
        package let method: MethodName
        /// Steps ahead; nil for all.
        package let ahead: Int?
        /// How many outcomes were forecast.
        package let count: Int
        package let mase: Double
        package let smape: Double
        package let rmsse: Double
        /// The continuous ranked probability score in parts of the scale of `mase`.
        package let crps: Double
        /// The share of outcomes inside their intervals.
        package let coverage: Double
        /// Both errors over those of naive2 at the same origins: below 1 is better.
        package let owa: Double
    }

    package let question: BacktestQuestion
    /// Over all series: for each method all steps, then each step.
    package let rows: [Row]
    /// For each series the rows of all steps; of a series none where no origin could be used.
    package let bySeries: [(name: String, rows: [Row])]
    /// How many series count, those whose errors have a scale.
    package let seriesCount: Int

    /// - Parameters:
    ///   - methods: those asked for, and naive2.
    ///   - tests: for each series, for each method.
    init(question: BacktestQuestion, methods: [MethodName], tests: [[Backtest]]) {
        self.question = question
        // A series that never changes has no scale.
        let usable = tests.indices.filter { place in
            tests[place].contains { ($0.summary()?.mase ?? .nan).isFinite }
        }
        seriesCount = usable.count
        let kept = usable.map { tests[$0] }
        rows = Self.rows(question, methods, kept, steps: [nil] + (1...question.horizon).map { $0 })
        bySeries = usable.map { place in
            (
                question.table.members[place].name,
                Self.rows(question, methods, [tests[place]], steps: [nil])
            )
        }
    }

    /// The method of the least scaled error among those that forecast all that any did.
    package var best: Row? { Self.best(rows.filter { $0.ahead == nil }) }

    package static func best(_ rows: [Row]) -> Row? {
        let most = rows.map(\.count).max() ?? 0
        return rows.filter { $0.count == most && $0.mase.isFinite }.min { $0.mase < $1.mase }
    }

    package func row(_ method: MethodName) -> Row? {
        rows.first { $0.method == method && $0.ahead == nil }
    }

    private static func rows(
        _ question: BacktestQuestion, _ methods: [MethodName], _ tests: [[Backtest]],
        steps: [Int?]
    ) -> [Row] {
        let reference = methods.firstIndex(of: .naive2) ?? 0
        return methods.indices.flatMap { method in
            steps.compactMap { ahead -> Row? in
                guard question.methods.contains(methods[method]) else { return nil }
                let own = tests.compactMap { $0[method].summary(ahead: ahead) }
                let naive2 = tests.compactMap {
                    $0[reference].summary(ahead: ahead, asOf: $0[method])
                }
                return Row(methods[method], ahead, own, naive2: naive2)
            }
        }
    }
}

extension BacktestResult.Row {
    /// Means over series; nil where no series has a forecast.
    fileprivate init?(
        _ method: MethodName, _ ahead: Int?, _ own: [Backtest.Summary],
        naive2: [Backtest.Summary]
    ) {
        guard !own.isEmpty else { return nil }
        func mean(_ rows: [Backtest.Summary], _ measure: (Backtest.Summary) -> Double) -> Double {
            let told = rows.map(measure).filter(\.isFinite)
            return told.isEmpty ? .nan : told.reduce(0, +) / Double(told.count)
        }
        self.method = method
        self.ahead = ahead
        count = own.reduce(0) { $0 + $1.count }
        mase = mean(own, \.mase)
        smape = mean(own, \.smape)
        rmsse = mean(own, \.rmsse)
        crps = mean(own, \.scaledCRPS)
        coverage = mean(own, \.coverage)
        owa = ForecastMeasure.owa(
            smape: mean(own, \.smape), mase: mean(own, \.mase),
            naive2: (mean(naive2, \.smape), mean(naive2, \.mase)))
    }
}
