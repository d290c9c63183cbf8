import Policy
import Quantities

/// The exact contribution of each change to a difference, by Shapley's rule.
///
///     phi_i = sum over S without i of |S|! (n-|S|-1)! / n! (v(S + i) - v(S))
///
/// The average over all orders of applying the changes: parts sum to the whole difference, equal
/// changes get equal parts, a change that never matters gets nothing.
///
/// Reference: L. S. Shapley, A value for n-person games, 1953, doi:10.1515/9781400881970-018.
///
/// The order in which changes are applied one by one was rejected as an attribution: cost is heads
/// times price, so whichever comes second gets the product of both.
///
///     cost = heads x price, from 100 x 16.8 to 150 x 20
///     heads 920, price 400, together 1320
package struct Attribution: Sendable, Equatable {
    /// One row of outputs for each change. Indexed `[change][output]`.
    package private(set) var parts: [[Double]]
    /// The outputs with no change.
    package let before: [Double]
    package private(set) var after: [Double]

    /// How many changes are attributed one by one; each more doubles the evaluations, 4,096 at
    /// twelve.
    package static let limit = 12

    /// Evaluates every subset of changes once, a few at a time, and adds them up in order, so that
    /// scheduling changes no bit.
    ///
    /// - Parameters:
    ///   - changes: how many, at most ``limit``.
    ///   - value: the outputs with the changes in a set of bits applied; always equally many.
    /// - Throws: what `value` throws.
    /// - Complexity: 2^changes evaluations.
    package init(
        changes: Int, progress: ((Int, Int) -> Void)? = nil,
        value: @escaping @Sendable (Int) async throws -> [Double]
    ) async throws {
        precondition((0...Self.limit).contains(changes), "\(changes) changes")
        before = try await value(0)
        after = before
        parts = Array(repeating: Array(repeating: 0.0, count: before.count), count: changes)
        let subsets = 1 << changes
        for first in stride(from: 0, to: subsets, by: Self.batch) {
            let batch = first..<min(subsets, first + Self.batch)
            for (subset, outputs) in zip(batch, try await Self.evaluate(batch, value)) {
                if subset == subsets - 1 { after = outputs }
                add(outputs, of: subset)
            }
            progress?(batch.upperBound, subsets)
        }
    }

    /// How many subsets are evaluated at once. Bounds how many outputs are held at a time.
    private static let batch = 16

    /// The outputs of some subsets, in order of subset, whatever the order in which they are done.
    private static func evaluate(
        _ subsets: Range<Int>, _ value: @escaping @Sendable (Int) async throws -> [Double]
    ) async throws -> [[Double]] {
        try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
            for subset in subsets { group.addTask { (subset, try await value(subset)) } }
            var outputs: [Int: [Double]] = [:]
            for try await (subset, output) in group { outputs[subset] = output }
            return subsets.compactMap { outputs[$0] }
        }
    }

    /// Adds what one subset means for every change:
    ///
    ///     phi_i += w(|S| - 1) v(S)   where i is in S
    ///     phi_i -= w(|S|) v(S)       where it is not
    ///
    /// So each subset is evaluated once and then forgotten, not once for each change.
    private mutating func add(_ outputs: [Double], of subset: Int) {
        let size = subset.nonzeroBitCount
        for change in parts.indices {
            let isIn = subset >> change & 1 == 1
            let weight =
                isIn
                ? Self.weight(size - 1, of: parts.count)
                : -Self.weight(size, of: parts.count)
            for output in outputs.indices { parts[change][output] += weight * outputs[output] }
        }
    }

    /// `k! (n-k-1)! / n!`, zero where a change cannot be added to a set of that size. Made
    /// step by step, without factorials.
    private static func weight(_ size: Int, of changes: Int) -> Double {
        guard (0..<changes).contains(size) else { return 0 }
        var weight = 1 / Double(changes)
        for step in 0..<size { weight *= Double(step + 1) / Double(changes - 1 - step) }
        return weight
    }
}

