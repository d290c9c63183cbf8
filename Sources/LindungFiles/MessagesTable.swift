import Policy
import Quantities

/// Tables of values.
///
/// Faults of a cell stand in the table, at the cell; faults of what an entry asks of a table stand
/// in the scenario, at the entry.
extension Messages {
    /// A table whose column of values is not named.
    static let noColumnNamed = Phrase(
        id: "isian tabel ini tidak menyebut kolomnya", en: "this table entry names no column")

    /// How the column is named.
    ///
    /// - Parameter header: the table's columns, of which those that say for whom and when a row
    ///   holds, its source and the ends of its range are none of values.
    static func columnHint(_ header: [String]) -> Phrase {
        let others = ["region", "region_name", "segment", "purse", "year", "month", "mark"]
        let values = header.filter { name in
            !others.contains(name) && !["source", "borrowed_from", "name", "note"].contains(name)
                && !name.hasSuffix("_low") && !name.hasSuffix("_high") && !name.isEmpty
        }
        let entries = (values.isEmpty ? header : values).prefix(6).map { "'column: \($0)'" }
        return Phrase(
            id: "tambahkan \(entries.joined(separator: " atau "))",
            en: "add \(entries.joined(separator: " or "))")
    }

    /// A column that the table does not have.
    static func noColumn(_ name: String, file: String) -> Phrase {
        Phrase(
            id: "tabel '\(file)' tidak punya kolom '\(name)'",
            en: "table '\(file)' has no column '\(name)'")
    }

    /// For a column that resembles none of the table's.
    static func columns(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(id: "kolom yang ada: \(list)", en: "its columns are: \(list)")
    }

    /// A column that nothing reads though its name is near to one that would be.
    static func unreadColumn(_ name: String) -> Phrase {
        Phrase(id: "kolom '\(name)' tidak dikenal", en: "column '\(name)' is unknown")
    }

    /// What such a column seems to be.
    static func renameColumn(_ name: String, to known: String) -> Phrase {
        Phrase(
            id: "maksud Anda '\(known)'? ganti nama kolom '\(name)' bila isinya itu,"
                + " atau buang kolomnya",
            en: "did you mean '\(known)'? rename column '\(name)' if that is what it holds,"
                + " or take it out")
    }

    /// Columns that nothing reads; a warning, once for a table.
    static func unreadColumns(_ names: [String]) -> Phrase {
        let list = list(names.map { "'\($0)'" })
        return Phrase(
            id: "kolom yang tidak dibaca: \(list)", en: "columns that are not read: \(list)")
    }

    /// A row that is no row of data; a warning at the row.
    static func passedOver(_ kind: CSVTrim.Kind) -> Phrase {
        switch kind {
        case .title:
            Phrase(
                id: "baris ini dianggap judul di atas tabel dan tidak dibaca",
                en: "this line is taken for a title above the table and not read")
        case .numbering:
            Phrase(
                id: "baris ini dianggap nomor kolom dan tidak dibaca",
                en: "this line is taken for numbers of columns and not read")
        case .total:
            Phrase(
                id: "baris ini dianggap baris jumlah dan tidak dibaca",
                en: "this line is taken for a row of totals and not read")
        case .note:
            Phrase(
                id: "baris ini dianggap catatan dan tidak dibaca",
                en: "this line is taken for a note and not read")
        }
    }

    /// A row of a province or the nation in a table of kabupaten and kota.
    static func rowOfWiderRegion(_ name: String) -> Phrase {
        Phrase(
            id: "baris ini untuk \(name), bukan untuk satu kabupaten atau kota",
            en: "this row is for \(name), not for one kabupaten or kota")
    }

    /// What to do with rows that sum up others.
    static let leaveTotalsOut = Phrase(
        id: "hapus baris jumlah; tulis satu baris untuk tiap kabupaten atau kota",
        en: "leave rows of totals out; write a row for each kabupaten or kota")

