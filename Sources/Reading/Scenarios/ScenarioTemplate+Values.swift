import Policy
import Quantities

extension ScenarioTemplate {
    private static let evidence = ["mark", "borrowed_from", "method", "source"]

    static let workersColumns = DataTable.Columns(
        key: ["region", "segment"],
        numbers: counts("workers_persons", "workers_low", "workers_high"), texts: evidence,
        ranges: [("workers_persons", "workers_low", "workers_high")])

    static let openingColumns = DataTable.Columns(
        key: ["region", "segment"],
        numbers: ["funded", "self", "employer", "lapsed", "lapsed_vested"].map {
            ($0 + "_share", 0...1)
        }, texts: evidence)

    static let quotaColumns = DataTable.Columns(
        key: ["region", "segment", "year"],
        numbers: counts("quota_persons", "quota_low", "quota_high") + [("funded_months", 0...12)],
        texts: evidence, ranges: [("quota_persons", "quota_low", "quota_high")])

    static let ceilingColumns = DataTable.Columns(
        key: ["region", "purse", "year", "month"],
        numbers: ["ceiling_rp", "ceiling_low", "ceiling_high"].map { ($0, 0...1e15) },
        texts: evidence, ranges: [("ceiling_rp", "ceiling_low", "ceiling_high")])

    static let fiscalColumns = DataTable.Columns(
        key: ["region", "key"], numbers: [("value", -1e16...1e16)])

    static let rateColumns = DataTable.Columns(
        key: ["region", "segment"], numbers: [("value_per_year", 0...100)], texts: ["key"])

    /// Columns of persons.
    private static func counts(
        _ names: String...
    ) -> [(name: String, range: ClosedRange<Double>)] {
        names.map { ($0, 0...1e9) }
    }

    /// A comment for each row of a table whose number was not found.
    private func unknown(
        _ rows: [DataRows.Row], _ column: String, _ key: (DataRows.Row) -> String
    ) -> [String] {
        rows.filter { $0.number(column) == nil }.map {
            note(
                Phrase(id: "\(key($0)): tidak diketahui", en: "\(key($0)): not known"), indent: "  "
            )
        }
    }

    var levers: [String] {
        let tables = [
            "  quota: { table: coverage/funded_quota.csv, column: quota_persons, unit: person }",
            share("quota.non-asn"),
            "  funding.months: { table: coverage/funded_quota.csv, column: funded_months }",
            "  purse.ceiling: { table: budget/purse_ceilings.csv, column: ceiling_rp }",
        ]
        let values =
            region.level == .province
            ? tables
            : [
                note(
                    Phrase(
                        id: "Kuota: penerima bantuan iuran, sepanjang periode.",
                        en: "Quotas: persons whose contribution public purses pay, over the whole"
                            + " horizon."
                    ), indent: "  ")
            ] + quotaLines + [
                note(
                    Phrase(id: "Pagu setahun dalam rupiah.", en: "Ceilings for a year, in rupiah."),
                    indent: "  ")
            ] + purses.compactMap(ceilingLine)
                + unknown(ceilings.rows, "ceiling_rp") {
                    "purse.ceiling.\($0["purse"]) (\($0["year"]))"
                }
        return values + [
            note(
                Phrase(
                    id: "Bila pagu tidak cukup: 'report' (tampilkan kekurangan pagu), 'cap-heads'"
                        + " (potong orang),\n'cap-months' (potong bulan).",
                    en: "When ceilings do not suffice: report (show the gap), cap-heads (fewer"
                        + " people),\ncap-months (fewer months)."
                ), indent: "  "), "  budget.policy: report",
        ]
    }

