import Formats
import Policy
import Quantities

extension Phrase {
    static func codeOfName(_ codes: [String]) -> Phrase {
        let list = codes.map { "'\($0)'" }
        return Phrase(
            id: "kode nama itu: \(list.joined(separator: " atau ")); perbaiki kode atau namanya",
            en: "that name has the code \(list.joined(separator: " or "));"
                + " mend the code or the name"
        )
    }

    /// How a pair is written.
    ///
    /// - Parameter names: of the inputs that may be correlated.
    static func correlationHint(_ names: [String]) -> Phrase {
        guard names.count > 1 else {
            return Phrase(
                id: "korelasi butuh dua kunci yang punya rentang atau distribusi",
                en: "a correlation needs two keys with a range or a distribution")
        }
        let pair = "- { between: [\(names[0]), \(names[1])], rank: 0.4 }"
        return Phrase(id: "contoh: \(pair)", en: "for example: \(pair)")
    }

    static func uncertainHint(_ names: [String]) -> Phrase {
        guard !names.isEmpty else {
            return Phrase(
                id: "beri rentang atau distribusi pada kunci itu lebih dahulu",
                en: "give the key a range or a distribution first")
        }
        let list = list(names)
        return Phrase(
            id: "kunci yang punya rentang atau distribusi: \(list)",
            en: "keys with a range or a distribution: \(list)")
    }

    static func addRegionColumn(_ names: [String]) -> Phrase {
        let columns = columns(names)
        return Phrase(
            id: "tambahkan kolom 'region' berisi kode daerah; \(columns.indonesian)",
            en: "add a column 'region' with the code of each region; \(columns.english)")
    }

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

    static let rangeWithoutEnd = Phrase(
        id: "rentang ini hanya punya satu ujung", en: "this range has only one of its ends")

    static let bothEnds = Phrase(
        id: "isi kolom '_low' dan '_high', atau kosongkan keduanya",
        en: "fill both columns, '_low' and '_high', or leave both empty")

    static func yearLacking(_ month: Month, _ count: Int) -> Phrase {
        Phrase(
            id: "\(count) isian tidak punya baris untuk \(month), padahal sebagian besar punya",
            en: count == 1
                ? "1 key has no row for \(month), which most others have"
                : "\(count) keys have no row for \(month), which most others have")
    }

    static func valueGoesOn(_ keys: [String]) -> Phrase {
        let list = list(keys)
        return Phrase(
            id: "nilai sebelumnya diteruskan untuk: \(list)",
            en: "the value before goes on for: \(list)")
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

    static func otherBands(_ province: RegionCode) -> Phrase {
        Phrase(
            id: "kelompok umur provinsi \(province) tidak sama dengan kelompok umur semua daerah",
            en: "the age bands of province \(province) are not those of all regions")
    }

    static func noGroup(_ group: String) -> Phrase {
        Phrase(id: "tabel tidak punya kelompok '\(group)'", en: "the table has no group '\(group)'")
    }

    static func duplicatePair(_ from: String, _ to: String) -> Phrase {
        Phrase(
            id: "dua baris untuk peluang dari '\(from)' ke '\(to)' di sel yang sama",
            en: "two rows for the probability from '\(from)' to '\(to)' in the same cell")
    }
}
