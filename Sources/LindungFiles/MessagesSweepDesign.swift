import Policy
import Quantities

/// Designs, points and outcomes of sweep files.
extension Messages {
    // MARK: Designs

    /// How a design is written.
    static let designHint = Phrase(
        id: "contoh: 'design: { kind: grid }' atau 'design: { kind: lhs, points: 200, seed: 7 }'",
        en: "examples: 'design: { kind: grid }' or 'design: { kind: lhs, points: 200, seed: 7 }'")

    /// A word that is no kind of design.
    static func unknownDesign(_ word: String) -> Phrase {
        Phrase(id: "rancangan '\(word)' tidak dikenal", en: "unknown design '\(word)'")
    }

    /// A design of no points.
    static let noPoints = Phrase(
        id: "rancangan ini tidak punya titik", en: "this design has no points")

    /// A design of more points than a store holds.
    static func tooManyPoints(_ most: Int) -> Phrase {
        Phrase {
            let limit = $0.numbers.format(Int64(most))
            return $0 == .indonesian
                ? "rancangan ini paling banyak punya \(limit) titik"
                : "this design can have at most \(limit) points"
        }
    }

    /// A number of points that the design does not need.
    static func pointsNotCounted(_ kind: String) -> Phrase {
        Phrase(
            id: "rancangan '\(kind)' menentukan sendiri banyaknya titik",
            en: "design '\(kind)' has as many points as it has")
    }

    /// A list without its table.
    static let listNeedsTable = Phrase(
        id: "rancangan 'list' butuh tabel titik", en: "design 'list' needs a table of points")

    /// How the table is named.
    static let listNeedsTableHint = Phrase(
        id: "buat tabel dengan satu kolom untuk setiap masukan dan sebutkan di 'points'",
        en: "make a table with a column for each input and name it in 'points'")

    /// A table that the design does not read.
    static func tableNeedsList(_ kind: String) -> Phrase {
        Phrase(
            id: "rancangan '\(kind)' tidak memakai tabel titik",
            en: "design '\(kind)' does not use a table of points")
    }

    /// A range in a grid.
    static func gridNeedsValues(_ key: String) -> Phrase {
        Phrase(
            id: "rancangan 'grid' butuh daftar nilai untuk '\(key)'",
            en: "design 'grid' needs a list of values for '\(key)'")
    }

    /// How values are listed, and which designs take ranges.
    static func gridNeedsValuesHint(_ example: String?) -> Phrase {
        let (tulis, write) =
            example.map { ("tulis '\($0)', atau ", "write '\($0)', or ") } ?? ("", "")
        return Phrase(
            id: tulis + "pakai rancangan lhs, sobol atau mc",
            en: write + "use design lhs, sobol or mc")
    }

    /// More combinations than can be computed.
    static let gridTooLarge = Phrase(
        id: "kombinasinya terlalu banyak", en: "there are too many combinations")

    /// What to do about it.
    static let gridHint = Phrase(
        id: "pakai 'design: { kind: lhs, points: 200, seed: 7 }', atau kurangi nilai",
        en: "use 'design: { kind: lhs, points: 200, seed: 7 }', or list fewer values")

    /// Anything else that forbids drawing.
    static func cannotDraw(_ detail: String) -> Phrase {
        Phrase(
            id: "titik tidak dapat diacak: \(detail)", en: "points cannot be drawn: \(detail)")
    }

    /// A cell that is none of the values of its input.
    static func notAmongValues(_ text: String, _ key: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan salah satu nilai '\(key)'",
            en: "'\(text)' is none of the values of '\(key)'")
    }

    // MARK: Outcomes

    /// A name that is no figure.
    static func unknownOutcome(_ name: String) -> Phrase {
        Phrase(id: "besaran '\(name)' tidak dikenal", en: "unknown outcome '\(name)'")
    }

    /// A ratio that is known for whole regions only.
    static func notBySegment(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' tidak diketahui menurut segmen",
            en: "'\(name)' is not known by segment")
    }

    /// A year that no month of the horizon lies in.
    static func yearOutside(_ year: Int) -> Phrase {
        Phrase(id: "tahun \(year) di luar periode", en: "year \(year) is outside the horizon")
    }

    /// A list or a text in place of rules.
    static let rulesNotMapping = Phrase(
        id: "aturan ditulis sebagai batas suatu besaran",
        en: "a rule is written as a bound of an outcome")

    /// How a rule is written.
    static func ruleHint(_ name: String, _ bound: String?) -> Phrase {
        let entry = "'\(name): { at_most: \(bound ?? "0") }'"
        return Phrase(
            id: "contoh: \(entry); pilihan: at_most, at_least",
            en: "for example \(entry); choices: at_most, at_least")
    }
}