    /// Cells of the scenario without a value, that nothing else gives one either.
    ///
    /// At the entry, once for a table and key, when all layers are known. A cell without a row
    /// would otherwise have the standard value, which for a quota is zero.
    static func tableLacks(_ file: String) -> Phrase {
        Phrase(
            id: "tabel '\(file)' tidak lengkap: ada isian skenario tanpa nilai pada awal periode",
            en: "table '\(file)' is incomplete: parts of the scenario have no value when it starts")
    }

    /// Which cells those are, by code and name of the region, with the segment or purse where the
    /// region has others.
    static func lacking(_ gap: TableGap, _ regions: RegionTable) -> Phrase {
        var order: [RegionCode] = []
        var members: [RegionCode: [String]] = [:]
        for cell in gap.cells {
            if members[cell.region] == nil { order.append(cell.region) }
            members[cell.region, default: []] += [cell.member].compactMap { $0 }
        }
        let list = list(
            order.map { region in
                let some = members[region] ?? []
                let part = some.count < gap.members ? some : []
                return
                    ([region.code, regions.name(of: region)]
                    + (part.isEmpty ? [] : ["(" + Messages.list(part) + ")"]))
                    .joined(separator: " ")
            })
        let wider = gap.wider.map { "\($0) \(regions.name(of: $0))" }.joined(separator: ", ")
        return Phrase(
            id: "tidak ada baris untuk: \(list)"
                + (wider.isEmpty ? "" : "; jumlah seluruh \(wider) tidak diturunkan"),
            en: "there is no row for: \(list)"
                + (wider.isEmpty ? "" : "; the total of \(wider) is not handed down"))
    }

    /// A table of totals without a column of regions, for more than one of them.
    static func totalsWithoutRegion(_ file: String, _ count: Int) -> Phrase {
        Phrase(
            id: "tabel '\(file)' tidak punya kolom 'region'; jumlah di dalamnya akan berlaku penuh"
                + " bagi tiap-tiap dari \(count) daerah",
            en: "table '\(file)' has no column 'region'; its totals would hold in full for each of"
                + " \(count) regions")
    }

    /// What to do, with the columns that there are.
    static func addRegionColumn(_ names: [String]) -> Phrase {
        let columns = columns(names)
        return Phrase(
            id: "tambahkan kolom 'region' berisi kode daerah; \(columns.indonesian)",
            en: "add a column 'region' with the code of each region; \(columns.english)")
    }

    /// For whom a table without a column of regions is held to be; a warning.
    static func heldFor(_ regions: [String], segments: Int) -> Phrase {
        let isOne = regions.count == 1
        return Phrase(
            id: "tabel ini tanpa kolom 'region'; isinya dianggap berlaku untuk "
                + (isOne ? regions[0] : "tiap-tiap dari \(regions.count) daerah skenario")
                + (segments > 1 ? ", dan penuh bagi tiap-tiap dari \(segments) segmen" : ""),
            en: "this table has no column 'region'; it is held to be for "
                + (isOne ? regions[0] : "each of the \(regions.count) regions of the scenario")
                + (segments > 1 ? ", and in full for each of \(segments) segments" : ""))
    }

    /// For which segments or purses a table without a column of them is held to be; a warning.
    static func heldForMembers(
        _ scope: ParameterDefinition.Scope, _ members: [String]
    ) -> Phrase {
        let list = list(members)
        return Phrase(
            id: "tabel ini tanpa kolom '\(scope.rawValue)'; isinya dianggap berlaku penuh bagi "
                + "masing-masing: \(list)",
            en: "this table has no column '\(scope.rawValue)'; it is held to be, in full, for each"
                + " of: \(list)")
    }

    /// What to do about it.
    static func addColumn(_ name: String) -> Phrase {
        Phrase(id: "tambahkan kolom '\(name)'", en: "add a column '\(name)'")
    }

