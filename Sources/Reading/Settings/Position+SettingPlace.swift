import Formats
import Policy

extension Position {
    /// The place where a value was set.
    ///
    /// Values that nobody wrote, such as standards, have line 0 and an empty file.
    init(_ provenance: Provenance) {
        self.init(file: provenance.file, line: provenance.line, column: provenance.column)
    }
}

extension Provenance {
    /// Where something stands that is no value: the name of a stage.
    init(_ position: Position) {
        self.init(file: position.file, line: position.line, column: position.column, layer: "")
    }
}
