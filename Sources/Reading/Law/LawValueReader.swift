import Policy
import Quantities

/// Reads the value of a period, which one of four keys gives.
///
///     {from: 2015-07, value: 0.003}
///     {from: 2015-07, text: monthly}
struct LawValueReader {
    /// `value` is a number, `scale` and `brackets` are tables, `text` is a word.
    static let keys = ["value", "scale", "brackets", "text"]

    /// The entries of the period.
    let fields: [String: LawNode]
    /// The parameter's unit; nil where it could not be read.
    let unit: Unit?
    /// What the parameter's numbers may be.
    let range: ClosedRange<ExactDecimal>?

    /// The value; what is wrong with it is reported and makes it nil.
    ///
    /// Faults: none of the keys or two of them; a number that is not plain digits; a kind of value
    /// that does not go with the unit; a number outside the range of its parameter.
    ///
    /// - Parameter node: the period, where a missing value is told.
    func value(at node: LawNode) -> LawValue? {
        let given = Self.keys.filter { fields[$0] != nil }
        guard given.count == 1, let key = given.first, let field = fields[key] else {
            node.fault(.notOneValue(among: Self.keys))
            return nil
        }
        let value: LawValue? =
            switch key {
            case "value": field.number().map { .decimal($0) }
            case "scale": scale(field).map { .scale($0) }
            case "brackets": brackets(field).map { .brackets($0) }
            default: field.text().map { .text($0) }
            }
        guard let value, fits(value, field), isInside(value, field) else { return nil }
        return value
    }

    /// Whether the unit goes with the kind of value.
    ///
    /// A scale holds shares, bands hold monthly incomes, a word has the unit `word`, and a number
    /// any other.
    ///
    /// A unit that could not be read fits nothing, without another fault.
    private func fits(_ value: LawValue, _ field: LawNode) -> Bool {
        guard let unit else { return false }
        let fits =
            switch value.kind {
            case .decimal: unit != .word
            case .scale: unit == .share
            case .brackets: unit == .rupiahPerMonth
            case .text: unit == .word
            }
        if !fits { field.fault(.unitDoesNotFit(unit, value.kind)) }
        return fits
    }

    /// Whether every number of the value is allowed; reports those that are not.
    ///
    /// For a scale the rates and for bands the bases are compared, whichever numbers the value
    /// names; a parameter without a range, as words are, accepts all.
    private func isInside(_ value: LawValue, _ field: LawNode) -> Bool {
        guard let range else { return true }
        let outside = value.numbers.filter { !range.contains($0) }
        for number in outside { field.fault(.outsideRange(number, allowed: range)) }
        return outside.isEmpty
    }

    /// A list of `{above: rupiah, rate: share}`, the lowest threshold first.
    ///
    ///     scale:
    ///       - {above: 0, rate: 0.0021}
    ///       - {above: 100000000, rate: 0.0017}
    ///
    /// Each rate is for the part of the amount above its threshold, up to the next. Faults: an
    /// empty list; a threshold that is negative or not above the one before it.
    private func scale(_ field: LawNode) -> MarginalScale? {
        guard let items = field.items() else { return nil }
        let rows = items.compactMap { item -> MarginalScale.Bracket? in
            guard let fields = item.fields(required: ["above", "rate"]),
                let above = fields["above"]?.rupiah(), let rate = fields["rate"]?.number()
            else { return nil }
            return .init(above: above, rate: rate)
        }
        guard rows.count == items.count else { return nil }
        do throws(MarginalScale.Fault) {
            return try MarginalScale(rows)
        } catch {
            switch error {
            case .outOfOrder(let position): items[position].fault(.bracketOutOfOrder)
            case .empty: field.fault(.expected(.list))
            }
            return nil
        }
    }

    /// A list of `{up_to: rupiah, base: rupiah}`, the last without `up_to`, `status` optional.
    ///
    ///     brackets:
    ///       - {up_to: 1099000, base: 1000000, status: V2}
    ///       - {base: 20700000}
    ///
    /// A band's own `status` is for tables of which some rows were seen and others not. Faults: an
    /// empty list; bounds that do not rise; bases that fall; a bound on the last band, which would
    /// leave larger incomes without a base.
    private func brackets(_ field: LawNode) -> LawBrackets? {
        guard let items = field.items() else { return nil }
        let rows = items.compactMap { item -> LawBrackets.Row? in
            guard let fields = item.fields(required: ["base"], optional: ["up_to", "status"]),
                let base = fields["base"]?.rupiah()
            else { return nil }
            let bound = fields["up_to"].map { $0.rupiah() }
            let mark = fields["status"].map { $0.word(EvidenceMark.self) }
            guard bound != .some(nil), mark != .some(nil) else { return nil }
            return .init(upTo: bound ?? nil, base: base, mark: mark ?? nil)
        }
        guard rows.count == items.count else { return nil }
        do throws(LawBrackets.Fault) {
            return try LawBrackets(rows)
        } catch {
            switch error {
            case .outOfOrder(let position), .baseFalls(let position):
                items[position].fault(.bracketOutOfOrder)
            case .lastIsBounded: items.last?.fault(.lastBandBounded)
            case .empty: field.fault(.expected(.list))
            }
            return nil
        }
    }
}
