/// How well a number is known; it travels with the number to every table that shows it.
///
/// The raw value is how files and tables write it. A mark rates the source and says nothing of how
/// far off a number may be; that is the author's range in a provenance.
public enum EvidenceMark: String, Sendable, CaseIterable {
    /// Seen in a primary or official text: the regulation, the statistics office, the ministry.
    case primary = "V1"
    /// Seen in a secondary page: news, a vendor, a public repository.
    case secondary = "V2"
    /// From memory, not verified.
    case memory = "M"
    /// Sources conflict; the value is one of those they give.
    case conflict = "C"
    /// Derived by arithmetic from verified numbers.
    case derived = "D"
    /// No source found; the value only keeps the calculation going.
    case gap
    /// An assumption of the scenario or of the shipped data.
    case assumed = "A"

    /// Whether a report must show the mark beside the number. Numbers that a text or arithmetic
    /// vouches for go without.
    public var mustBeShown: Bool {
        switch self {
        case .primary, .secondary, .derived: false
        case .memory, .conflict, .gap, .assumed: true
        }
    }
}

extension EvidenceMark {
    /// The mark of a result that rests on several: the least certain; `derived` for none.
    ///
    /// A sum is only as sure as its worst term, so marks are not averaged.
    public static func weakest(of marks: [EvidenceMark]) -> EvidenceMark {
        marks.max { $0.doubt < $1.doubt } ?? .derived
    }

    /// Order of doubt: a number without a source weighs more than one that sources dispute.
    ///
    /// The numbers are ranks, for comparison only.
    private var doubt: Int {
        switch self {
        case .primary: 0
        case .secondary: 1
        case .derived: 2
        case .assumed: 3
        case .memory: 4
        case .conflict: 5
        case .gap: 6
        }
    }
}
