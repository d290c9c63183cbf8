import Quantities

/// The argument parser's own words in the language that was asked for.
///
/// The parser writes English; its phrases are few and are replaced one by one.
package enum UsageText {
    /// - Parameter isResult: a result of the parser, whose kind is not known: help is translated, a
    ///   version or a completion script has none of the phrases of help.
    package static func translated(
        _ text: String, isResult: Bool, in language: Language
    ) -> String {
        guard language == .indonesian else { return text }
        guard !isResult || isHelp(text) else { return text }
        return phrases.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// Whether a result is help, for readers or for programs that write manual pages.
    private static func isHelp(_ text: String) -> Bool {
        text.contains("USAGE: ") || text.contains("\"serializationVersion\"")
    }

    package static func valueName(_ english: String, in language: Language) -> String {
        guard language == .indonesian else { return english }
        return valueNames[english] ?? english
    }

    private static let valueNames = [
        "best": "terbaik", "day": "hari", "design": "rancangan", "file": "berkas",
        "files": "berkas", "first": "pertama", "folders": "folder", "format": "bentuk",
        "group": "kelompok",
        "key": "kunci", "lang": "bahasa", "level": "tingkat", "method": "cara", "month": "bulan",
        "name": "nama", "path": "kunci", "payer": "pembayar", "programmes": "program",
        "region": "daerah", "route": "jalur", "second": "kedua", "share": "bagian",
        "stage": "tahap", "text": "teks", "threshold": "ambang", "yyyy": "tttt",
        "yyyy-mm": "tttt-bb",
    ]

    /// The parser's English, longest first where one is part of another, and ours.
    private static let phrases: [(String, String)] = [
        ("OVERVIEW: ", "IKHTISAR: "), ("USAGE: ", "PEMAKAIAN: "), ("Usage: ", "Pemakaian: "),
        ("ARGUMENTS:", "ARGUMEN:"), ("OPTIONS:", "PILIHAN:"), ("SUBCOMMANDS:", "PERINTAH:"),
        ("<subcommand>", "<perintah>"), ("(default:", "(bawaan:"), ("(values:", "(nilai:"),
        ("default: ", "bawaan: "), ("<options>", "<pilihan>"),
        ("Show the version.", Phrase(id: "Tampilkan versi.", en: "Show the version.").indonesian),
        (
            "Show help information.",
            Phrase(id: "Tampilkan bantuan.", en: "Show help information.").indonesian
        ),
        (" for detailed help.", " untuk bantuan lengkap."),
        (" for more information.", " untuk keterangan lebih lanjut."),
        ("  See 'lindung", "  Lihat 'lindung"), ("Error: ", "Galat: "), ("Help:  ", "Bantuan:  "),
        ("Missing expected argument", "Argumen belum ada:"),
        ("Missing value for", "Nilai belum ada untuk"),
        ("Unknown option", "Pilihan tidak dikenal:"), ("Did you mean", "Maksud Anda"),
        ("The value ", "Nilai "), (" is invalid for ", " tidak sah untuk "),
        ("Unexpected argument", "Argumen berlebih:"),
        (" unexpected arguments: ", " argumen berlebih: "),
        ("Please provide one of the following:", "Pilih salah satu dari berikut:"),
        ("Please provide one of ", "Pilih salah satu: "), ("' and '", "' atau '"),
        ("' or '", "' atau '"), ("The option ", "Pilihan "),
        (" does not take any value, but ", " tidak memakai nilai, tetapi "),
        (" was specified.", " ditulis di situ."),
    ]
}

extension Language {
    /// The language out of a command's arguments, then out of the environment; the standard one
    /// where neither names one.
    package static func asked(_ arguments: [String], _ environment: String?) -> Language {
        let words = Array(arguments.prefix { $0 != "--" })
        var named: String?
        for (index, word) in words.enumerated() {
            if word == "--lang", index + 1 < words.count { named = words[index + 1] }
            if word.hasPrefix("--lang=") { named = String(word.dropFirst(7)) }
        }
        return (named ?? environment).flatMap(Language.init(rawValue:)) ?? .standard
    }
}

/// What help says of options that both programs have.
extension Phrase {
    package static let helpLanguage = Phrase(
        id: "Bahasa: id atau en; bawaan dari LINDUNG_LANG, lalu id.",
        en: "Language: id or en; by default from LINDUNG_LANG, then id.")
    package static let helpData = Phrase(
        id: "Folder data; bawaan LINDUNG_DATA, lalu notebooks-data di atas folder ini.",
        en: "Data folder; by default LINDUNG_DATA, then notebooks-data above this folder.")
}