/// Changed keys that are attributed together.
///
/// Shapley values of groups answer for the group as one change; how it divides inside is not
/// asked.
package struct ChangeGroup: Sendable, Hashable {
    package let name: String
    package let changes: Set<PolicyChange>

    /// Groups changes so that at most `limit` groups remain.
    ///
    /// One by one where they are few; else by key, then by the first word of the key, then by
    /// what is decided, believed or enacted.
    ///
    ///     quota.petani, quota.nelayan, rate.lapse.petani    by key
    ///     quota, rate.lapse                                 by parameter
    ///     quota, rate                                       by first word
    ///     lever, assumption, law                            by role
    ///
    /// Roles are three, so the last grouping always fits.
    package static func groups(
        of changes: [PolicyChange], limit: Int = Attribution.limit
    ) -> [ChangeGroup] {
        let namings: [(PolicyChange) -> String] = [
            { $0.key }, { $0.path }, { String($0.path.prefix { $0 != "." }) },
        ]
        for naming in namings {
            let groups = grouped(changes, by: naming)
            if groups.count <= limit { return groups }
        }
        return grouped(changes) { Address(subject: $0.subject).role.rawValue }
    }

    /// In order of first appearance. Members of a group need not be neighbours.
    private static func grouped(
        _ changes: [PolicyChange], by name: (PolicyChange) -> String
    ) -> [ChangeGroup] {
        var order: [String] = []
        var members: [String: Set<PolicyChange>] = [:]
        for change in changes {
            let name = name(change)
            if members[name] == nil { order.append(name) }
            members[name, default: []].insert(change)
        }
        return order.map { ChangeGroup(name: $0, changes: members[$0] ?? []) }
    }
}

