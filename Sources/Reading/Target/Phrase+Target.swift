import Analysis
import Formats
import Quantities

extension Phrase {
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

    static func dialNotTwoNumbers(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan dua angka dengan dua titik di antaranya",
            en: "'\(text)' is not two numbers with two dots between them")
    }

    static let reachHint = Phrase(
        id: "contoh: 'reach: { at_least: 40 % }'; pilihan: at_least, at_most, equals",
        en: "example: 'reach: { at_least: 40 % }'; choices: at_least, at_most, equals")

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

    static func badGrid(_ range: ClosedRange<Int>) -> Phrase {
        let text = "\(range.lowerBound) .. \(range.upperBound)"
        return Phrase(
            id: "'grid' harus bilangan bulat di \(text)",
            en: "'grid' must be a whole number in \(text)")
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
}
