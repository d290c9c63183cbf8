import Formats
import Policy
import Quantities

/// A commented scenario for one region, with the numbers that the shipped tables have for it.
///
/// A kabupaten or kota gets its own numbers line by line, to be replaced by better ones; a province
/// names the tables, which hold them for each of its regions. What is no region's own stands in
/// tables for both. Segments and purses are those of the province, in the order of the catalogue,
/// so that a region gets the same results from here as from a scenario of its province.
///
/// What it writes passes `check` and runs as it is. Numbers keep their range, mark and source, so
/// that the file says how well each is known; what no table has stands as a general assumption at
/// the end.
package struct ScenarioTemplate {
    let workspace: Workspace
    /// A province, a kabupaten or a kota.
    let region: RegionCode
    /// The language of the comments; keys have none.
    let language: Language
    /// Workers by segment, from `workforce/segments.csv`.
    let workers: DataRows
    /// Opening shares by segment, from `coverage/opening.csv`.
    let opening: DataRows
    /// Quotas and funded months by segment, from `coverage/funded_quota.csv`.
    let quotas: DataRows
    /// Ceilings by purse and year, from `budget/purse_ceilings.csv`.
    let ceilings: DataRows
    /// Segments that have workers in some region of the province, highest priority first.
    let segments: [Segment]
    /// Purses with a ceiling in some region of the province, first to pay first.
    let purses: [Purse]
    let hasBudgets: Bool
    /// By segment: the key of the rate that `rates/regional.csv` has of the regions.
    let regionalRates: [(segment: String, key: String)]

    /// - Throws: ``InputFaults`` where the code does not exist or the tables know nothing of it.
    package init(
        _ code: String, workspace: Workspace, in language: Language
    ) throws(InputFaults) {
        let region = try InputFaults.region(code, workspace.catalogue.regions)
        guard region.level != .nation else {
            throw InputFaults(
                option: code, Phrase.noSuchRegion(code), hint: Phrase.seeRegions)
        }
        let inside = workspace.catalogue.regions.kabkota(in: region)
        let people = try DataTable("workforce/segments.csv", Self.workersColumns, in: workspace)
        let limits = try DataTable(
            "budget/purse_ceilings.csv", Self.ceilingColumns, in: workspace)
        let budgets = try DataTable("budget/fiscal.csv", Self.fiscalColumns, in: workspace)
        var (missing, unbudgeted) = (inside.isEmpty, false)
        for code in inside {
            if try people.rows(of: code.code).rows.isEmpty { missing = true }
            if try budgets.rows(of: code.code).rows.isEmpty { unbudgeted = true }
        }
        guard !missing else {
            throw InputFaults(
                option: code,
                Phrase(
                    id: "tabel data tidak memuat daerah \(region)",
                    en: "the data tables do not have region \(region)"),
                hint: Phrase(
                    id: "tambahkan barisnya di workforce/segments.csv, 'coverage' dan 'budget'",
                    en: "add its rows to workforce/segments.csv, coverage and budget"))
        }
        self.workspace = workspace
        self.region = region
        self.language = language
        workers = try people.rows(within: region)
        opening = try DataTable("coverage/opening.csv", Self.openingColumns, in: workspace)
            .rows(within: region)
        quotas = try DataTable("coverage/funded_quota.csv", Self.quotaColumns, in: workspace)
            .rows(within: region)
        ceilings = try limits.rows(within: region)
        hasBudgets = !unbudgeted
        let rates = try DataTable("rates/regional.csv", Self.rateColumns, in: workspace)
            .rows(within: region).rows
        let province = region.level == .kabkota ? region.parent ?? region : region
        let atWork = try people.rows(within: province).members(
            "segment", with: "workers_persons")
        let paying = try limits.rows(within: province).members("purse", with: "ceiling_rp")
        segments = workspace.catalogue.segments.filter { atWork.contains($0.id.name) }
        purses = workspace.catalogue.purses.filter { paying.contains($0.id.name) }
        regionalRates = segments.compactMap { segment in
            rates.first { $0["segment"] == segment.id.name }.map { (segment.id.name, $0["key"]) }
        }
    }

    package var text: String {
        let sections = [
            header, frame, "levers:\n" + levers.joined(separator: "\n"),
            "assumptions:\n" + assumptions.joined(separator: "\n"),
        ]
        return sections.joined(separator: "\n\n") + "\n"
    }

    private var header: String {
        let name = workspace.catalogue.regions.name(of: region)
        return [
            note(
                Phrase(
                    id: "Skenario awal untuk \(name): \(segments.count) segmen dibayar"
                        + " \(purses.count) sumber dana.\nTanda: V1 naskah resmi, V2 sumber kedua,"
                        + " M ingatan, C sumber berbeda, D hitungan,\nA asumsi, 'gap' tidak"
                        + " ditemukan. Ganti angka bertanda A dengan angka daerah Anda.",
                    en: "A first scenario for \(name): \(segments.count) segments paid by"
                        + " \(purses.count) purses.\nMarks: V1 official text, V2 secondary source,"
                        + " M memory, C sources conflict,\nD derived, A assumption, gap not found."
                        + " Replace numbers marked A by your own."
                )), "name: dasar",
            "title:",
            "  id: \(quoted("\(name), " + Phrase.asThingsAre.indonesian))",
            "  en: \(quoted("\(name), " + Phrase.asThingsAre.english))",
        ].joined(separator: "\n")
    }

    private var frame: String {
        let years = ceilings.rows.compactMap { Int($0["year"]) }
        // The last ceilings hold on.
        let (first, last) = (years.min() ?? 2025, max(2030, years.max() ?? 2030))
        let segmentLines = segments.map {
            "  - \($0.id.name)".padding($0.name[language])
        }
        return [
            "regions: [\"\(region.code)\"]",
            "horizon: { from: \(first)-01, until: \(last)-12 }", "",
            note(
                Phrase(
                    id: "Menurut prioritas: siapa yang dibayar lebih dahulu bila dana kurang.",
                    en: "In order of priority: who is paid for first when money is short.")),
            "segments:", segmentLines.joined(separator: "\n"), "",
            note(
                Phrase(
                    id: "Menurut urutan: sumber dana mana yang membayar lebih dahulu.",
                    en: "In order of rank: which purse pays first.")), "purses:",
            purses.map { "  - \($0.id.name)".padding($0.name[language]) }.joined(separator: "\n"),
            "", "cohorts: { table: mortality/cohorts.csv }",
        ].joined(separator: "\n")
    }

    func note(_ phrase: Phrase, indent: String = "") -> String {
        phrase[language].split(separator: "\n").map { indent + "# " + $0 }
            .joined(separator: "\n")
    }

    func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension String {
    fileprivate func padding(_ comment: String) -> String {
        self + String(repeating: " ", count: max(1, 24 - count)) + "# " + comment
    }
}