/// Why two scenarios differ, by changed key, for every yearly figure.
///
/// Both scenarios speak of the same horizon, regions, segments, purses and cohorts: only keys
/// differ.
package struct ScenarioAttribution: Sendable {
    /// The scenario without the changes.
    package let baseline: ScenarioResult
    package let alternative: ScenarioResult
    /// What the difference is attributed to, in the catalogue's order.
    package let groups: [ChangeGroup]
    package var keyCount: Int { groups.reduce(0) { $0 + $1.changes.count } }
    /// For each group, the part of the difference in every value of ``Summary``. Indexed
    /// `[group][value]`; a column sums to the difference of the value.
    package let parts: [[Double]]

    /// Runs every combination of the changed keys.
    ///
    /// The two scenarios themselves are not run again.
    ///
    /// - Parameters:
    ///   - limit: how many groups are told apart at most, no more than ``Attribution/limit``.
    ///   - progress: called with how many of how many combinations are done.
    /// - Throws: ``PolicyMismatch`` where keys cannot be compared, or what a run throws.
    /// - Complexity: 2^groups runs.
    package init(
        from baseline: ScenarioResult, to alternative: ScenarioResult, law: LawTree,
        limit: Int = Attribution.limit, progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws {
        self.baseline = baseline
        self.alternative = alternative
        let groups = ChangeGroup.groups(
            of: try baseline.policy.changes(to: alternative.policy), limit: limit)
        let whole = (1 << groups.count) - 1
        let attribution = try await Attribution(changes: groups.count, progress: progress) {
            subset in
            if subset == 0 { return baseline.summary.values }
            if subset == whole { return alternative.summary.values }
            let chosen = groups.indices.filter { subset >> $0 & 1 == 1 }
                .reduce(into: Set<PolicyChange>()) { $0.formUnion(groups[$1].changes) }
            let policy = baseline.policy.taking(chosen, from: alternative.policy)
            return try baseline.summary(of: policy, changing: chosen, law: law).values
        }
        self.groups = groups
        parts = attribution.parts
    }
}

extension ScenarioAttribution {
    /// The part of each changed key in the difference of each figure, by year.
    ///
    /// Keys: `scenario`, `change`, `year`, `quantity`. For each year and quantity the parts sum to
    /// the difference; money parts are whole rupiah and still do.
    ///
    ///     column     unit     content
    ///     scenario            the alternative's name
    ///     change              a changed key or group of keys, as ``ChangeGroup`` names it
    ///     year                budget year
    ///     quantity            a ``Measure``, by its name
    ///     unit                of the part: Rp, person-month, person
    ///     part                in that unit; negative where the change lowers the figure
    ///
    /// Ratios are left out: the parts of a ratio would not sum to the ratio of summed figures.
    package var table: ResultTable {
        let years = baseline.summary.years
        let rows = Measure.allCases.flatMap { measure in
            years.indices.flatMap { year in
                zip(groups, parts(of: measure, year: year)).map {
                    (measure: measure, year: years[year], group: $0, part: $1)
                }
            }
        }
        return ResultTable("attribution", rows) {
            Key("scenario") { _ in alternative.name }
            Key("change", \.group.name)
            Key("year") { String($0.year) }
            Key("quantity", \.measure.name)
            Column("unit", .word, \.measure.unit.rawValue)
            Column("part", .factor, \.part)
        }
    }

    /// The part of each changed key in the headline figures of the whole horizon, and their sum.
    ///
    /// Keys: `scenario`, `change`, where `total` is the whole difference. Stocks are those of the
    /// last year.
    package var overview: ResultTable {
        let names = groups.map(\.name) + ["total"]
        let headline: [Measure] = [
            .publicBill, .gap, .fundedPersonMonths, .waitingPersonMonths, .protectedAtEnd,
        ]
        return ResultTable("attribution-overview", names.indices) {
            Key("scenario") { _ in alternative.name }
            Key("change") { names[$0] }
            for measure in headline {
                let parts = parts(of: measure)
                let column = parts + [parts.reduce(0, +)]
                Column(.measure(measure)) { column[$0] }
            }
        }
    }

    /// The parts of all groups in one figure's difference over the whole horizon; of a stock those
    /// of the last year. Money is whole rupiah, and the parts still sum to the difference.
    package func parts(of measure: Measure) -> [Double] {
        let years = Array(baseline.summary.years.indices)
        let counted = measure.isStock ? years.suffix(1) : years[...]
        return counted.reduce(groups.map { _ in 0 }) { sums, year in
            zip(sums, parts(of: measure, year: year)).map { $0 + $1 }
        }
    }

    /// The parts of all groups in one figure's difference in a year, summed over regions and
    /// segments. Money is rounded so that the parts still sum to the difference.
    ///
    /// Attribution is linear, so the parts of a sum over cells are the sums of the cells' parts.
    package func parts(of measure: Measure, year: Int) -> [Double] {
        let summary = baseline.summary
        let cells = summary.cells(of: measure, year: year)
        let exact = parts.map { row in cells.reduce(0) { $0 + row[$1] } }
        guard measure.unit == .rupiah else { return exact }
        let difference =
            alternative.summary.total(measure, year: year) - summary.total(measure, year: year)
        return Self.rounded(exact, to: difference)
    }

    /// Whole numbers near the parts that sum to a whole difference: the largest fractions are
    /// rounded up until the sum is right.
    ///
    ///     [0.5, 0.5, 1.0] to 2   // 1, 0, 1
    ///
    /// Parts may be negative, which is why ``apportioned(_:total:)`` does not serve here.
    static func rounded(_ parts: [Double], to difference: Double) -> [Double] {
        var whole = parts.map { $0.rounded(.down) }
        let left = Int((difference - whole.reduce(0, +)).rounded())
        let order = parts.indices.sorted { a, b in
            let (fa, fb) = (parts[a] - whole[a], parts[b] - whole[b])
            return fa == fb ? a < b : fa > fb
        }
        guard left > 0, !order.isEmpty else { return whole }
        for unit in 0..<left { whole[order[unit % order.count]] += 1 }
        return whole
    }
}

extension Summary {
    /// The positions of a measure's values in a year. One run of numbers, since region and segment
    /// run fastest.
    func cells(of measure: Measure, year: Int) -> Range<Int> {
        let first = (measure.rawValue * years.count + year) * regionCount * segmentCount
        return first..<first + regionCount * segmentCount
    }
}
