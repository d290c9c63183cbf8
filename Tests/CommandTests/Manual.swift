import Foundation

/// A Markdown file with commands, as its reader types them.
struct Manual {
    /// Path from the package's folder.
    let path: String
    let text: String

    /// A fenced block: what kind it is said to be, and its lines.
    struct Block {
        let kind: String
        let lines: [String]
    }

    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOfFile: LindungProcess.root + "/" + path, encoding: .utf8)
    }

    /// All fenced blocks in order.
    var blocks: [Block] {
        text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map {
            let lines = $0.element.components(separatedBy: "\n")
            return Block(kind: lines[0], lines: Array(lines.dropFirst().dropLast()))
        }
    }

    /// How deep each heading is.
    var headings: [Int] {
        var isCode = false
        return text.components(separatedBy: "\n").compactMap { line in
            if line.hasPrefix("```") { isCode.toggle() }
            let depth = line.prefix { $0 == "#" }.count
            return isCode || depth == 0 ? nil : depth
        }
    }

    /// What a reader types, with lines that a backslash continues joined to them.
    ///
    /// A block with a prompt shows output too; one without is typed as a whole.
    var commands: [String] {
        blocks.filter { $0.kind.isEmpty }.flatMap(Self.commands)
    }

    private static func commands(of block: Block) -> [String] {
        let hasPrompt = block.lines.contains { $0.hasPrefix("$ ") }
        var found: [String] = []
        var isOpen = false
        for line in block.lines {
            if isOpen {
                found[found.count - 1] += " " + line.trimmingCharacters(in: .whitespaces)
            } else if hasPrompt ? line.hasPrefix("$ ") : !line.isEmpty && !line.hasPrefix("#") {
                found.append(hasPrompt ? String(line.dropFirst(2)) : line)
            } else {
                continue
            }
            isOpen = line.hasSuffix("\\")
            if isOpen { found[found.count - 1].removeLast() }
        }
        return found.map(withoutComment)
    }

    /// A line of a shell or of YAML without its comment and the blanks at its end.
    static func withoutComment(_ line: String) -> String {
        let end = line.firstMatch(of: /(^| )#( |$)/)?.range.lowerBound ?? line.endIndex
        return String(line[..<end].reversed().drop { $0 == " " }.reversed())
    }
}
