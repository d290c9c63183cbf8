import Quantities

extension Phrase {
    static func scenarioHint(_ path: String?) -> Phrase {
        let entry = path.map { ": 'scenario: \($0)'" } ?? ""
        return Phrase(id: "sebutkan berkas skenario\(entry)", en: "name a scenario file\(entry)")
    }

    static let policiesHint = Phrase(
        id: "contoh: 'dasar: {}' atau 'sembilan: { funding.months: 9 }'; di belakang nama boleh"
            + " juga berkas skenario",
        en: "examples: 'base: {}' or 'nine: { funding.months: 9 }'; a scenario's file may stand"
            + " behind the name too")

    static let inputsHint = Phrase(
        id: "contoh: 'inputs: { funding.months: [9, 10], rate.lapse: [0.05, 0.5] }'",
        en: "for example 'inputs: { funding.months: [9, 10], rate.lapse: [0.05, 0.5] }'")

    static let listHint = Phrase(
        id: "contoh: '[9, 10]', atau satu rentang '0.05 .. 0.5'",
        en: "for example '[9, 10]', or one range '0.05 .. 0.5'")

    static func quoteListCommas(_ parts: [String]) -> Phrase {
        let (comma, point) = (parts.joined(separator: ","), parts.joined(separator: "."))
        return Phrase(
            id: "di dalam [ ] tulis \"\(comma)\" dengan tanda kutip, atau \(point)",
            en: "inside [ ] write \"\(comma)\" with quotation marks, or \(point)")
    }

    static let designHint = Phrase(
        id: "contoh: 'design: { kind: grid }' atau 'design: { kind: lhs, points: 200, seed: 7 }'",
        en: "examples: 'design: { kind: grid }' or 'design: { kind: lhs, points: 200, seed: 7 }'")

    static func gridNeedsValuesHint(_ example: String?) -> Phrase {
        let (tulis, write) =
            example.map { ("tulis '\($0)', atau ", "write '\($0)', or ") } ?? ("", "")
        return Phrase(
            id: tulis + "pakai rancangan lhs, sobol atau mc",
            en: write + "use design lhs, sobol or mc")
    }

    static func yearOutside(_ year: Int) -> Phrase {
        Phrase(id: "tahun \(year) di luar periode", en: "year \(year) is outside the horizon")
    }

    static let rulesNotMapping = Phrase(
        id: "aturan ditulis sebagai batas suatu besaran",
        en: "a rule is written as a bound of an outcome")

    static func ruleHint(_ name: String, _ bound: String?) -> Phrase {
        let entry = "'\(name): { at_most: \(bound ?? "0") }'"
        return Phrase(
            id: "contoh: \(entry); pilihan: at_most, at_least",
            en: "for example \(entry); choices: at_most, at_least")
    }
}
