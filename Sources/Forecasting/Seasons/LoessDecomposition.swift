/// A series as trend, season and remainder, by locally weighted regressions (STL without
/// robustness).
///
/// Two passes of the inner loop: seasons are smoothed over `seasonalWindow` of their own steps with
/// constants, what is left of low frequency is taken out of them, and the trend is smoothed with
/// lines. Each smoothing is made at every tenth of its window and joined by lines.
///
/// Reference: R. Cleveland, W. Cleveland, J. McRae and I. Terpenning, STL: a seasonal-trend
/// decomposition procedure based on loess, J. Official Statistics 6 (1990).
struct LoessDecomposition {
    let trend: [Double]
    let season: [Double]
    let remainder: [Double]

    /// Decomposes a complete series of more than two seasons.
    init(_ values: [Double], period: Int, seasonalWindow: Int = 11) {
        let count = values.count
        let length = 1.5 * Double(period) / (1 - 1.5 / Double(seasonalWindow))
        let trendWindow = Self.odd(Int(length.rounded(.up)))
        let lowWindow = Self.odd(period)
        var trend = [Double](repeating: 0, count: count)
        var season = trend
        for _ in 0..<2 {
            let free = zip(values, trend).map { $0 - $1 }
            let cycle = Self.cycle(free, period, seasonalWindow)
            let low = Self.loess(
                Self.average(Self.average(Self.average(cycle, period), period), 3),
                window: lowWindow, degree: 1)
            season = (0..<count).map { cycle[$0 + period] - low[$0] }
            trend = Self.loess(
                zip(values, season).map { $0 - $1 }, window: trendWindow, degree: 1)
        }
        self.trend = trend
        self.season = season
        remainder = (0..<count).map { values[$0] - trend[$0] - season[$0] }
    }

    private static func odd(_ number: Int) -> Int { number % 2 == 0 ? number + 1 : number }

    /// Each season of the year smoothed by itself, one step beyond both ends.
    private static func cycle(_ values: [Double], _ period: Int, _ window: Int) -> [Double] {
        var result = [Double](repeating: 0, count: values.count + 2 * period)
        for phase in 0..<period {
            let part = stride(from: phase, to: values.count, by: period).map { values[$0] }
            let inner = loess(part, window: window, degree: 0)
            let width = min(window, part.count)
            let before = fit(
                part, at: 0, range: 1...width, window: window, degree: 0)
            let after = fit(
                part, at: part.count + 1, range: part.count - width + 1...part.count,
                window: window, degree: 0)
            let smooth = [before ?? inner[0]] + inner + [after ?? inner[inner.count - 1]]
            for (place, value) in smooth.enumerated() { result[phase + place * period] = value }
        }
        return result
    }

    private static func average(_ values: [Double], _ window: Int) -> [Double] {
        var sum = values.prefix(window).reduce(0, +)
        var result = [sum / Double(window)]
        for place in window..<max(window, values.count) {
            sum += values[place] - values[place - window]
            result.append(sum / Double(window))
        }
        return result
    }

    /// Local regressions at every tenth of the window, joined by lines.
    private static func loess(_ values: [Double], window: Int, degree: Int) -> [Double] {
        let count = values.count
        guard count > 1 else { return values }
        let jump = min(max(1, (window + 9) / 10), count - 1)
        let half = (window + 1) / 2
        var result = [Double](repeating: 0, count: count)
        func smooth(_ place: Int) {
            let left: Int
            if window >= count {
                left = 1
            } else {
                left = min(max(1, place - half + 1), count - window + 1)
            }
            let range = left...min(count, left + window - 1)
            result[place - 1] =
                fit(values, at: place, range: range, window: window, degree: degree)
                ?? values[place - 1]
        }
        var known = Array(stride(from: 1, through: count, by: jump))
        for place in known { smooth(place) }
        if known[known.count - 1] != count {
            smooth(count)
            known.append(count)
        }
        for (first, last) in zip(known, known.dropFirst()) where last - first > 1 {
            let slope = (result[last - 1] - result[first - 1]) / Double(last - first)
            for place in first + 1..<last {
                result[place - 1] = result[first - 1] + slope * Double(place - first)
            }
        }
        return result
    }

    /// The local regression at one place, counted from 1; nil where all weights vanish.
    private static func fit(
        _ values: [Double], at place: Int, range: ClosedRange<Int>, window: Int, degree: Int
    ) -> Double? {
        let count = values.count
        var reach = Double(max(place - range.lowerBound, range.upperBound - place))
        if window > count { reach += Double((window - count) / 2) }
        var (weights, sum) = ([Double](), 0.0)
        for other in range {
            let distance = Double(abs(other - place))
            var weight = 0.0
            if distance <= 0.999 * reach {
                if distance <= 0.001 * reach {
                    weight = 1
                } else {
                    let ratio = distance / reach
                    let rest = 1 - ratio * ratio * ratio
                    weight = rest * rest * rest
                }
            }
            weights.append(weight)
            sum += weight
        }
        guard sum > 0 else { return nil }
        for k in weights.indices { weights[k] /= sum }
        if reach > 0 && degree > 0 {
            let mean = zip(weights, range).reduce(0) { $0 + $1.0 * Double($1.1) }
            let spread = zip(weights, range).reduce(0) {
                $0 + $1.0 * (Double($1.1) - mean) * (Double($1.1) - mean)
            }
            if spread.squareRoot() > 0.001 * Double(count - 1) {
                let slope = (Double(place) - mean) / spread
                for (k, other) in range.enumerated() {
                    weights[k] *= slope * (Double(other) - mean) + 1
                }
            }
        }
        return zip(weights, range).reduce(0) { $0 + $1.0 * values[$1.1 - 1] }
    }
}
