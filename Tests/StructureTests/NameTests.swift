import Testing

/// Names say what a thing is.
@Suite struct NameTests {
    private static let empty = [
        "Utils", "Util", "Helpers", "Helper", "Common", "Manager", "Service", "Types",
        "Extensions", "Misc", "Base",
    ]

    @Test("No file is named after nothing")
    func files() throws {
        for file in try SourceTree("Sources").files + SourceTree("Tests").files {
            let stem = file.name.dropLast(".swift".count)
            #expect(!Self.empty.contains { stem == $0 || stem.hasSuffix("+" + $0) }, "\(file.path)")
            #expect(
                !["Utils", "Helpers", "Manager", "Service"].contains { stem.hasSuffix($0) },
                "\(file.path)")
        }
    }

    @Test("No module shares its name with one of its own types")
    func modules() throws {
        for file in try SourceTree("Sources").files {
            for line in file.lines {
                let words = line.split { !$0.isLetter && $0 != "_" }.map(String.init)
                for keyword in ["struct", "enum", "class", "actor"] {
                    guard let position = words.firstIndex(of: keyword),
                        position + 1 < words.count, !line.contains("//")
                    else { continue }
                    #expect(words[position + 1] != file.target, "\(file.path): \(line)")
                }
            }
        }
    }

    @Test("Nothing unfinished, nothing forced")
    func unfinished() throws {
        for file in try SourceTree("Sources").files {
            for (number, line) in file.lines.enumerated() {
                for word in ["TO" + "DO", "FIX" + "ME", "try!", "as!", "fatalError("] {
                    #expect(!line.contains(word), "\(file.path):\(number + 1)")
                }
            }
        }
    }
}
