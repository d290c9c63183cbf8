import Policy

/// A place in a file that a reader can go to.
public struct Position: Sendable, Hashable {
    /// The file, as its reader would name it.
    public let file: String
    /// From 1; 0 where the whole file is meant.
    public let line: Int
    /// From 1, counted in Unicode scalars.
    public let column: Int

    /// A place; the whole file where no line is given.
    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The place where a value was set.
    public init(_ provenance: Provenance) {
        self.init(file: provenance.file, line: provenance.line, column: provenance.column)
    }
}

extension Position: CustomStringConvertible {
    /// `scenarios/x.yaml:14:5`, or the file alone.
    public var description: String { line > 0 ? "\(file):\(line):\(column)" : file }
}
