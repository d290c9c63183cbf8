import Analysis
import Formats
import Quantities
import Welfare

extension HouseholdSurvey {
    /// Reads and checks a file.
    ///
    /// - Throws: ``InputFaults`` with every cell that is no number, or the first row that no sample
    ///   can have.
    package static func read(
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
    let session: ReadingSession
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
            if case .ambiguous = error {
                hint = Phrase(
                    id: "tambahkan --locale id-ID (1.234,5) atau --locale en-US (1,234.5) pada"
                        + " perintahnya",
                    en: "add --locale id-ID (1.234,5) or --locale en-US (1,234.5) to the command")
            }
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
                row.cells[size.place].position,
                Phrase(
                    "\(plain: members) anggota: setiap rumah tangga punya lebih dari nol anggota",
                    en: "a size of \(plain: members): every household has more than no member"),
                hint: Phrase(
                    id: "hapus barisnya, atau isi jumlah anggota rumah tangganya",
                    en: "remove the row, or write how many members the household has"))
            return nil
        }
        return HouseholdSample.Household(
            consumption: consumption, weight: weight * members, stratum: text("stratum", row),
            unit: text("psu", row))
    }

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
            throw InputFaults(option: option, Phrase.isMissing, hint: Phrase.amountHint)
        }
        let number = try OptionNumber.read(text, option, locale)
        guard number <= 1e12 else {
            throw InputFaults(
                option: option,
                Phrase(
                    id: "'\(text)' terlalu besar untuk satu orang",
                    en: "'\(text)' is too much for one person"), hint: Phrase.amountHint)
        }
        guard number > 0 else {
            throw InputFaults(
                option: option,
                Phrase(id: "'\(text)' tidak di atas nol", en: "'\(text)' is not above zero"),
                hint: Phrase.amountHint)
        }
        return number
    }
}

extension GroupedSurvey {
    /// Reads, fits and checks.
    ///
    /// - Throws: ``InputFaults`` with every cell that is no number, or why the rows are no Lorenz
    ///   curve, or why neither form fits.
    package static func read(
        _ path: String, line: String?, mean: String?, locale: NumberLocale? = nil,
        files: SourceFiles
    ) throws(InputFaults) -> Checked<GroupedSurvey> {
        let line = try PovertyFile.money(line, "--line", locale)
        let mean = try PovertyFile.money(mean, "--mean", locale)
        let session = ReadingSession(files: files)
        let reader = CSVReader(session: session)
        guard let table = reader.table(path),
            reader.has(["people_share", "consumption_share"], table)
        else { throw InputFaults(session.diagnostics) }
        reader.account(
            for: table, reading: ["people_share", "consumption_share"], optional: [])
        let columns = PovertyFile(session: session, table: table, locale: locale)
        let groups = table.rows.map { row in
            (
                place: row.position, people: columns.number("people_share", row),
                consumption: columns.number("consumption_share", row)
            )
        }
        let warnings = session.diagnostics
        guard !warnings.hasErrors else { throw InputFaults(warnings) }
        let kept = groups.filter { $0.people != 0 || $0.consumption != 0 }
        let emptyGroups = groups.count - kept.count
        let shares: GroupedShares
        do throws(GroupedShares.Fault) {
            shares = try GroupedShares(
                people: Self.sums(kept.compactMap(\.people)),
                consumption: Self.sums(kept.compactMap(\.consumption)))
        } catch {
            session.fault(
                Self.place(error, kept.map(\.place)) ?? table.position, Phrase.grouped(error),
                hint: Phrase.groupedHint(error)
            )
            throw InputFaults(session.diagnostics)
        }
        do throws(LorenzFit.Fault) {
            let fit = try LorenzFit(shares, mean: mean, line: line)
            return Checked(
                GroupedSurvey(
                    path: path, line: line, mean: mean, fit: fit, emptyGroups: emptyGroups),
                warnings)
        } catch {
            session.fault(
                Position(file: path), Phrase.noLorenz(error, gini: shares.gini),
                hint: Phrase(
                    id: "periksa kelompok teratas dan terbawah, atau pakai berkas rumah tangga"
                        + " (--households)",
                    en: "check the top and bottom groups, or use a household file (--households)"))
            throw InputFaults(session.diagnostics)
        }
    }

    private static func sums(_ parts: [Double]) -> [Double] {
        var sum = 0.0
        return parts.map {
            sum += $0
            return sum
        }
    }

    /// The row that a fault speaks of; nil for one about all rows.
    private static func place(_ fault: GroupedShares.Fault, _ rows: [Position]) -> Position? {
        switch fault {
        case .notRising(let row), .notConvex(let row): rows[row]
        case .tooFew, .endsElsewhere: nil
        }
    }
}
