import Quantities
import Testing

@testable import Formats
@testable import Policy

/// Nodes know their places, and a duplicate key does not hide the other faults.
@Suite struct YAMLReaderTests {
    @Test("Places, nulls, quotes")
    func nodes() throws {
        let root = try #require(try read("a: 1\nb:\n  - x\n  - \"~\"\nc: ~\n").root)
        #expect(root.entries?.map(\.key) == ["a", "b", "c"])
        #expect(root["b"]?.value.items?[1].text == "~")
        #expect(root["b"]?.value.items?[1].position.line == 4)
        #expect(root["c"]?.value.isNull == true)
    }

    @Test("Every duplicate is told, and what stands beside them is read")
    func duplicates() throws {
        let text = """
            a:
              k: 1
              "k":
                - 2
              l: 3
            b: 1
            # catatan
            b: 2
            c: 3
            """
        let (root, faults) = try read(text)
        #expect(faults.map(\.position.line) == [3, 8])
        #expect(root?.entries?.map(\.key) == ["a", "b", "c"])
        #expect(root?["a"]?.value.entries?.map(\.key) == ["k", "l"])
    }

    @Test("After a hundred duplicates reading ends, and the file is not called empty")
    func manyDuplicates() throws {
        let text = (1...120).map { "k\($0): 1\nk\($0): 2\n" }.joined()
        let (root, faults) = try read(text)
        #expect(root == nil)
        #expect(faults.count == 100)
        #expect(faults.allSatisfy { $0.message.english.hasSuffix("is written twice") })
    }

    @Test("Quoted and plain keys with the same text are one key")
    func quotedDuplicate() throws {
        let (_, faults) = try read("r: { \"35\": 1, 35: 2 }\n")
        #expect(faults.count == 1)
        #expect(faults[0].message.english == "key '35' is written twice")
    }

    @Test("A list as key is told; the rest is read")
    func listKey() throws {
        let (root, faults) = try read("? [a, b]\n: 1\nc: 2\n")
        #expect(faults.map(\.message.english) == ["a key must be a text, not a list"])
        #expect(root?["c"]?.value.text == "2")
    }

    @Test("Aliases of aliases are told, as values, as keys and in depth, and at once")
    func aliasBombs() throws {
        let wide = (1...20).map { level in
            let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            return "a\(level): &a\(level) [\(inner)]\n"
        }
        let deep = (1...5000).map { "d\($0): &d\($0) [*d\($0 - 1)]\n" }.joined()
        for (text, message) in [
            ("a0: &a0 [x, x]\n" + wide.joined(), Phrase.tooManyNodes),
            ("a0: &a0 [x, x]\n" + wide.joined() + "? *a20\n: 1\n", Phrase.keyNotText),
            ("a0: &a0 [x, x]\n" + wide.joined() + "? [b, *a20]\n: 1\n", Phrase.keyNotText),
            (
                "a0: &a0 [x, x]\n" + wide.joined() + "k: { ? { *a20 : 1 } : 2 }\n",
                Phrase.keyNotText
            ),
            ("d0: &d0 x\n" + deep, Phrase.tooManyNodes),
        ] {
            let (root, faults) = try read(text)
            #expect(root == nil)
            #expect(faults.map(\.message) == [message])
        }
    }

    @Test("An alias that stands for one value is read")
    func plainAlias() throws {
        let (root, faults) = try read("a: &x [1, 2]\nb: *x\nc: \"*x & *y\"\nd: 3 * 4\n")
        #expect(faults.isEmpty)
        #expect(root?["b"]?.value.items?.map(\.text) == ["1", "2"])
        #expect(root?["c"]?.value.text == "*x & *y")
        #expect(root?["d"]?.value.text == "3 * 4")
    }

