import Quantities

/// What changed from one stage of a budget to the next: by purse, by segment, and why.
///
/// Each segment of each region is compared with itself. Its bill is people x months x price:
///
///     persons, months = person-months / persons, price = bill / person-months
///
/// and its difference is shared over the three by Shapley's rule, the average over all orders of
/// changing them one by one; for a product of three this has a closed form:
///
///     people = (p1 - p0) ((m0 c0 + m1 c1) / 3 + (m0 c1 + m1 c0) / 6)
///
/// and so for months and price in turn. Shares are rounded by largest remainder, so in every row
/// people + months + price is the difference, to the rupiah.
///
/// Reference: L. S. Shapley, A value for n-person games, 1953, doi:10.1515/9781400881970-018.
package struct StageVariance: Sendable, Equatable {
    /// Why a bill differs, in whole rupiah.
    package struct Split: Sendable, Equatable {
        package var people = Rupiah.zero
        /// More or fewer months for each.
        package var months = Rupiah.zero
        /// Another price of a person's month: tariffs, bases, the mix of programmes.
        package var price = Rupiah.zero

        package static let none = Split()

        package var sum: Rupiah { people + months + price }

        /// Rows of a table summed.
        static func + (left: Split, right: Split) -> Split {
            Split(
                people: left.people + right.people, months: left.months + right.months,
                price: left.price + right.price)
        }
    }

    /// One segment of one region in both stages.
    package struct Row: Sendable, Equatable {
        package let place: StageAccount.Place
        /// The bill in the earlier stage; zero where it lacks the place.
        package let before: Rupiah
        /// The bill in the later stage; zero where it lacks the place.
        package let after: Rupiah
        /// Sums to after - before.
        package let split: Split
    }

    package struct PurseRow: Sendable, Equatable {
        /// The identifier, or ``StageAccount/gap``.
        package let purse: String
        /// Its amount in the earlier stage; zero where that lacks the purse.
        package let before: Rupiah
        /// Its amount in the later stage; zero where that lacks the purse.
        package let after: Rupiah
    }

    /// Places of the earlier stage in order, then those that only the later one has.
    package let rows: [Row]
    /// Purses of the earlier stage in order, then those that only the later one has, then the gap.
    package let purses: [PurseRow]

    package var split: Split { rows.reduce(Split()) { $0 + $1.split } }

    /// The split of each segment over all regions, in order of first appearance.
    package var bySegment: [(segment: String, split: Split)] {
        var found: [(segment: String, split: Split)] = []
        for row in rows {
            if let place = found.firstIndex(where: { $0.segment == row.place.segment }) {
                found[place].split = found[place].split + row.split
            } else {
                found.append((row.place.segment, row.split))
            }
        }
        return found
    }

    package init(from before: StageAccount, to after: StageAccount) {
        let new = Dictionary(after.parts.map { ($0.place, $0) }, uniquingKeysWith: { a, _ in a })
        let known = Set(before.parts.map(\.place))
        let both =
            before.parts.map { ($0, new[$0.place] ?? .none(at: $0.place)) }
            + after.parts.filter { !known.contains($0.place) }.map { (.none(at: $0.place), $0) }
        rows = both.map { old, new in
            Row(
                place: old.place, before: old.bill, after: new.bill,
                split: Self.split(from: old, to: new))
        }
        let purses =
            before.purses + after.purses.filter { !before.purses.contains($0) }
            + [StageAccount.gap]
        self.purses = purses.map {
            PurseRow(purse: $0, before: before.amount(of: $0), after: after.amount(of: $0))
        }
    }

    /// The split of a part's difference.
    ///
    /// Where one side has nobody its months and price are those of the other, so that who comes or
    /// goes whole is a difference of people.
    static func split(from old: StageAccount.Part, to new: StageAccount.Part) -> Split {
        let (a, b) = (old.factors ?? new.factors, new.factors ?? old.factors)
        guard let a, let b else { return Split(price: new.bill - old.bill) }
        let (p0, p1) = (old.persons, new.persons)
        let exact = [
            share(p0, p1, a.months, b.months, a.price, b.price),
            share(a.months, b.months, p0, p1, a.price, b.price),
            share(a.price, b.price, p0, p1, a.months, b.months),
        ]
        let parts = settled(exact, total: new.bill - old.bill)
        return Split(people: parts[0], months: parts[1], price: parts[2])
    }

    /// Shapley's share of the first factor of a product of three.
    private static func share(
        _ x0: Double, _ x1: Double, _ y0: Double, _ y1: Double, _ z0: Double, _ z1: Double
    ) -> Double {
        (x1 - x0) * ((y0 * z0 + y1 * z1) / 3 + (y0 * z1 + y1 * z0) / 6)
    }

    /// Parts of either sign as whole rupiah that sum to the total.
    ///
    /// Each is rounded down and what is left goes to the largest remainders, the earlier first;
    /// ``apportioned(_:total:)`` does the same for weights that are not negative.
    private static func settled(_ exact: [Double], total: Rupiah) -> [Rupiah] {
        let floors = exact.map { Int64($0.rounded(.down)) }
        let left = total.amount - floors.reduce(0, +)
        let order = exact.indices.sorted { i, j in
            let (a, b) = (exact[i] - Double(floors[i]), exact[j] - Double(floors[j]))
            return a == b ? i < j : a > b
        }
        // Floating sums may be a unit off either way, so a unit may have to come back.
        var whole = floors
        for unit in 0..<Int(left.magnitude) {
            let place = left > 0 ? order[unit % 3] : order[2 - unit % 3]
            whole[place] += left.signum()
        }
        return whole.map(Rupiah.init)
    }
}

extension StageAccount.Part {
    /// Months for each person and rupiah for each of their months; nil where nobody is covered.
    fileprivate var factors: (months: Double, price: Double)? {
        guard persons > 0, personMonths > 0 else { return nil }
        return (personMonths / persons, Double(bill.amount) / personMonths)
    }

    fileprivate static func none(at place: StageAccount.Place) -> StageAccount.Part {
        StageAccount.Part(place, persons: 0, personMonths: 0, amounts: [:])
    }
}
