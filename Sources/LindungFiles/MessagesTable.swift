import Policy
import Quantities

/// Tables of values.
extension Messages {
    static let noColumnNamed = Phrase(
        id: "isian tabel ini tidak menyebut kolomnya", en: "this table entry names no column")
    static let columnHint = Phrase(
        id: "tambahkan 'column: nama_kolom'", en: "add 'column: column_name'")

    static func noColumn(_ name: String, file: String) -> Phrase {
        Phrase(
            id: "tabel '\(file)' tidak punya kolom '\(name)'",
            en: "table '\(file)' has no column '\(name)'")
    }

    static func columns(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(id: "kolom yang ada: \(list)", en: "its columns are: \(list)")
    }

    static func tableLacks(_ file: String) -> Phrase {
        Phrase(
            id: "tabel '\(file)' tidak memuat semua wilayah skenario",
            en: "table '\(file)' does not have all regions of the scenario")
    }

    static func lackingRegions(_ regions: [(code: String, name: String)]) -> Phrase {
        let list = list(regions.map { "\($0.code) \($0.name)" })
        return Phrase(id: "tidak ada baris untuk: \(list)", en: "there is no row for: \(list)")
    }

    static func duplicateRow(_ member: String?, _ region: RegionCode?) -> Phrase {
        let cell = [member, region?.code].compactMap { $0 }.joined(separator: ", ")
        return cell.isEmpty
            ? Phrase(
                id: "dua baris untuk bulan yang sama", en: "two rows for the same month")
            : Phrase(
                id: "dua baris untuk \(cell) pada bulan yang sama",
                en: "two rows for \(cell) in the same month")
    }

    static func notAYear(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan tahun", en: "'\(text)' is not a year")
    }

    static let yearHint = Phrase(
        id: "tulis tahun empat angka, misalnya 2026",
        en: "write a year of four digits, such as 2026")

    static func notAMonthNumber(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan bulan 1 sampai 12", en: "'\(text)' is not a month from 1 to 12")
    }

    // MARK: Cohorts

    static func noGroup(_ group: String) -> Phrase {
        Phrase(id: "tabel tidak punya kelompok '\(group)'", en: "the table has no group '\(group)'")
    }

    static let noRows = Phrase(id: "tabel ini tidak punya baris", en: "this table has no rows")

    static func sharesNotOne(_ column: String, _ total: Double) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "kolom '\(column)' berjumlah \(plain(total, $0)), seharusnya 1"
                : "column '\(column)' adds to \(plain(total, $0)), not to 1"
        }
    }

    static let emptyCell = Phrase(
        id: "baris ini punya sel kosong yang wajib diisi",
        en: "this row has an empty cell that must be filled")

    static func unknownWord(_ word: String) -> Phrase {
        Phrase(
            id: "'\(word)' tidak dikenal di kolom ini", en: "'\(word)' is unknown in this column")
    }

    static func probabilitiesNotOne(
        _ status: String, _ segment: String, _ region: RegionCode, _ sum: Double
    ) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "peluang dari status '\(status)' (\(segment), \(region)) berjumlah"
                    + " \(plain(sum, $0)), seharusnya 1"
                : "probabilities from status '\(status)' (\(segment), \(region)) add to"
                    + " \(plain(sum, $0)), not to 1"
        }
    }

    static let badAgeBand = Phrase(
        id: "umur harus bulat dan age_until tidak mendahului age_from",
        en: "ages must be whole, and age_until must not come before age_from")

    static func bandsDoNotMeet(_ until: Int, _ from: Int) -> Phrase {
        Phrase(
            id: "kelompok umur mulai \(from), padahal yang sebelumnya berakhir \(until)",
            en: "this age band begins at \(from), but the one before ends at \(until)")
    }
}
