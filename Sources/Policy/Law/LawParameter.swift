import Quantities

/// A dated number of the law: what it is, what it may be, and what it was when.
///
/// Example: `bpu.jkm.amount`, Rp 6,800 for each person-month since July 2015 (PP 44/2015).
public struct LawParameter: Sendable {
    /// A value and the months in which it holds, as a file gives it.
    public struct Period: Sendable {
        /// The first month.
        public let from: Month
        /// The last month; nil holds until the next period or for good.
        public let until: Month?
        /// The value and what it rests on.
        public let entry: LawEntry
        /// The place in the file.
        public let provenance: Provenance

        /// A period as a file gives it; order and range are checked where the parameter is made.
        ///
        /// - Parameter until: nil holds until the next period, or for good.
        public init(from: Month, until: Month? = nil, entry: LawEntry, provenance: Provenance) {
            self.from = from
            self.until = until
            self.entry = entry
            self.provenance = provenance
        }
    }

    /// Dotted, from the general to the particular: `pu.jkk.rate.1`.
    public let path: String
    /// The unit of its numbers; `word` for a text.
    public let unit: Unit
    /// What its numbers may be, for readers and scenarios; nil for words.
    public let range: ClosedRange<ExactDecimal>?
    /// What it is, in a few words.
    public let doc: Phrase
    /// The values by month; nil where the law has none or it is not known.
    public let timeline: Timeline<LawEntry?>

    /// A parameter from its periods in order of month.
    ///
    /// A period without `until` holds until the next one. After one with `until` there is no value
    /// until the next one begins, so that a rule that has ended is not carried on by mistake.
    ///
    /// - Throws: ``LawFault/datesOutOfOrder(path:month:)`` when periods overlap or run backwards,
    ///   ``LawFault/outOfRange(path:value:allowed:)``.
    public init(
        path: String, unit: Unit, range: ClosedRange<ExactDecimal>?, doc: Phrase,
        periods: [Period]
    ) throws(LawFault) {
        var steps: [Timeline<LawEntry?>.Step] = []
        var free: Month?
        for (position, period) in periods.enumerated() {
            guard free.map({ $0 <= period.from }) ?? true,
                (period.until ?? period.from) >= period.from
            else { throw .datesOutOfOrder(path: path, month: period.from) }
            steps.append(
                .init(from: period.from, value: period.entry, provenance: period.provenance))
            free = (period.until ?? period.from).advanced(by: 1)
            guard let end = period.until?.advanced(by: 1) else { continue }
            let next = position + 1 < periods.count ? periods[position + 1].from : nil
            if next != end {
                steps.append(.init(from: end, value: nil, provenance: period.provenance))
            }
        }
        self.init(
            path: path, unit: unit, range: range, doc: doc,
            timeline: Timeline(steps: steps.sorted { $0.from < $1.from }))
        for period in periods { try check(period.entry.value) }
    }

    /// A parameter from a timeline whose order has been checked.
    private init(
        path: String, unit: Unit, range: ClosedRange<ExactDecimal>?, doc: Phrase,
        timeline: Timeline<LawEntry?>
    ) {
        self.path = path
        self.unit = unit
        self.range = range
        self.doc = doc
        self.timeline = timeline
    }

    /// The value that holds in a month; nil where there is none.
    public func value(at month: Month) -> DatedLaw? {
        guard let step = timeline.step(at: month), let entry = step.value else { return nil }
        let next = timeline.steps.first { $0.from > month }
        return DatedLaw(
            path: path, unit: unit, from: step.from, until: next?.from.advanced(by: -1),
            entry: entry, provenance: step.provenance, replaced: step.replaced)
    }

    /// Every value with its months, oldest first.
    public var values: [DatedLaw] { timeline.steps.compactMap { value(at: $0.from) } }

    /// The first month with a value.
    public var first: Month? { timeline.steps.first { $0.value != nil }?.from }

    func with(_ timeline: Timeline<LawEntry?>) -> LawParameter {
        LawParameter(path: path, unit: unit, range: range, doc: doc, timeline: timeline)
    }

    /// - Throws: ``LawFault/outOfRange(path:value:allowed:)`` when a number is not allowed here.
    func check(_ value: LawValue) throws(LawFault) {
        guard let range else { return }
        for number in value.numbers {
            guard range.contains(number), unit != .flag || number.isFlag else {
                throw .outOfRange(path: path, value: number, allowed: range)
            }
        }
    }
}

/// A value of the law in a month, with what it rests on.
///
/// This is what an explanation prints: the number, its months, its legal reference and source, the
/// file and line that set it, and whom that replaced.
public struct DatedLaw: Sendable, Equatable {
    /// Where the tree keeps it.
    public let path: String
    /// The unit of its numbers.
    public let unit: Unit
    /// The month from which it holds.
    public let from: Month
    /// The last month in which it holds; nil while no later one is known.
    public let until: Month?
    /// The value, its mark, legal reference and source.
    public let entry: LawEntry
    /// Who set it: a law file, or a scenario that overrides it.
    public let provenance: Provenance
    /// Who set it before, latest first.
    public let replaced: [Provenance]

    /// The value alone.
    public var value: LawValue { entry.value }
}

extension ExactDecimal {
    /// Whether the number stands for no (0) or yes (1).
    fileprivate var isFlag: Bool { scale == 0 && (coefficient == 0 || coefficient == 1) }
}
