import Testing

@testable import LindungFiles

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

    private func read(_ text: String) throws -> (root: YAMLNode?, faults: [Diagnostic]) {
        try FixtureFolder.inFolder(["x.yaml": text]) { folder in
            let session = ReadingSession(files: SourceFiles(root: folder))
            return (YAMLReader(session: session).root(of: "x.yaml"), session.diagnostics)
        }
    }
}
