/// A key that a block mapping has twice, found again in the text.
///
/// The parser names the key and the place of its first writing only.
///
/// It is needed because a file with two equal keys is otherwise sound: both places can be told, the
/// second entry taken out, and the rest of the file read for more faults.
///
///     quota.petani: 1200      # line, column: the first writing
///     quota.nelayan: 300
///     quota.petani: 1500      # found here
struct YAMLDuplicate {
    /// As written, without quotes.
    let key: String
    /// The line of the first writing, from 1.
    let line: Int
    /// The column of the first writing, from 1.
    let column: Int

    /// The lines of the second writing with everything below it, both from 1 and inclusive.
    ///
    /// - Parameter text: the file as the parser saw it, with `\n` between lines.
    /// - Returns: nil where the second one is not found as a line of its own, as inside `{ }`.
    func secondLines(in text: String) -> ClosedRange<Int>? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1), startsEntry(lines[line - 1]) else { return nil }
        var second: Int?
        for (index, content) in lines.enumerated().dropFirst(line) {
            if let start = second {
                if endsEntry(content) { return start...index }
            } else if startsEntry(content) {
                second = index + 1
            } else if isOutside(content) {
                return nil
            }
        }
        return second.map { $0...lines.count }
    }

    private func startsEntry(_ content: Substring) -> Bool {
        let indent = content.prefix { $0 == " " }.count
        guard indent == column - 1 else { return false }
        let body = content.dropFirst(indent)
        return [key, "'\(key)'", "\"\(key)\""].contains { written in
            body.hasPrefix(written) && body.dropFirst(written.count).first == ":"
        }
    }

    /// Whether the line belongs to the next entry of the same mapping or of one around it.
    ///
    /// Empty lines and comments belong to the entry above them. A list may stand in the column of
    /// its key.
    private func endsEntry(_ content: Substring) -> Bool {
        let body = content.drop { $0 == " " }
        let indent = content.count - body.count
        guard !body.isEmpty, !body.hasPrefix("#") else { return false }
        return indent < column - 1 || (indent == column - 1 && !body.hasPrefix("- "))
    }

    /// Whether the mapping has ended before the line.
    private func isOutside(_ content: Substring) -> Bool {
        let body = content.drop { $0 == " " }
        guard !body.isEmpty, !body.hasPrefix("#") else { return false }
        return content.count - body.count < column - 1
    }
}
