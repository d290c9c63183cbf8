import Costing
import Policy
import Quantities

/// Money for one segment that one purse paid in the baseline and another one pays instead.
package struct PurseMove: Sendable, Equatable {
    package let segment: Int
    package let from: String
    package let to: String
    package internal(set) var amount: Rupiah
}

extension Comparison {
    /// Which payments changed their purse against the baseline, in order of segments and purses.
    ///
    /// In each year, region and segment, what some purses pay less is what others pay more, as far
    /// as both go:
    ///
    ///     moved = min(sum of falls, sum of rises)
    ///
    /// shared over falls, and each fall's part over rises, in proportion. The rest is a bill that
    /// fell or rose and has moved from nobody. None where the segments or regions are others than
    /// the baseline's.
    package func moves(of result: ScenarioResult) -> [PurseMove] {
        guard result.policy.segments.map(\.id) == baseline.policy.segments.map(\.id),
            result.policy.regions == baseline.policy.regions
        else { return [] }
        var names = baseline.policy.purses.map(\.id.name)
        for source in result.policy.purses where !names.contains(source.id.name) {
            names.append(source.id.name)
        }
        names.append("gap")
        let (before, after) = (baseline.payments(names), result.payments(names))
        var moves: [PurseMove] = []
        for (base, other) in zip(before, after) {
            for (from, to, amount) in Self.moved(base.paid, other.paid) {
                let known = moves.firstIndex {
                    $0.segment == base.segment && $0.from == names[from] && $0.to == names[to]
                }
                if let known {
                    moves[known].amount += amount
                } else {
                    moves.append(
                        PurseMove(
                            segment: base.segment, from: names[from], to: names[to],
                            amount: amount))
                }
            }
        }
        return moves.sorted {
            let (a, b) = (names.firstIndex(of: $0.from) ?? 0, names.firstIndex(of: $1.from) ?? 0)
            let (c, d) = (names.firstIndex(of: $0.to) ?? 0, names.firstIndex(of: $1.to) ?? 0)
            return ($0.segment, a, c) < ($1.segment, b, d)
        }
    }

    /// What moved from which purse to which, by position, in one cell.
    private static func moved(
        _ before: [Rupiah], _ after: [Rupiah]
    ) -> [(from: Int, to: Int, amount: Rupiah)] {
        let falls = zip(before, after).map { max(.zero, $0 - $1) }
        var rises = zip(before, after).map { max(.zero, $1 - $0) }
        let total = min(falls.reduce(.zero, +), rises.reduce(.zero, +))
        guard total > .zero else { return [] }
        var moved: [(Int, Int, Rupiah)] = []
        let parts = apportioned(falls.map { Double($0.amount) }, total: total)
        for (from, part) in parts.enumerated() where part > .zero {
            guard rises.reduce(.zero, +) >= part else { break }
            let shares = apportioned(rises.map { Double($0.amount) }, total: part)
            for (to, share) in shares.enumerated() where share > .zero {
                rises[to] = max(.zero, rises[to] - share)
                moved.append((from, to, share))
            }
        }
        return moved
    }
}

extension ScenarioResult {
    /// What each of some purses paid, the gap last, in each year, region and segment.
    fileprivate func payments(_ names: [String]) -> [(segment: Int, paid: [Rupiah])] {
        let places = names.map { name in
            policy.purses.firstIndex { $0.id.name == name }
        }
        return balanceRows.map { row in
            let paid = places.dropLast().map { place in place.map { row.paid[$0] } ?? .zero }
            return (row.segment, paid + [row.gap])
        }
    }

    /// What each purse pays for each segment over the whole horizon, by segment and purse in the
    /// policy's order.
    package var paidBySegmentAndPurse: [[Rupiah]] {
        let none = policy.purses.map { _ in Rupiah.zero }
        var paid = policy.segments.map { _ in none }
        for row in balanceRows {
            for (purse, amount) in row.paid.enumerated() { paid[row.segment][purse] += amount }
        }
        return paid
    }
}

extension Comparison {
    /// Payments that changed their purse, for programs.
    ///
    /// Keys: `scenario`, `segment`, `from_purse`, `to_purse`; whole rupiah over all regions and
    /// years.
    package var moveTable: ResultTable {
        let rows = alternatives.flatMap { result in
            moves(of: result).map { (result: result, move: $0) }
        }
        return ResultTable("purse-moves", rows) {
            Key("scenario", \.result.name)
            Key("segment") { $0.result.policy.segments[$0.move.segment].id.name }
            Key("from_purse", \.move.from)
            Key("to_purse", \.move.to)
            Column("moved_rp", .rupiah, \.move.amount)
        }
    }
}
