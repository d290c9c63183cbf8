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

    /// Reads the shipped tables; nil where P0, the line or a Gini of the year is missing.
    init?(_ code: RegionCode, year: Int, in workspace: Workspace) {
        /// The region's row of the year in a shipped table; nil where there is none.
        func row(_ file: String) -> DataRows.Row? {
            DataRows(file, in: workspace, where: "region", is: code.code)
                .first("year", String(year))
        }
        guard let figures = row("poverty/poverty.csv"), let spread = row("poverty/inequality.csv"),
            let headcount = figures.number("p0_percent"), let line = figures.number("line_rp"),
            let gini = spread.number("gini")
        else { return nil }
        (self.code, self.year, self.line, self.gini) = (code, year, line, gini)
        name = workspace.catalogue.regions.name(of: code)
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

    /// All people: the poor over P0, so that both published figures hold.
    var persons: Double { poor / headcount }

    /// Rupiah a year that would close the gap: with the published P1, with the fitted one where
    /// none is published.
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
        guard let code = RegionCode(text) else {
            throw InputFaults(
                option: text, Messages.notARegionCode(text), hint: Messages.regionCodeHint(text))
        }
        guard workspace.catalogue.regions.exists(code) else {
            throw InputFaults(
                option: text, Messages.noSuchRegion(text), hint: Messages.seeRegions)
        }
        guard let region = PovertyRegion(code, year: year, in: workspace) else {
            throw InputFaults(
                option: text,
                Messages.noPovertyData(workspace.catalogue.regions.name(of: code), year),
                hint: Messages.povertyDataHint)
        }
        return region
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
