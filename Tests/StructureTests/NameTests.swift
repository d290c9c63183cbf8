import Foundation
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

    /// `Matrix+Norm.swift` extends `Matrix`; a file of functions is named after the first of them.
    @Test("A file declares or extends what its name says")
    func subjects() throws {
        let declaration = /(?:struct|class|enum|actor|protocol|typealias|extension|func) ([\w.]+)/
        for file in try SourceTree("Sources").files {
            let subject = file.name.prefix { $0 != "+" && $0 != "." }.lowercased()
            let names = file.lines.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("//") }
                .compactMap { $0.firstMatch(of: declaration)?.output.1 }
                .compactMap { $0.split(separator: ".").last?.lowercased() }
            // A file of imports alone is a module's door and bears its name.
            let isDoor = names.isEmpty && file.target.lowercased() == subject
            #expect(isDoor || names.contains(subject), "\(file.path) has \(names)")
        }
    }

    @Test("Each target says what its folders hold")
    func folders() throws {
        let folders = Dictionary(grouping: try SourceTree("Sources").files, by: \.target)
            .mapValues { files in
                Set(
                    files.map { $0.path.split(separator: "/") }.filter { $0.count > 3 }.map {
                        $0[2]
                    })
            }
        #expect(folders.count > 12)
        for (target, names) in folders {
            let path = SourceTree.root.appendingPathComponent("Sources/\(target)/README.md")
            let told = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
                .filter { $0.hasPrefix("- `") }.compactMap {
                    $0.split(separator: "`").dropFirst().first
                }
            #expect(Set(told) == names && told.count == names.count, "\(target)")
        }
    }

    @Test("No module shares its name with one of its own types")
    func modules() throws {
        let kinds = ["struct ", "enum ", "class ", "actor "]
        for file in try SourceTree("Sources").files {
            for line in file.lines where kinds.contains(where: line.contains) {
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
        let words = ["TO" + "DO", "FIX" + "ME", "try!", "as!", "fatalError("]
        let found = try SourceTree("Sources").files.flatMap { file in
            let text = file.lines.joined(separator: "\n")
            return words.filter(text.contains).map { "\(file.path): \($0)" }
        }
        #expect(found == [])
    }
}
