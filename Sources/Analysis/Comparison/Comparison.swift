import Costing
import Policy
import Quantities

/// Any number of scenarios beside a named baseline.
///
/// Results are compared by name of region and segment, not by position, so scenarios with other
/// segments can stand side by side; their years and regions must agree, since sums over other
/// places differ for no reason that a scenario gives.
///
///     let comparison = try Comparison([murni, expansion], baseline: murni.name)
///     comparison.table(by: .region)
public struct Comparison: Sendable {
    /// Why scenarios cannot stand side by side.
    public enum Fault: Error, Sendable, Equatable {
        /// No result has the baseline's name.
        case unknownBaseline(String, known: [String])
        /// Two results would share the rows of one name.
        case duplicateName(String)
        /// A scenario of other budget years than the baseline.
        case differentYears(String, [Int], baseline: [Int])
        /// A scenario of other regions than the baseline, with those that only one of them has.
        case differentRegions(String, only: [RegionCode], lacks: [RegionCode])
    }

    /// The baseline first, then the others as given. At least one, the baseline.
    package let results: [ScenarioResult]

    package var baseline: ScenarioResult { results[0] }
    package var alternatives: ArraySlice<ScenarioResult> { results.dropFirst() }

    /// Puts results side by side.
    ///
    /// Two runs of one scenario under two laws need two names; a name is all that rows have to
    /// tell them apart.
    ///
    /// - Throws: ``Fault`` for an unknown baseline, two scenarios of one name, other years or
    ///   regions.
    public init(_ results: [ScenarioResult], baseline name: String) throws(Fault) {
        guard let baseline = results.first(where: { $0.name == name }) else {
            throw .unknownBaseline(name, known: results.map(\.name))
        }
        var seen: Set<String> = []
        for result in results {
            guard seen.insert(result.name).inserted else { throw .duplicateName(result.name) }
            guard result.summary.years == baseline.summary.years else {
                throw .differentYears(
                    result.name, result.summary.years, baseline: baseline.summary.years)
            }
            let (own, base) = (Set(result.policy.regions), Set(baseline.policy.regions))
            guard own == base else {
                throw .differentRegions(
                    result.name, only: own.subtracting(base).sorted(),
                    lacks: base.subtracting(own).sorted())
            }
        }
        self.results = [baseline] + results.filter { $0.name != name }
    }

    /// All scenarios, years and quantities in tidy form, in total or by province, region or
    /// segment.
    ///
    /// Keys: `scenario`, `year` (`all` for the horizon), `province`, `region` or `segment`,
    /// `quantity`.
    /// Measures: unit, value, the baseline's value, difference, ratio to the baseline. A region or
    /// segment that the baseline lacks has no baseline value.
    ///
    ///     difference = value - baseline_value
    ///     ratio      = value / baseline_value, no value where that is zero
    ///
    /// The baseline is among the rows, with difference 0.
    package func table(by grouping: Grouping = .total) -> ResultTable {
        var rows: [Row] = []
        let quantities = Quantity.listed(
            by: grouping, hasPoverty: results.contains(where: \.summary.hasPoverty))
        let places = Dictionary(
            grouping.rows(of: baseline.policy).map {
                (grouping.label($0, of: baseline.policy), $0)
            }, uniquingKeysWith: { first, _ in first })
        let before = baseline.summary.folded(grouping, of: baseline.policy)
        for result in results {
            let figures = result.summary.folded(grouping, of: result.policy)
            for year in Array(result.summary.years.indices.map(Optional.some)) + [nil] {
                for place in grouping.rows(of: result.policy) {
                    let label = grouping.label(place, of: result.policy)
                    let other = places[label]
                    for quantity in quantities {
                        rows.append(
                            Row(
                                scenario: result.name,
                                year: year.map { String(result.summary.years[$0]) } ?? "all",
                                label: label, quantity: quantity,
                                value: quantity.value(
                                    figures, year: year, region: place.region,
                                    segment: place.segment),
                                base: other.map {
                                    quantity.value(
                                        before, year: year, region: $0.region,
                                        segment: $0.segment)
                                } ?? .nan))
                    }
                }
            }
        }
        return Self.table(rows, grouping.rawValue, hasLabel: grouping != .total)
    }

    /// What each purse pays in each scenario and year, beside the baseline; `gap` among them.
    ///
    /// Summed over regions. A purse that only one of two scenarios has paid nothing in the other.
    package var purseTable: ResultTable {
        let base = Self.paid(baseline)
        var rows: [Row] = []
        for result in results {
            let paid = Self.paid(result)
            for key in Set(paid.keys).union(base.keys).sorted(by: {
                ($0.year, $0.purse) < ($1.year, $1.purse)
            }) {
                rows.append(
                    Row(
                        scenario: result.name, year: String(key.year), label: key.purse,
                        quantity: .measure(key.purse == "gap" ? .gap : .paid),
                        value: paid[key] ?? 0, base: base[key] ?? 0))
            }
        }
        return Self.table(rows, "purse", hasLabel: true)
    }

    private struct PaidKey: Hashable {
        let year: Int
        let purse: String
    }

    /// What each purse paid by year, in rupiah over all regions.
    private static func paid(_ result: ScenarioResult) -> [PaidKey: Double] {
        var paid: [PaidKey: Double] = [:]
        for row in result.purseRows {
            let key = PaidKey(year: row.year, purse: result.costs.name(of: row.bearer))
            paid[key, default: 0] += row.paid.expected.amount
        }
        return paid
    }

    private struct Row {
        let scenario: String
        let year: String
        /// Region, segment or purse; empty for totals.
        let label: String
        let quantity: Quantity
        /// Of the scenario; NaN where a ratio has no denominator.
        let value: Double
        /// Of the baseline; NaN where it lacks the region or segment.
        let base: Double
    }

    /// Rows as a table; the label's column is named after the grouping.
    private static func table(_ rows: [Row], _ name: String, hasLabel: Bool) -> ResultTable {
        ResultTable("comparison-" + name, rows) {
            Key("scenario", \.scenario)
            Key("year", \.year)
            if hasLabel { Key(name, \.label) }
            Key("quantity", \.quantity.name)
            Column("unit", .word, \.quantity.unit.rawValue)
            Column("value", .factor, \.value)
            Column("baseline_value", .factor, \.base)
            Column("difference", .factor) { $0.value - $0.base }
            Column("ratio", .factor) { $0.base == 0 ? .nan : $0.value / $0.base }
        }
    }
}
