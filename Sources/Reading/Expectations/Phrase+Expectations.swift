import Quantities

extension Phrase {
    static let then = Phrase(id: "maka", en: "then")

    private static let expectation = Phrase(
        id: "{ that: gap_rp paling banyak 0, because: pagu cukup }",
        en: "{ that: gap_rp at most 0, because: ceilings suffice }")

    static let expectationHint = forExample(expectation)

    static let expectationsHint = forExample(Phrase(same: "expect: [\(expectation)]"))

    static let statementHint = Phrase(
        id: "contoh: 'that: gap_rp paling banyak 0'", en: "for example 'that: gap_rp at most 0'")

    static let reasonHint = Phrase(
        id: "tulis alasannya, misalnya 'because: pagu KUA-PPAS'",
        en: "write the reason, such as 'because: ceilings of KUA-PPAS'")

    /// A whole statement with a condition that the scenario accepts.
    static func conditionHint(_ context: SettingContext) -> Phrase {
        let purse = context.reach.members(.purse)?.first
        let key = purse.map { "purse.ceiling.\($0)" } ?? "quota"
        return Phrase(
            id: "contoh: 'jika \(key) dibagi dua maka gap_rp naik'",
            en: "for example 'if \(key) is halved then gap_rp rises'")
    }

    /// What was meant, in the words of each language.
    static func meant(_ text: Phrase) -> Phrase {
        Phrase("maksud Anda '\(text)'?", en: "did you mean '\(text)'?")
    }

    static func forExample(_ text: Phrase) -> Phrase {
        Phrase("contoh: '\(text)'", en: "for example '\(text)'")
    }

    static func oneOf(_ texts: [Phrase]) -> Phrase {
        let quoted = texts.map { Phrase(same: "'\($0)'") }
        return Phrase(
            "salah satu: \(joined: quoted, by: ", ")", en: "one of: \(joined: quoted, by: ", ")")
    }

    /// Words of a statement that mean nothing where they stand.
    static func unknownHere(_ words: String) -> Phrase {
        Phrase(
            id: "'\(words)' tidak dimengerti di sini", en: "'\(words)' is not understood here")
    }

    static func nothingMore(_ words: String) -> Phrase {
        Phrase(
            id: "'\(words)' berlebih: pernyataan sudah lengkap",
            en: "'\(words)' is too much: the statement is complete without it")
    }

    static func nothingBehind(_ word: String) -> Phrase {
        Phrase(
            id: "di belakang '\(word)' belum ada apa-apa", en: "nothing stands behind '\(word)'")
    }

    static func noNumberBehind(_ words: String) -> Phrase {
        Phrase(
            id: "di belakang '\(words)' belum ada angka", en: "no number stands behind '\(words)'")
    }
}
