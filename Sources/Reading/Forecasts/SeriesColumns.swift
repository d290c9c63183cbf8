import Formats
import Quantities

/// Which columns of a long file hold series, time and value: those named by options, or guessed.
package struct SeriesColumns: Sendable {
    package var series: String?
    package var time: String?
    package var value: String?

    package init(series: String? = nil, time: String? = nil, value: String? = nil) {
        (self.series, self.time, self.value) = (series, time, value)
    }

    private static let names = (
        series: [
            "series", "deret", "unique_id", "region", "name", "nama", "wilayah", "nama_wilayah",
            "daerah", "nama_daerah", "kabupaten_kota", "nama_kabupaten_kota", "provinsi", "segment",
            "segmen", "node",
        ],
        time: [
            "time", "waktu", "ds", "periode", "period", "bulan", "month", "triwulan", "quarter",
            "tahun", "year", "tanggal", "date",
        ],
        value: ["value", "nilai", "y", "jumlah", "total", "count", "banyak"]
    )

    /// Columns that stand beside figures and are none.
    private static let remarks: Set = [
        "mark", "source", "sumber", "note", "catatan", "keterangan", "as_of", "unit", "satuan",
        "region_name", "no",
    ]

    /// Where the columns stand.
    struct Places {
        /// Nil where the file is one series.
        let series: Int?
        /// Of a year, where `part` is not nil.
        let time: Int
        /// The month or quarter of the year, and how many a year has.
        let part: (column: Int, count: Int)?
        let value: Int

        var all: [Int] { [series, time, part?.column, value].compactMap { $0 } }
    }

    /// Looks the columns up, those that options name first; nil after a fault.
    func places(in table: CSVTable, _ session: ReadingSession) -> Places? {
        for (option, name) in [("--series", series), ("--time", time), ("--value", value)] {
            guard let name, table.index(of: name) == nil else { continue }
            session.fault(
                table.position, Phrase.noColumn(name, file: table.file),
                hint: Phrase.noSuchColumn(option, name, table.header))
            return nil
        }
        var taken = [series, time, value].compactMap { $0.flatMap(table.index(of:)) }
        func place(_ name: String?, _ guesses: [String]) -> Int? {
            if let name { return table.index(of: name) }
            let found = guesses.lazy.compactMap { guess in
                table.header.indices.first {
                    Self.means(guess, table.header[$0]) && !taken.contains($0)
                }
            }.first
            if let found { taken.append(found) }
            return found
        }
        let part = time == nil ? Self.part(of: table) : nil
        if let part { taken += [part.year, part.column] }
        let timePlace = part?.year ?? place(time, Self.names.time)
        var valuePlace = place(value, Self.names.value)
        let seriesPlace = place(series, Self.names.series)
        let left = table.header.indices.filter {
            !taken.contains($0) && !Self.remarks.contains(Self.plain(table.header[$0]))
        }
        if valuePlace == nil, timePlace != nil, left.count == 1 { valuePlace = left[0] }
        guard let timePlace else {
            lacks("time", "waktu", "--time", table, session)
            return nil
        }
        guard let valuePlace else {
            lacks("value", "nilai", "--value", table, session)
            return nil
        }
        return Places(
            series: seriesPlace, time: timePlace, part: part.map { ($0.column, $0.count) },
            value: valuePlace)
    }

    /// The columns of years and of their months or quarters, where a table has both and the latter
    /// are parts of a year and no times by themselves.
    private static func part(of table: CSVTable) -> (year: Int, column: Int, count: Int)? {
        func column(_ names: [String]) -> Int? {
            table.header.indices.first { names.contains(plain(table.header[$0])) }
        }
        guard let year = column(["tahun", "year"]) else { return nil }
        for (names, count) in [(["bulan", "month"], 12), (["triwulan", "quarter"], 4)] {
            guard let column = column(names), !table.rows.isEmpty,
                table.rows.allSatisfy({ part($0.cells[column].text, of: count) != nil })
            else { continue }
            return (year, column, count)
        }
        return nil
    }

    /// The number of a month or quarter: `3`, `03`, `Maret`.
    static func part(_ text: String, of count: Int) -> Int? {
        if let number = Int(text) { return (1...count).contains(number) ? number : nil }
        return count == 12 ? months[String(text.lowercased().prefix(3))] : nil
    }

    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8,
        "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12,
    ]

    private func lacks(
        _ name: String, _ nama: String, _ option: String, _ table: CSVTable,
        _ session: ReadingSession
    ) {
        session.fault(
            table.position,
            Phrase(
                id: "tabel '\(table.file)' tidak punya kolom '\(nama)' atau '\(name)'",
                en: "table '\(table.file)' has no column '\(name)' or '\(nama)'"),
            hint: Phrase.nameColumn(option, table.header))
    }

    /// Whether a column is called so, or begins with the word: `jumlah_peserta`.
    private static func means(_ guess: String, _ column: String) -> Bool {
        let plain = plain(column)
        return plain == guess
            || ["jumlah", "nilai"].contains(guess) && plain.hasPrefix(guess + "_")
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }
}
