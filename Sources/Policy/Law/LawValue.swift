import Quantities

/// What a parameter of the law holds in a period.
public enum LawValue: Sendable, Hashable {
    /// A rate, an amount, a count, or a flag (0 or 1), in the unit of its parameter.
    case decimal(ExactDecimal)
    /// Rates by bracket of an amount.
    case scale(MarginalScale)
    /// A base by band of income.
    case brackets(LawBrackets)
    /// A word: an account code, a decree, an office.
    case text(String)

    /// Which of the four a value is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A number, a flag among them.
        case decimal
        /// Rates by bracket.
        case scale
        /// Bases by band.
        case brackets
        /// A word.
        case text
    }

    /// Which of the four this is.
    public var kind: Kind {
        switch self {
        case .decimal: .decimal
        case .scale: .scale
        case .brackets: .brackets
        case .text: .text
        }
    }

    /// The numbers that the allowed range of a parameter holds for: a decimal itself, the rates of
    /// a scale, the bases of bands.
    public var numbers: [ExactDecimal] {
        switch self {
        case .decimal(let number): [number]
        case .scale(let scale): scale.brackets.map(\.rate)
        case .brackets(let table): table.rows.map { ExactDecimal($0.base.amount) }
        case .text: []
        }
    }
}

/// A value of the law with what is known about it.
///
/// Nothing in the law is known without a source and a mark; there is no initialiser that leaves
/// them out.
public struct LawEntry: Sendable, Hashable {
    /// The number, table or word.
    public let value: LawValue
    /// How well the value is known.
    public let mark: EvidenceMark
    /// The regulation; nil where a scenario set the value.
    public let legal: Phrase?
    /// Where the value was read: outlet and address.
    public let source: String
    /// The month in which the newest source was seen; a later change is unknown here.
    public let checked: Month
    /// What a reader should know besides.
    public let note: Phrase?

    /// A value with what it rests on; source, mark and month of checking cannot be left out.
    ///
    /// - Parameter legal: nil only for a value that a scenario sets.
    public init(
        value: LawValue, mark: EvidenceMark, legal: Phrase?, source: String,
        checked: Month, note: Phrase? = nil
    ) {
        self.value = value
        self.mark = mark
        self.legal = legal
        self.source = source
        self.checked = checked
        self.note = note
    }
}
