import Analysis
import Forecasting
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// Assumptions whose values beyond the last observation come from a forecast.
@Suite struct ForecastSettingTests {
    private static let rising = (2016...2025).map { "35.05,\($0),\(1000 + 20 * ($0 - 2016))" }

    private func setting(_ rows: [String], _ fields: String = "") throws -> Setting {
        let table = "region,year,n\n" + rows.joined(separator: "\n") + "\n"
        let entry = "{ forecast: { table: ./t.csv, column: n\(fields) } }"
        return try #require(
            try TableSettingsTests().settings(
                "assumptions: { denominator.employed@35.05: \(entry) }", table
            ).first)
    }

    @Test("A line is drawn on, from the value that holds at the start to the end of the horizon")
    func line() throws {
        let setting = try setting(Self.rising, ", method: drift")
        #expect(setting.points.map(\.from) == (2025...2027).map { Month($0, 1) })
        for (point, year) in zip(setting.points, 2025...2027) {
            let number = try #require(point.value.number)
            #expect(abs(number - Double(1000 + 20 * (year - 2016))) < 1)
        }
        let origin = try #require(setting.provenance.forecast)
        #expect(origin.first == Month(2016, 1))
        #expect(origin.last == Month(2025, 1))
        #expect(origin.count == 10)
        #expect(setting.provenance.line == 11)
        #expect(setting.provenance.mark == nil)
    }

    @Test("Observed rupiah are whole, as forecasts are")
    func whole() throws {
        let rows = (2023...2026).map { "35.05,\($0),\(100_000 * ($0 - 2000)).64" }
        let table = "region,year,n\n" + rows.joined(separator: "\n") + "\n"
        let entry = "{ forecast: { table: ./t.csv, column: n, method: drift } }"
        let setting = try #require(
            try TableSettingsTests().settings("assumptions: { base.petani@35.05: \(entry) }", table)
                .first)
        #expect(setting.points.map(\.value.number) == [2_500_001, 2_600_001, 2_700_001])
    }

    @Test("A draw takes one path whole; what is observed stays")
    func paths() throws {
        let rows = [100, 130, 90, 120, 150, 110, 140, 135, 160, 125].enumerated().map {
            "35.05,\(2016 + $0),\($1)"
        }
        let setting = try setting(rows)
        guard case .paths(let paths) = setting.spread else {
            Issue.record("no paths")
            return
        }
        #expect(paths.values.count == ContinuedSeries.pathCount)
        #expect(paths.values.allSatisfy { $0[0] == 125 })
        let scenario = try #require(
            try FixtureFolder.read("Broken/parts/dasar.yaml").value)
        let layered = scenario.adding(Layer(name: "x", settings: [setting]))
        let inputs = layered.uncertainInputs.filter { $0.paths != nil }
        try #require(inputs.count == 1)
        let drawn = try #require(layered.taking([417], for: inputs))
        #expect(
            drawn.layers.last?.settings.first?.points.map(\.value.number) == paths.values[416])
        #expect(layered.taking([0], for: inputs)?.layers == layered.layers)
        // What an ensemble writes month by month is the same path, a step for each year.
        let cells = layered.cells(drawnFrom: inputs)
        #expect(cells.map(\.months.lowerBound) == [0, 12, 24])
        #expect(
            cells.map { $0.formula.value(inputs, at: [417])?.number } == paths.values[416])
        // The interval that is shown holds nine paths in ten.
        let interval = try #require(paths.interval(at: Month(2027, 6)))
        let inside = paths.values.count { interval.contains($0[2]) }
        #expect((880...920).contains(inside))
    }

    /// A random walk's first and second step correlate by 1/sqrt(2), its variance doubles.
    @Test("Years of a path hang together")
    func walk() throws {
        let rows = [100, 130, 90, 120, 150, 110, 140, 135, 160, 125].enumerated().map {
            "35.05,\(2016 + $0),\($1 * 1000)"
        }
        guard case .paths(let paths) = try setting(rows, ", method: naive").spread else {
            Issue.record("no paths")
            return
        }
        let steps = paths.values.map { ($0[1] - $0[0], $0[2] - $0[0]) }
        let squares = steps.reduce(into: (0.0, 0.0, 0.0)) { sum, step in
            sum.0 += step.0 * step.0
            sum.1 += step.1 * step.1
            sum.2 += step.0 * step.1
        }
        #expect(abs(squares.2 / (squares.0 * squares.1).squareRoot() - 0.5.squareRoot()) < 0.06)
        #expect(abs(squares.1 / squares.0 - 2) < 0.3)
    }

    /// Of two regions that moved alike, whose sum would otherwise spread by the root of the half.
    @Test("Regions of an entry are drawn as one, and rank together as they did in the past")
    func together() throws {
        let moves = [100, 130, 90, 120, 150, 110, 140, 135, 160, 125]
        let rows = ["35.05", "35.10", "35.74"].flatMap { region in
            moves.enumerated().map { "\(region),\(2016 + $0),\($1 * 1000)" }
        }
        let table = "region,year,n\n" + rows.joined(separator: "\n") + "\n"
        let entry = "{ forecast: { table: ./t.csv, column: n, method: naive } }"
        let settings = try TableSettingsTests().settings(
            "assumptions: { denominator.employed: \(entry) }", table)
        try #require(settings.count == 3)
        let ends = settings.compactMap { setting -> [Double]? in
            guard case .paths(let paths) = setting.spread else { return nil }
            return paths.values.compactMap { $0.last.map { $0 - 125_000 } }
        }
        try #require(ends.count == 3)
        let products = zip(ends[0], ends[1]).reduce(0) { $0 + $1.0 * $1.1 }
        let squares = ends.map { $0.reduce(0) { $0 + $1 * $1 } }
        // Nine past moves decide among a thousand paths: within a ninth the order is chance.
        #expect(products / (squares[0] * squares[1]).squareRoot() > 0.9)
        #expect(Set(ends[0]) != Set(ends[1]))

        let scenario = try #require(
            try FixtureFolder.read("Broken/parts/dasar.yaml").value
        ).adding(Layer(name: "x", settings: settings))
        let inputs = scenario.uncertainInputs.filter { $0.paths != nil }
        try #require(inputs.count == 1)
        #expect(inputs[0].name.hasPrefix("denominator.employed 20"))
        // What an ensemble writes region by region is each region's own path of that number.
        let cells = scenario.cells(drawnFrom: inputs)
        let lasts = ends.map { $0[416] + 125_000 }
        #expect(
            cells.filter { $0.months.lowerBound == cells.map(\.months.lowerBound).max() }
                .map { $0.formula.value(inputs, at: [417])?.number } == lasts)
        let drawn = try #require(scenario.taking([417], for: inputs)?.layers.last)
        for (place, setting) in drawn.settings.enumerated() {
            #expect(setting.points.last?.value.number == ends[place][416] + 125_000)
        }
    }

    @Test("A share never leaves 0 to 1, in any path, and a missing year is a gap")
    func bounded() throws {
        let rows = [2010, 2011, 2012, 2013, 2014, 2017, 2018, 2021, 2024].map {
            "35.05,\($0),\(0.02 + 0.004 * Double($0 % 3))"
        }
        let table = "region,year,n\n" + rows.joined(separator: "\n") + "\n"
        let settings = try TableSettingsTests().settings(
            "assumptions: { poverty.headcount@35.05: { forecast: { table: ./t.csv, column: n } } }",
            table)
        guard case .paths(let paths) = settings.first?.spread else {
            Issue.record("no paths")
            return
        }
        #expect(paths.values.joined().allSatisfy { (0...1).contains($0) })
        #expect(settings[0].provenance.forecast?.count == 9)
    }

    @Test("A named series picks its rows")
    func series() throws {
        let table = "series,year,n\na,2022,1\nb,2022,10\na,2023,2\nb,2023,20\na,2024,3\nb,2024,30\n"
        let entry = "{ forecast: { table: ./t.csv, column: n, series: b, method: naive } }"
        let settings = try TableSettingsTests().settings(
            "assumptions: { denominator.employed@35.05: \(entry) }", table)
        #expect(settings.first?.points.first?.value.number == 30)
    }
}
