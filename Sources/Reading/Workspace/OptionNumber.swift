import Analysis
import Formats
import Quantities

package enum OptionNumber {
    /// A number: `0,3`, `1.200.000.000`, `Rp 1.200.000.000`, `80 %`.
    ///
    /// - Throws: ``InputFaults`` for what is no number, or one with two meanings.
    package static func read(
        _ text: String, _ option: String, _ locale: NumberLocale? = nil
    ) throws(InputFaults) -> Double {
        do throws(NumberTextFault) {
            return try parseDouble(text, locale: locale)
        } catch {
            throw InputFaults(
                option: option, Phrase.number(error), hint: Phrase.optionNumberHint(error))
        }
    }

    /// A share above 0 and below 1, or up to 1.
    ///
    /// - Throws: ``InputFaults``.
    package static func share(
        _ text: String, _ option: String, isOneAllowed: Bool
    ) throws(InputFaults) -> Double {
        let number = try read(text, option)
        guard number > 0, number < 1 || (isOneAllowed && number == 1) else {
            throw InputFaults(
                option: option,
                Phrase(id: "'\(text)' bukan bagian", en: "'\(text)' is not a share"),
                hint: Phrase(
                    id: "tulis bilangan antara 0 dan 1, misalnya 0.95 atau 95 %",
                    en: "write a number between 0 and 1, such as 0.95 or 95 %"))
        }
        return number
    }

    /// Refuses no draws, or more than are ever needed.
    ///
    /// - Throws: ``InputFaults``.
    package static func drawCount(_ count: Int) throws(InputFaults) {
        guard (1...EnsemblePlan.most).contains(count) else {
            throw InputFaults(option: "--draws", Phrase.badDrawCount(count))
        }
    }

    /// Refuses a number of threads that no machine has.
    ///
    /// - Throws: ``InputFaults``.
    package static func threadCount(_ count: Int) throws(InputFaults) {
        guard (1...1024).contains(count) else {
            throw InputFaults(
                option: "--threads",
                Phrase(
                    "banyaknya utas harus bilangan bulat dari 1 sampai \(1024)",
                    en: "the number of threads must be a whole number from 1 to \(1024)"))
        }
    }

    /// A choice by its name.
    ///
    /// - Throws: ``InputFaults`` with the nearest.
    package static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ word: String, _ option: String, among: Choice.Type
    ) throws(InputFaults) -> Choice {
        if let choice = Choice(rawValue: word.lowercased()) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        throw InputFaults(
            option: option, Phrase.notAnOption(word),
            hint: Phrase.choices(words, nearestTo: word))
    }
}
