import Analysis
import Formats
import Quantities
import Welfare

extension HouseholdSurvey {
    /// Reads and checks a file.
    ///
    /// - Throws: ``InputFaults`` with every cell that is no number, or the first row that no sample
    ///   can have.
    public static func read(
        _ path: String, line: String?, locale: NumberLocale? = nil, files: SourceFiles
    ) throws(InputFaults) -> Checked<HouseholdSurvey> {
        let line = try PovertyFile.money(line, "--line", locale)
        let session = ReadingSession(files: files)
        let reader = CSVReader(session: session)
        guard let table = reader.table(path), reader.has(["consumption", "weight"], table) else {
            throw InputFaults(session.diagnostics)
        }
        reader.account(
            for: table, reading: ["consumption", "weight"], optional: ["size", "stratum", "psu"])
        let columns = PovertyFile(session: session, table: table, locale: locale)
        let households = table.rows.compactMap { columns.household($0) }
        let warnings = session.diagnostics
        guard !warnings.hasErrors else { throw InputFaults(warnings) }
        do throws(HouseholdSample.Fault) {
            let survey = HouseholdSurvey(
                path: path, line: line, sample: try HouseholdSample(households),
                hasDesign: table.index(of: "psu") != nil)
            return Checked(survey, warnings)
        } catch {
            columns.note(error)
            throw InputFaults(session.diagnostics)
        }
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
            session.fault(cell.position, Phrase.emptyCell)
            return nil
        }
        do throws(NumberTextFault) {
            return try parseDouble(cell.text, locale: locale)
        } catch {
            var hint = Phrase.numberHint(error, locale, nil)
            if case .ambiguous = error { hint = Phrase.localeOptionHint }
            session.fault(cell.position, Phrase.number(error), hint: hint)
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
                row.cells[size.place].position, Phrase.householdSize(members),
                hint: Phrase.householdSizeHint)
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
        session.fault(position, Phrase.household(fault), hint: Phrase.householdHint(fault))
    }

    /// An amount that an option must give, above 0.
    ///
    /// - Throws: ``InputFaults``.
    static func money(
        _ text: String?, _ option: String, _ locale: NumberLocale? = nil
    ) throws(InputFaults) -> Double {
        guard let text else {
            throw InputFaults(option: option, Phrase.amountMissing, hint: Phrase.amountHint)
        }
        let number = try OptionNumber.read(text, option, locale)
        guard number <= 1e12 else {
            throw InputFaults(
                option: option, Phrase.tooMuchForOne(text), hint: Phrase.amountHint)
        }
        guard number > 0 else {
            throw InputFaults(
                option: option, Phrase.notAnAmount(text), hint: Phrase.amountHint)
        }
        return number
    }
}
