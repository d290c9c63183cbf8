import Formats
import Policy
import Quantities

extension Phrase {
    static let lawWord = Phrase(id: "hukum", en: "law")

    static let seeLawPaths = Phrase(
        id: "kunci hukum ada di folder law pada folder data",
        en: "the law's keys are in the folder law of the data folder")

    static func didYouMean(_ definition: ParameterDefinition, member: String?) -> Phrase {
        let key = definition.path + (member.map { "." + $0 } ?? "")
        return didYouMean(
            key, Phrase(same: "\(definition.standardUnit.name), \(definition.role.name)"))
    }

    static func keys(of section: ParameterDefinition.Role) -> Phrase {
        let keys = list(Parameters.catalogue.filter { $0.role == section }.map(\.path))
        return Phrase(
            id: "kunci di bawah '\(section.section)': \(keys)",
            en: "keys under '\(section.section)': \(keys)")
    }

    /// A decision among beliefs, a belief among decisions, or either of them among the law.
    ///
    /// Told although the key is right: whether something is decided or believed is what a reader of
    /// results relies on.
    static func wrongSection(
        _ key: String, role: ParameterDefinition.Role, section: ParameterDefinition.Role
    ) -> Phrase {
        Phrase(
            "kunci '\(key)' adalah \(role.name), tidak boleh di bawah '\(section.section)'",
            en: "key '\(key)' is \(article(role)) and may not stand under '\(section.section)'")
    }

    static func writeKey(_ key: String, _ region: RegionCode?) -> Phrase {
        guard let region else { return Phrase(id: "tulis '\(key)'", en: "write '\(key)'") }
        return Phrase(
            id: "tulis '\(key)' atau '\(key)@\(region)'",
            en: "write '\(key)' or '\(key)@\(region)'")
    }

    static func knownMembers(_ definition: ParameterDefinition, _ members: [String]) -> Phrase {
        let list = list(members)
        return Phrase(
            "'\(definition.path)' mengenal \(definition.scope.name): \(list)",
            en: "'\(definition.path)' knows these \(plural(definition.scope)): \(list)")
    }

    /// A segment or purse that exists but that the scenario does not list.
    ///
    /// In a key, where a package gets it as a warning, and in `funding.purses`.
    static func notInScenario(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        Phrase(
            "\(scope.name) '\(word)' tidak termasuk skenario ini",
            en: "\(scope.name) '\(word)' is not part of this scenario")
    }

    static func addToList(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        let field = scope == .purse ? "purses" : "segments"
        return Phrase(
            id: "tambahkan '\(word)' ke daftar '\(field)'",
            en: "add '\(word)' to the list '\(field)'")
    }

    static func verbHint(_ verbs: [String]) -> Phrase {
        let list = verbs.joined(separator: ", ")
        return Phrase(id: "pakai salah satu: \(list)", en: "use one of: \(list)")
    }

    static func twoVerbs(_ first: String, _ second: String) -> Phrase {
        Phrase(
            id: "'\(first)' dan '\(second)' tidak boleh bersama",
            en: "'\(first)' and '\(second)' cannot stand together")
    }

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
        Phrase(
            "nilai \(plain: number) tidak terletak di dalam rentangnya, \(plain: range.lowerBound)"
                + " sampai \(plain: range.upperBound)",
            en: "value \(plain: number) does not lie inside its range, \(plain: range.lowerBound)"
                + " to \(plain: range.upperBound)"
        )
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

    static func forms(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(id: "bentuk: \(list)", en: "forms: \(list)")
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

    static func units(_ units: [Unit]) -> Phrase {
        let list = { (language: Language) in
            units.map { "\($0.rawValue) (\($0.name[language]))" }.joined(separator: ", ")
        }
        return Phrase(
            id: "satuan yang diterima: \(list(.indonesian))",
            en: "accepted units: \(list(.english))")
    }
}
