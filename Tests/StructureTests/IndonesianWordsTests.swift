import Foundation
import Testing

/// What an Indonesian reader gets has no English in it, and one word for one thing.
///
/// Keys, file names, options and whatever stands in quotes are what a reader types, and stay.
@Suite struct IndonesianWordsTests {
    /// English words that lay close at hand.
    private static let english: Set<String> = [
        "and", "annex", "are", "art", "article", "baseline", "bill", "bills", "by", "ceiling",
        "coverage", "default", "dial", "draw", "draws", "driver", "employer", "false", "file",
        "from", "funded", "gap", "horizon", "is", "lever", "levers", "month", "months", "no", "not",
        "of", "output", "paid", "person", "persons", "public", "purse", "purses", "region",
        "regions", "self", "share", "standard", "the", "total", "true", "unfunded", "value", "with",
        "year", "years", "yes",
    ]

    /// What the list of terms in `scenarios/README.id.md` has another word for.
    private static let replaced = [
        "tagihan": "kebutuhan iuran", "terdanai": "terbayar, kekurangan pagu",
        "undian": "simulasi acak", "lolos": "memenuhi", "wilayah": "daerah",
        "pengungkit": "tuas",
    ]

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: SourceTree.root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Files below a folder whose names end so, as paths from the project's root.
    private static func files(_ folder: String, _ ending: String) -> [String] {
        let base = SourceTree.root.appendingPathComponent(folder).path
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: base)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
    }

    @Test("Messages") func messages() throws {
        var count = 0
        for file in try SourceTree("Sources").files {
            for text in SwiftTexts(Self.code(file)).indonesian {
                count += 1
                #expect(Self.wrong(in: text).isEmpty, "\(file.path): \(text)")
            }
        }
        #expect(count > 1000)
    }

    private static func code(_ file: SourceTree.File) -> String {
        file.lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }

    @Test("What commands print", arguments: files("Tests/CommandTests/Snapshots", ".id.txt"))
    func snapshots(_ file: String) throws {
        for line in try Self.text(file).split(separator: "\n") {
            #expect(Self.wrong(in: String(line)).isEmpty, "\(file): \(line)")
        }
    }

    /// Lines of the broken file itself are indented by four; lists of choices are keys.
    @Test("What is said of broken files", arguments: files("Tests", ".expected"))
    func faults(_ file: String) throws {
        let lists = ["pilihan: ", "yang ada: ", "salah satu: ", "diterima: "]
        for line in try Self.text(file).split(separator: "\n") where !line.hasPrefix("    ") {
            let list = lists.compactMap { line.range(of: $0)?.upperBound }.min()
            let words = String(line[..<(list ?? line.endIndex)])
            #expect(Self.wrong(in: words).isEmpty, "\(file): \(line)")
        }
    }

    @Test("Manuals", arguments: ["README.id.md", "scenarios/README.id.md"])
    func manuals(_ file: String) throws {
        let parts = try Self.text(file).components(separatedBy: "```")
        for (place, part) in parts.enumerated() where place.isMultiple(of: 2) {
            for line in part.split(separator: "\n") where !line.hasPrefix("    ") {
                #expect(Self.wrong(in: String(line)).isEmpty, "\(file): \(line)")
            }
        }
    }

    @Test(
        "The test sees what it should, and leaves what readers type",
        arguments: [
            ("seluruh horizon", ["horizon"]), ("Tagihan publik", ["tagihan"]),
            ("PP 44/2015 Annex II", ["annex"]), ("PP 45/2015 art. 29(3)", ["art"]),
            ("tulis 'true' untuk ya", []), ("[--draws <n>] gap_rp, share/lindung", []),
            ("`self` dan [file](file.md)", []),
        ])
    func sees(_ text: String, _ words: [String]) {
        #expect(Self.wrong(in: text) == words)
    }

    /// The words of a text that should not be there, in lower case.
    private static func wrong(in text: String) -> [String] {
        let typed = #"\{[^}\n]*\}|'[^'\n]*'|`[^`\n]*`|"[^"\n]*"|<[^>\n]*>|\[[^\]\n]*\]\([^)\n]*\)"#
        let plain = text.replacingOccurrences(of: typed, with: " ", options: .regularExpression)
        let tokens = plain.split { $0.isWhitespace || "[](),;|".contains($0) }.filter { token in
            !token.hasPrefix("--") && !isKeyOrFile(token)
        }
        let words = tokens.flatMap { $0.split { !$0.isLetter } }.map { $0.lowercased() }
        return words.filter { english.contains($0) || replaced[$0] != nil }
    }

    /// Whether a mark of keys, paths or entries stands between letters: `rate.lapse`, `gap_rp`.
    private static func isKeyOrFile(_ token: Substring) -> Bool {
        let inside = token.dropFirst().dropLast()
        return inside.contains { "._/=@{}:".contains($0) }
    }
}

/// The texts of a Swift file that Indonesian readers get: `id: "..."` and what follows a question
/// about the language, without what is filled in.
private struct SwiftTexts {
    private(set) var indonesian: [String] = []

    /// - Parameter source: without comments.
    init(_ source: String) {
        let starts = #"(\bid:|\bindonesian:|\(\.indonesian, [^)\n]*\):|[iI]ndonesian\s*\?)\s*(?=")"#
        var rest = source[...]
        while let start = rest.range(of: starts, options: .regularExpression) {
            rest = rest[start.upperBound...]
            indonesian.append(Self.literals(rest))
        }
    }

    /// The literals that stand at the start, joined by plus signs.
    private static func literals(_ code: Substring) -> String {
        var (text, rest) = ("", code)
        while rest.first == "\"" {
            let mark = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
            rest = rest.dropFirst(mark.count)
            while !rest.isEmpty, !rest.hasPrefix(mark) {
                if rest.hasPrefix("\\(") {
                    rest = afterBrackets(rest.dropFirst())
                    text += " "
                } else {
                    let length = rest.first == "\\" ? 2 : 1
                    if length == 1 { text.append(contentsOf: rest.prefix(1)) }
                    rest = rest.dropFirst(length)
                }
            }
            rest = rest.dropFirst(mark.count)
            rest = rest.drop { $0.isWhitespace || $0 == "+" }
        }
        return text
    }

    /// What follows the brackets that stand at the start.
    private static func afterBrackets(_ code: Substring) -> Substring {
        var depth = 0
        for (place, character) in zip(code.indices, code) {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0 { return code[code.index(after: place)...] }
        }
        return ""
    }
}
