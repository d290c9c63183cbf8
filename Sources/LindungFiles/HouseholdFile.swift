import Policy
import Quantities
import Welfare

/// A survey file of households, with what it says about poverty at a line.
///
/// Columns: `consumption` (per head, in the money of the line), `weight` (of the household), and
/// where the file has them `size` (members; 1 where missing), `stratum`, `psu`. Every household
/// counts as weight times size persons.
public struct HouseholdFile: Sendable {
    /// As asked.
    let path: String
    /// Poverty line, rupiah per person and month.
    let line: Double
    /// Checked.
    let sample: HouseholdSample
    /// Whether the file says how the sample was drawn.
    let hasDesign: Bool
    /// What its author should look at, such as columns that are not read.
    public let warnings: [Diagnostic]

    /// Reads and checks a file.
    ///
    /// - Throws: ``InputFaults`` with every cell that is no number, or the first row that no sample
    ///   can have.
    public init(
        _ path: String, line: String?, locale: NumberLocale? = nil, files: SourceFiles
    ) throws(InputFaults) {
        self.path = path
        self.line = try PovertyFile.money(line, "--line", locale)
        let session = ReadingSession(files: files)
        let reader = CSVReader(session: session)
        guard let table = reader.table(path), reader.has(["consumption", "weight"], table) else {
            throw InputFaults(session.diagnostics)
        }
        reader.account(
            for: table, reading: ["consumption", "weight"], optional: ["size", "stratum", "psu"])
        let columns = PovertyFile(session: session, table: table, locale: locale)
        let households = table.rows.compactMap { columns.household($0) }
        warnings = session.diagnostics
        guard !warnings.hasErrors else { throw InputFaults(warnings) }
        hasDesign = table.index(of: "psu") != nil
        do throws(HouseholdSample.Fault) {
            sample = try HouseholdSample(households)
        } catch {
            columns.note(error)
            throw InputFaults(session.diagnostics)
        }
    }

    /// A row for each figure, with its standard error.
    public var table: ResultTable {
        let welfare = SampleWelfare(sample, line: line)
        let rows =
            zip(["poverty_p0", "poverty_p1", "poverty_p2"], welfare.poverty).map { ($0, $1) }
            + [("watts", welfare.watts), ("gini", welfare.gini), ("mean", welfare.mean)]
        return .trusted(
            name: "poverty-sample", keys: [("quantity", .text(rows.map(\.0)))],
            measures: [
                ("value", .factor, .number(rows.map(\.1.value))),
                ("standard_error", .factor, .number(rows.map(\.1.standardError))),
            ])
    }

    /// The report for people.
    public func report(in language: Language) -> Report {
        let welfare = SampleWelfare(sample, line: line)
        let numbers = language.numbers
        /// What it is, the estimate, and its standard error in the same form.
        func row(_ name: Phrase, _ figure: SampleEstimate, _ text: (Double) -> String) -> [String] {
            [name[language], text(figure.value), text(figure.standardError)]
        }
        let percent = { numbers.percent($0, decimals: 3) }
        let four = { numbers.format($0, decimals: 4) }
        let rows =
            zip(["P0", "P1", "P2"], welfare.poverty).map { name, figure in
                row(Phrase { _ in name }, figure, percent)
            } + [
                row(Phrase { _ in "Watts" }, welfare.watts, four),
                row(Messages.giniWord, welfare.gini, four),
                row(Messages.meanWord, welfare.mean) { numbers.format($0, decimals: 2) },
            ]
        let people = ResultTable.trusted(
            name: "poverty-sample", keys: [("quantity", .text(rows.map { $0[0] }))],
            measures: [
                ("value", .word, .text(rows.map { $0[1] })),
                ("standard_error", .word, .text(rows.map { $0[2] })),
            ])
        return Report(
            title: Messages.sampleTitle(path),
            answer: [
                Messages.povertyFileAnswer(
                    headcount: welfare.poverty[0].value, gap: welfare.poverty[1].value,
                    severity: welfare.poverty[2].value, persons: sample.persons, line: line)
            ],
            introduction: [
                Messages.sampleSize(sample.households.count, sample.persons, line),
                hasDesign ? Messages.designUsed : Messages.weightsOnly,
            ],
            sections: [
                Report.Section(heading: Messages.poverty, .table(people), data: [table])
            ])
    }
}

