/// Finds what a hint proposes to type.
enum HintText {
    /// Texts in quotation marks, braces and brackets, words of lists, and numbers.
    static func proposals(_ hint: String) -> [String] {
        let (quoted, rest) = parts(hint)
        let filled = quoted.filter { $0.contains { $0.isLetter || $0.isNumber } }
        return filled + listed(rest) + numbers(rest)
    }

    /// The texts in single quotes; an apostrophe inside a word is none.
    static func quoted(_ text: String) -> [String] {
        let (all, _) = parts(text)
        return all
    }

    /// What stands in quotes, braces or brackets, and the text without it.
    private static func parts(_ text: String) -> (found: [String], rest: String) {
        var (found, rest) = ([String](), "")
        var index = text.startIndex
        var previous: Character = " "
        while index < text.endIndex {
            let character = text[index]
            let isOpen = !previous.isLetter && !previous.isNumber
            if isOpen, let end = close(text, from: index) {
                let part = text[index..<text.index(after: end)]
                if character == "'" {
                    found.append(String(part.dropFirst().dropLast()))
                } else {
                    let isItem = character == "{" && rest.hasSuffix("- ")
                    found.append((isItem ? "- " : "") + part)
                }
                index = text.index(after: end)
                previous = " "
            } else {
                rest.append(character)
                previous = character
                index = text.index(after: index)
            }
        }
        return (found, rest)
    }

    /// Where a quotation or bracket ends that begins at a place.
    private static func close(_ text: String, from start: String.Index) -> String.Index? {
        let open = text[start]
        if open == "'" || open == "\"" {
            return text.indices[start...].dropFirst().first { index in
                let next = text.index(after: index)
                return text[index] == open
                    && (next == text.endIndex || !text[next].isLetter && !text[next].isNumber)
            }
        }
        guard open == "{" || open == "[" else { return nil }
        var depth = 0
        return text.indices[start...].first { index in
            if "{[".contains(text[index]) { depth += 1 }
            if "}]".contains(text[index]) { depth -= 1 }
            return depth == 0
        }
    }

    /// The words behind the last colon.
    private static func listed(_ text: String) -> [String] {
        guard let colon = text.ranges(of: ": ").last else { return [] }
        return text[colon.upperBound...].split(separator: ",").map { word in
            String(word.prefix { !"(;?".contains($0) }.drop { $0 == " " })
        }.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
            .filter { !$0.isEmpty && $0 != "…" && !$0.contains(" ") }
    }

    /// Numbers that stand in the text as such.
    private static func numbers(_ text: String) -> [String] {
        text.split(separator: " ").map { word in
            var word = word
            while let last = word.last, ";?,:".contains(last) { word.removeLast() }
            return String(word)
        }.filter { $0.first?.isNumber == true }
    }
}
