import Policy
import Quantities

extension ScenarioTemplate {
    /// What is decided: quotas, funded months, ceilings, and what happens when money is short.
    var levers: [String] {
        let tables = [
            "  quota: { table: coverage/funded_quota.csv, column: quota_persons, unit: person }",
            "  funding.months: { table: coverage/funded_quota.csv, column: funded_months }",
            "  purse.ceiling: { table: budget/purse_ceilings.csv, column: ceiling_rp }",
        ]
        let values =
            region.level == .province
            ? tables
            : [note(Messages.templateQuotas, indent: "  ")] + quotaLines + [
                note(Messages.templateCeilings, indent: "  ")
            ] + purses.map(ceilingLine)
        return values + [
            note(Messages.templatePolicy, indent: "  "), "  budget.policy: report",
        ]
    }

    /// What is believed: people, opening cover, rates.
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
            : [note(Messages.templateWorkers, indent: "  ")] + segments.map(workerLine) + [
                note(Messages.templateOpening, indent: "  ")
            ] + segments.flatMap { segment in openings.compactMap { openingLine(segment, $0) } }
        return values + rateLines + [note(Messages.templateGuesses, indent: "  ")] + guesses
    }

    /// Quotas of those segments that have one, and their funded months where not all twelve.
    private var quotaLines: [String] {
        segments.flatMap { segment -> [String] in
            guard let row = quotas.first("segment", segment.id.name),
                let persons = row.number("quota_persons"), persons > 0
            else { return [] }
            let quota = entry(
                "quota.\(segment.id.name)", row, "quota_persons", "quota_low", "quota_high")
            let months = row["funded_months"]
            return months.isEmpty || months == "12"
                ? [quota] : [quota, "  funding.months.\(segment.id.name): \(months)"]
        }
    }

    /// A segment's workers at the start.
    private func workerLine(_ segment: Segment) -> String {
        guard let row = workers.first("segment", segment.id.name) else { return "" }
        return entry(
            "workers.\(segment.id.name)", row, "workers_persons", "workers_low", "workers_high")
    }

    /// A segment's opening share of one status; nil for none.
    private func openingLine(_ segment: Segment, _ status: String) -> String? {
        guard let row = opening.first("segment", segment.id.name),
            let share = row.number(status + "_share"), share > 0
        else { return nil }
        return entry("opening.\(status).\(segment.id.name)", row, status + "_share", nil, nil)
    }

    /// A purse's ceilings by year; one number where they are all the same.
    private func ceilingLine(_ purse: FundingSource) -> String {
        let rows = ceilings.rows.filter { $0["purse"] == purse.id.name }
        guard let first = rows.first else { return "" }
        let key = "purse.ceiling.\(purse.id.name)"
        guard Set(rows.map { $0["ceiling_rp"] }).count > 1 else {
            return entry(key, first, "ceiling_rp", "ceiling_low", "ceiling_high")
        }
        let values = rows.map { row in
            let month = Int(row["month"]).map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "01"
            return "      \(row["year"])-\(month): \(row["ceiling_rp"])"
        }
        return (["  \(key):", "    values:"] + values + evidence(first, "    "))
            .joined(separator: "\n")
    }

    /// A value with its range, mark and source, one field a line.
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

    /// The fields that say how well a number is known.
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

    /// Rates, which stay in their tables: they are the same for many regions.
    private var rateLines: [String] {
        let rates = [
            "self_enrolment", "employer_enrolment", "employer_loss", "lapse", "return",
            "graduation", "out_of_labour_force", "moved_away",
        ]
        return [
            note(Messages.templateRates, indent: "  "),
            "  denominator.employed: { table: workforce/workforce.csv, column: employed_persons }",
            "  entrants: { table: rates/intensities.csv, column: value_per_year, unit: 1/year }",
        ] + rates.map { "  rate.\($0): { table: rates/intensities.csv, column: value_per_year }" }
    }

    /// What no table has, with the range that is worth trying.
    private var guesses: [String] {
        [
            "  eligible_share: { value: 0.85, range: 0.65 .. 0.95, mark: A }",
            "  retention: { value: 0.08, range: 0.02 .. 0.3, mark: A }",
            "  waiting_restarts: { value: true, mark: gap }",
            "  mortality.load: { value: 1, range: 0.7 .. 1.5, mark: A }",
        ]
    }
}
