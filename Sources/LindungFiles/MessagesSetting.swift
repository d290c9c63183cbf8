import Policy
import Quantities

/// Keys of settings.
///
/// They stand at the key or field that is wrong, so the line shown is the line to correct.
extension Messages {
    /// A key that is no parameter, or whose segment or purse does not exist: `quota.petan`.
    ///
    /// The hint is the nearest key with its unit and role, else what the section may hold.
    static func unknownKey(_ key: String) -> Phrase {
        Phrase(id: "kunci '\(key)' tidak dikenal", en: "unknown key '\(key)'")
    }

    /// For a key that resembles none: what the section may hold.
    static func keys(of section: ParameterDefinition.Role) -> Phrase {
        let keys = list(Parameters.catalogue.filter { $0.role == section }.map(\.path))
        return Phrase(
            id: "kunci di bawah '\(section.section)': \(keys)",
            en: "keys under '\(section.section)': \(keys)")
    }

    /// What a suggested key of the law is.
    ///
    /// In `maksud Anda 'bpu.jkm.amount'? (hukum)`.
    static let lawWord = Phrase(id: "hukum", en: "law")

    /// For a key of the law that resembles none.
    static let seeLawPaths = Phrase(
        id: "kunci hukum ada di folder law pada folder data",
        en: "the law's keys are in the folder law of the data folder")