    var assumptions: [String] {
        let openings = ["funded", "self", "employer", "lapsed", "lapsed_vested"]
        let tables =
            ["  workers: { table: workforce/segments.csv, column: workers_persons }"]
            + openings.map {
                "  opening.\($0): { table: coverage/opening.csv, column: \($0)_share }"
            }
        let values =
            region.level == .province
            ? tables
            : [
                note(
                    Phrase(
                        id: "Pekerja menurut segmen pada awal periode.",
                        en: "Workers by segment at the start of the horizon."), indent: "  ")
            ] + segments.compactMap(workerLine) + [
                note(
                    Phrase(
                        id: "Cakupan awal: bagian pekerja menurut siapa yang membayar; sisanya"
                            + " tidak terlindungi.",
                        en: "Opening cover: share of workers by who pays; the rest is"
                            + " unprotected."),
                    indent: "  ")
            ] + segments.flatMap { segment in openings.compactMap { openingLine(segment, $0) } }
        return values + fiscalLines + rateLines + welfareLines + [
            note(
                Phrase(
                    id: "Asumsi umum dengan rentangnya, dari tabel; uji rentangnya sebelum"
                        + " memutuskan.",
                    en: "General assumptions with their ranges, from a table; try them before"
                        + " deciding."
                ), indent: "  ")
        ] + Self.guesses.map(general)
    }

    /// Quotas of those segments that have one, and their funded months where not all twelve.
    private var quotaLines: [String] {
        segments.flatMap { segment -> [String] in
            let (name, rows) = (segment.id.name, quotas.of("segment", segment.id.name))
            guard rows.contains(where: { ($0.number("quota_persons") ?? 0) > 0 }) else { return [] }
            let persons = dated(
                "quota.\(name)", rows, "quota_persons", "quota_low", "quota_high")
            let months = rows.allSatisfy { ["", "12"].contains($0["funded_months"]) }
            let unknown = unknown(rows, "quota_persons") { "quota.\(name) (\($0["year"]))" }
            return [persons] + unknown
                + (name == "non-asn" ? [share("quota.non-asn@\(region.code)")] : [])
                + (months ? [] : [dated("funding.months.\(name)", rows, "funded_months")])
        }
    }

    /// The share of staff that is paid for from the year on in which their number shrinks.
    private func share(_ key: String) -> String {
        "  \(key): { table: coverage/quota_share.csv, column: quota_share, unit: share }"
    }

    private func workerLine(_ segment: Segment) -> String? {
        let name = segment.id.name
        return workers.of("segment", name).first.map { row in
            unknown([row], "workers_persons") { _ in "workers.\(name)" }.first
                ?? entry("workers.\(name)", row, "workers_persons", "workers_low", "workers_high")
        }
    }

    /// A segment's opening share of one status; nil for none.
    private func openingLine(_ segment: Segment, _ status: String) -> String? {
        guard let row = opening.of("segment", segment.id.name).first else { return nil }
        let (key, column) = ("opening.\(status).\(segment.id.name)", status + "_share")
        guard let share = row.number(column) else {
            return unknown([row], column) { _ in key }.first
        }
        return share > 0 ? entry(key, row, column, nil, nil) : nil
    }

    /// A purse's ceilings by year; nil for a purse that has nothing here.
    private func ceilingLine(_ purse: Purse) -> String? {
        let rows = ceilings.of("purse", purse.id.name)
        guard rows.contains(where: { ($0.number("ceiling_rp") ?? 0) > 0 }) else { return nil }
        return dated(
            "purse.ceiling.\(purse.id.name)", rows, "ceiling_rp", "ceiling_low", "ceiling_high")
    }

    /// A value by the years of its rows; one number where all of them are the same.
    private func dated(
        _ key: String, _ rows: [DataRows.Row], _ column: String, _ low: String? = nil,
        _ high: String? = nil
    ) -> String {
        guard let first = rows.first else { return "" }
        guard Set(rows.map { $0[column] }).count > 1 else {
            // As in the table, whose rows of several years keep their ranges as evidence only.
            return rows.count > 1
                ? entry(key, first, column, nil, nil) : entry(key, first, column, low, high)
        }
        let values = rows.filter { !$0[column].isEmpty }.map { row in
            let month =
                row.cells["month"].flatMap { Int($0.text) }.map { $0 < 10 ? "0\($0)" : "\($0)" }
                ?? "01"
            return "      \(row["year"])-\(month): \(row[column])"
        }
        return (["  \(key):", "    values:"] + values + evidence(first, "    "))
            .joined(separator: "\n")
    }

