import Quantities

extension Phrase {
    static let notASweep = Phrase(
        id: "berkas ini bukan sapuan", en: "this file is not a sweep")

    static let notASweepHint = Phrase(
        id: "sebutkan berkas sapuan (dengan 'scenario', 'inputs', 'design') atau folder hasilnya",
        en: "name a sweep file (with 'scenario', 'inputs', 'design') or the folder of its results")

    static func outcomeNotSwept(_ name: String) -> Phrase {
        Phrase(
            id: "sapuan ini tidak menghitung '\(name)'", en: "this sweep has no outcome '\(name)'")
    }

    static let moveToInputs = Phrase(
        id: "pindahkan ke bawah 'inputs:' atau ke salah satu kebijakan",
        en: "move it below 'inputs:' or into a policy")

    static func scenarioHint(_ path: String?) -> Phrase {
        let entry = path.map { ": 'scenario: \($0)'" } ?? ""
        return Phrase(id: "sebutkan berkas skenario\(entry)", en: "name a scenario file\(entry)")
    }

    static let policiesNotMapping = Phrase(
        id: "'policies' harus berisi nama dan isi kebijakan",
        en: "'policies' must hold names with what each policy does")

    static let policiesHint = Phrase(
        id: "contoh: 'dasar: {}' atau 'sembilan: { funding.months: 9 }'; di belakang nama boleh"
            + " juga berkas skenario",
        en: "examples: 'base: {}' or 'nine: { funding.months: 9 }'; a scenario's file may stand"
            + " behind the name too")

    static func notAPolicy(_ name: String) -> Phrase {
        Phrase(
            id: "kebijakan '\(name)' bukan isian dan bukan berkas",
            en: "policy '\(name)' is neither settings nor a file")
    }

