import Policy
import Quantities

/// What a scenario or a catalogue says about itself.
///
/// The words name fields as files have them, since those are what a reader searches for. Months
/// stand as `2026-01` in both languages.
extension Messages {
    /// A purse that is called what results call the gap, the worker, the employer or the needs.
    static func reservedPurse(_ id: String) -> Phrase {
        Phrase(
            id: "sumber dana tidak boleh bernama '\(id)': nama itu dipakai di tabel hasil",
            en: "a purse cannot be called '\(id)': tables of results use that name")
    }

    /// A field that the mapping does not have: `asumptions:`.
    static func unknownField(_ name: String) -> Phrase {
        Phrase(id: "isian '\(name)' tidak dikenal", en: "unknown field '\(name)'")
    }

    /// For an unknown field that resembles none of them.
    static func knownFields(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(
            id: "hapus, atau pakai salah satu: \(list)", en: "leave it out, or use one of: \(list)")
    }

    /// A field without which the file cannot be understood.
    ///
    /// At a mapping that lacks it, or at the file where the top level does.
    static func missingField(_ name: String) -> Phrase {
        Phrase(id: "isian '\(name)' tidak ada", en: "field '\(name)' is missing")
    }

    /// How a text in both languages is written.
    ///
    /// - Parameter field: what the file gives, a text in one language at most.
    static func phraseHint(_ name: String, field: YAMLNode?) -> Phrase {
        func quoted(_ language: Language, _ example: String) -> String {
            let text = field?[language.rawValue]?.value.text ?? example
            let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " }
            return "\(language.rawValue): "
                + (isPlain
                    ? text
                    : "\""
                        + text.replacing("\\", with: "\\\\")
                        .replacing("\"", with: "\\\"") + "\"")
        }
        let entry =
            "\(name): { \(quoted(.indonesian, "Rencana kami")), \(quoted(.english, "Our plan")) }"
        return Phrase(id: "contoh: '\(entry)'", en: "for example '\(entry)'")
    }

    /// How the programmes of a purse are written.
    static let programmesHint: Phrase = {
        let list = Programme.allCases.map(\.rawValue).joined(separator: ", ")
        return Phrase(
            id: "contoh: 'programmes: [jkk, jkm]'; pilihan: \(list)",
            en: "for example 'programmes: [jkk, jkm]'; choices: \(list)")
    }()

    /// For fields that a parent would have given.
    ///
    /// With a missing `regions`, `horizon`, `segments` or `purses` of a scenario without a parent.
    static let inheritedHint = Phrase(
        id: "wajib ada bila skenario tidak punya 'extends'",
        en: "required where a scenario has no 'extends'")

    /// A list that must name at least one thing and names none.
    ///
    /// `segments: []`, or nothing behind the colon: a scenario of nobody is a slip, not a plan.
    static let emptyList = Phrase(id: "daftar ini kosong", en: "this list is empty")

