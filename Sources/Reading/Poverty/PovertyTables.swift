import Analysis
import Formats
import Policy
import Quantities

extension PovertyRegion {
    /// The figures of a row of each table; nil where P0, line or Gini is missing.
    fileprivate init?(
        _ code: RegionCode, _ name: String, year: Int, _ figures: DataRows.Row,
        _ spread: DataRows.Row
    ) {
        guard let headcount = figures.number("p0_percent"), let line = figures.number("line_rp"),
            let gini = spread.number("gini")
        else { return nil }
        let low = spread.number("gini_low") ?? gini
        self.init(
            code: code, name: name, year: year, headcount: headcount / 100,
            gap: figures.number("p1").map { $0 / 100 } ?? .nan,
            severity: figures.number("p2").map { $0 / 100 } ?? .nan,
            poor: figures.number("poor_persons") ?? .nan, line: line, gini: gini,
            giniRange: low...max(low, spread.number("gini_high") ?? gini),
            giniFrom: RegionCode(spread["borrowed_from"]), mark: figures["mark"])
    }

    /// A region of the newest year, or a fault that says which regions there are.
    ///
    /// - Throws: ``InputFaults``.
    static func read(
        _ text: String, year: Int = newest, in workspace: Workspace
    ) throws(InputFaults) -> PovertyRegion {
        let code = try InputFaults.region(text, workspace.catalogue.regions)
        guard let region = try PovertyTables(workspace).region(code, year: year) else {
            throw InputFaults(
                option: text,
                Phrase.noPovertyData(workspace.catalogue.regions.name(of: code), year),
                hint: Phrase.povertyDataHint)
        }
        return region
    }
}

/// The shipped tables of poverty and inequality.
struct PovertyTables {
    /// Indices, poor people and lines.
    private let figures: DataTable
    /// Gini coefficients.
    private let spread: DataTable
    /// Of the regions.
    private let regions: RegionTable

    /// A share of people of which a lognormal comes, in percent.
    private static let percent = 0.001...99.999
    /// More people than any country has: a slip of a poor region's number or of its P0.
    private static let mostPersons = 3e9

    /// Reads both.
    ///
    /// - Throws: ``InputFaults``.
    init(_ workspace: Workspace) throws(InputFaults) {
        let key = ["region", "year"]
        figures = try DataTable(
            "poverty/poverty.csv",
            .init(
                key: key,
                numbers: [
                    ("p0_percent", Self.percent), ("p1", 0...100), ("p2", 0...100),
                    ("poor_persons", 1...1e9), ("line_rp", 1...1e8),
                ], texts: ["mark"]), in: workspace)
        let gini = 0.001...0.999
        spread = try DataTable(
            "poverty/inequality.csv",
            .init(
                key: key, numbers: [("gini", gini), ("gini_low", gini), ("gini_high", gini)],
                texts: ["borrowed_from"], ranges: [("gini", "gini_low", "gini_high")]),
            in: workspace)
        regions = workspace.catalogue.regions
    }

    /// What is published of a region in a year; nil where P0, the line or a Gini is not known.
    ///
    /// - Throws: ``InputFaults`` with each cell that cannot be: outside its range, P1 above P0, P2
    ///   above P1, more people than there are.
    func region(_ code: RegionCode, year: Int) throws(InputFaults) -> PovertyRegion? {
        let published = try figures.rows(of: code.code).first("year", String(year))
        let inequality = try spread.rows(of: code.code).first("year", String(year))
        guard let published, let inequality else { return nil }
        for (larger, smaller) in [("p0_percent", "p1"), ("p1", "p2")] {
            guard let most = published.number(larger), let value = published.number(smaller),
                value > most, let cell = published.cells[smaller]
            else { continue }
            figures.session.fault(
                cell.position, Phrase.indexAbove(smaller, value, larger, most))
        }
        if let poor = published.number("poor_persons"), let share = published.number("p0_percent"),
            100 * poor / share > Self.mostPersons, let cell = published.cells["p0_percent"]
        {
            figures.session.fault(cell.position, Phrase.tooManyPersons(poor, share))
        }
        try figures.stop()
        return PovertyRegion(code, regions.name(of: code), year: year, published, inequality)
    }
}