    @Test("Deep nesting is told")
    func deepNesting() throws {
        for text in [
            "a: " + String(repeating: "[", count: 100_000),
            "a: " + String(repeating: "{a: ", count: 50_000),
            "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900) + "\n",
            "a:\n" + (1...5000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ] {
            #expect(try read(text).faults.count <= 1)
        }
    }

    @Test(
        "A merge takes mappings and nothing else",
        arguments: ["5", "apa", "[1, 2]", "[*a, 1]", "[]", "", "~", "\"*a\""])
    func merges(_ value: String) throws {
        let (root, faults) = try read("a: &a { k: 1 }\nb:\n  <<: \(value)\n  l: 2\n")
        #expect(faults.map(\.position.line) == [3])
        #expect(faults.map(\.message.english) == ["'<<' takes a set of 'key: value'"])
        #expect(root?["b"]?.value["l"]?.value.text == "2")
        for sound in ["*a", "[*a]", "{ k: 3 }"] {
            #expect(try read("a: &a { k: 1 }\nb:\n  <<: \(sound)\n  l: 2\n").faults.isEmpty)
        }
    }

    @Test(
        "Control characters that escapes make are told at their text",
        arguments: ["\\e[2J", "\\x07", "\\0", "\\r", "\\x9b", "\\u202e", "\\u2028", "\\x7f"])
    func escapes(_ escape: String) throws {
        for text in ["a: \"x\(escape)\"\n", "\"k\(escape)\": 1\n", "a: [1, \"\(escape)\"]\n"] {
            let (_, faults) = try read(text)
            #expect(faults.map(\.message) == [Phrase.escapedControl], "\(text)")
            #expect(faults.allSatisfy { $0.position.line == 1 })
        }
        #expect(try read("a: \"x\\ty\\nz\"\n").faults.isEmpty)
    }

    @Test("A mapping of many keys is read whole", .timeLimit(.minutes(20)))
    func manyKeys() throws {
        let keys = (1...20_000).map { "k\($0): 1" }.joined(separator: ", ")
        let (root, faults) = try read("a: {\(keys)}\n")
        #expect(faults.isEmpty)
        #expect(root?["a"]?.value.entries?.count == 20_000)
    }

    @Test("Raw control characters in any file are told by line")
    func rawControl() throws {
        try FixtureFolder.inFolder(["a.csv": "region\n35.05\n\u{1B}]0;x\u{7}\n"]) { folder in
            let session = ReadingSession(files: SourceFiles(root: folder))
            #expect(session.source("a.csv") == nil)
            #expect(session.diagnostics.map(\.message) == [Phrase.controlCharacter])
            #expect(session.diagnostics[0].position.line == 3)
        }
    }

    @Test(
        "Tags are told where they stand, before a value, a key, a mapping or a list",
        arguments: [
            ("a: !!null 20000", "!!null", 4), ("a: !!python/object/apply:os.system id", nil, 4),
            ("a: !lain x", "!lain", 4), ("a: !<tag:x> y", "!<tag:x>", 4),
            ("!!str a: 1", "!!str", 1),
            ("a: !!map { b: 1 }", "!!map", 4), ("a: !!seq [1]", "!!seq", 4),
            ("a: &b !!int 5", "!!int", 7), ("a: !!int &b 5", "!!int", 4), ("a: ! 5", "!", 4),
            ("a: [1, !!float 2]", "!!float", 8), ("a: !!str \"x\"", "!!str", 4),
        ])
    func tags(_ line: String, _ tag: String?, _ column: Int) throws {
        let (_, faults) = try read("c: 1\n\(line)\n")
        #expect(faults.count == 1)
        #expect(faults.first?.position.line == 2)
        #expect(faults.first?.position.column == column)
        if let tag {
            #expect(
                faults.first?.message.english == "type marks such as '\(tag)' are not used here")
        }
        for sound in ["a: \"!x\"", "a: x!", "a: b !c", "a: '!'", "\"!a\": 1"] {
            #expect(try read("c: 1\n\(sound)\n").faults.isEmpty, "\(sound)")
        }
    }

    @Test("A zero byte is told with its line, in whatever file")
    func zeroBytes() throws {
        for text in ["a: 1\nb: 2\u{0}\n", "a: 1\n\u{0}", "a,b\n1\u{0},2\n"] {
            let (root, faults) = try read(text)
            #expect(root == nil)
            #expect(faults.map(\.position.line) == [2])
            #expect(
                faults.map(\.message.english) == ["this line holds an invisible control character"])
        }
    }

    private func read(_ text: String) throws -> (root: YAMLNode?, faults: [Diagnostic]) {
        try FixtureFolder.inFolder(["x.yaml": text]) { folder in
            let session = ReadingSession(files: SourceFiles(root: folder))
            return (YAMLReader(session: session).root(of: "x.yaml"), session.diagnostics)
        }
    }
}
