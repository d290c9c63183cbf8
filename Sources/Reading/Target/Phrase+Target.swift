import Analysis
import Formats
import Quantities

extension Phrase {
    static let inertInput = Phrase(
        id: "kunci ini tidak mengubah hasil apa pun", en: "this key changes no result")

    static func targetTitle(_ aim: TargetAim) -> Phrase {
        let sentence = aim.words
        return Phrase(id: "Sasaran: \(sentence.indonesian)", en: "Target: \(sentence.english)")
    }

    static func moveToDial(_ key: String, _ text: String, _ locale: NumberLocale?) -> Phrase {
        let entry = "'dial: { \(key): \(MeantNumber.twoEnds(text, locale)) }'"
        return Phrase(id: "tulis \(entry)", en: "write \(entry)")
    }

    static let dialHint = Phrase(
        id: "contoh: 'dial: { funding.months: 4 .. 12 }'",
        en: "for example 'dial: { funding.months: 4 .. 12 }'")

    static func dialEnds(_ text: String, _ locale: NumberLocale?) -> Phrase {
        if let ends = MeantNumber.ends(text, locale) { return didYouMean(ends) }
        let example = MeantNumber.twoEnds(text, locale)
        return Phrase(
            id: "tulis angka awal dan akhir, misalnya '\(example)'",
            en: "write a number to begin with and one to end at, such as '\(example)'")
    }

    static let dialNotMapping = Phrase(
        id: "'dial' harus berisi kunci yang digerakkan bersama",
        en: "'dial' must hold the keys that move together")

    static func dialNeedsEnds(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' tidak punya angka awal dan akhir",
            en: "'\(key)' has no number to begin with and to end at")
    }

    static func dialNotTwoNumbers(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan dua angka dengan dua titik di antaranya",
            en: "'\(text)' is not two numbers with two dots between them")
    }

    static func dialStandsStill(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' mulai dan berakhir di angka yang sama",
            en: "'\(key)' begins and ends at the same number")
    }

    static func dialSpreads(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' digerakkan oleh 'dial', jadi tidak boleh punya rentang sendiri",
            en: "'\(key)' is moved by the dial and cannot have a range of its own")
    }

    static func dialNotANumber(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' bukan angka, jadi tidak dapat digerakkan",
            en: "'\(key)' is not a number and cannot be moved")
    }

    static let dialWordHint = Phrase(
        id: "tetapkan di sebuah skenario, lalu tanyakan sasarannya untuk tiap pilihan",
        en: "set it in a scenario, and ask for the target under each choice")

    static func dialInert(_ key: String, _ outcome: Phrase) -> Phrase {
        Phrase(
            id: "\(outcome.indonesian) tidak berubah di sepanjang '\(key)'",
            en: "\(outcome.english) does not change anywhere along '\(key)'")
    }

    static let dialInertHint = Phrase(
        id: "mungkin ditimpa nilai lain, berlaku di luar tahun sasaran, atau tidak berhubungan",
        en: "it may be overridden, hold outside of the target's year, or have nothing to do with it"
    )

    static let reachHint = Phrase(
        id: "contoh: 'reach: { at_least: 40 % }'; pilihan: at_least, at_most, equals",
        en: "example: 'reach: { at_least: 40 % }'; choices: at_least, at_most, equals")

    static let reachOneBound = Phrase(
        id: "'reach' harus punya tepat satu batas", en: "'reach' must have exactly one bound")

    static func reachNotAShare(_ text: String, _ name: String) -> Phrase {
        Phrase(
            id: "'\(text)' di luar 0 sampai 1, padahal '\(name)' adalah bagian",
            en: "'\(text)' lies outside of 0 to 1, but '\(name)' is a share")
    }

    static func targetNoValue(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' tidak punya nilai di skenario ini",
            en: "'\(name)' has no value in this scenario")
    }

    static func targetNoValueHint(_ name: String) -> Phrase {
        guard
            name.hasPrefix("p") && name.dropFirst(2).hasPrefix("poverty") || name.contains("poor")
                || name.hasPrefix("poverty")
        else {
            return Phrase(
                id: "pembaginya nol atau tidak diketahui; lihat 'lindung run'",
                en: "its denominator is zero or not known; see 'lindung run'")
        }
        return Phrase(
            id: "isi 'population', 'poverty.headcount' dan 'poverty.gini' dari terbitan BPS",
            en: "give 'population', 'poverty.headcount' and 'poverty.gini' from what BPS publishes"
        )
    }

    static func placesWithoutValue(_ count: Int, of all: Int) -> Phrase {
        Phrase(
            id: "\(count) dari \(all) titik rentang tuas tidak punya hasil dan dilewati",
            en: "\(count) of \(all) places of the dial have no result and are passed over")
    }

    static func badGrid(_ range: ClosedRange<Int>) -> Phrase {
        let text = "\(range.lowerBound) .. \(range.upperBound)"
        return Phrase(
            id: "'grid' harus bilangan bulat di \(text)",
            en: "'grid' must be a whole number in \(text)")
    }

    static func needsDrawsField(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' hanya berarti bersama 'draws'",
            en: "'\(name)' means something beside 'draws' only")
    }

    static func targetMissing(_ options: [String]) -> Phrase {
        let list = options.joined(separator: ", ")
        return Phrase(
            id: "ini skenario, jadi pertanyaannya belum ada: \(list)",
            en: "this is a scenario, and the question is missing: \(list)")
    }

    static let targetExample = Phrase(
        id: """
            contoh: lindung target dasar.yaml --lever quota.petani --scale "1 .. 5" --outcome \
            "coverage_protected_end_of_workers_share 2029" --at-least "40 %"
            """,
        en: """
            example: lindung target dasar.yaml --lever quota.petani --scale "1 .. 5" --outcome \
            "coverage_protected_end_of_workers_share 2029" --at-least "40 %"
            """)

    static func questionHasItsOwn(_ file: String) -> Phrase {
        Phrase(
            id: "'\(file)' sudah bertanya sendiri; pilihan ini untuk skenario",
            en: "'\(file)' asks by itself; this option is for a scenario")
    }
}
