/// A place in a file that a reader can go to.
///
/// Written as compilers write it, so that editors and terminals open `scenarios/x.yaml:14:5` from a
/// message.
public struct Position: Sendable, Hashable {
    /// The file, as its reader would name it.
    public let file: String
    /// From 1; 0 where the whole file is meant.
    public let line: Int
    /// From 1, counted in Unicode scalars.
    public let column: Int

    /// A place; the whole file where no line is given.
    ///
    /// A line of 0 is how a fault says that no line is to blame: a missing field, an empty file.
    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Position: CustomStringConvertible {
    /// `scenarios/x.yaml:14:5`, or the file alone.
    public var description: String { line > 0 ? "\(file):\(line):\(column)" : file }
}
