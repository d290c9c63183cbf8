/// From which month of a year on which purses pay for people, first to pay first.
///
/// A run pays segment by segment, and of a segment's purses the first pays all that it can. So that
/// a run spends what an allocation gives, purses that no later segment of the region needs come
/// first: what they have left is for these people. Of those that later segments need too, each
/// leads for its part of the year, in whole months.
///
///     nelayan    dbh-cht 300 persons, apbd 900, both needed by ojek, which is paid later
///     from 1     dbh-cht apbd
///     from 4     apbd dbh-cht
///
/// A single order for the year was rejected: over East Java it left 1.3 % of an allocation's bill
/// unpaid, turns of whole months leave 0.1 %.
struct PayerTurn: Equatable {
    /// A purse of an allocation.
    struct Payer {
        /// Its position by rank.
        let purse: Int
        /// Whom it pays for here.
        let persons: Double
        /// The last segment of the region that it pays for.
        let lastNeed: Int
    }

    /// Counted from the first modelled month of the year.
    let month: Int
    /// Positions, first to pay first.
    let purses: [Int]

    /// The turns of a segment's payers, of which there is at least one; the first begins the year.
    ///
    /// - Parameter months: how many months of the year are modelled.
    static func turns(of payers: [Payer], segment: Int, months: Int) -> [PayerTurn] {
        let payers = payers.sorted { ($0.lastNeed, $0.purse) < ($1.lastNeed, $1.purse) }
        let (free, shared) = (
            payers.filter { $0.lastNeed <= segment }, payers.filter { $0.lastNeed > segment }
        )
        let total = payers.reduce(0) { $0 + $1.persons }
        var before = free.reduce(0) { $0 + $1.persons }
        var turns: [PayerTurn] = []
        for (place, payer) in shared.enumerated() {
            let start = place == 0 ? 0 : Int((before / total * Double(months)).rounded())
            before += payer.persons
            guard start < months else { break }
            if turns.last?.month == start { turns.removeLast() }
            let order = free + shared[place...] + shared[..<place]
            turns.append(PayerTurn(month: start, purses: order.map(\.purse)))
        }
        return turns.isEmpty ? [PayerTurn(month: 0, purses: free.map(\.purse))] : turns
    }
}
