/// Tells a table from what people and spreadsheets put around it.
///
///     REALISASI BELANJA 2026,,          a title: one filled cell above the header
///     region,segment,persons            the header
///     (1),(2),(3)                       numbers of columns, as printed tables have
///     61.11,petani,1000
///     ,,                                nothing
///     Jumlah,,1000                      a total, which would count twice
///     Sumber: BPS,,                     a note
///
/// Only what cannot be a row of data is passed over. All but empty rows are told of, since a reader
/// should know what was not read.
package struct CSVTrim {
    /// Why a row is no row of data.
    package enum Kind {
        /// Stands above the header.
        case title
        /// Numbers the columns.
        case numbering
        /// Sums up other rows.
        case total
        /// A source or a footnote.
        case note
    }

    /// A row that is not read, and why.
    struct Passed {
        /// Where it stands.
        let position: Position
        /// What it is.
        let kind: Kind
    }

    /// Words that stand alone in the first filled cell of a row of totals.
    private static let totals: Set<String> = [
        "total", "jumlah", "grandtotal", "jumlahtotal", "totaljumlah", "totalkeseluruhan",
        "jumlahkeseluruhan", "subtotal", "subjumlah", "jumlahtotaltotal",
    ]
    /// Words with which notes below a table begin.
    private static let notes = [
        "sumber:", "sumber :", "source:", "catatan:", "catatan :", "keterangan:", "keterangan :",
        "ket:", "note:", "notes:", "*",
    ]

    /// The row of names; nil where no row has anything in it.
    let header: CSVRow?
    /// The rows of data, in the order of the file.
    private(set) var rows: [CSVRow] = []
    /// The rows that are not read, besides empty ones.
    private(set) var passedOver: [Passed] = []

    /// Sorts the records of a file.
    init(_ records: [CSVRow]) {
        let filled = records.filter { $0.cells.contains { !$0.text.isEmpty } }
        // A title is followed by a header, which fills more than one cell.
        let names = filled.prefix(10).firstIndex { $0.filledCount > 1 } ?? 0
        header = filled.indices.contains(names) ? filled[names] : nil
        passedOver = filled.prefix(names).map { .init(position: $0.position, kind: .title) }
        for row in filled.dropFirst(names + 1) {
            if let kind = Self.kind(row) {
                passedOver.append(.init(position: row.position, kind: kind))
            } else {
                rows.append(row)
            }
        }
    }

    /// Whether something is the name of a row of totals: `Total`, `JUMLAH`.
    package static func isTotal(_ text: String) -> Bool {
        totals.contains(text.lowercased().filter(\.isLetter))
    }

    /// What a row below the header is, where it is no row of data.
    private static func kind(_ row: CSVRow) -> Kind? {
        guard let first = row.cells.first(where: { !$0.text.isEmpty })?.text else { return nil }
        if isTotal(first) { return .total }
        let start = first.lowercased()
        if row.filledCount == 1 || start.contains(":"), notes.contains(where: start.hasPrefix) {
            return .note
        }
        let numbers = row.cells.indices.map { "(\($0 + 1))" }
        return row.cells.count > 1 && row.cells.map(\.text) == numbers ? .numbering : nil
    }
}

extension CSVRow {
    /// How many cells hold anything.
    fileprivate var filledCount: Int { cells.count { !$0.text.isEmpty } }
}