    /// A range of which only one end is given.
    static let rangeWithoutEnd = Phrase(
        id: "rentang ini hanya punya satu ujung", en: "this range has only one of its ends")

    /// What a range needs.
    static let bothEnds = Phrase(
        id: "isi kolom '_low' dan '_high', atau kosongkan keduanya",
        en: "fill both columns, '_low' and '_high', or leave both empty")

    /// Cells without a row for a month that most others have; a warning, once for a table and key.
    static func yearLacking(_ month: Month, _ count: Int) -> Phrase {
        Phrase(
            id: "\(count) isian tidak punya baris untuk \(month), padahal sebagian besar punya",
            en: count == 1
                ? "1 key has no row for \(month), which most others have"
                : "\(count) keys have no row for \(month), which most others have")
    }

    /// Which those are, and what holds there.
    static func valueGoesOn(_ keys: [String]) -> Phrase {
        let list = list(keys)
        return Phrase(
            id: "nilai sebelumnya diteruskan untuk: \(list)",
            en: "the value before goes on for: \(list)")
    }

    /// A decimal comma in a table of the data folder, where points begin decimals.
    static func decimalComma(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' memakai koma; tabel di folder data memakai titik desimal",
            en: "'\(text)' has a comma; tables of the data folder have decimal points")
    }

    /// A value that lies below the lower end of its range or above the upper one.
    static func valueOutsideEnds(_ number: Double, low: Double, high: Double) -> Phrase {
        Phrase {
            let (value, low, high) = (
                $0.numbers.plain(number), $0.numbers.plain(low), $0.numbers.plain(high)
            )
            return $0 == .indonesian
                ? "nilai \(value) tidak terletak di antara ujung rentangnya, \(low) dan \(high)"
                : "value \(value) does not lie between the ends of its range, \(low) and \(high)"
        }
    }

    /// Two rows for the same key; which one holds cannot be known.
    static func rowTwice(_ key: [String]) -> Phrase {
        let cell = key.joined(separator: ", ")
        return Phrase(id: "dua baris untuk \(cell)", en: "two rows for \(cell)")
    }

    /// Two rows for the same segment or purse, region and month; which one holds cannot be known.
    static func duplicateRow(_ member: String?, _ region: RegionCode?) -> Phrase {
        let cell = [member, region?.code].compactMap { $0 }.joined(separator: ", ")
        return cell.isEmpty
            ? Phrase(
                id: "dua baris untuk bulan yang sama", en: "two rows for the same month")
            : Phrase(
                id: "dua baris untuk \(cell) pada bulan yang sama",
                en: "two rows for \(cell) in the same month")
    }

    /// Cells without a value in rows that the scenario would use.
    ///
    /// A warning, at the first of them, once for a table and key. An empty cell means that no value
    /// is known; what holds there is then another setting, which the author may not have in mind.
    static func emptyValues(_ key: String, _ count: Int) -> Phrase {
        Phrase(
            id: "\(count) sel untuk '\(key)' kosong mulai baris ini",
            en: count == 1
                ? "1 cell for '\(key)' is empty, on this line"
                : "\(count) cells for '\(key)' are empty, the first on this line")
    }

    /// What holds where a cell is empty.
    static let emptyValuesHint = Phrase(
        id: "di situ berlaku baris sebelumnya atau lapisan di bawahnya",
        en: "an earlier row or the lower layers hold there")

    /// A table of law that divides its rows by region, segment or purse.
    static func lawTableDivided(_ key: String, by column: String) -> Phrase {
        Phrase(
            id: "'\(key)' berlaku nasional; kolom '\(column)' harus kosong",
            en: "'\(key)' holds nationwide; column '\(column)' must be empty")
    }

    /// A cell of the column `year` that is no year of four digits.
    ///
    /// Also an empty one, in a row that is used: a row without a date could hold from any month.
    static func notAYear(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan tahun", en: "'\(text)' is not a year")
    }

    /// The year that a text holds, `TA 2026` or `2025/26`, or how years are written.
    static func yearHint(_ text: String) -> Phrase {
        let years = text.split { !$0.isNumber }.filter { $0.count == 4 }.map { "'\($0)'" }
        guard !years.isEmpty else {
            return Phrase(
                id: "tulis tahun empat angka", en: "write a year of four digits")
        }
        return Phrase(
            id: "maksud Anda \(years.joined(separator: " atau "))?",
            en: "did you mean \(years.joined(separator: " or "))?")
    }

    /// A cell of the column `month` outside 1 to 12.
    static func notAMonthNumber(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan bulan 1 sampai 12", en: "'\(text)' is not a month from 1 to 12")
    }

    // MARK: Cohorts

    /// A group of cohorts that the table does not have.
    static func noGroup(_ group: String) -> Phrase {
        Phrase(id: "tabel tidak punya kelompok '\(group)'", en: "the table has no group '\(group)'")
    }

    /// A header alone.
    ///
    /// For cohorts and monthly probabilities: a table of settings may be empty, and then sets
    /// nothing.
    static let noRows = Phrase(id: "tabel ini tidak punya baris", en: "this table has no rows")

    /// Shares of cohorts that leave somebody out or count somebody twice.
    ///
    /// Told with the sum itself, which often says which row is missing.
    static func sharesNotOne(_ column: String, _ total: Double) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "kolom '\(column)' berjumlah \($0.numbers.plain(total)), seharusnya 1"
                : "column '\(column)' adds to \($0.numbers.plain(total)), not to 1"
        }
    }

    /// An empty status or probability in a table of probabilities.
    static let emptyCell = Phrase(
        id: "baris ini punya sel kosong yang wajib diisi",
        en: "this row has an empty cell that must be filled")

    /// A status, cause or segment that does not exist.
    ///
    /// The hint lists what the column may hold.
    static func unknownWord(_ word: String) -> Phrase {
        Phrase(
            id: "'\(word)' tidak dikenal di kolom ini", en: "'\(word)' is unknown in this column")
    }

    /// Two rows of probabilities for the same segment, region, status and end.
    static func duplicatePair(_ from: String, _ to: String) -> Phrase {
        Phrase(
            id: "dua baris untuk peluang dari '\(from)' ke '\(to)' di sel yang sama",
            en: "two rows for the probability from '\(from)' to '\(to)' in the same cell")
    }

    /// Probabilities for segments and regions that the scenario does not have.
    ///
    /// The scenario names the table to be computed with it, so intensities may not step in unseen.
    static func noRowsForScenario(_ file: String) -> Phrase {
        Phrase(
            id: "tabel '\(file)' tidak punya baris untuk segmen dan daerah skenario",
            en: "table '\(file)' has no row for the scenario's segments and regions")
    }

    /// Where a status's probabilities leave somebody out; told of the first cell found.
    static func probabilitiesNotOne(
        _ status: String, _ segment: String, _ region: RegionCode, _ sum: Double
    ) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "peluang dari status '\(status)' (\(segment), \(region)) berjumlah"
                    + " \($0.numbers.plain(sum)), seharusnya 1"
                : "probabilities from status '\(status)' (\(segment), \(region)) add to"
                    + " \($0.numbers.plain(sum)), not to 1"
        }
    }

    /// Ages that make no band.
    ///
    /// Also for a half year, and for a band that ends before it begins.
    static let badAgeBand = Phrase(
        id: "umur harus bulat dan age_until tidak mendahului age_from",
        en: "ages must be whole, and age_until must not come before age_from")

    /// Ages between two bands that neither has, or that both have.
    static func bandsDoNotMeet(_ until: Int, _ from: Int) -> Phrase {
        Phrase(
            id: "kelompok umur mulai \(from), padahal yang sebelumnya berakhir \(until)",
            en: "this age band begins at \(from), but the one before ends at \(until)")
    }
}
