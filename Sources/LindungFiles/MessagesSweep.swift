import Policy
import Quantities

/// Sweep files: what is wrong with them, in the words of their author.
extension Messages {
    /// For a key of a scenario at the top of a sweep file.
    static let moveToInputs = Phrase(
        id: "pindahkan ke bawah 'inputs:' atau ke salah satu kebijakan",
        en: "move it below 'inputs:' or into a policy")

    /// How the scenario of a sweep is named.
    static func scenarioHint(_ path: String?) -> Phrase {
        let entry = path.map { ": 'scenario: \($0)'" } ?? ""
        return Phrase(id: "sebutkan berkas skenario\(entry)", en: "name a scenario file\(entry)")
    }

    // MARK: Policies

    /// A list or a text in place of policies.
    static let policiesNotMapping = Phrase(
        id: "'policies' harus berisi nama dan isi kebijakan",
        en: "'policies' must hold names with what each policy does")

    /// How a policy is written.
    static let policiesHint = Phrase(
        id: "contoh: 'dasar: {}' atau 'sembilan: { funding.months: 9 }'; di belakang nama boleh"
            + " juga berkas skenario",
        en: "examples: 'base: {}' or 'nine: { funding.months: 9 }'; a scenario's file may stand"
            + " behind the name too")

    /// A list in place of a policy.
    static func notAPolicy(_ name: String) -> Phrase {
        Phrase(
            id: "kebijakan '\(name)' bukan isian dan bukan berkas",
            en: "policy '\(name)' is neither settings nor a file")
    }

    /// A key that a policy decides and the sweep varies.
    static func decidedAndVaried(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' ditetapkan di sini, padahal juga divariasikan",
            en: "'\(key)' is decided here, but it is varied too")
    }

    /// What to do about it.
    static let decidedAndVariedHint = Phrase(
        id: "hapus dari 'inputs' atau dari kebijakan ini; nilai di 'inputs' selalu menang",
        en: "take it out of 'inputs' or out of this policy; what 'inputs' says always wins")

    /// An uncertain input of the scenario that another scenario does not have.
    static func inputNotIn(_ policy: String, _ input: String) -> Phrase {
        Phrase(
            id: "skenario kebijakan '\(policy)' tidak punya masukan tak pasti '\(input)'",
            en: "the scenario of policy '\(policy)' has no uncertain input '\(input)'")
    }

    // MARK: Inputs

    /// A list or a text in place of inputs.
    static let inputsNotMapping = Phrase(
        id: "'inputs' harus berisi kunci yang divariasikan",
        en: "'inputs' must hold the keys that vary")

    /// How an input is written.
    static let inputsHint = Phrase(
        id: "contoh: 'inputs: { funding.months: [9, 10], rate.lapse: [0.05, 0.5] }'",
        en: "for example 'inputs: { funding.months: [9, 10], rate.lapse: [0.05, 0.5] }'")

    /// How values are listed.
    static let listHint = Phrase(
        id: "contoh: '[9, 10]', atau satu rentang '0.05 .. 0.5'",
        en: "for example '[9, 10]', or one range '0.05 .. 0.5'")

    /// `inputs: uncertain` over a scenario without ranges.
    static let nothingUncertain = Phrase(
        id: "skenario ini tidak punya masukan dengan rentang",
        en: "this scenario has no input with a range")

    /// What to do about it.
    static let nothingUncertainHint = Phrase(
        id: "sebutkan masukannya di sini, misalnya 'inputs: { rate.lapse: 0.05 .. 0.5 }', atau beri"
            + " rentang di skenario",
        en: "name the inputs here, such as 'inputs: { rate.lapse: 0.05 .. 0.5 }', or give ranges in"
            + " the scenario")

    /// What follows a decimal comma that ended an item of a list.
    static func cutByComma(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' tampaknya bagian dari angka berkoma",
            en: "'\(text)' looks like part of a number with a comma")
    }

    /// How numbers with commas are written in lists.
    static func quoteListCommas(_ parts: [String]) -> Phrase {
        let (comma, point) = (parts.joined(separator: ","), parts.joined(separator: "."))
        return Phrase(
            id: "di dalam [ ] tulis \"\(comma)\" dengan tanda kutip, atau \(point)",
            en: "inside [ ] write \"\(comma)\" with quotation marks, or \(point)")
    }

    /// A range among values.
    static let rangeInList = Phrase(
        id: "daftar hanya memuat nilai, bukan rentang", en: "a list holds values, not ranges")

    // MARK: Correlations

    /// A pair of something that does not vary.
    static func notVaried(_ name: String) -> Phrase {
        Phrase(id: "'\(name)' tidak divariasikan", en: "'\(name)' is not varied")
    }

    /// Correlations over points that are not drawn.
    static func correlationNotDrawn(_ kind: String) -> Phrase {
        Phrase(
            id: "rancangan '\(kind)' tidak mengacak, jadi tidak mengenal korelasi",
            en: "design '\(kind)' draws nothing, so it knows no correlations")
    }

    /// Which designs draw.
    static let correlationNotDrawnHint = Phrase(
        id: "pakai mc, lhs atau sobol, atau hapus korelasinya",
        en: "use mc, lhs or sobol, or leave the correlation out")
}
