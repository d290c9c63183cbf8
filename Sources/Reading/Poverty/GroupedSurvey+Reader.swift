import Analysis
import Formats
import Quantities
import Welfare

extension GroupedSurvey {
    /// Reads, fits and checks.
    ///
    /// - Throws: ``InputFaults`` with every cell that is no number, or why the rows are no Lorenz
    ///   curve, or why neither form fits.
    public static func read(
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
                Position(file: path), Phrase.noLorenz(error.faults, gini: shares.gini),
                hint: Phrase.noLorenzHint)
            throw InputFaults(session.diagnostics)
        }
    }

    /// From the poorest on.
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
