import Quantities

/// What a scenario does to a parameter of the law.
///
/// The verbs are those of a ``Setting``; here they act on exact numbers, so that a tariff scaled
/// by `1.1` has no binary tail.
public enum LawChange: Sendable, Hashable {
    /// Puts a number in place of the law's.
    case replaced(ExactDecimal)
    /// Puts a scale, a table or a word in place of the law's.
    case replacedBy(LawValue)
    /// Multiplies the number, or every rate of a scale; later steps of the law stay.
    case scaled(by: ExactDecimal)
    /// Adds to the number, or to every rate of a scale; later steps of the law stay.
    case added(ExactDecimal)
}

extension LawTree {
    /// The same law with one parameter changed from a month on, through `until` where given.
    ///
    /// A replacement without `until` drops later steps of the law; with it the law returns in the
    /// month after. Scaling and adding keep the steps and need a value to change.
    ///
    /// The changed value cites the scenario: its mark is the provenance's, or `assumed`, and it has
    /// no legal reference.
    ///
    ///     law.overriding(
    ///         "bpu.jkm.amount", from: Month(2028, 1), change: .replaced(ExactDecimal(7_500)),
    ///         provenance: provenance)
    ///
    /// - Throws: ``LawFault`` for an unknown path, an empty period, a value outside its range or of
    ///   another kind, a shift where there is no value, or digits beyond exact arithmetic.
    public func overriding(
        _ path: String, from: Month, until: Month? = nil, change: LawChange, provenance: Provenance
    ) throws(LawFault) -> LawTree {
        let parameter = try parameter(path)
        if let until, until < from { throw .emptyPeriod(path: path, from: from, until: until) }
        switch change {
        case .replaced(let number):
            return try replacing(
                parameter, with: .decimal(number), from: from, until: until, provenance)
        case .replacedBy(let value):
            return try replacing(parameter, with: value, from: from, until: until, provenance)
        case .scaled(let factor):
            return try shifting(parameter, from: from, until: until, provenance) {
                (number) throws(LawFault) in try number.multiplied(by: factor)
            }
        case .added(let step):
            return try shifting(parameter, from: from, until: until, provenance) {
                (number) throws(LawFault) in try number.plus(step)
            }
        }
    }

    /// Puts a value over the timeline; the present values return after `until`. The kind of value
    /// stays that of the law's first value: a number is never put where a table stood.
    ///
    /// - Throws: ``LawFault/wrongKind(path:expected:found:)``,
    ///   ``LawFault/outOfRange(path:value:allowed:)``.
    private func replacing(
        _ parameter: LawParameter, with value: LawValue, from: Month, until: Month?,
        _ provenance: Provenance
    ) throws(LawFault) -> LawTree {
        if let kind = parameter.timeline.steps.lazy.compactMap({ $0.value?.value.kind }).first,
            kind != value.kind
        {
            throw .wrongKind(path: parameter.path, expected: kind, found: value.kind)
        }
        try parameter.check(value)
        let old = parameter.timeline.step(at: from)?.value
        let step = Timeline<LawEntry?>.Step(
            from: from, value: provenance.entry(value, over: old, from: from),
            provenance: provenance)
        let timeline = parameter.timeline.replaced(by: [step], through: until)
        guard let until, parameter.timeline.step(at: until.advanced(by: 1)) == nil else {
            return replacing(parameter.with(timeline))
        }
        // Nothing held before the change, so nothing returns after it.
        let end = Timeline<LawEntry?>.Step(
            from: until.advanced(by: 1), value: nil, provenance: provenance)
        let rest = timeline.steps.filter { $0.from > until }
        let within = timeline.steps.filter { $0.from <= until }
        return replacing(parameter.with(Timeline(steps: within + [end] + rest)))
    }

    /// Changes the values that hold from a month on; the steps among them stay. Each distinct
    /// value is changed once, whatever the months in which it recurs. The range is checked on the
    /// steps that were changed only.
    ///
    /// - Throws: ``LawFault/noValue(path:month:first:)`` where there is nothing to change, and what
    ///   the change or the range throws.
    private func shifting(
        _ parameter: LawParameter, from: Month, until: Month?, _ provenance: Provenance,
        _ change: (ExactDecimal) throws(LawFault) -> ExactDecimal
    ) throws(LawFault) -> LawTree {
        guard parameter.value(at: from) != nil else {
            throw .noValue(path: parameter.path, month: from, first: parameter.first)
        }
        var changed: [LawValue: LawValue] = [:]
        for step in parameter.timeline.steps {
            guard let value = step.value?.value, changed[value] == nil else { continue }
            let next = try parameter.changing(value, change)
            changed[value] = next
        }
        let timeline = parameter.timeline.shifted(from: from, through: until, by: provenance) {
            (entry) in
            guard let entry, let value = changed[entry.value] else { return nil }
            return provenance.entry(value, over: entry, from: from)
        }
        for step in timeline.steps where step.provenance == provenance {
            if let value = step.value?.value { try parameter.check(value) }
        }
        return replacing(parameter.with(timeline))
    }
}

extension LawParameter {
    /// A value with its numbers changed; bands and words have no number that a shift could mean.
    ///
    /// - Throws: ``LawFault/changeDoesNotFit(path:kind:)``, and what the change throws.
    fileprivate func changing(
        _ value: LawValue, _ change: (ExactDecimal) throws(LawFault) -> ExactDecimal
    ) throws(LawFault) -> LawValue {
        switch value {
        case .decimal(let number): .decimal(try change(number))
        case .scale(let scale): .scale(try scale.mapRates(change))
        case .brackets, .text: throw .changeDoesNotFit(path: path, kind: value.kind)
        }
    }
}

extension Provenance {
    /// What a scenario says in place of the law: no legal reference, its own mark and source, and
    /// the month to which the replaced value was checked. Without a source the layer's name stands
    /// in for it.
    fileprivate func entry(_ value: LawValue, over old: LawEntry?, from: Month) -> LawEntry {
        LawEntry(
            value: value, mark: mark ?? .assumed, legal: nil, source: source ?? layer,
            checked: old?.checked ?? from)
    }
}

extension ExactDecimal {
    /// The exact product, or a fault where it has too many digits. At most 18 decimals and 64
    /// bits.
    fileprivate func multiplied(by other: ExactDecimal) throws(LawFault) -> ExactDecimal {
        let product = coefficient.multipliedReportingOverflow(by: other.coefficient)
        guard !product.overflow, scale + other.scale <= 18 else { throw .tooLarge }
        return ExactDecimal(coefficient: product.partialValue, scale: scale + other.scale)
    }

    /// The exact sum, or a fault where it has too many digits. Summed in 128 bits, then brought
    /// back to 64.
    fileprivate func plus(_ other: ExactDecimal) throws(LawFault) -> ExactDecimal {
        let common = max(scale, other.scale)
        let sum = digits(at: common) + other.digits(at: common)
        guard let coefficient = Int64(exactly: sum) else { throw .tooLarge }
        return ExactDecimal(coefficient: coefficient, scale: common)
    }

    /// The digits with `places` of them after the point, places in `scale`...18.
    private func digits(at places: Int) -> Int128 {
        (scale..<places).reduce(Int128(coefficient)) { digits, _ in digits * 10 }
    }
}
