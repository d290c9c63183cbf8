import Foundation
import Policy
import Quantities

@testable import Formats

/// Types what a hint says into the file that it speaks of, in every place that a person might take
/// it to mean: the word at fault, its value, its field, its entry, the line itself.
struct HintTyping {
    /// The lines of the file at fault.
    let lines: [String]
    /// Of the fault, from 0; -1 where the whole file is meant. The column counts Unicode scalars.
    let line: Int
    let column: Int
    /// Cells of a table end at commas and have no keys.
    let isTable: Bool
    /// What the message says is wrong.
    let message: String
    /// The lines of the file's parent, whose lists it takes over.
    let parent: [String]

    init?(_ diagnostic: Diagnostic, _ text: String, isTable: Bool, parent: String) {
        self.parent = parent.split(separator: "\n").map(String.init)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        line = diagnostic.position.line - 1
        guard line < lines.count else { return nil }
        let width = line < 0 ? 0 : lines[line].unicodeScalars.count
        column = min(max(diagnostic.position.column - 1, 0), width)
        self.isTable = isTable
        message = diagnostic.message.english
    }

    /// All files that a hint may mean.
    func candidates(_ hint: Phrase, in language: Language) -> [String] {
        let words = HintText.proposals(hint[language])
        var found: [String?] = []
        for word in words {
            found += inPlaceOfQuoted(word) + [inPlaceOfWord(word), inPlaceOfValue(word)]
            found += [inPlaceOfWhatFollows(word), inPlaceOfKey(word), inPlaceOfField(word)]
            found += [inPlaceOfBraces(word), rejoined(word), inPlaceOfEntry([word])]
            found += [insideBraces(word), below(word), atTop(word), atEnd(word)]
            found += [joined(to: word, words)]
            if word.hasSuffix(":") { found.append(moved(under: String(word.dropLast()))) }
        }
        found.append(correlations(words))
        if ["remove", "leave", "drop", "keep one", "out of"].contains(where: hint.english.contains)
        {
            found += [withoutField, inPlaceOfEntry([]), withoutMark, withoutControls]
            found += ["draws"].map(withoutKey)
            found.append(lines[..<max(line, 0)].joined(separator: "\n") + "\n")
        }
        if hint.english.contains("tab") { found.append(all { $0.replacing("\t", with: "  ") }) }
        return found.compactMap(\.self)
    }

    // MARK: In place of something

    /// The line with what the message quotes replaced, each quotation by itself.
    func inPlaceOfQuoted(_ text: String) -> [String?] {
        guard line >= 0 else { return [] }
        var wrong = HintText.quoted(message)
        if text.hasPrefix("@"), let at = lines[line].firstIndex(of: "@") {
            wrong.append(String(lines[line][at...].prefix { $0 != " " }))
        }
        let known = lines[line]
        let renamed = wrong + known.split(separator: ",").map(String.init).filter { _ in isTable }
        return renamed.map { word in
            guard let range = known.firstRange(of: word) else { return nil }
            return with(known.replacingCharacters(in: range, with: text))
        }
    }

    /// The file with the word at the place replaced; nothing where the whole file is meant.
    func inPlaceOfWord(_ text: String) -> String? {
        guard let scalars, column < scalars.count else { return nil }
        return replaced(column..<wordEnd(scalars), with: text)
    }

    /// The same with the whole value at the place, brackets and blanks included.
    func inPlaceOfValue(_ text: String) -> String? {
        guard let scalars, column < scalars.count else { return nil }
        return replaced(column..<(isTable ? scalars.count : end(from: column)), with: text)
    }

    /// The same with what stands behind the colon of the key at the place, on lines below too.
    func inPlaceOfWhatFollows(_ text: String) -> String? {
        guard let scalars, !isTable else { return nil }
        let line = String(String.UnicodeScalarView(scalars[column...]))
        let key = column == 0 || column >= indent ? line : ""
        guard let colon = key.firstRange(of: ":")?.lowerBound else {
            let key = lines[self.line].prefix { $0 != ":" }
            return key.count < lines[self.line].count
                ? withBlock([String(key) + ": " + text]) : nil
        }
        let start = column + key.unicodeScalars.distance(from: key.startIndex, to: colon) + 1
        return replaced(
            start..<max(start, end(from: min(start + 1, scalars.count))), with: " " + text)
    }

    /// The field around the place, inside braces.
    func inPlaceOfField(_ text: String) -> String? {
        field.flatMap { replaced($0, with: text) }
    }

    /// The braces or brackets around the place.
    func inPlaceOfBraces(_ text: String) -> String? {
        guard let scalars, let open = opening(before: column) else { return nil }
        let close = scalars.indices[open...].first {
            opening(before: $0 + 1) == opening(before: open)
        }
        return close.flatMap { replaced(open..<$0 + 1, with: text) }
    }

