import Policy
import Quantities

/// Keys of settings.
extension Messages {
    static func unknownKey(_ key: String) -> Phrase {
        Phrase(id: "kunci '\(key)' tidak dikenal", en: "unknown key '\(key)'")
    }

    static func keys(of section: ParameterDefinition.Role) -> Phrase {
        let keys = list(Parameters.catalogue.filter { $0.role == section }.map(\.path))
        return Phrase(
            id: "kunci di bawah '\(section.section)': \(keys)",
            en: "keys under '\(section.section)': \(keys)")
    }

    static let lawWord = Phrase(id: "hukum", en: "law")
    static let seeLawPaths = Phrase(
        id: "'lindung law' menampilkan semua kunci hukum", en: "'lindung law' lists the law's keys")

    static func wrongSection(
        _ key: String, role: ParameterDefinition.Role, section: ParameterDefinition.Role
    ) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "kunci '\(key)' adalah \(self.role(role)[$0]), tidak boleh di bawah '\(section.section)'"
                : "key '\(key)' is \(article(role)) and may not stand under '\(section.section)'"
        }
    }

    static func lawKeyElsewhere(_ key: String) -> Phrase {
        Phrase(id: "kunci '\(key)' adalah hukum", en: "key '\(key)' is law")
    }

    static func moveTo(_ role: ParameterDefinition.Role) -> Phrase {
        Phrase(id: "pindahkan ke bawah '\(role.section):'", en: "move it under '\(role.section):'")
    }

    static func lawHasNoRegion(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' berlaku nasional dan tidak memakai '@wilayah'",
            en: "'\(key)' holds nationwide and takes no '@region'")
    }

    static func takesNoMember(_ key: String, _ member: String) -> Phrase {
        Phrase(
            id: "'\(key)' milik wilayah dan tidak memakai '.\(member)'",
            en: "'\(key)' belongs to a region and takes no '.\(member)'")
    }

    static func writeKey(_ key: String) -> Phrase {
        Phrase(id: "tulis '\(key)' atau '\(key)@35.74'", en: "write '\(key)' or '\(key)@35.74'")
    }

    static func knownMembers(_ definition: ParameterDefinition, _ members: [String]) -> Phrase {
        let list = list(members)
        return Phrase {
            $0 == .indonesian
                ? "'\(definition.path)' mengenal \(name(definition.scope)[$0]): \(list)"
                : "'\(definition.path)' knows these \(plural(definition.scope)): \(list)"
        }
    }

    static func notInScenario(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "\(name(scope)[$0]) '\(word)' tidak termasuk skenario ini"
                : "\(name(scope)[$0]) '\(word)' is not part of this scenario"
        }
    }

    static func addToList(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        let field = scope == .purse ? "purses" : "segments"
        return Phrase(
            id: "tambahkan '\(word)' ke daftar '\(field)'",
            en: "add '\(word)' to the list '\(field)'")
    }

    static func sectionNotMapping(_ name: String) -> Phrase {
        Phrase(
            id: "bagian '\(name)' harus berisi 'kunci: nilai'",
            en: "section '\(name)' must hold 'key: value'")
    }

    static let sectionHint = Phrase(
        id: "contoh: 'quota.petani: 1200', menjorok dua spasi",
        en: "for example 'quota.petani: 1200', indented by two spaces")

    // MARK: Fields of an entry

    static let noVerb = Phrase(id: "isian ini tidak punya nilai", en: "this entry has no value")

    static func verbHint(_ verbs: [String]) -> Phrase {
        let list = verbs.joined(separator: ", ")
        return Phrase(id: "pakai salah satu: \(list)", en: "use one of: \(list)")
    }

    static func twoVerbs(_ first: String, _ second: String) -> Phrase {
        Phrase(
            id: "'\(first)' dan '\(second)' tidak boleh bersama",
            en: "'\(first)' and '\(second)' cannot stand together")
    }

    static let fromWithValues = Phrase(
        id: "'from' tidak dipakai bersama 'values', yang sudah menyebut bulannya",
        en: "'from' is not used with 'values', which names its months")

    static func notWithTable(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' tidak dipakai bersama 'table'", en: "'\(name)' is not used with 'table'")
    }

    static let tableDates = Phrase(
        id: "tabel menyebut tahunnya sendiri dalam kolom 'year'",
        en: "a table names its years in a column 'year'")
    static let valuesNotMapping = Phrase(
        id: "'values' harus berisi bulan dan nilainya",
        en: "'values' must hold months with their values")
    static let valuesHint = Phrase(
        id: "contoh: values: { 2026-01: 100, 2027-01: 200 }",
        en: "for example: values: { 2026-01: 100, 2027-01: 200 }")

    static func outOfOrder(_ month: Month, after last: Month) -> Phrase {
        Phrase(
            id: "bulan \(month) ditulis setelah \(last); urutkan dari yang paling awal",
            en: "month \(month) stands after \(last); put the earliest first")
    }

    static func cannotShift(_ verb: String, _ key: String) -> Phrase {
        Phrase(
            id: "'\(verb)' hanya untuk angka, dan '\(key)' bukan angka",
            en: "'\(verb)' is for numbers, and '\(key)' is not a number")
    }

    static func strayNumber(_ text: String) -> Phrase {
        Phrase(
            id: "koma memisahkan '\(text)' dari angka sebelumnya",
            en: "a comma separates '\(text)' from the number before it")
    }

    static let quoteCommas = Phrase(
        id: "di dalam { } beri tanda kutip pada angka berkoma: '9,99'",
        en: "inside { } put a number with a comma in quotes: '9,99'")
}
