import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// How a diagnostic looks.
@Suite struct DiagnosticTests {
    private let message = Phrase(id: "ada yang salah", en: "something is wrong")

    @Test("Place, message, line with caret, hint")
    func layout() {
        let diagnostic = Diagnostic(
            at: Position(file: "a.yaml", line: 3, column: 7), sourceLine: "    x: 1.234", message,
            hint: Phrase(id: "begini", en: "like this"))
        #expect(
            diagnostic.rendered(in: .english) == """
                a.yaml:3:7: error: something is wrong
                    x: 1.234
                      ^
                  hint: like this
                """)
        #expect(diagnostic.rendered().hasPrefix("a.yaml:3:7: galat: ada yang salah"))
    }

    @Test("A whole file has no line; a warning says so")
    func wholeFile() {
        let diagnostic = Diagnostic(.warning, at: Position(file: "a.yaml"), message)
        #expect(diagnostic.rendered() == "a.yaml: peringatan: ada yang salah")
        #expect(diagnostic.rendered(in: .english) == "a.yaml: warning: something is wrong")
    }

    @Test("Long lines are cut around the place; tabs keep the caret in its column")
    func excerpts() {
        let long = String(repeating: "a", count: 300) + "!" + String(repeating: "b", count: 300)
        let lines = Diagnostic(
            at: Position(file: "f", line: 1, column: 301), sourceLine: Substring(long), message
        ).rendered().split(separator: "\n")
        #expect(lines[1].count < 100)
        let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^")!)
        #expect(Array(lines[1])[caret] == "!")
        let tabbed = Diagnostic(
            at: Position(file: "f", line: 1, column: 4), sourceLine: "a\tb!", message
        ).rendered().split(separator: "\n")
        #expect(tabbed[2] == "     \t ^")
    }

    @Test("A number that is not whole never looks whole")
    func numbers() {
        #expect(Language.english.plain(0.9999999) == "0.9999999")
        #expect(Language.english.plain(1 - 1e-12) == "0.999999999999")
        #expect(Language.indonesian.plain(1.00000001) == "1,00000001")
        #expect(Language.english.plain(2e-9) == "0.000000002")
        #expect(Language.english.plain(0.1 + 0.2) == "0.3")
        #expect(Language.english.plain(1.0 / 3) == "0.333333")
        #expect(Language.english.plain(1) == "1")
        #expect(Language.english.plain(-.infinity) == "-∞")
    }

    @Test("Kinds of law are told in the reader's words")
    func lawKinds() {
        let wrong = Phrase.law(.wrongKind(path: "p", expected: .scale, found: .decimal))
        #expect(wrong.indonesian == "'p' berupa angka, bukan tarif berjenjang")
        #expect(wrong.english == "'p' holds a number, not a scale of rates")
        let change = Phrase.law(.changeDoesNotFit(path: "p", kind: .brackets))
        #expect(change.indonesian == "'p' berupa tabel golongan dan tidak dapat diubah begitu")
        #expect(Phrase.name(LawValue.Kind.text).indonesian == "kata")
    }

    @Test("Columns beyond the line and many diagnostics do no harm")
    func bounds() {
        let beyond = Diagnostic(
            at: Position(file: "f", line: 1, column: 99), sourceLine: "ab", message)
        #expect(beyond.rendered().hasSuffix("    ab\n      ^"))
        let many = (1...60).map {
            Diagnostic(at: Position(file: "f", line: $0, column: 1), message)
        }
        #expect(many.rendered(in: .english, limit: 50).hasSuffix("\n... and 10 more"))
        #expect(many.hasErrors)
    }

    @Test("Control characters are shown and not obeyed, wherever they stand")
    func controlCharacters() {
        let text = "a\u{1B}[2Jb\u{9B}c\u{202E}"
        let diagnostic = Diagnostic(
            at: Position(file: "f" + text, line: 1, column: 2), sourceLine: Substring(text),
            Phrase(id: text, en: text), hint: Phrase(id: text, en: text))
        let rendered = diagnostic.rendered(in: .english)
        #expect(
            rendered.unicodeScalars.allSatisfy { $0 == "\n" || !ControlCharacters.contains($0) })
        #expect(rendered.components(separatedBy: "a\\u{1b}[2Jb\\u{9b}c\\u{202e}").count == 5)
    }

    @Test("Of a very long text its ends are shown")
    func longMessage() {
        let long = String(repeating: "x", count: 100_000)
        let diagnostic = Diagnostic(at: Position(file: "f"), Phrase(id: long, en: long))
        #expect(diagnostic.rendered(in: .english).count < 1000)
    }

    @Test("Many faults of one long line share it", .timeLimit(.minutes(20)))
    func manyFaultsOnOneLine() throws {
        let list = (0..<20_000).map { "'9\($0)'" }.joined(separator: ",")
        let reading = try FixtureFolder.reading(
            """
            name: x
            title: x
            regions: [\(list)]
            horizon: { from: 2025-01, until: 2026-12 }
            segments: [petani]
            purses: [dbh-cht]
            """)
        #expect(reading.diagnostics.count == 20_000)
        let text = reading.diagnostics.rendered(in: .english)
        #expect(text.utf8.count < 30_000)
        #expect(text.hasSuffix("... and 19950 more"))
    }
}
