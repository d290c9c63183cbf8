import Policy
import Quantities

/// What is wrong at a place in a law file; the words for it are made elsewhere.
public struct LawFileFault: Error, Equatable, Sendable {
    /// What is wrong, with the data that a message needs.
    public enum Kind: Equatable, Sendable {
        /// The folder or file cannot be read.
        case unreadable
        /// The folder has no `.yaml` file.
        case noFiles
        /// The text is not YAML; the parser's own words.
        case notYAML(String)
        /// The key stands twice in one table.
        case duplicateKey(String)
        /// The key is none of those that the table may have.
        case unknownKey(String, allowed: [String])
        /// The table needs the key.
        case missingKey(String)
        /// A table, a list or a text was expected.
        case expected(Shape)
        /// A path or name that is not lower-case words, digits, `_`, `-`, joined by dots.
        case malformedPath(String)
        /// The path is already used, at the other file and line.
        case duplicatePath(String, file: String, line: Int)
        /// The text is not plain digits with at most one decimal point, or not whole rupiah.
        case malformedNumber(String)
        /// The digits have two readings, as thousands and as decimals, or are more than are kept.
        case unclearNumber(NumberTextFault)
        /// The text is not a year of four digits and a month in 01...12.
        case malformedMonth(String)
        /// The month is not after the one before it, or an end is before its start.
        case monthOutOfOrder(Month, after: Month)
        /// The range is not two numbers that rise.
        case malformedRange
        /// The number is not in the range that its parameter states.
        case outsideRange(ExactDecimal, allowed: ClosedRange<ExactDecimal>)
        /// The unit does not go with this kind of value.
        case unitDoesNotFit(Unit, LawValue.Kind)
        /// The word is none of those that are known here: a unit, a status, a programme.
        case unknownWord(String, allowed: [String])
        /// The citation is not in the `sources` of the file.
        case unknownSource(String, known: [String])
        /// The citation is used by no value.
        case unusedSource(String)
        /// A bracket or band is not above the one before it.
        case bracketOutOfOrder
        /// The last band has a bound, so larger incomes have none.
        case lastBandBounded
        /// More or less than one of the keys that give a value.
        case notOneValue(among: [String])
        /// The core's own check failed.
        case law(LawFault)
    }

    /// The shapes of a YAML node.
    public enum Shape: String, Sendable {
        /// Keys with values.
        case table
        /// Items in order, each behind a dash or in brackets.
        case list
        /// A single word, number or sentence.
        case text
    }

    /// The file, with the folder as the caller named it.
    public let file: String
    /// From 1; 0 for the file as a whole.
    public let line: Int
    /// From 1; 0 for the file as a whole.
    public let column: Int
    /// What is wrong.
    public let kind: Kind

    /// A fault at a place; line and column are 0 where it is about the file as a whole.
    public init(file: String, line: Int, column: Int, kind: Kind) {
        self.file = file
        self.line = line
        self.column = column
        self.kind = kind
    }
}

/// Every fault of a folder of law files, in order of file and line.
public struct LawFileFaults: Error, Equatable, Sendable {
    /// All that was found, in the order of the file.
    public let faults: [LawFileFault]

    /// Sorts faults by file, line and column, so that a reader goes through a file once.
    public init(_ faults: [LawFileFault]) {
        self.faults = faults.sorted {
            ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
        }
    }
}
