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
            "series", "deret", "unique_id", "name", "nama", "wilayah", "nama_wilayah", "region",
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

    /// Where the columns stand, `series` nil where the file is one series; nil after a fault.
    func places(
        in table: CSVTable, _ session: ReadingSession
    ) -> (series: Int?, time: Int, value: Int)? {
        let asked = [("--series", series), ("--time", time), ("--value", value)]
        for (option, name) in asked {
            guard let name, table.index(of: name) == nil else { continue }
            session.fault(
                table.position, Phrase.noColumn(name, file: table.file),
                hint: Phrase.noSuchColumn(option, name, table.header))
            return nil
        }
        var taken: [Int] = []
        func place(_ name: String?, _ guesses: [String]) -> Int? {
            let found =
                name.flatMap { table.index(of: $0) }
                ?? guesses.lazy.compactMap { guess in
                    table.header.indices.first {
                        Self.means(guess, table.header[$0]) && !taken.contains($0)
                    }
                }.first
            if let found { taken.append(found) }
            return found
        }
        let named = [series, time, value].compactMap { $0 }.compactMap { table.index(of: $0) }
        taken = named
        let timePlace = time.flatMap { table.index(of: $0) } ?? place(nil, Self.names.time)
        var valuePlace = value.flatMap { table.index(of: $0) } ?? place(nil, Self.names.value)
        let seriesPlace = series.flatMap { table.index(of: $0) } ?? place(nil, Self.names.series)
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
        return (seriesPlace, timePlace, valuePlace)
    }

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
