import Quantities

/// A step function by month: each step holds from its month until the next one.
///
/// There is no value before the first step; asking for one is a programming error, because
/// resolution reports such a gap as a fault before a timeline is used.
///
/// Inlinable, since timelines of every type of value are read in the innermost loops of other
/// modules.
///
///     let tariff = Timeline(steps: [
///         .init(from: Month(2026, 1), value: 16_800, provenance: law),
///         .init(from: Month(2028, 1), value: 20_000, provenance: plan),
///     ])
///     tariff[Month(2027, 12)]   // 16800
public struct Timeline<Value: Sendable & Equatable>: Sendable, Equatable {
    /// A value and the month from which it holds.
    public struct Step: Sendable, Equatable {
        /// The first month in which it holds; it ends where the next step begins.
        public let from: Month
        /// What holds from then on.
        public let value: Value
        /// Who set it.
        public let provenance: Provenance
        /// What it replaced or changed, latest first.
        public let replaced: [Provenance]

        /// A value from a month on.
        ///
        /// - Parameter replaced: who set what it hides, the latest first; empty where it hides
        ///   nothing.
        @inlinable public init(
            from: Month, value: Value, provenance: Provenance, replaced: [Provenance] = []
        ) {
            self.from = from
            self.value = value
            self.provenance = provenance
            self.replaced = replaced
        }
    }

    /// In order of month, one per month at most.
    public let steps: [Step]

    /// A timeline from steps in increasing order of month.
    public init(steps: [Step]) {
        precondition(
            zip(steps, steps.dropFirst()).allSatisfy { $0.from < $1.from }, "steps out of order")
        self.steps = steps
    }

    /// Of steps that are known to stand in order.
    @inlinable init(ordered steps: [Step]) { self.steps = steps }

    /// The step that holds in a month; nil before the first.
    ///
    /// - Complexity: O(steps), which are few.
    @inlinable public func step(at month: Month) -> Step? {
        position(at: month).map { steps[$0] }
    }

    /// The place of the step that holds in a month, searched from the latest.
    @inlinable func position(at month: Month) -> Int? {
        var position = steps.count - 1
        while position >= 0, steps[position].from > month { position -= 1 }
        return position < 0 ? nil : position
    }

    /// The value that holds in a month. The month is not before the first step.
    @inlinable public subscript(month: Month) -> Value {
        guard let position = position(at: month) else {
            preconditionFailure("no value before \(steps.first?.from.description ?? "any month")")
        }
        return steps[position].value
    }

    /// The steps that hold in some months, and which of those months, counted from the first.
    @inlinable public func spans(in horizon: ClosedRange<Month>) -> [(
        months: Range<Int>, step: Step
    )] {
        let count = horizon.upperBound - horizon.lowerBound + 1
        return steps.enumerated().compactMap { position, step in
            let next =
                position + 1 < steps.count
                ? steps[position + 1].from - horizon.lowerBound : count
            let months = max(0, step.from - horizon.lowerBound)..<max(0, min(count, next))
            return months.isEmpty ? nil : (months, step)
        }
    }

    /// The same steps with converted values.
    @inlinable public func mapValues<Other>(_ convert: (Value) -> Other) -> Timeline<Other> {
        Timeline<Other>(
            ordered: steps.map {
                .init(
                    from: $0.from, value: convert($0.value), provenance: $0.provenance,
                    replaced: $0.replaced)
            })
    }
}

extension Timeline {
    /// The same timeline with `newer` put over it from its first month on, and, where `end` is
    /// given, the present values again after that month.
    ///
    /// These are the verbs `from` and `until` of a scenario.
    ///
    /// New steps lie at or before `end`, and each remembers what it replaced.
    ///
    ///     this        2026-01 a, 2027-01 b
    ///     newer       2026-07 n, through 2027-03
    ///     replaced    2026-01 a, 2026-07 n, 2027-04 b
    public func replaced(by newer: [Step], through end: Month? = nil) -> Timeline {
        guard let first = newer.first?.from else { return self }
        let kept = steps.filter { $0.from < first }
        let written = newer.map { step in
            Step(
                from: step.from, value: step.value, provenance: step.provenance,
                replaced: history(at: step.from))
        }
        return Timeline(steps: kept + written + (end.map { resumed(after: $0) } ?? []))
    }

    /// The same timeline with values changed from a month on, through `end` where given; the steps
    /// within stay. This is the verb `shift`.
    ///
    /// A step that begins before `first` is split there: its value stays before and is changed
    /// after.
    public func shifted(
        from first: Month, through end: Month? = nil, by provenance: Provenance,
        _ change: (Value) -> Value
    ) -> Timeline {
        let kept = steps.filter { $0.from < first }
        let inside = resumed(after: first.advanced(by: -1)).filter { step in
            end.map { step.from <= $0 } ?? true
        }
        let changed = inside.map { step in
            Step(
                from: step.from, value: change(step.value), provenance: provenance,
                replaced: [step.provenance] + step.replaced)
        }
        return Timeline(steps: kept + changed + (end.map { resumed(after: $0) } ?? []))
    }

    /// The steps after a month, beginning with the value that holds in the month after it.
    private func resumed(after end: Month) -> [Step] {
        let next = end.advanced(by: 1)
        let later = steps.filter { $0.from > next }
        guard let current = step(at: next) else { return later }
        let first = Step(
            from: next, value: current.value, provenance: current.provenance,
            replaced: current.replaced)
        return [first] + later
    }

    /// Who set the value that holds in a month, and before that, latest first.
    private func history(at month: Month) -> [Provenance] {
        step(at: month).map { [$0.provenance] + $0.replaced } ?? []
    }
}
