import Analysis
import Formats
import Policy
import Quantities

/// Reads what was accepted of a scenario: `dasar.accepted.csv` beside `dasar.yaml`.
///
///     input,value,digest,mark,name,date,reason
///     workers,126 – 4.098 persons,5f0c…,A,"Kepala, Bappeda",2026-11-29,counted
struct AcceptanceReader {
    private static let columns = ["input", "value", "digest", "mark", "name", "date", "reason"]

    let session: ReadingSession

    /// The acceptances of a file; none where there is no file.
    ///
    /// Faults: a column that is missing; an input twice; one without a name; a date that is none.
    func read(_ file: String) -> [Acceptance] {
        guard session.files.exists(file) else { return [] }
        let reader = CSVReader(session: session)
        guard let table = reader.table(file), reader.has(Self.columns, table) else { return [] }
        let places = Self.columns.compactMap(table.index)
        var seen: Set<String> = []
        return table.rows.compactMap { row in
            let cells = places.map { row.cells[$0] }
            guard seen.insert(cells[0].text).inserted else {
                session.fault(cells[0].position, Phrase.twice(cells[0].text))
                return nil
            }
            guard !cells[4].text.isEmpty else {
                session.fault(
                    cells[4].position,
                    Phrase(id: "nama penerimanya kosong", en: "nobody is named who accepts it"))
                return nil
            }
            guard
                let date = StageFileReader(session: session)
                    .day(cells[5].text, at: cells[5].position)
            else { return nil }
            let texts = cells.map { FormulaText.bare($0.text) }
            return Acceptance(
                input: texts[0], value: texts[1], digest: texts[2], mark: texts[3], name: texts[4],
                date: date, reason: texts[6])
        }
    }
}