    private func entry(
        _ key: String, _ row: DataRows.Row, _ column: String, _ low: String?, _ high: String?
    ) -> String {
        var lines = ["  \(key):", "    value: \(row[column])"]
        if let low = low.map({ row[$0] }), let high = high.map({ row[$0] }), !low.isEmpty,
            !high.isEmpty, low != high
        {
            lines.append("    range: \(low) .. \(high)")
        }
        return (lines + evidence(row, "    ")).joined(separator: "\n")
    }

    private func evidence(_ row: DataRows.Row, _ indent: String) -> [String] {
        var lines: [String] = []
        if !row["mark"].isEmpty { lines.append(indent + "mark: " + row["mark"]) }
        if RegionCode(row["borrowed_from"]) != nil {
            lines.append(indent + "borrowed_from: " + quoted(row["borrowed_from"]))
        }
        let words = [row["method"], row["source"]].filter { !$0.isEmpty }
        if !words.isEmpty {
            lines.append(indent + "source: " + quoted(words.joined(separator: "; ")))
        }
        return lines
    }

    /// What the region's budget is, for the fiscal tests; nothing where it was not found.
    private var fiscalLines: [String] {
        let keys = ["spending", "personnel", "infrastructure", "passed_on", "capacity_ratio"]
        return [
            note(
                Phrase(
                    id: "APBD daerah, untuk uji fiskal; 0: tidak ditemukan.",
                    en: "The region's budget, for the fiscal tests; 0: not found."), indent: "  ")
        ]
            + keys.map { key in
                hasBudgets
                    ? "  apbd.\(key): { table: budget/fiscal.csv, column: value }"
                    : "  apbd.\(key): { value: 0, mark: gap }"
            }
    }

    private var rateLines: [String] {
        let rates = [
            "self_enrolment", "employer_enrolment", "employer_loss", "lapse", "return",
            "graduation", "out_of_labour_force", "moved_away",
        ]
        return [
            note(
                Phrase(
                    id: "Laju per tahun, dari tabel; timpa per segmen bila perlu.",
                    en: "Rates per year, from tables; override them by segment where needed."),
                indent: "  "),
            "  base.formal:",
            "    forecast:"
                + " { table: wages/minimum_wages.csv, column: minimum_wage_rp, method: drift }",
            "  denominator.employed: { table: workforce/workforce.csv, column: employed_persons }",
            "  entrants: { table: rates/intensities.csv, column: value_per_year, unit: 1/year }",
        ] + rates.map { "  rate.\($0): { table: rates/intensities.csv, column: value_per_year }" }
            + regionalRates.map {
                "  \($0.key).\($0.segment):"
                    + " { table: rates/regional.csv, column: value_per_year }"
            }
    }

    private var welfareLines: [String] {
        let keys = ["poverty.headcount", "poverty.line", "poverty.gini", "household.size"]
        let history = "table: regions/population_history.csv, column: population_persons"
        return [
            note(
                Phrase(
                    id: "Kemiskinan semua penduduk; keputusan di sini tidak mengubahnya.",
                    en: "Poverty of all people; nothing that is decided here moves it."),
                indent: "  "),
            "  population:",
            "    forecast: { \(history), method: drift }",
        ]
            + keys.map { "  \($0): { table: poverty/welfare.csv, column: value }" }
    }

    /// What is no region's own, and worth trying over its range.
    private static let guesses = [
        "eligible_share", "retention", "waiting_restarts", "mortality.load", "poverty.growth",
        "poverty.gini_growth", "accident.rate", "accident.cost", "death.at_work_share",
        "scholarship.tenure_share", "scholarship.children", "scholarship.share_of_maximum",
        "event.consumption_fall", "event.months", "household.relative_consumption",
    ]

    private func general(_ key: String) -> String {
        "  \(key): { table: protection/assumptions.csv, column: value }"
    }
}
