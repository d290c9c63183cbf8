import Coverage
import Forecasting
import Policy
import Quantities

/// The rates of one segment over its regions.
struct SegmentCalibration {
    let segment: Calibration.Segment
    private(set) var rates: [Calibration.Rate] = []
    private(set) var pairs: [Calibration.Pair] = []
    private(set) var findings: [CalibrationFinding] = []

    /// A squared distance that one month in ten million exceeds, for five numbers.
    private static let farthest = 40.0
    /// The middle of squared distances per number, where counts spread as they should.
    private static let usualMiddle = 0.85
    /// Correlations below are not written down.
    private static let weakest = 0.1

    private typealias Step = MonitoringHistory.Step

    init(_ name: String, _ history: MonitoringHistory) throws(FitFault) {
        let places = history.steps.keys.filter { $0.segment == name }.sorted()
        var steps = places.map { history.steps[$0] ?? [] }
        var fit = try Self.fit(steps)
        var leaps: [CalibrationFinding] = []
        for _ in 0..<2 {
            let found = Self.leaps(fit, steps, places)
            guard !found.isEmpty else { break }
            for (region, position, finding) in found.reversed() {
                steps[region].remove(at: position)
                leaps.append(finding)
            }
            fit = try Self.fit(steps)
        }
        findings = leaps.sorted { Self.order($0) < Self.order($1) } + Self.yearEnds(name, leaps)
        let keys: [ParameterDefinition?] =
            MonitoredMoves.rates.map(\.key) + [nil, Parameters.retention.definition]
        let open = fit.open.map { direction in
            keys.indices.filter { abs(direction.loadings[$0]) > 0.3 }
        }
        segment = Calibration.Segment(
            name: name, months: steps.reduce(0) { $0 + $1.count }, dispersion: fit.dispersion,
            usesCovariance: fit.usesCovariance, hasConverged: fit.hasConverged,
            open: open.map { $0.map { keys[$0] } })
        let closed = Set(keys.indices).subtracting(open.flatMap { $0 })
        for (region, place) in places.enumerated() {
            add(fit.regions[region], place, keys, closed)
        }
        for cause in history.causes { try add(cause, places, steps) }
    }

    /// Adds the rate of a cause of leaving, where anybody left for it.
    private mutating func add(
        _ cause: ExitCause, _ places: [MonitoringTable.Place], _ steps: [[Step]]
    ) throws(FitFault) {
        let events = steps.map { $0.reduce(0) { $0 + ($1.left[cause] ?? 0) } }
        guard events.contains(where: { $0 > 0 }) else { return }
        let exposures = steps.map { $0.reduce(0) { $0 + $1.personYears } }
        let found = try OccurrenceRates(events: events, exposures: exposures)
        for (place, rate) in zip(places, found.regions) {
            rates.append(
                Calibration.Rate(
                    place: place, key: cause.rate, value: rate.value,
                    standardError: rate.standardError, low: rate.low, high: rate.high,
                    weight: rate.weight, isOpen: false))
        }
    }

    private static func fit(_ steps: [[Step]]) throws(FitFault) -> PooledRates {
        try PooledRates(
            MonitoredMoves.model, steps.map { $0.map(\.pair) }, start: MonitoredMoves.start)
    }

    /// Months that the rates cannot have made, by region and position.
    private static func leaps(
        _ fit: PooledRates, _ steps: [[Step]], _ places: [MonitoringTable.Place]
    ) -> [(region: Int, position: Int, finding: CalibrationFinding)] {
        let ratios = fit.regions.flatMap(\.distances).map {
            $0.square / Double(max($0.count, 1))
        }.sorted()
        guard !ratios.isEmpty else { return [] }
        let spread = max(1, ratios[ratios.count / 2] / usualMiddle)
        return places.indices.flatMap { region in
            fit.regions[region].distances.enumerated().compactMap { position, distance in
                guard distance.square > farthest * spread else { return nil }
                let along = fit.regions[region].deviations[position]
                let worst = along.indices.max { abs(along[$0]) < abs(along[$1]) } ?? 0
                return (
                    region, position,
                    .leap(
                        places[region], steps[region][position].month,
                        MonitoredStatus(rawValue: worst) ?? .unprotected, deviation: along[worst])
                )
            }
        }
    }

    private static func order(_ finding: CalibrationFinding) -> String {
        guard case .leap(let place, let month, _, _) = finding else { return "" }
        return "\(place.region.code) \(month)"
    }

    /// Leaps of several places in December or January.
    private static func yearEnds(
        _ segment: String, _ leaps: [CalibrationFinding]
    ) -> [CalibrationFinding] {
        var months: [Month: Int] = [:]
        for case .leap(_, let month, _, _) in leaps where [12, 1].contains(month.monthOfYear) {
            months[month, default: 0] += 1
        }
        return months.filter { $0.value > 1 }.sorted { $0.key < $1.key }.map {
            .yearEnd(segment, $0.key, places: $0.value)
        }
    }

    /// Adds what is known of a region.
    private mutating func add(
        _ region: PooledRates.Region, _ place: MonitoringTable.Place,
        _ keys: [ParameterDefinition?], _ closed: Set<Int>
    ) {
        for (index, key) in keys.enumerated() {
            let estimate = region.estimate(index)
            rates.append(
                Calibration.Rate(
                    place: place, key: key, value: estimate.value,
                    standardError: estimate.standardError, low: estimate.low, high: estimate.high,
                    weight: region.weights[index], isOpen: !closed.contains(index)))
        }
        for (first, one) in keys.enumerated() {
            for (second, other) in keys.enumerated().dropFirst(first + 1) {
                guard let one, let other, closed.contains(first), closed.contains(second) else {
                    continue
                }
                let rank = region.rankCorrelation(first, second)
                if abs(rank) >= Self.weakest {
                    pairs.append(
                        Calibration.Pair(place: place, first: one, second: other, rank: rank))
                }
            }
        }
    }
}