    /// The entry at the place, and the lines that belong to it, replaced by others; none take it
    /// out.
    func inPlaceOfEntry(_ new: [String]) -> String? {
        guard line >= 0, !isTable else { return nil }
        let dashes = lines[line].prefix { $0 == " " || $0 == "-" }
        let before =
            new.first?.hasPrefix("-") == true ? dashes.filter { $0 == " " } : String(dashes)
        return withBlock(new.map { before + $0 })
    }

    /// The entry of the same key anywhere in the file, for a proposal `key: value`.
    func inPlaceOfKey(_ text: String) -> String? {
        guard !isTable, let colon = text.firstRange(of: ": ") else { return nil }
        let key = String(text[..<colon.upperBound].dropLast())
        let found = lines.indices.last { place in
            lines[place].drop { $0 == " " }.hasPrefix(key) && (line < 0 || place <= line)
        }
        guard let found else { return nil }
        let indent = lines[found].prefix { $0 == " " }
        return HintTyping(self, at: found).withBlock([indent + text])
    }

    /// A number that a comma has cut, whole again.
    func rejoined(_ text: String) -> String? {
        guard let scalars, !isTable, column > 1, scalars[column - 1] == "," else { return nil }
        let before = scalars[..<(column - 1)]
        let start = before.lastIndex { " [".unicodeScalars.contains($0) }.map { $0 + 1 }
        let rest = scalars[column...].firstIndex { "}]".unicodeScalars.contains($0) }
        let next = scalars.indices.first {
            $0 > column && scalars[$0] == "," && $0 + 1 < scalars.count && scalars[$0 + 1] == " "
        }
        guard let start, let rest else { return nil }
        var end = min(rest, next ?? rest)
        while end > start, scalars[end - 1] == " " { end -= 1 }
        return replaced(start..<end, with: text)
    }

    // MARK: Besides what is there

    /// Another field inside the braces of the line.
    func insideBraces(_ text: String) -> String? {
        guard line >= 0, !isTable, let brace = lines[line].lastIndex(of: "}") else { return nil }
        var copy = lines[line]
        copy.insert(contentsOf: ", \(text) ", at: brace)
        return with(copy)
    }

    /// A line below the entry at the place.
    func below(_ text: String) -> String? {
        guard line >= 0, !isTable else { return nil }
        var copy = lines
        copy.insert(String(repeating: " ", count: indent + 2) + text, at: line + 1)
        return copy.joined(separator: "\n")
    }

    /// The file with a line in front of all, or behind all.
    func atTop(_ text: String) -> String { ([text] + lines).joined(separator: "\n") }
    func atEnd(_ text: String) -> String {
        (lines.filter { !$0.isEmpty } + [text, ""]).joined(separator: "\n")
    }

    /// A word in a list that the hint names too, or a line in a section that it names.
    func joined(to name: String, _ words: [String]) -> String? {
        guard let word = words.first, word != name, !isTable else { return nil }
        var copy = lines + parent.filter { $0.hasPrefix(name + ":") && $0.hasSuffix("]") }
        guard let place = copy.firstIndex(where: { $0.hasPrefix(name + ":") }) else { return nil }
        if let bracket = copy[place].lastIndex(where: { "]}".contains($0) }) {
            copy[place].insert(contentsOf: ", " + word, at: bracket)
        } else {
            copy.insert("  " + word, at: place + 1)
        }
        return copy.joined(separator: "\n")
    }

    /// The entry at the place under another section, which may not be there yet.
    func moved(under section: String) -> String? {
        guard line >= 0, !isTable, let rest = inPlaceOfEntry([]) else { return nil }
        let entry = ["  " + lines[line].drop { $0 == " " }] + block.map { "  " + lines[$0] }
        var left = rest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let place = left.firstIndex(where: { $0.hasPrefix(section + ":") }) else {
            return (left.filter { !$0.isEmpty } + [section + ":"] + entry + [""])
                .joined(separator: "\n")
        }
        left.insert(contentsOf: entry, at: place + 1)
        return left.joined(separator: "\n")
    }

    /// The pairs of a list in place of those of the file.
    func correlations(_ pairs: [String]) -> String? {
        let new = pairs.filter { $0.hasPrefix("- {") }
        guard let place = lines.firstIndex(where: { $0.hasPrefix("correlations:") }), !new.isEmpty
        else { return nil }
        return HintTyping(self, at: place).withBlock(["correlations:"] + new.map { "  " + $0 })
    }

    // MARK: Less than is there

    /// Without the field at the place and one comma beside it.
    private var withoutField: String? {
        guard let scalars, var range = field else { return nil }
        if range.upperBound < scalars.count, scalars[range.upperBound] == "," {
            range = range.lowerBound..<range.upperBound + 1
        } else if let comma = scalars[..<range.lowerBound].lastIndex(of: ","), comma > 0,
            scalars[comma + 1..<range.lowerBound].allSatisfy({ $0 == " " })
        {
            range = comma..<range.upperBound
        }
        return replaced(range, with: "")
    }

