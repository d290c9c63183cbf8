import Formats
import Policy
import Quantities

/// Reads the value of a period, which one of four keys gives.
///
///     {from: 2015-07, value: 0.003}
///     {from: 2015-07, text: monthly}
struct LawValueReader {
    static let keys = ["value", "scale", "brackets", "text"]
    private static let kinds: [LawValue.Kind] = [.decimal, .scale, .brackets, .text]

    let fields: FieldReader
    /// The parameter's unit; nil where it could not be read.
    let unit: Unit?
    let range: ClosedRange<ExactDecimal>?

    /// The value of a period.
    ///
    /// Faults: none of the keys or two of them; a number that is not plain digits; a kind of value
    /// that does not go with the unit; a number outside the range of its parameter.
    func value(_ period: YAMLNode) -> LawValue? {
        let given = zip(Self.keys, Self.kinds).filter { period[$0.0] != nil }
        guard given.count == 1, let (key, kind) = given.first, let field = period[key] else {
            fields.notOne(of: Self.keys, at: period.position)
            return nil
        }
        return value(kind, field.value)
    }

    func value(_ kind: LawValue.Kind, _ node: YAMLNode) -> LawValue? {
        let value: LawValue? =
            switch kind {
            case .decimal: fields.number(node).map { .decimal($0) }
            case .scale: scale(node).map { .scale($0) }
            case .brackets: brackets(node).map { .brackets($0) }
            case .text: fields.text(node).map { .text($0) }
            }
        guard let value, fits(kind, node), isInside(value, node) else { return nil }
        return value
    }

    /// Whether the unit goes with the kind of value.
    ///
    /// A scale holds shares, bands hold monthly incomes, a word has the unit `word`, and a number
    /// any other. A unit that could not be read fits nothing, without another fault.
    private func fits(_ kind: LawValue.Kind, _ node: YAMLNode) -> Bool {
        guard let unit else { return false }
        let fits =
            switch kind {
            case .decimal: unit != .word
            case .scale: unit == .share
            case .brackets: unit == .rupiahPerMonth
            case .text: unit == .word
            }
        if !fits {
            fields.session.fault(
                node.position,
                Phrase(
                    id: "satuan \(unit.rawValue) tidak cocok untuk nilai ini",
                    en: "unit \(unit.rawValue) does not fit this value"))
        }
        return fits
    }

    /// Whether every number of the value is allowed; reports those that are not.
    ///
    /// For a scale the rates and for bands the bases are compared, whichever numbers the value
    /// names; a parameter without a range, as words are, accepts all.
    private func isInside(_ value: LawValue, _ node: YAMLNode) -> Bool {
        guard let range else { return true }
        let (low, high) = (range.lowerBound, range.upperBound)
        let outside = value.numbers.filter { !range.contains($0) }
        for number in outside {
            fields.session.fault(
                node.position,
                Phrase(
                    id: "\(number) di luar \(low) sampai \(high)",
                    en: "\(number) is outside \(low) to \(high)"))
        }
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
    private func scale(_ node: YAMLNode) -> MarginalScale? {
        guard let items = fields.items(node) else { return nil }
        let rows = items.compactMap { item -> MarginalScale.Bracket? in
            guard fields.isTable(item, required: ["above", "rate"]),
                let above = item["above"].flatMap({ fields.rupiah($0.value) }),
                let rate = item["rate"].flatMap({ fields.number($0.value) })
            else { return nil }
            return .init(above: above, rate: rate)
        }
        guard rows.count == items.count else { return nil }
        do throws(MarginalScale.Fault) {
            return try MarginalScale(rows)
        } catch {
            switch error {
            case .outOfOrder(let position): outOfOrder(items[position])
            case .empty: fields.session.fault(node.position, Phrase.emptyList)
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
    private func brackets(_ node: YAMLNode) -> LawBrackets? {
        guard let items = fields.items(node) else { return nil }
        let rows = items.compactMap { item -> LawBrackets.Row? in
            guard fields.isTable(item, required: ["base"], optional: ["up_to", "status"]),
                let base = item["base"].flatMap({ fields.rupiah($0.value) })
            else { return nil }
            let bound = item["up_to"].map { fields.rupiah($0.value) }
            let mark = item["status"].map { fields.word(EvidenceMark.self, $0.value) }
            guard bound != .some(nil), mark != .some(nil) else { return nil }
            return .init(upTo: bound ?? nil, base: base, mark: mark ?? nil)
        }
        guard rows.count == items.count else { return nil }
        do throws(LawBrackets.Fault) {
            return try LawBrackets(rows)
        } catch {
            switch error {
            case .outOfOrder(let position), .baseFalls(let position):
                outOfOrder(items[position])
            case .lastIsBounded:
                fields.session.fault(
                    (items.last ?? node).position,
                    Phrase(
                        id: "kelompok terakhir tidak boleh punya batas atas",
                        en: "the last band must have no upper bound"))
            case .empty: fields.session.fault(node.position, Phrase.emptyList)
            }
            return nil
        }
    }

    private func outOfOrder(_ row: YAMLNode) {
        fields.session.fault(
            row.position,
            Phrase(
                id: "batas ini tidak di atas yang sebelumnya",
                en: "this bound is not above the one before it"))
    }
}