    /// A segment or purse that its catalogue does not have.
    ///
    /// In the lists of a scenario, in `segments` of a purse, and in the cells of a table; the hint
    /// is the nearest one, or the first dozen that exist.
    static func unknownMember(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "\(scope.name[$0]) '\(word)' tidak dikenal"
                : "unknown \(scope.name[$0]) '\(word)'"
        }
    }

    // MARK: Parents and packages

    /// A file that extends itself by way of others; told where the chain closes.
    static let cycle = Phrase(
        id: "rantai 'extends' berputar kembali ke berkas yang sama",
        en: "the chain of 'extends' comes back to the same file")

    /// A chain of parents that is longer than any that was meant.
    static func tooManyParents(_ most: Int) -> Phrase {
        Phrase(
            id: "rantai 'extends' ini lebih dari \(most) induk",
            en: "this chain of 'extends' has more than \(most) parents")
    }
    /// How a chain becomes shorter.
    static let fewerParents = Phrase(
        id: "gabungkan beberapa induk, atau pakai 'packages'",
        en: "join some of the parents, or use 'packages'")

    /// The files of a cycle, from the first that is met again back to it.
    static func chain(_ files: [String]) -> Phrase {
        Phrase { _ in files.joined(separator: " -> ") }
    }

    /// A scenario stands in the list `packages`.
    static func notAPackage(_ file: String) -> Phrase {
        Phrase(
            id: "'\(file)' adalah skenario, bukan paket",
            en: "'\(file)' is a scenario, not a package")
    }

    /// For a scenario among packages: how the two differ.
    static let packageHint = Phrase(
        id: "hapus dari sini: skenario induk disebut di 'extends', dan paket adalah berkas yang"
            + " diawali 'package'",
        en: "leave it out here: a parent scenario is named by 'extends', and a package is a file"
            + " that begins with 'package'")

    // MARK: Horizon and dates

    /// `horizon: 2026` or another form than first and last month.
    static let horizonNotMapping = Phrase(
        id: "'horizon' butuh bulan awal dan bulan akhir",
        en: "a horizon needs a first and a last month")

    /// How a horizon is written.
    static let horizonExample = Phrase(
        id: "contoh: 'horizon: { from: 2026-01, until: 2030-12 }'",
        en: "for example 'horizon: { from: 2026-01, until: 2030-12 }'")

    /// More months than any plan has: a slip of the keyboard.
    static let horizonTooLong = Phrase(
        id: "periode lebih dari 100 tahun", en: "the horizon is longer than 100 years")

    /// A text that is no year and month: `2026-13`, `26-01`, `2026`.
    static func notAMonth(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan bulan", en: "'\(text)' is not a month")
    }

    /// The month that a text seems to mean, or how months are written.
    ///
    /// `2026-5` gives `2026-05`, `26-05` and `2026-05-17` too; `2026` gives its January; for
    /// `2026-13` the hint is how months count.
    static func monthHint(_ text: String) -> Phrase {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.compactMap(Int.init)
        guard numbers.count == parts.count, (1...3).contains(numbers.count) else {
            return monthExample
        }
        if let month = numbers.dropFirst().first, !(1...12).contains(month) {
            return Phrase(
                id: "bulan ditulis 01 sampai 12", en: "the month is written 01 to 12")
        }
        let year = parts[0].count == 2 ? "20" + parts[0] : parts[0]
        let month = parts.count > 1 ? parts[1] : "01"
        let meant = year + "-" + (month.count == 1 ? "0" + month : month)
        return Month(meant) == nil ? monthExample : didYouMean(meant)
    }

    /// For texts that resemble no month.
    private static let monthExample = Phrase(
        id: "tulis tahun dan bulan, misalnya 2026-05",
        en: "write year and month, for example 2026-05")

    /// A dated value before the scenario begins or after it ends.
    ///
    /// For dates that a file writes itself. Rows of tables are cut to the horizon without a word,
    /// since tables serve several scenarios.
    static func outsideHorizon(_ month: Month) -> Phrase {
        Phrase(
            id: "bulan \(month) di luar periode skenario",
            en: "month \(month) is outside the scenario's horizon")
    }

    /// What a date may be.
    static func horizonHint(_ horizon: ClosedRange<Month>) -> Phrase {
        Phrase(
            id: "periode skenario: \(horizon.lowerBound) sampai \(horizon.upperBound)",
            en: "the horizon is \(horizon.lowerBound) to \(horizon.upperBound)")
    }

    /// A period that ends before it begins.
    ///
    /// For a horizon and for the entry of a setting.
    static func untilBeforeFrom(_ until: Month, _ from: Month) -> Phrase {
        Phrase(
            id: "akhir \(until) mendahului awal \(from)",
            en: "the end \(until) comes before the beginning \(from)")
    }

    /// Two codes in a list with nothing but a comma between them, which may be one: `[35,74]`.
    static func cutCode(_ left: String, _ right: String) -> Phrase {
        Phrase(
            id: "'\(left),\(right)' punya dua arti: daerah \(left).\(right),"
                + " atau \(left) dan \(right)",
            en: "'\(left),\(right)' has two meanings: region \(left).\(right),"
                + " or \(left) and \(right)")
    }

    /// How each of them is written.
    static func cutCodeHint(_ left: String, _ right: String) -> Phrase {
        Phrase(
            id: "tulis [\"\(left).\(right)\"], atau [\(left), \(right)] dengan spasi",
            en: "write [\"\(left).\(right)\"], or [\(left), \(right)] with a blank")
    }
}
