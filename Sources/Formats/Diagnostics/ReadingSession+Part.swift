extension ReadingSession {
    /// The place of a part of a scalar that stands on one line as it is read; where the scalar
    /// begins for one that is folded or has escapes.
    ///
    /// - Parameter start: how many Unicode scalars of the text stand before the part.
    package func position(ofPart start: Int, in node: YAMLNode) -> Position {
        let place = node.position
        guard case .scalar(let text, let isQuoted) = node.content, let line = line(at: place) else {
            return place
        }
        let before = place.column - 1 + (isQuoted ? 1 : 0)
        guard line.unicodeScalars.dropFirst(before).starts(with: text.unicodeScalars) else {
            return place
        }
        return Position(file: place.file, line: place.line, column: before + start + 1)
    }
}
