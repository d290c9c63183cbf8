import Formats
import Policy
import Quantities

extension Phrase {
    static func didYouMean(_ definition: ParameterDefinition, member: String?) -> Phrase {
        let key = definition.path + (member.map { "." + $0 } ?? "")
        return didYouMean(
            key, Phrase { "\(definition.standardUnit.name[$0]), \(definition.role.name[$0])" })
    }

    static let oneWord = Phrase(id: "satu pilihan", en: "one choice")

    static func addRegion(_ code: String) -> Phrase {
        Phrase(
            id: "tambahkan '\(code)' ke daftar 'regions'", en: "add '\(code)' to the list 'regions'"
        )
    }

    static func notAPackage(_ file: String) -> Phrase {
        Phrase(
            id: "'\(file)' adalah skenario, bukan paket",
            en: "'\(file)' is a scenario, not a package")
    }

    static let packageHint = Phrase(
        id: "hapus dari sini: skenario induk disebut di 'extends', dan paket adalah berkas yang"
            + " diawali 'package'",
        en: "leave it out here: a parent scenario is named by 'extends', and a package is a file"
            + " that begins with 'package'")

    static func keys(of section: ParameterDefinition.Role) -> Phrase {
        let keys = list(Parameters.catalogue.filter { $0.role == section }.map(\.path))
        return Phrase(
            id: "kunci di bawah '\(section.section)': \(keys)",
            en: "keys under '\(section.section)': \(keys)")
    }

    static let lawWord = Phrase(id: "hukum", en: "law")

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

    static func lawKeyElsewhere(_ key: String) -> Phrase {
        Phrase(id: "kunci '\(key)' adalah hukum", en: "key '\(key)' is law")
    }