    static func decidedAndVaried(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' ditetapkan di sini, padahal juga divariasikan",
            en: "'\(key)' is decided here, but it is varied too")
    }

    static let decidedAndVariedHint = Phrase(
        id: "hapus dari 'inputs' atau dari kebijakan ini; nilai di 'inputs' selalu menang",
        en: "take it out of 'inputs' or out of this policy; what 'inputs' says always wins")

    static func inputNotIn(_ policy: String, _ input: String) -> Phrase {
        Phrase(
            id: "skenario kebijakan '\(policy)' tidak punya masukan tak pasti '\(input)'",
            en: "the scenario of policy '\(policy)' has no uncertain input '\(input)'")
    }

    static let inputsNotMapping = Phrase(
        id: "'inputs' harus berisi kunci yang divariasikan",
        en: "'inputs' must hold the keys that vary")

    static let inputsHint = Phrase(
        id: "contoh: 'inputs: { funding.months: [9, 10], rate.lapse: [0.05, 0.5] }'",
        en: "for example 'inputs: { funding.months: [9, 10], rate.lapse: [0.05, 0.5] }'")

    static let listHint = Phrase(
        id: "contoh: '[9, 10]', atau satu rentang '0.05 .. 0.5'",
        en: "for example '[9, 10]', or one range '0.05 .. 0.5'")

    static let nothingUncertainHint = Phrase(
        id: "sebutkan masukannya di sini, misalnya 'inputs: { rate.lapse: 0.05 .. 0.5 }', atau beri"
            + " rentang di skenario",
        en: "name the inputs here, such as 'inputs: { rate.lapse: 0.05 .. 0.5 }', or give ranges in"
            + " the scenario")

    static func cutByComma(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' tampaknya bagian dari angka berkoma",
            en: "'\(text)' looks like part of a number with a comma")
    }

    static func quoteListCommas(_ parts: [String]) -> Phrase {
        let (comma, point) = (parts.joined(separator: ","), parts.joined(separator: "."))
        return Phrase(
            id: "di dalam [ ] tulis \"\(comma)\" dengan tanda kutip, atau \(point)",
            en: "inside [ ] write \"\(comma)\" with quotation marks, or \(point)")
    }

    static let rangeInList = Phrase(
        id: "daftar hanya memuat nilai, bukan rentang", en: "a list holds values, not ranges")

    static func notVaried(_ name: String) -> Phrase {
        Phrase(id: "'\(name)' tidak divariasikan", en: "'\(name)' is not varied")
    }

    static func correlationNotDrawn(_ kind: String) -> Phrase {
        Phrase(
            id: "rancangan '\(kind)' tidak mengacak, jadi tidak mengenal korelasi",
            en: "design '\(kind)' draws nothing, so it knows no correlations")
    }

    static let correlationNotDrawnHint = Phrase(
        id: "pakai mc, lhs atau sobol, atau hapus korelasinya",
        en: "use mc, lhs or sobol, or leave the correlation out")

    static let designHint = Phrase(
        id: "contoh: 'design: { kind: grid }' atau 'design: { kind: lhs, points: 200, seed: 7 }'",
        en: "examples: 'design: { kind: grid }' or 'design: { kind: lhs, points: 200, seed: 7 }'")

    static let noPoints = Phrase(
        id: "rancangan ini tidak punya titik", en: "this design has no points")

    static func tooManyPoints(_ most: Int) -> Phrase {
        Phrase {
            let limit = $0.numbers.format(Int64(most))
            return $0 == .indonesian
                ? "rancangan ini paling banyak punya \(limit) titik"
                : "this design can have at most \(limit) points"
        }
    }

    static func pointsNotCounted(_ kind: String) -> Phrase {
        Phrase(
            id: "rancangan '\(kind)' menentukan sendiri banyaknya titik",
            en: "design '\(kind)' counts its points itself")
    }

    static let listNeedsTable = Phrase(
        id: "rancangan 'list' butuh tabel titik", en: "design 'list' needs a table of points")

    static let listNeedsTableHint = Phrase(
        id: "buat tabel dengan satu kolom untuk setiap masukan dan sebutkan di 'points'",
        en: "make a table with a column for each input and name it in 'points'")

    static func tableNeedsList(_ kind: String) -> Phrase {
        Phrase(
            id: "rancangan '\(kind)' tidak memakai tabel titik",
            en: "design '\(kind)' does not use a table of points")
    }

    static func gridNeedsValues(_ key: String) -> Phrase {
        Phrase(
            id: "rancangan 'grid' butuh daftar nilai untuk '\(key)'",
            en: "design 'grid' needs a list of values for '\(key)'")
    }

    static func gridNeedsValuesHint(_ example: String?) -> Phrase {
        let (tulis, write) =
            example.map { ("tulis '\($0)', atau ", "write '\($0)', or ") } ?? ("", "")
        return Phrase(
            id: tulis + "pakai rancangan lhs, sobol atau mc",
            en: write + "use design lhs, sobol or mc")
    }

    static let gridTooLarge = Phrase(
        id: "kombinasinya terlalu banyak", en: "there are too many combinations")

    static let gridHint = Phrase(
        id: "pakai 'design: { kind: lhs, points: 200, seed: 7 }', atau kurangi nilai",
        en: "use 'design: { kind: lhs, points: 200, seed: 7 }', or list fewer values")

    static func notAmongValues(_ text: String, _ key: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan salah satu nilai '\(key)'",
            en: "'\(text)' is none of the values of '\(key)'")
    }

    static func unknownOutcome(_ name: String) -> Phrase {
        Phrase(id: "besaran '\(name)' tidak dikenal", en: "unknown outcome '\(name)'")
    }

    static func notBySegment(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' tidak diketahui menurut segmen",
            en: "'\(name)' is not known by segment")
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

    static func inertAlone(_ places: Int) -> Phrase {
        Phrase(
            id: "kunci ini, bila digeser sendiri, tidak mengubah hasil apa pun, dicoba pada "
                + "\(places) susunan masukan lain",
            en: "moved alone, this key changes no result; tried at \(places) settings of the others"
        )
    }

    static let allInert = Phrase(
        id: "tidak satu pun masukan, bila digeser sendiri, mengubah hasil",
        en: "no input changes any result when it is moved alone")
}
