import Quantities

/// The names that readers of tables know for their columns, and what people call them.
///
/// A column that no reader knows is left alone, so a name that is a known one misspelt, or its
/// Indonesian word, must not pass: a table would lose its regions, its years or its ranges without
/// a word.
package enum TableColumnName {
    /// Columns that are remarks and are read by nobody.
    static let remarks: Set<String> = ["", "name", "note", "notes", "method", "as_of"]

    /// What people call columns, by the name that readers know. The words are those of public
    /// files of Satu Data and BPS.
    private static let others: [String: Set<String>] = [
        "region": [
            "wilayah", "daerah", "kode", "kode_wilayah", "kode_daerah", "kode_kemendagri",
            "kode_bps", "kab_kota", "kabkota", "kabupaten_kota", "kabupaten", "kota", "provinsi",
            "region_code", "bps_code", "regency", "district", "city", "province",
        ],
        "year": ["tahun", "thn", "tahun_anggaran", "tahun_data", "periode", "period"],
        "month": ["bulan", "bln"],
        "segment": ["segmen", "segmen_pekerja", "kelompok", "kelompok_pekerja", "jenis_pekerja"],
        "purse": ["sumber_dana", "dana", "sumber_anggaran"],
        "key": ["kunci", "parameter"],
        "mark": ["tanda"],
        "source": ["sumber", "sumber_data"],
        "borrowed_from": ["dipinjam_dari", "pinjam_dari"],
        "status": ["keadaan", "status_kepesertaan"],
        "count": ["jumlah", "orang", "persons", "banyak", "jumlah_orang", "nilai"],
        "planned": ["direncanakan", "rencana"], "budgeted": ["dianggarkan", "anggaran"],
        "registered": ["terdaftar", "didaftarkan"], "paid": ["dibayar", "terbayar"],
        "low": ["batas_bawah"], "high": ["batas_atas"],
        "size": ["anggota", "jumlah_anggota", "jumlah_art", "hhsize", "household_size"],
        "weight": ["bobot", "penimbang", "timbangan"],
        "stratum": ["strata"], "psu": ["klaster", "cluster", "blok_sensus"],
    ]

    /// The cell of the header that seems to mean a column; nil where none does.
    ///
    /// Of several the likeliest: one that is the name but for capitals and marks, then one that is
    /// its word in another language, then a misspelling.
    ///
    /// - Parameters:
    ///   - words: whether misspellings are left out.
    ///   - among: which names are looked at.
    package static func likest(
        to column: String, in table: CSVTable, words: Bool = false,
        among: (String) -> Bool = { _ in true }
    ) -> CSVCell? {
        let ranked = table.names.compactMap { cell -> (cell: CSVCell, rank: Int)? in
            guard !remarks.contains(cell.text), among(cell.text) else { return nil }
            return rank(cell.text, as: column).map { (cell, $0) }
        }
        return ranked.filter { !words || $0.rank < misspelt }.min { $0.rank < $1.rank }?.cell
    }

    /// The place of the name that seems to mean a column; nil where none does.
    package static func likest(to column: String, among names: [String]) -> Int? {
        let ranked = names.enumerated().compactMap { place, name in
            rank(name, as: column).map { (place: place, rank: $0) }
        }
        return ranked.min { $0.rank < $1.rank }?.place
    }

    /// The rank of a misspelling, before its distance.
    private static let misspelt = 6

    /// How far a name is from a column; nil where it does not seem to mean it.
    private static func rank(_ name: String, as column: String) -> Int? {
        let plain = plain(name)
        if plain == column { return 0 }
        if others[column]?.contains(plain) == true { return 1 }
        if column == "region", let rank = regionRank(plain) { return rank }
        let (words, wanted) = (plain.split(separator: "_"), column.split(separator: "_"))
        let distance = Suggestion.editDistance(plain, column)
        // `workers_old` is no slip for `workers_low`, near as it is.
        guard distance <= (column.count <= 4 ? 1 : 2), let last = words.last, let end = wanted.last,
            wanted.count == 1 || Suggestion.editDistance(String(last), String(end)) <= 1
        else { return nil }
        return misspelt + distance
    }

    /// How likely a name is to mean regions as `kode_kabupaten_kota` and `nama_provinsi` do: codes
    /// before names, and the narrower before provinces.
    private static func regionRank(_ plain: String) -> Int? {
        let words = plain.split(separator: "_").map(String.init)
        let parts = Set(words.dropFirst())
        guard let first = words.first, ["kode", "kd", "nama", "nm", "id"].contains(first) else {
            return nil
        }
        let isName = first.hasPrefix("n")
        if !parts.isDisjoint(with: ["kab", "kabupaten", "kota", "kabkota"]) {
            return isName ? 4 : 2
        }
        let areas = ["wilayah", "wil", "daerah", "region", "provinsi", "prov"]
        return parts.isDisjoint(with: areas) ? nil : isName ? 5 : 3
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }
}

package struct ColumnAccount {
    private struct Table {
        let table: CSVTable
        let tells: Bool
        var read: Set<String> = []
        /// Names that a reader would have used if the table had them, in the order of asking.
        var wanted: [String] = []
    }

    enum Finding {
        /// A column that nothing reads and that seems to mean one that the table lacks.
        case slip(CSVCell, of: String)
        case unread([String], Position)
    }

    /// By file.
    private var tables: [String: Table] = [:]
    private var order: [String] = []

    package mutating func note(
        _ table: CSVTable, reading: some Sequence<String>, wanting: [String] = [], tells: Bool
    ) {
        if tables[table.file] == nil { order.append(table.file) }
        var known = tables[table.file] ?? Table(table: table, tells: tells)
        known.read.formUnion(reading)
        known.wanted += wanting.filter { !known.wanted.contains($0) }
        tables[table.file] = known
    }

    /// The columns of each table that nobody read and that are no remarks.
    ///
    /// Asked at the end: one entry reads what another passes over.
    var findings: [Finding] {
        order.compactMap { tables[$0] }.flatMap { table -> [Finding] in
            var unread = table.table.header.filter { !table.read.contains($0) }
            var found: [Finding] = []
            for column in table.wanted {
                let near = TableColumnName.likest(to: column, in: table.table) {
                    unread.contains($0)
                }
                guard let near else { continue }
                found.append(.slip(near, of: column))
                unread.removeAll { $0 == near.text }
            }
            unread.removeAll { TableColumnName.remarks.contains($0) }
            return found
                + (unread.isEmpty || !table.tells ? [] : [.unread(unread, table.table.position)])
        }
    }
}

extension CSVReader {
    /// Holds the columns of a table against those that its reader knows.
    ///
    /// A column that nothing reads and that seems to mean a known one which the table lacks is a
    /// fault, with what it should be called. What is left at the end of the session is told once
    /// for a table, as a warning.
    ///
    /// - Parameters:
    ///   - table: its header.
    ///   - reading: the columns that are used.
    ///   - optional: those that would be used if they were there.
    ///   - isShipped: whether its other columns are described elsewhere and not to be told.
    package func account(
        for table: CSVTable, reading: [String], optional: [String], isShipped: Bool = false
    ) {
        let used = Set(reading + optional).intersection(table.header)
        session.columns.note(
            table, reading: used, wanting: optional.filter { !used.contains($0) },
            tells: !isShipped)
    }
}