    static func lawHasNoRegion(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' berlaku nasional dan tidak memakai '@daerah'",
            en: "'\(key)' holds nationwide and takes no '@region'")
    }

    static func takesNoMember(_ key: String, _ member: String) -> Phrase {
        Phrase(
            id: "'\(key)' milik daerah dan tidak memakai '.\(member)'",
            en: "'\(key)' belongs to a region and takes no '.\(member)'")
    }

    static func writeKey(_ key: String, _ region: RegionCode?) -> Phrase {
        guard let region else { return Phrase(id: "tulis '\(key)'", en: "write '\(key)'") }
        return Phrase(
            id: "tulis '\(key)' atau '\(key)@\(region)'",
            en: "write '\(key)' or '\(key)@\(region)'")
    }

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

    static func addToList(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        let field = scope == .purse ? "purses" : "segments"
        return Phrase(
            id: "tambahkan '\(word)' ke daftar '\(field)'",
            en: "add '\(word)' to the list '\(field)'")
    }

    static let sectionHint = Phrase(
        id: "contoh: 'quota.petani: 1200', menjorok dua spasi",
        en: "for example 'quota.petani: 1200', indented by two spaces")

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

    static let saturationOfQuota = Phrase(
        id: "'saturation' hanya untuk kuota yang ditulis pasti sebagai bagian",
        en: "'saturation' is for a quota written as a certain share only")

    static func saturationHint(isQuota: Bool) -> Phrase {
        guard isQuota else { return Phrase(id: "hapus dari sini", en: "leave it out here") }
        return Phrase(
            id: "contoh: '{ value: 60 %, unit: share, saturation: 90 % }'",
            en: "for example '{ value: 60 %, unit: share, saturation: 90 % }'")
    }

    static let tableDates = Phrase(
        id: "hapus dari sini: tabel menyebut tahunnya sendiri dalam kolom 'year'",
        en: "leave it out here: a table names its years in a column 'year'")

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

    static let leaveOneOut = Phrase(
        id: "hapus salah satunya: sebuah isian punya paling banyak satu rentang atau distribusi",
        en: "leave one of them out: an entry has at most one range or distribution")

    /// A range or distribution beside several dates.
    ///
    /// One draw for all dates would have to say how they go together, and one for each date would
    /// average out over the years: the author has to say which part is uncertain.
    static func spreadOnPath(_ field: String) -> Phrase {
        Phrase(
            id: "'\(field)' tidak dapat menyebar di beberapa bulan sekaligus",
            en: "'\(field)' cannot spread over several dates")
    }

    static let commonFactor = Phrase(
        id: "hapus rentang di sini; di skenario turunan tulis faktor bersama:"
            + " '{ scale: 0.8 .. 1.2 }'",
        en: "leave out the range here; in a scenario that extends this one, write a common factor:"
            + " '{ scale: 0.8 .. 1.2 }'")

    static let oneNumberHere = Phrase(
        id: "tulis satu angka di sini; di skenario turunan tulis faktor bersama:"
            + " '{ scale: 0.8 .. 1.2 }'",
        en: "write one number here; in a scenario that extends this one, write a common factor:"
            + " '{ scale: 0.8 .. 1.2 }'")

    static let tableRanges = Phrase(
        id: "hapus dari sini: rentang tiap baris ada di kolom seperti 'workers_low' dan"
            + " 'workers_high'; faktor bersama ditulis di skenario turunan:"
            + " '{ scale: 0.8 .. 1.2 }'",
        en: "leave it out here: rows have their ranges in columns such as 'workers_low' and"
            + " 'workers_high'; a common factor goes into a scenario that extends this one:"
            + " '{ scale: 0.8 .. 1.2 }'")

    static func valueOutsideRange(_ number: Double, _ range: ClosedRange<Double>) -> Phrase {
        Phrase {
            let (low, high) = (
                $0.plain(range.lowerBound), $0.plain(range.upperBound)
            )
            let value = $0.plain(number)
            return $0 == .indonesian
                ? "nilai \(value) tidak terletak di dalam rentangnya, \(low) sampai \(high)"
                : "value \(value) does not lie inside its range, \(low) to \(high)"
        }
    }

    static func valueInsideHint(_ number: Double, _ range: ClosedRange<Double>) -> Phrase {
        let ends = [range.lowerBound, number, range.upperBound].compactMap(MeantNumber.plain)
        guard range.contains(number), ends.count == 3 else {
            return Phrase(
                id: "nilai adalah median rentang 90 %: ubah nilainya atau lebarkan rentangnya",
                en: "the value is the median of the 90 % range: change it, or widen the range")
        }
        let text = "distribution: { triangular: [\(ends.joined(separator: ", "))] }"
        return Phrase(
            id: "nilai adalah median rentang 90 %; untuk nilai di ujungnya ganti 'range' dengan"
                + " '\(text)'",
            en: "the value is the median of the 90 % range; for a value at its end write '\(text)'"
                + " in place of 'range'")
    }

    static func choiceHint(_ example: String) -> Phrase {
        let text = "distribution: { choice: { \(example) } }"
        return Phrase(id: "pakai '\(text)'", en: "use '\(text)'")
    }

    static func notAmongChoices(_ text: String) -> Phrase {
        Phrase(
            id: "nilai '\(text)' tidak ada di antara pilihan distribusinya",
            en: "value '\(text)' is not among the choices of its distribution")
    }

    static let oneDistribution = Phrase(
        id: "'distribution' harus berisi satu bentuk dengan parameternya",
        en: "'distribution' must hold one form with its parameters")

    static func forms(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(id: "bentuk: \(list)", en: "forms: \(list)")
    }

    static func unknownDistribution(_ name: String) -> Phrase {
        Phrase(id: "distribusi '\(name)' tidak dikenal", en: "unknown distribution '\(name)'")
    }

    static func writtenAs(_ pattern: String) -> Phrase {
        Phrase(id: "contoh: '\(pattern)'", en: "for example '\(pattern)'")
    }

    static func article(_ role: ParameterDefinition.Role) -> String {
        switch role {
        case .law: "law"
        case .lever: "a lever"
        case .assumption: "an assumption"
        }
    }

    static func plural(_ scope: ParameterDefinition.Scope) -> String { scope.name.english + "s" }

    /// A key with nothing behind its colon.
    ///
    /// `workers.petani:` with the rest of the line forgotten; told as such and not as a zero.
    static func noValue(_ key: String) -> Phrase {
        Phrase(id: "'\(key)' tidak diberi nilai", en: "'\(key)' has no value")
    }

    static let notAFlag = Phrase(
        id: "di sini seharusnya 'true' atau 'false'", en: "true or false is expected here")

    static func flagHint(_ text: String) -> Phrase {
        switch text.lowercased() {
        case "ya", "yes", "y", "on", "true", "benar", "1": didYouMean("true")
        case "tidak", "tdk", "no", "n", "off", "false", "salah", "0": didYouMean("false")
        default:
            Phrase(
                id: "tulis 'true' untuk ya, 'false' untuk tidak",
                en: "write 'true' for yes, 'false' for no")
        }
    }

    /// A unit that does not exist: `persons`.
    ///
    /// The hint is the nearest unit that the parameter accepts, or all of them.
    static func unknownUnit(_ text: String) -> Phrase {
        Phrase(id: "satuan '\(text)' tidak dikenal", en: "unknown unit '\(text)'")
    }

    static func wrongUnit(_ text: String, _ key: String) -> Phrase {
        Phrase(
            id: "satuan '\(text)' tidak cocok untuk '\(key)'",
            en: "unit '\(text)' does not fit '\(key)'")
    }

    static func units(_ units: [Unit]) -> Phrase {
        let list = { (language: Language) in
            units.map { "\($0.rawValue) (\($0.name[language]))" }.joined(separator: ", ")
        }
        return Phrase(
            id: "satuan yang diterima: \(list(.indonesian))",
            en: "accepted units: \(list(.english))")
    }

    static func partOfPerson(_ key: String, _ number: Double) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "'\(key)' adalah \($0.plain(number)) orang, padahal orang tidak dapat dibagi"
                : "'\(key)' is \($0.plain(number)) persons, but a person cannot be divided"
        }
    }

    /// A letter that is no evidence mark.
    ///
    /// The marks are `V1 V2 M C D gap A`; the hint lists them.
    static func notAMark(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan tanda bukti", en: "'\(text)' is not an evidence mark")
    }
}
