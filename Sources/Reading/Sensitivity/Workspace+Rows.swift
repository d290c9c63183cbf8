import Analysis
import Exploration
import Formats
import Quantities

extension Workspace {
    /// Reads a table of inputs and outcomes that no scenario made.
    ///
    ///     pagu,putus,aturan,kekurangan
    ///     0.4,0.12,report,120.5
    ///
    /// Outcomes are named; every other column is an input: numbers, or a few words. An outcome's
    /// empty cell is a row without its value.
    ///
    /// - Parameter outcomes: names of columns.
    /// - Throws: ``InputFaults``.
    package func rows(
        _ file: String, outcomes: [String]
    ) throws(InputFaults) -> Checked<ExperimentSource> {
        let session = ReadingSession(files: files)
        guard let table = CSVReader(session: session).table(file) else {
            throw InputFaults(session.diagnostics)
        }
        guard !outcomes.isEmpty else {
            throw InputFaults(
                option: "--outcome",
                Phrase(
                    id: "sebutkan kolom mana yang hasil; kolom lainnya masukan",
                    en: "name the columns that are outcomes; the others are inputs"),
                hint: Phrase.columns(table.header))
        }
        for name in outcomes where table.index(of: name) == nil {
            throw InputFaults(
                option: "--outcome", Phrase.noColumn(name, file: file),
                hint: Phrase.nearest(
                    name, among: table.header, else: Phrase.columns(table.header)))
        }
        let names = table.header.filter { !outcomes.contains($0) && !$0.isEmpty }
        let columns = names.map { RowColumn(session, table, $0, mayLack: false) }
        let values = outcomes.map { RowColumn(session, table, $0, mayLack: true).numbers }
        if names.isEmpty {
            session.fault(
                table.position,
                Phrase(
                    id: "tabel ini tidak punya kolom masukan", en: "this table has no input column")
            )
        }
        guard session.diagnostics.isEmpty else { throw InputFaults(session.diagnostics) }
        let points = ExperimentPoints(
            policies: ["-"], inputs: columns.map { .init(name: $0.name, choices: $0.words) },
            outcomes: outcomes.map { .init(name: $0, unit: .factor) },
            points: table.rows.indices.map { row in columns.map { $0.numbers[row] } },
            values: [values])
        return Checked(
            ExperimentSource(
                title: Phrase(id: file, en: file), file: file, points: points, design: "rows",
                seed: nil,
                rules: [], labels: columns.map { InputLabel($0.name, choices: $0.words) }),
            session.diagnostics)
    }

    /// What given rows say of some outcomes.
    ///
    /// - Parameter names: of outcomes; all of them where empty.
    /// - Throws: ``InputFaults`` for an unknown outcome, or too few rows.
    package func pawn(
        _ source: ExperimentSource, outcomes names: [String], level: Double, seed: UInt64
    ) throws(InputFaults) -> PawnFinding {
        var places: [Int] = []
        for name in names { places.append(try source.outcome(name)) }
        if names.isEmpty { places = Array(source.points.outcomes.indices) }
        do throws(PawnFault) {
            return try PawnFinding(source, outcomes: places, level: level, seed: seed)
        } catch {
            throw InputFaults([Diagnostic(at: Position(file: source.file), Phrase.pawn(error))])
        }
    }
}

/// A column of a table as numbers: as they are written, or positions among its words.
private struct RowColumn {
    let name: String
    /// By row; NaN where a cell is empty that may be.
    let numbers: [Double]
    /// In the order in which they come; nil for numbers.
    let words: [String]?

    /// Reads the cells of a column, noting what is neither.
    ///
    /// - Parameter mayLack: whether cells may be empty; such a column has numbers alone.
    init(_ session: ReadingSession, _ table: CSVTable, _ name: String, mayLack: Bool) {
        self.name = name
        let index = table.index(of: name) ?? 0
        let cells = table.rows.map { $0.cells[index] }
        let isFound = cells.filter { $0.text.isEmpty || Double($0.text)?.isFinite == true }
        if let empty = cells.first(where: \.text.isEmpty), !mayLack {
            session.fault(
                empty.position,
                Phrase(
                    id: "masukan '\(name)' kosong di baris ini",
                    en: "input '\(name)' is empty in this row"))
        }
        var distinct: [String] = []
        for cell in cells where !distinct.contains(cell.text) {
            distinct.append(cell.text)
            if distinct.count > PawnIndices.slices { break }
        }
        let isWords = isFound.count < cells.count && !mayLack
        if isWords ? distinct.count > PawnIndices.slices : isFound.count < cells.count {
            let odd = cells.first { !$0.text.isEmpty && Double($0.text)?.isFinite != true }
            session.fault(
                odd?.position ?? table.position,
                Phrase(
                    id: "'\(odd?.text ?? "")' di kolom '\(name)' bukan bilangan",
                    en: "'\(odd?.text ?? "")' in the column '\(name)' is not a number"),
                hint: Phrase(
                    id: "tulis bilangan dengan titik desimal dan tanpa pemisah ribuan: 1250.5",
                    en: "write numbers with a decimal point and no thousands: 1250.5"))
        }
        words = isWords ? distinct : nil
        numbers = cells.map { cell in
            isWords
                ? Double(distinct.firstIndex(of: cell.text) ?? 0) : Double(cell.text) ?? .nan
        }
    }
}

extension Phrase {
    /// What distributions of rows refuse.
    fileprivate static func pawn(_ fault: PawnFault) -> Phrase {
        switch fault {
        case .tooFewRows(let rows, let output, let needed):
            Phrase(
                "hanya \(rows) baris yang punya nilai untuk '\(output)'; cara ini memerlukan"
                    + " paling sedikit \(needed), sepuluh untuk setiap potongan masukan",
                en: "only \(rows) rows have a value of '\(output)'; this method needs"
                    + " \(needed) at least, ten to each slice of an input")
        case .levelOutOfRange(let level): cannotDraw("\(level)")
        }
    }
}
