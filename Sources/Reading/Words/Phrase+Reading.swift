import Analysis
import Formats
import Policy
import Quantities

extension Phrase {
    static func allChoices(_ words: [String]) -> Phrase {
        let list = words.joined(separator: ", ")
        return Phrase(id: "pilihan: \(list)", en: "choices: \(list)")
    }

    static func twice(_ word: String) -> Phrase {
        Phrase(id: "'\(word)' ditulis dua kali", en: "'\(word)' is written twice")
    }

    static let aNumber = Phrase(id: "sebuah angka", en: "a number")

    static let aList = Phrase(id: "sebuah daftar", en: "a list")

    static func notASharePart(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan bagian antara 0 dan 100 %",
            en: "'\(text)' is not a share between 0 and 100 %")
    }

    static func onlyIn(_ only: [String], _ lacks: [String]) -> Phrase {
        let (here, base) = (list(only), list(lacks))
        let parts = [
            only.isEmpty ? nil : Phrase("hanya di sini: \(here)", en: "only here: \(here)"),
            lacks.isEmpty
                ? nil : Phrase("hanya di acuan: \(base)", en: "only in the baseline: \(base)"),
        ]
        return Phrase(same: "\(joined: parts.compactMap(\.self), by: "; ")")
    }

    static let sameFrame = Phrase(
        id: "hanya skenario dengan daerah, periode, segmen dan sumber dana yang sama",
        en: "only scenarios with the same regions, horizon, segments and purses")

    static func mismatch(_ fault: PolicyMismatch) -> Phrase {
        switch fault {
        case .horizon: Phrase(id: "periodenya berbeda", en: "their horizons differ")
        case .regions: Phrase(id: "daerahnya berbeda", en: "their regions differ")
        case .segments:
            Phrase(
                id: "segmen atau urutannya berbeda", en: "their segments or their order differ")
        case .purses:
            Phrase(
                id: "sumber dana atau urutannya berbeda", en: "their purses or their order differ")
        case .cohorts: Phrase(id: "kohornya berbeda", en: "their cohorts differ")
        case .transitions:
            Phrase(
                id: "tabel peluang bulanannya berbeda",
                en: "their tables of monthly probabilities differ")
        }
    }

    static func badDrawCount(_ count: Int, _ most: Int = EnsemblePlan.most) -> Phrase {
        count < 1
            ? Phrase(
                id: "banyaknya simulasi acak harus paling sedikit 1",
                en: "the number of draws must be at least 1")
            : Phrase(
                "banyaknya simulasi acak paling banyak \(most)",
                en: "the number of draws must be at most \(most)")
    }

    static let nothingToDraw = Phrase(
        id: "tidak ada masukan yang berentang, jadi tidak ada yang diacak",
        en: "no input has a range, so that there is nothing to draw")

    static let nothingToDrawHint = Phrase(
        id: "beri rentang di skenario, misalnya 'retention: 0.02 .. 0.3', atau hapus 'draws'",
        en: "give a range in the scenario, such as 'retention: 0.02 .. 0.3', or leave 'draws' out")

    /// A region that exists but that the scenario does not speak of.
    ///
    /// An error in the scenario's own file, a warning in a package, which is written for several.
    static func regionNotInScenario(_ code: String, _ name: String) -> Phrase {
        Phrase(
            id: "daerah \(code) (\(name)) tidak termasuk skenario ini",
            en: "region \(code) (\(name)) is not part of this scenario")
    }

    static let emptyList = Phrase(id: "daftar ini kosong", en: "this list is empty")

    /// A segment or purse that its catalogue does not have.
    ///
    /// In the lists of a scenario, in `segments` of a purse, and in the cells of a table; the hint
    /// is the nearest one, or the first dozen that exist.
    static func unknownMember(_ scope: ParameterDefinition.Scope, _ word: String) -> Phrase {
        Phrase("\(scope.name) '\(word)' tidak dikenal", en: "unknown \(scope.name) '\(word)'")
    }

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

    /// A key that is no parameter, or whose segment or purse does not exist: `quota.petan`.
    ///
    /// The hint is the nearest key with its unit and role, else what the section may hold.
    static func unknownKey(_ key: String) -> Phrase {
        Phrase(id: "kunci '\(key)' tidak dikenal", en: "unknown key '\(key)'")
    }

    /// Where a key belongs.
    ///
    /// Also for a parameter that stands at the top of a scenario, outside of all sections.
    static func moveTo(_ role: ParameterDefinition.Role) -> Phrase {
        Phrase(id: "pindahkan ke bawah '\(role.section):'", en: "move it under '\(role.section):'")
    }

    static func sectionNotMapping(_ name: String) -> Phrase {
        Phrase(
            id: "bagian '\(name)' harus berisi 'kunci: nilai'",
            en: "section '\(name)' must hold 'key: value'")
    }

    static let leaveVerbOut = Phrase(id: "hapus salah satunya", en: "leave one of them out")

    static let nothingUncertain = Phrase(
        id: "skenario ini tidak punya masukan dengan rentang",
        en: "this scenario has no input with a range")

    static func unknownDesign(_ word: String) -> Phrase {
        Phrase(id: "rancangan '\(word)' tidak dikenal", en: "unknown design '\(word)'")
    }

    static func cannotDraw(_ detail: String) -> Phrase {
        Phrase(
            id: "titik tidak dapat diacak: \(detail)", en: "points cannot be drawn: \(detail)")
    }

    static let inertInputHint = Phrase(
        id: "mungkin ditimpa nilai lain, atau besaran yang dilihat tidak bergantung padanya",
        en: "it may be overridden, or the outcomes do not depend on it")

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

    /// A cell of the column `year` that is no year of four digits.
    ///
    /// Also an empty one, in a row that is used: a row without a date could hold from any month.
    static func notAYear(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan tahun", en: "'\(text)' is not a year")
    }

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

    static let noRows = Phrase(id: "tabel ini tidak punya baris", en: "this table has no rows")

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

    static func reachShareHint(_ number: Double, _ text: String) -> Phrase {
        rangeOfUnit(.share, 0...1, number, as: text)
    }

    static func notAnOption(_ word: String) -> Phrase {
        Phrase(id: "'\(word)' bukan pilihan di sini", en: "'\(word)' is no choice here")
    }

    /// A count, rate or amount below zero.
    ///
    /// Told before the range is, since the minus sign is the likely slip.
    static func negative(_ key: String) -> Phrase {
        Phrase(id: "'\(key)' tidak boleh negatif", en: "'\(key)' must not be negative")
    }

    /// The unit of a number out of range; for shares, how percentages are written.
    ///
    /// `40` where a share belongs is most likely a percentage.
    ///
    /// - Parameter written: the text of the number, or of the range that it is an end of; nil for a
    ///   number among others, which may be shares.
    static func rangeOfUnit(
        _ unit: Unit, _ range: ClosedRange<Double>, _ number: Double, as written: String?
    ) -> Phrase {
        guard unit == .share else { return unitHint(unit) }
        if let meant = written.flatMap({ MeantNumber.percentages($0, number, in: range) }) {
            return didYouMean(meant)
        }
        return Phrase(
            id: "bagian ditulis 0 sampai 1, atau 0 % sampai 100 %",
            en: "a share is written 0 to 1, or 0 % to 100 %")
    }

    static func notWhole(_ key: String) -> Phrase {
        Phrase(id: "'\(key)' harus bilangan bulat", en: "'\(key)' must be a whole number")
    }

    static func notAChoice(_ word: String, _ key: String) -> Phrase {
        Phrase(
            id: "'\(word)' bukan pilihan untuk '\(key)'", en: "'\(word)' is no choice for '\(key)'")
    }

    static func partOfPersonHint(
        _ number: Double, _ written: String? = nil, takesShare: Bool
    ) -> Phrase {
        if takesShare, number > 0, number < 1 {
            let value = written ?? "\(ExactDecimal(shortest: number) ?? .init(0))"
            let text = "'{ unit: share, value: \(value) }'"
            return Phrase(
                "maksud Anda \(text)? atau tulis orang dalam bilangan bulat",
                en: "did you mean \(text)? or write whole persons")
        }
        let (low, high) = (bareDigits(number.rounded(.down)), bareDigits(number.rounded(.up)))
        return Phrase(
            "maksud Anda '\(low)' atau '\(high)'?", en: "did you mean '\(low)' or '\(high)'?")
    }

    static func bareDigits(_ number: Double) -> String { "\(ExactDecimal(Int64(number)))" }
}