    /// A decision among beliefs, a belief among decisions, or either of them among the law.
    ///
    /// Told although the key is right: whether something is decided or believed is what a reader of
    /// results relies on.
    static func wrongSection(
        _ key: String, role: ParameterDefinition.Role, section: ParameterDefinition.Role
    ) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "kunci '\(key)' adalah \(role.name[$0]),"
                    + " tidak boleh di bawah '\(section.section)'"
                : "key '\(key)' is \(article(role)) and may not stand under '\(section.section)'"
        }
    }

    /// A path of the law under `levers` or `assumptions`.
    static func lawKeyElsewhere(_ key: String) -> Phrase {
        Phrase(id: "kunci '\(key)' adalah hukum", en: "key '\(key)' is law")
    }

    /// Where a key belongs.
    ///
    /// Also for a parameter that stands at the top of a scenario, outside of all sections.
    static func moveTo(_ role: ParameterDefinition.Role) -> Phrase {
        Phrase(id: "pindahkan ke bawah '\(role.section):'", en: "move it under '\(role.section):'")
    }

    /// A path of the law with `@region`; the tariff is the same everywhere.
    static func lawHasNoRegion(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' berlaku nasional dan tidak memakai '@daerah'",
            en: "'\(key)' holds nationwide and takes no '@region'")
    }

    /// A region's parameter with a segment: `denominator.employed.petani`.
    static func takesNoMember(_ key: String, _ member: String) -> Phrase {
        Phrase(
            id: "'\(key)' milik daerah dan tidak memakai '.\(member)'",
            en: "'\(key)' belongs to a region and takes no '.\(member)'")
    }

    /// How a region's parameter is written.
    static func writeKey(_ key: String, _ region: RegionCode?) -> Phrase {
        guard let region else { return Phrase(id: "tulis '\(key)'", en: "write '\(key)'") }
        return Phrase(
            id: "tulis '\(key)' atau '\(key)@\(region)'",
            en: "write '\(key)' or '\(key)@\(region)'")
    }

    /// For a segment or purse that resembles none.
    static func knownMembers(_ definition: ParameterDefinition, _ members: [String]) -> Phrase {
        let list = list(members)
        return Phrase {
            $0 == .indonesian
                ? "'\(definition.path)' mengenal \(definition.scope.name[$0]): \(list)"
                : "'\(definition.path)' knows these \(plural(definition.scope)): \(list)"
        }
    }

    /// A segment or purse that exists but that the scenario does not list.
    ///
    /// In a key, where a package gets it as a warning, and in `funding.purses`.
    static func notInScenario(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "\(scope.name[$0]) '\(word)' tidak termasuk skenario ini"
                : "\(scope.name[$0]) '\(word)' is not part of this scenario"
        }
    }

    /// For a segment or purse that the scenario does not list.
    static func addToList(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        let field = scope == .purse ? "purses" : "segments"
        return Phrase(
            id: "tambahkan '\(word)' ke daftar '\(field)'",
            en: "add '\(word)' to the list '\(field)'")
    }

    /// A section that holds a list or a text.
    static func sectionNotMapping(_ name: String) -> Phrase {
        Phrase(
            id: "bagian '\(name)' harus berisi 'kunci: nilai'",
            en: "section '\(name)' must hold 'key: value'")
    }

    /// How a section is written.
    static let sectionHint = Phrase(
        id: "contoh: 'quota.petani: 1200', menjorok dua spasi",
        en: "for example 'quota.petani: 1200', indented by two spaces")

    /// How the settings of a segment or purse are written.
    static let defaultsHint = Phrase(
        id: "contoh: 'settings: { route: bpu }'", en: "for example 'settings: { route: bpu }'")

    // MARK: Fields of an entry

    /// An entry with fields but without a value: `{ from: 2026-01 }`.
    static let noVerb = Phrase(id: "isian ini tidak punya nilai", en: "this entry has no value")

    /// The fields that carry values.
    static func verbHint(_ verbs: [String]) -> Phrase {
        let list = verbs.joined(separator: ", ")
        return Phrase(id: "pakai salah satu: \(list)", en: "use one of: \(list)")
    }

    /// What to do about two of them.
    static let leaveVerbOut = Phrase(id: "hapus salah satunya", en: "leave one of them out")

    /// An entry with two fields that carry values.
    static func twoVerbs(_ first: String, _ second: String) -> Phrase {
        Phrase(
            id: "'\(first)' dan '\(second)' tidak boleh bersama",
            en: "'\(first)' and '\(second)' cannot stand together")
    }

    /// One begin beside values that each have theirs.
    static let fromWithValues = Phrase(
        id: "'from' tidak dipakai bersama 'values', yang sudah menyebut bulannya",
        en: "'from' is not used with 'values', which names its months")

    /// A begin or an end beside a table whose rows have theirs.
    static func notWithTable(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' tidak dipakai bersama 'table'", en: "'\(name)' is not used with 'table'")
    }

    /// A saturation beside anything else than a quota in shares.
    static let saturationOfQuota = Phrase(
        id: "'saturation' hanya untuk kuota yang ditulis pasti sebagai bagian",
        en: "'saturation' is for a quota written as a certain share only")
    /// How a saturation is written.
    static func saturationHint(isQuota: Bool) -> Phrase {
        guard isQuota else { return Phrase(id: "hapus dari sini", en: "leave it out here") }
        return Phrase(
            id: "contoh: '{ value: 60 %, unit: share, saturation: 90 % }'",
            en: "for example '{ value: 60 %, unit: share, saturation: 90 % }'")
    }

    /// Where the dates of a table's values stand.
    static let tableDates = Phrase(
        id: "hapus dari sini: tabel menyebut tahunnya sendiri dalam kolom 'year'",
        en: "leave it out here: a table names its years in a column 'year'")

    /// `values` with a number or a list.
    static let valuesNotMapping = Phrase(
        id: "'values' harus berisi bulan dan nilainya",
        en: "'values' must hold months with their values")

    /// How dated values are written.
    static let valuesHint = Phrase(
        id: "contoh: values: { 2026-01: 100, 2027-01: 200 }",
        en: "for example: values: { 2026-01: 100, 2027-01: 200 }")

    /// Dated values out of order; often one of the months is a slip.
    static func outOfOrder(_ month: Month, after last: Month) -> Phrase {
        Phrase(
            id: "bulan \(month) ditulis setelah \(last); urutkan dari yang paling awal",
            en: "month \(month) stands after \(last); put the earliest first")
    }

    /// Scaling or adding to a word or a flag.
    static func cannotShift(_ verb: String, _ key: String) -> Phrase {
        Phrase(
            id: "'\(verb)' hanya untuk angka, dan '\(key)' bukan angka",
            en: "'\(verb)' is for numbers, and '\(key)' is not a number")
    }

    /// A decimal comma inside braces, where commas separate fields: `{ value: 9,99 }`.
    static func strayNumber(_ text: String) -> Phrase {
        Phrase(
            id: "koma memisahkan '\(text)' dari angka sebelumnya",
            en: "a comma separates '\(text)' from the number before it")
    }

    /// How a number with a comma is written inside braces.
    ///
    /// - Parameter text: the number as it was before the comma cut it, or several of them.
    static func quoteCommas(_ text: String, _ locale: NumberLocale?) -> Phrase {
        let point = String(text.map { $0 == "," ? "." : $0 })
        if locale == .english { return didYouMean(point) }
        if locale == nil, (try? parseDouble(text, locale: nil)) == nil,
            let whole = try? parseNumber(text, locale: .english)
        {
            return Phrase(
                id: "tulis '\(whole)' atau '\(point)0'",
                en: "write '\(whole)' or '\(point)0'")
        }
        return Phrase(
            id: "di dalam { } angka berkoma memakai tanda kutip: \"\(text)\"",
            en: "inside { } a number with a comma needs quotation marks: \"\(text)\"")
    }
}
