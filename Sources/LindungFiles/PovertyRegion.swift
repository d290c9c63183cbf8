import Policy
import Quantities
import Welfare

/// What is published about the poverty of a region in a year, and a lognormal that fits it.
struct PovertyRegion: Sendable {
    /// Where it is and which year, March.
    let code: RegionCode
    /// As reports call it.
    let name: String
    /// Calendar year of its figures.
    let year: Int
    /// P0, P1, P2 as shares; NaN where not published.
    let headcount, gap, severity: Double
    /// Persons below the line; rupiah per person-month.
    let poor, line: Double
    /// Of consumption, and its range; the same number thrice where it was published.
    private(set) var gini: Double
    /// The 90 % range of the Gini coefficient.
    private(set) var giniRange: ClosedRange<Double>
    /// The province whose Gini stands in; nil for its own.
    private(set) var giniFrom: RegionCode?
    /// How well P0 is known.
    let mark: String

    /// The year of the newest figures.
    static let newest = 2025

    /// Of a row of each shipped table; nil where P0, the line or a Gini is not known.
    fileprivate init?(
        _ code: RegionCode, _ name: String, year: Int, _ figures: DataRows.Row,
        _ spread: DataRows.Row
    ) {
        guard let headcount = figures.number("p0_percent"), let line = figures.number("line_rp"),
            let gini = spread.number("gini")
        else { return nil }
        (self.code, self.name, self.year) = (code, name, year)
        (self.line, self.gini) = (line, gini)
        self.headcount = headcount / 100
        gap = figures.number("p1").map { $0 / 100 } ?? .nan
        severity = figures.number("p2").map { $0 / 100 } ?? .nan
        poor = figures.number("poor_persons") ?? .nan
        let low = spread.number("gini_low") ?? gini
        giniRange = low...max(low, spread.number("gini_high") ?? gini)
        giniFrom = RegionCode(spread["borrowed_from"])
        mark = figures["mark"]
    }

    /// The same with the Gini that a mean gives: of the lognormal with P0 and that mean.
    ///
    /// - Parameter mean: rupiah per person-month, of the same survey as P0.
    /// - Throws: ``LognormalFault`` where no Gini or two of them give it.
    func with(mean: Double) throws(LognormalFault) -> PovertyRegion {
        var region = self
        region.gini = try LognormalWelfare(headcount: headcount, line: line, mean: mean).gini
        region.giniRange = region.gini...region.gini
        region.giniFrom = nil
        return region
    }

    /// The lognormal of P0 and the Gini.
    var welfare: LognormalWelfare {
        LognormalWelfare(headcount: headcount, line: line, gini: gini)
    }

    /// What the lognormal says at the line.
    var fitted: PovertyIndices { welfare.indices(below: line) }

    /// All people: the poor over P0, so that both published figures hold; NaN where the number of
    /// the poor is not known.
    var persons: Double { poor / headcount }

    /// Rupiah a year that would close the gap: with the published P1, with the fitted one where
    /// none is published; NaN where the number of the poor is not known.
    func gapRupiah(fitted isFitted: Bool = false) -> Double {
        let index = isFitted || gap.isNaN ? fitted.gap : gap
        return PovertyGap(gap: index, line: line, persons: persons).perfect
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
                Messages.noPovertyData(workspace.catalogue.regions.name(of: code), year),
                hint: Messages.povertyDataHint)
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
                cell.position, Messages.indexAbove(smaller, value, larger, most))
        }
        if let poor = published.number("poor_persons"), let share = published.number("p0_percent"),
            100 * poor / share > Self.mostPersons, let cell = published.cells["p0_percent"]
        {
            figures.session.fault(cell.position, Messages.tooManyPersons(poor, share))
        }
        try figures.stop()
        return PovertyRegion(code, regions.name(of: code), year: year, published, inequality)
    }
}

/// How far fitted indices are from published ones over some regions.
struct FitErrors: Sendable {
    /// In percentage points of the index: mean absolute error, mean error.
    let absolute, bias: Double
    /// The region with the largest error, and the error.
    let worst: (name: String, error: Double)

    /// Of an index; nil where no region has it published.
    init?(
        _ regions: [PovertyRegion], published: (PovertyRegion) -> Double,
        fitted: (PovertyIndices) -> Double
    ) {
        let errors = regions.map { ($0.name, fitted($0.fitted) - published($0)) }.filter {
            !$0.1.isNaN
        }
        guard let worst = errors.max(by: { abs($0.1) < abs($1.1) }) else { return nil }
        absolute = errors.reduce(0) { $0 + abs($1.1) } / Double(errors.count)
        bias = errors.reduce(0) { $0 + $1.1 } / Double(errors.count)
        self.worst = worst
    }
}
