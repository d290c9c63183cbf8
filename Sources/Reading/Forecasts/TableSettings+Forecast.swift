import Analysis
import Forecasting
import Formats
import Policy
import Quantities

extension TableSettings {
    /// Units in which a forecast is rounded as its observations are.
    private static let whole: Set<Unit> = [.person, .rupiah, .rupiahPerMonth, .rupiahPerYear]

    /// Whether a row belongs to the series that a forecast names.
    func isOfSeries(_ row: CSVRow, _ table: CSVTable) -> Bool {
        guard let name = forecast?.series, let column = table.index(of: "series") else {
            return true
        }
        return row.cells[column].text == name
    }

    /// The observations of all members and regions with what a forecast makes of them; those that
    /// cannot be continued are left out, which is told at the last of their observations.
    func continued(
        _ cells: [(cell: Cell, points: [Point])], _ forecast: ForecastEntry
    ) -> [Setting] {
        let found = cells.compactMap { cell, points in
            let address = Address(
                subject: address.subject, member: cell.member, region: cell.region)
            return series(points, address, forecast).map { (address, points, $0) }
        }
        let joined = ContinuedSeries.together(found.map(\.2), name: "\(address)")
        return zip(found, joined).compactMap { found, series in
            guard let last = found.1.last, let value = last.value else { return nil }
            return setting(found.0, series, value, last)
        }
    }

    private func series(
        _ points: [Point], _ address: Address, _ forecast: ForecastEntry
    ) -> ContinuedSeries? {
        let observed = points.compactMap { point -> ContinuedSeries.Observation? in
            guard let month = point.month, let number = point.value?.number else { return nil }
            return (month, number)
        }
        guard let last = points.last, let horizon = context.tables.horizon, last.value != nil
        else { return nil }
        let isDated = points.allSatisfy { $0.month != nil }
        guard isDated else {
            session.fault(
                last.position,
                Phrase(
                    id: "ramalan '\(address)' membutuhkan kolom 'year'",
                    en: "the forecast of '\(address)' needs a column 'year'"))
            return nil
        }
        do throws(FitFault) {
            return try ContinuedSeries(
                observed, until: horizon.upperBound,
                in: Setting.Verb.replace.domain(of: address, unit: unit),
                isWhole: unit.map(Self.whole.contains) ?? false, by: forecast.method,
                name: "\(address)")
        } catch {
            session.fault(last.position, Phrase.cannotForecast("\(address)", error))
            return nil
        }
    }

    private func setting(
        _ address: Address, _ series: ContinuedSeries, _ unit: SettingValue, _ last: Point
    ) -> Setting? {
        let steps = Array(series.months.indices).within(context.tables.horizon) {
            series.months[$0]
        }
        guard let first = steps.first else { return nil }
        var evidence = last.evidence
        if let mark = evidence.mark { evidence.mark = .weakest(of: [mark, .derived]) }
        // The range of the last observation says nothing of later ones.
        evidence.range = nil
        let months = steps.map { Optional(series.months[$0]) }
        let isOpen = first < series.months.count && series.hasPaths
        return Setting(
            address: address, entry: self.address,
            points: steps.map { step in
                .init(from: series.months[step], value: unit.mapNumber { _ in series.values[step] })
            },
            provenance: evidence.provenance(
                at: last.position, layer: context.layer, forecast: series.origin),
            spread: isOpen
                ? .paths(
                    DrawnPaths(months: months, count: ContinuedSeries.pathCount) {
                        series.paths.map { path in steps.map { path[$0] } }
                    })
                : nil)
    }
}
