import Foundation

/// The project's Swift files, as text, for tests of the house itself.
struct SourceTree {
    struct File {
        /// Path from the project's root: `Sources/Policy/Month.swift`.
        let path: String
        let lines: [String]

        /// The target it belongs to.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        var name: String { (path as NSString).lastPathComponent }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let files: [File]

    /// Reads all Swift files below a folder of the project.
    init(_ folder: String) throws {
        let base = Self.root.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: base.path)?.allObjects as? [String]
        files = try (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let text = try String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
            return File(
                path: folder + "/" + name,
                lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(
                    String.init))
        }
    }
}

extension SourceTree.File {
    private static let beforeImport: Set = [
        "@_exported", "@testable", "internal", "package", "public",
    ]

    /// The modules that the file imports.
    var imports: Set<String> {
        Set(
            lines.compactMap { line in
                let words = line.split(separator: " ").map(String.init)
                guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
                    words[..<position].allSatisfy({ Self.beforeImport.contains($0) })
                else { return nil }
                return words[position + 1]
            })
    }

    /// The first line and the length of the body of each function, initialiser and subscript.
    var functions: [(line: Int, length: Int)] {
        var found: [(line: Int, length: Int)] = []
        var open: [(line: Int, body: Int, depth: Int)] = []
        var pending: Int?
        var depth = 0
        for (number, line) in lines.enumerated() {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("//") { continue }
            if Self.declaresFunction(text) { pending = number }
            for character in Self.withoutText(text) {
                if character == "{" {
                    if let start = pending {
                        open.append((start, number, depth))
                        pending = nil
                    }
                    depth += 1
                } else if character == "}" {
                    depth -= 1
                    if let last = open.last, last.depth == depth {
                        found.append((last.line + 1, max(1, number - last.body - 1)))
                        open.removeLast()
                    }
                }
            }
        }
        return found
    }

    private static func declaresFunction(_ text: String) -> Bool {
        let words = text.prefix { $0 != "(" && $0 != "<" }.split(separator: " ")
        return words.contains("func") || words.last == "init" || words.last == "subscript"
            || words.last == "init?"
    }

    /// The line without its string literals and trailing comment, whose braces do not count.
    private static func withoutText(_ text: String) -> String {
        var result = ""
        var isQuoted = false
        var previous: Character = " "
        for character in text {
            if character == "\"", previous != "\\" { isQuoted.toggle() }
            if !isQuoted {
                if character == "/", previous == "/" { break }
                result.append(character)
            }
            previous = character
        }
        return result
    }
}
