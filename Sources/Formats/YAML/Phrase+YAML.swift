import Quantities

extension Phrase {
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

    static func percentHint(_ text: String) -> Phrase {
        let entry = "{ unit: share, value: \(text) }"
        return Phrase(
            id: "untuk bagian dari yang memenuhi syarat tulis '\(entry)'",
            en: "for a share of the eligible write '\(entry)'")
    }

    static func eitherReading(
        _ fault: NumberTextFault, _ locale: NumberLocale?, _ unit: Unit?
    ) -> Phrase {
        let readings = MeantNumber.readings(of: fault, locale, unit)
        return Phrase(
            id: "tulis \(readings.joined(separator: " atau "))",
            en: "write \(readings.joined(separator: " or "))")
    }

    /// Another text than the known locales.
    ///
    /// `locale: id` or `locale: indonesia`; the hint lists those that are known.
    static func unknownLocale(_ text: String) -> Phrase {
        Phrase(id: "locale '\(text)' tidak dikenal", en: "unknown locale '\(text)'")
    }

    static let rangeHint = Phrase(
        id: "tulis batas bawah, dua titik, batas atas: '5 .. 50'",
        en: "write the lower end, two dots, the upper end: '5 .. 50'")

    static let tooManyNodes = Phrase(
        id: "berkas ini terlalu besar setelah aliasnya diuraikan",
        en: "this file is too large once its aliases are worked out")

    static let escapedControl = Phrase(
        id: "teks ini memuat karakter kendali yang tidak terlihat",
        en: "this text holds an invisible control character")

    static let keyNotText = Phrase(
        id: "kunci harus berupa teks, bukan daftar", en: "a key must be a text, not a list")

    static func tag(_ text: String) -> Phrase {
        Phrase(
            id: "penanda jenis '\(text)' tidak dipakai di sini",
            en: "type marks such as '\(text)' are not used here")
    }

    static let tagHint = Phrase(
        id: "hapus penanda itu; teks yang diawali '!' ditulis dalam tanda kutip",
        en: "remove it; a text that begins with '!' is written in quotes")

    static func duplicateKey(_ key: String) -> Phrase {
        Phrase(id: "kunci '\(key)' ditulis dua kali", en: "key '\(key)' is written twice")
    }

    static let quotation = "quoted scalar"

    /// What the YAML parser found, in words that do not presume YAML.
    ///
    /// The parser's English is matched by pieces of it; what matches none is told as a line that
    /// does not fit.
    ///
    /// - Parameters:
    ///   - problem: what the parser says is wrong.
    ///   - context: what it was reading, such as `while scanning a quoted scalar`.
    ///   - line: where that began, for brackets.
    ///   - character: what stands at the place of the fault.
    /// - Returns: the message, and a hint where one helps.
    static func syntax(
        _ problem: String, context: String, openedAt line: Int?, at character: Character?
    ) -> (message: Phrase, hint: Phrase?) {
        if character == "\t" {
            return (tab, Phrase(id: "ganti tab dengan spasi", en: "replace the tab by spaces"))
        }
        if problem.contains("another document") {
            return (
                Phrase(
                    id: "berkas berisi lebih dari satu dokumen",
                    en: "the file holds more than one document"),
                Phrase(
                    id: "hapus baris '---' dan semua sesudahnya",
                    en: "remove the line '---' and what follows")
            )
        }
        if problem.contains("tag") { return (tag("!"), tagHint) }
        if problem.contains("undefined alias") {
            return (
                Phrase(
                    id: "alias ini belum didefinisikan di atasnya",
                    en: "nothing above defines this alias"), nil
            )
        }
        if context.contains(quotation) {
            return (
                Phrase(id: "tanda kutip tidak ditutup", en: "a quotation mark is not closed"),
                Phrase(id: "tutup dengan tanda kutip yang sama", en: "close it with the same mark")
            )
        }
        if context.contains("flow") {
            return (
                Phrase(
                    id: "kurung tidak ditutup, atau koma di antara isinya kurang",
                    en: "a bracket is not closed, or a comma is missing inside it"),
                line.map(openedOn)
            )
        }
        return misplaced(problem, at: character)
    }

    /// The same for what stands where it may not.
    private static func misplaced(
        _ problem: String, at character: Character?
    ) -> (message: Phrase, hint: Phrase?) {
        if problem.contains("mapping values are not allowed") {
            return (
                Phrase(id: "tanda ':' tidak boleh ada di sini", en: "a ':' is not allowed here"),
                Phrase(
                    id: "periksa apakah baris sebelumnya punya ':', atau beri tanda kutip pada"
                        + " teks yang memuat ':'",
                    en: "check that the line before has a ':', or put a text that holds ':' in"
                        + " quotes"
                )
            )
        }
        if problem.contains("cannot start any token") {
            return (
                badStart(character),
                Phrase(
                    id: "periksa lekukan baris, atau beri tanda kutip pada teksnya",
                    en: "check the indentation, or put the text in quotes")
            )
        }
        if problem.contains("could not find expected ':'") {
            return (
                Phrase(
                    id: "baris sebelum ini tidak punya tanda ':'",
                    en: "the line before has no ':'"),
                Phrase(
                    id: "tulis 'kunci: nilai', dengan spasi setelah titik dua",
                    en: "write 'key: value', with a space after the colon")
            )
        }
        if problem.contains("nesting") {
            return (
                Phrase(
                    id: "isi berkas bersarang terlalu dalam", en: "the file is nested too deeply"),
                nil
            )
        }
        return (
            Phrase(
                id: "baris ini tidak cocok dengan susunan di atasnya",
                en: "this line does not fit the structure above it"),
            Phrase(
                id: "samakan lekukannya dengan baris-baris sederajat",
                en: "indent it like the lines of the same level")
        )
    }

    static let tab = Phrase(
        id: "baris ini menjorok dengan tab", en: "this line is indented with a tab")

    static func openedOn(_ line: Int) -> Phrase {
        Phrase(id: "dibuka di baris \(line)", en: "opened on line \(line)")
    }

    /// `%`, `@`, a backtick and other marks that YAML keeps for itself.
    ///
    /// At the value, which needs quotes; a stray tab is told by its own message.
    static func badStart(_ character: Character?) -> Phrase {
        let shown = character.map { "'\($0)'" } ?? ""
        return Phrase(
            id: "nilai tidak boleh diawali \(shown)", en: "a value must not begin with \(shown)")
    }
}
