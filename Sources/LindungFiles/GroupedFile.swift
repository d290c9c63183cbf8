import Policy
import Quantities
import Welfare

/// A table of groups, from the poorest on, with what both Lorenz forms say about it.
///
/// Columns: `people_share` and `consumption_share` of each group; both add to 1.
public struct GroupedFile: Sendable {
    /// As asked.
    let path: String
    /// Poverty line and mean of the same month, rupiah per person.
    let line, mean: Double
    /// The Lorenz curve through the table.
    let fit: LorenzFit
    /// Rows with neither people nor consumption, which say nothing and are passed over.
    private let emptyGroups: Int
    /// What its author should look at, such as columns that are not read.
    public let warnings: [Diagnostic]

    /// Reads, fits and checks.
    ///
    /// - Throws: ``InputFaults`` with every cell that is no number, or why the rows are no Lorenz
    ///   curve, or why neither form fits.
    public init(
        _ path: String, line: String?, mean: String?, locale: NumberLocale? = nil,
        files: SourceFiles
    ) throws(InputFaults) {
        self.path = path
        self.line = try PovertyFile.money(line, "--line", locale)
        self.mean = try PovertyFile.money(mean, "--mean", locale)
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
        warnings = session.diagnostics
        guard !warnings.hasErrors else { throw InputFaults(warnings) }
        let kept = groups.filter { $0.people != 0 || $0.consumption != 0 }
        emptyGroups = groups.count - kept.count
        let shares: GroupedShares
        do throws(GroupedShares.Fault) {
            shares = try GroupedShares(
                people: Self.sums(kept.compactMap(\.people)),
                consumption: Self.sums(kept.compactMap(\.consumption)))
        } catch {
            session.fault(
                Self.place(error, kept.map(\.place)) ?? table.position, Messages.grouped(error),
                hint: Messages.groupedHint(error)
            )
            throw InputFaults(session.diagnostics)
        }
        do throws(LorenzFit.Fault) {
            fit = try LorenzFit(shares, mean: self.mean, line: self.line)
        } catch {
            session.fault(
                Position(file: path), Messages.noLorenz(error.faults, gini: shares.gini),
                hint: Messages.noLorenzHint)
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

    /// A row for each form.
    public var table: ResultTable {
        let rows = fit.candidates
        let indices = rows.map { $0.fault == nil ? $0.curve?.indices(mean: mean, line: line) : nil }
        /// A share of people by form; empty for a form that does not fit.
        func column(
            _ name: String, _ value: (PovertyIndices) -> Double
        ) -> (String, Unit, ResultTable.Cells) {
            (name, .share, .number(indices.map { $0.map(value) ?? .nan }))
        }
        return .trusted(
            name: "poverty-grouped", keys: [("form", .text(rows.map(\.form.rawValue)))],
            measures: [
                column("poverty_p0_share", \.headcount), column("poverty_p1_share", \.gap),
                column("poverty_p2_share", \.severity),
                ("watts", .factor, .number(indices.map { $0?.watts ?? .nan })),
                (
                    "gini", .factor,
                    .number(rows.map { $0.fault == nil ? $0.curve?.gini ?? .nan : .nan })
                ),
                ("squared_errors", .factor, .number(rows.map(\.squaredErrors))),
                ("is_chosen", .word, .text(rows.map { $0.form == fit.form ? "yes" : "no" })),
            ])
    }

    /// The report for people.
    public func report(in language: Language) -> Report {
        let table = table
        let people = ResultTable.trusted(
            name: table.name,
            keys: [("form", .text(fit.candidates.map { Messages.form($0.form)[language] }))],
            measures: table.measures.filter { !["squared_errors", "is_chosen"].contains($0.name) }
                .map { ($0.name, $0.unit ?? .factor, $0.cells) })
        return Report(
            title: Messages.groupedTitle(path), answer: answer,
            introduction: [
                Messages.groupedInputs(mean: mean, line: line), Messages.chosenForm(fit.form),
            ]
                + fit.candidates.compactMap { candidate in
                    candidate.fault.map { Messages.formRefused(candidate.form, $0) }
                } + endNotes,
            sections: [
                Report.Section(heading: Messages.poverty, .table(people), data: [table])
            ])
    }

    /// How many are poor by the form that is used.
    private var answer: [Phrase] {
        let indices = fit.curve.indices(mean: mean, line: line)
        return [
            Messages.povertyFileAnswer(
                headcount: indices.headcount, gap: indices.gap, severity: indices.severity,
                persons: nil, line: line)
        ]
    }

    /// Rows that were passed over. A quadratic that ends below 1 is used, as by the World Bank, and
    /// said so.
    private var endNotes: [Phrase] {
        let passed = emptyGroups > 0 ? [Messages.emptyGroups(emptyGroups)] : []
        guard let curve = fit.curve as? QuadraticLorenz, curve.a + curve.c < 1 else {
            return passed
        }
        return passed + [Messages.endsBelowOne(curve.a + curve.c)]
    }
}