/// What household and grouped files share.
struct PovertyFile {
    /// Where faults are noted.
    let session: ReadingSession
    /// The rows of the file.
    let table: CSVTable
    /// How they write numbers; nil where that was not said.
    let locale: NumberLocale?

    /// A number of a cell; nil with a fault.
    ///
    /// One column holds one kind of number, so under a declared locale its marks alone are read.
    func number(_ column: String, _ row: CSVRow) -> Double? {
        guard let place = table.index(of: column) else { return nil }
        let cell = row.cells[place]
        guard !cell.text.isEmpty else {
            session.fault(cell.position, Messages.emptyCell)
            return nil
        }
        do throws(NumberTextFault) {
            return try parseDouble(cell.text, locale: locale)
        } catch {
            var hint = Messages.numberHint(error, locale, nil)
            if case .ambiguous = error { hint = Messages.localeOptionHint }
            session.fault(cell.position, Messages.number(error), hint: hint)
            return nil
        }
    }

    /// A household, which counts as its weight times its members; nil with a fault.
    func household(_ row: CSVRow) -> HouseholdSample.Household? {
        let size = table.index(of: "size").map { (place: $0, members: number("size", row)) }
        guard let consumption = number("consumption", row), let weight = number("weight", row)
        else { return nil }
        if weight <= 0 {
            note(
                .weight(
                    household: table.rows.firstIndex { $0.position == row.position } ?? 0, weight))
            return nil
        }
        guard let size else {
            return HouseholdSample.Household(
                consumption: consumption, weight: weight, stratum: text("stratum", row),
                unit: text("psu", row))
        }
        guard let members = size.members else { return nil }
        guard members > 0 else {
            session.fault(
                row.cells[size.place].position, Messages.householdSize(members),
                hint: Messages.householdSizeHint)
            return nil
        }
        return HouseholdSample.Household(
            consumption: consumption, weight: weight * members, stratum: text("stratum", row),
            unit: text("psu", row))
    }

    /// A text of an optional column.
    func text(_ column: String, _ row: CSVRow) -> String? {
        table.index(of: column).map { row.cells[$0].text }
    }

    /// Tells what no sample can have, where it stands.
    func note(_ fault: HouseholdSample.Fault) {
        /// The household's cell in a column; its row where the file has no such column.
        func place(_ household: Int, _ column: String) -> Position {
            let row = table.rows[household]
            return table.index(of: column).map { row.cells[$0].position } ?? row.position
        }
        let position =
            switch fault {
            case .empty: table.position
            case .weight(let household, _): place(household, "weight")
            case .consumption(let household, _): place(household, "consumption")
            case .singleUnit(_, let household): place(household, "stratum")
            }
        session.fault(position, Messages.household(fault), hint: Messages.householdHint(fault))
    }

    /// An amount that an option must give, above 0.
    ///
    /// - Throws: ``InputFaults``.
    static func money(
        _ text: String?, _ option: String, _ locale: NumberLocale? = nil
    ) throws(InputFaults) -> Double {
        guard let text else {
            throw InputFaults(option: option, Messages.amountMissing, hint: Messages.amountHint)
        }
        let number = try OptionNumber.read(text, option, locale)
        guard number <= 1e12 else {
            throw InputFaults(
                option: option, Messages.tooMuchForOne(text), hint: Messages.amountHint)
        }
        guard number > 0 else {
            throw InputFaults(
                option: option, Messages.notAnAmount(text), hint: Messages.amountHint)
        }
        return number
    }
}
