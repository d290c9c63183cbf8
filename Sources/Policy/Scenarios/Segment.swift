import Quantities

/// The identifier of a worker segment, such as `petani`; a catalogue defines which exist.
///
/// An identifier of its own type, so that a segment is never passed where a purse is meant.
public struct SegmentID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// As files write it: `petani`.
    public let name: String

    /// Any text; whether a catalogue knows it is checked by readers.
    public init(_ name: String) {
        self.name = name
    }

    /// The identifier as files write it.
    public var description: String { name }

    /// In the order of the text, not that of priority.
    public static func < (left: SegmentID, right: SegmentID) -> Bool { left.name < right.name }
}

/// A worker group as data: what it is called; its defaults are ordinary settings of the catalogue.
/// That keeps the program free of lists of occupations: each catalogue names its own.
public struct Segment: Sendable, Hashable {
    /// By which settings address it.
    public let id: SegmentID
    /// As readers know it.
    public let name: Phrase
    /// The entry that declares it.
    public let provenance: Provenance

    /// A segment as its entry declares it.
    public init(id: SegmentID, name: Phrase, provenance: Provenance) {
        self.id = id
        self.name = name
        self.provenance = provenance
    }
}

/// The identifier of a funding source ("purse"), such as `dbh-cht`.
public struct PurseID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// As files write it: `dbh-cht`.
    public let name: String

    /// Any text; whether a catalogue knows it is checked by readers.
    public init(_ name: String) {
        self.name = name
    }

    /// The identifier as files write it.
    public var description: String { name }

    /// In the order of the text, not that of rank.
    public static func < (left: PurseID, right: PurseID) -> Bool {
        left.name < right.name
    }
}

/// A purse as data: whose money it is, what it may pay, and where it stands in the accounts.
///
/// Rules that change with time or differ by region, the ceiling and the share, are parameters;
/// what is fixed by the kind of money stands here.
public struct Purse: Sendable, Hashable {
    /// An account code and paying office from a month on.
    public struct BudgetLine: Sendable, Hashable {
        /// The first month in which it is booked so.
        public let from: Month
        /// The programme that the account is for; nil for all.
        public let programme: Programme?
        /// Kode rekening; nil where none was found.
        public let account: String?
        /// The office (perangkat daerah) that pays.
        public let office: String
        /// Where the line is written.
        public let provenance: Provenance

        /// An account from a month on.
        ///
        /// - Parameter programme: nil books all programmes there. An account of nil means that none
        ///   was found, not that none is needed.
        public init(
            from: Month, programme: Programme?, account: String?, office: String,
            provenance: Provenance
        ) {
            self.from = from
            self.programme = programme
            self.account = account
            self.office = office
            self.provenance = provenance
        }
    }

    /// The largest part of a purse's revenue that the law lets go to contributions.
    public struct SpendingLimit: Sendable, Hashable {
        /// The test of it, as tables name it: `dbh_cht_assistance`.
        public let test: String
        /// The same for readers.
        public let name: Phrase
        /// The path of the share in the law.
        public let law: String

        public init(test: String, name: Phrase, law: String) {
            (self.test, self.name, self.law) = (test, name, law)
        }
    }

    /// By which settings address it.
    public let id: PurseID
    /// As readers know it.
    public let name: Phrase
    /// Decides the price: discounts depend on who pays.
    public let payer: Payer
    /// The segments it may pay; nil for all.
    public let segments: Set<SegmentID>?
    /// The programmes it may pay.
    public let programmes: Set<Programme>
    /// Whose payments it follows where ``Parameters/purseMatch`` is above zero; nil for nobody's.
    public let matches: PurseID?
    /// In order of month.
    public let budgetLines: [BudgetLine]
    /// Nil where the law sets none.
    public let limit: SpendingLimit?
    /// The entry that declares it.
    public let provenance: Provenance

    /// A purse as its entry declares it.
    ///
    /// - Parameter segments: nil where it may pay for anybody; with an empty set it may pay for
    ///   nobody.
    public init(
        id: PurseID, name: Phrase, payer: Payer, segments: Set<SegmentID>?,
        programmes: Set<Programme>, matches: PurseID? = nil, budgetLines: [BudgetLine],
        limit: SpendingLimit? = nil, provenance: Provenance
    ) {
        self.id = id
        self.name = name
        self.payer = payer
        self.segments = segments
        self.programmes = programmes
        self.matches = matches
        self.budgetLines = budgetLines
        self.limit = limit
        self.provenance = provenance
    }

    /// Whether its rules allow it to pay that programme for that segment.
    public func mayPay(_ programme: Programme, for segment: SegmentID) -> Bool {
        programmes.contains(programme) && segments.map { $0.contains(segment) } ?? true
    }

    /// The account and office in force for a programme in a month.
    ///
    /// A line for the programme goes before a line for all; of several the latest counts. Account
    /// codes and paying offices change by decree between budget years, so they are dated.
    public func budgetLine(for programme: Programme, at month: Month) -> BudgetLine? {
        let inForce = budgetLines.filter { $0.from <= month }
        return inForce.last { $0.programme == programme } ?? inForce.last { $0.programme == nil }
    }
}