    /// Without a mark of type.
    private var withoutMark: String? {
        guard line >= 0 else { return nil }
        let words = lines[line].split(separator: " ", omittingEmptySubsequences: false)
        return with(words.filter { !$0.hasPrefix("!") }.joined(separator: " "))
    }

    /// Without characters that nobody sees.
    private var withoutControls: String? {
        all { line in
            String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.value >= 32 }))
        }
    }

    /// Without the entry of a key.
    private func withoutKey(_ key: String) -> String? {
        let left = lines.filter { !$0.hasPrefix(key + ":") }
        return left.count < lines.count ? left.joined(separator: "\n") : nil
    }
}

extension HintTyping {
    private init(_ other: HintTyping, at line: Int) {
        (lines, self.line, column) = (other.lines, line, 0)
        (isTable, message, parent) = (false, other.message, other.parent)
    }

    /// The scalars of the line at the place.
    private var scalars: [Unicode.Scalar]? { line < 0 ? nil : Array(lines[line].unicodeScalars) }
    /// How deep the line is indented.
    private var indent: Int { line < 0 ? 0 : lines[line].prefix { $0 == " " }.count }

    /// Lines below the place that are indented deeper than it, or items of its list.
    private var block: Range<Int> {
        let rest = lines[(line + 1)...].prefix { text in
            !text.isEmpty && text.prefix { $0 == " " }.count > indent
        }
        return line + 1..<line + 1 + rest.count
    }

    /// The field around the place inside braces, without the blanks around it.
    private var field: Range<Int>? {
        guard let scalars, !isTable, let open = opening(before: column) else { return nil }
        var (start, depth) = (open + 1, 0)
        for place in open + 1..<max(column, open + 1) {
            if "[{".unicodeScalars.contains(scalars[place]) { depth += 1 }
            if "]}".unicodeScalars.contains(scalars[place]) { depth -= 1 }
            if scalars[place] == ",", depth == 0 { start = place + 1 }
        }
        while start < scalars.count, scalars[start] == " " { start += 1 }
        var end = end(from: start)
        while end > start, scalars[end - 1] == " " { end -= 1 }
        return start..<end
    }

    /// The bracket that is open at a place.
    private func opening(before place: Int) -> Int? {
        guard let scalars else { return nil }
        var open: [Int] = []
        for index in 0..<min(place, scalars.count) {
            if "[{".unicodeScalars.contains(scalars[index]) { open.append(index) }
            if "]}".unicodeScalars.contains(scalars[index]) { _ = open.popLast() }
        }
        return open.last
    }

    /// The file with the line replaced.
    private func with(_ text: String) -> String {
        var copy = lines
        copy[line] = text
        return copy.joined(separator: "\n")
    }

    /// The file with the entry of the line and its block replaced.
    private func withBlock(_ new: [String]) -> String {
        (lines[..<line] + new + lines[block.upperBound...]).joined(separator: "\n")
    }

    /// The file with every line changed.
    private func all(_ change: (String) -> String) -> String {
        lines.map(change).joined(separator: "\n")
    }

    /// The file with a part of the line replaced.
    private func replaced(_ range: Range<Int>, with text: String) -> String {
        var copy = scalars ?? []
        copy.replaceSubrange(range, with: Array(text.unicodeScalars))
        return with(String(String.UnicodeScalarView(copy)))
    }

    /// Where the word at the place ends.
    private func wordEnd(_ scalars: [Unicode.Scalar]) -> Int {
        let first = scalars[column]
        if first == "'" || first == "\"" {
            let close = scalars[(column + 1)...].firstIndex(of: first) ?? scalars.count - 1
            return close + 1
        }
        let inside = opening(before: column) != nil
        let stops: [Unicode.Scalar] = isTable ? [",", ";"] : inside ? [",", "}", "]", "#"] : ["#"]
        var end = column
        while end < scalars.count, !stops.contains(scalars[end]) {
            let isKey = scalars[end] == ":" && (end + 1 == scalars.count || scalars[end + 1] == " ")
            if isKey, !isTable { break }
            end += 1
        }
        while end > column + 1, scalars[end - 1] == " " { end -= 1 }
        return end
    }

    /// Where a value ends that begins at a place: before a comma or bracket that it did not open.
    private func end(from start: Int) -> Int {
        let scalars = scalars ?? []
        let inside = opening(before: start) != nil
        var (depth, end) = (0, start)
        var quote: Unicode.Scalar?
        while end < scalars.count {
            let scalar = scalars[end]
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if "[{".unicodeScalars.contains(scalar) {
                depth += 1
            } else if "]}".unicodeScalars.contains(scalar) {
                if depth == 0, inside { break }
                depth -= 1
            } else if scalar == ",", depth == 0, inside {
                break
            }
            end += 1
        }
        return end
    }
}
