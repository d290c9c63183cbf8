import Quantities

/// What the author of a scenario believes that it comes to, and why; no result depends on it.
///
///     public_bill_rp 2027 paling banyak Rp 5.000.000.000
///     jika purse.ceiling.dbh-cht dibagi dua maka gap_rp naik
///
/// It speaks of results by the names that tables give them: results are made above, out of what
/// stands here.
package struct Expectation: Sendable, Hashable {
    /// A yearly figure or ratio: what, of whom, where and when.
    package struct Figure: Sendable, Hashable {
        /// By its name in tables, unit last: `public_bill_rp`.
        package let quantity: String
        /// Nil for all.
        package let segment: SegmentID?
        /// Nil for all.
        package let region: RegionCode?
        /// Nil for the whole horizon, or its end for a stock.
        package let year: Int?

        package init(
            quantity: String, segment: SegmentID? = nil, region: RegionCode? = nil,
            year: Int? = nil
        ) {
            self.quantity = quantity
            self.segment = segment
            self.region = region
            self.year = year
        }
    }

    /// What a condition does to a figure.
    package enum Movement: Sendable, Hashable, CaseIterable {
        case rises, falls, stays, doesNotRise, doesNotFall
    }

    package enum Claim: Sendable, Hashable {
        /// The figure lies between two numbers in its unit; an infinite end is none.
        case within(ClosedRange<Double>)
        /// The condition moves the figure so.
        case moves(Movement)
    }

    /// As its author wrote it.
    package let statement: String
    package let reason: Phrase
    /// What is laid over the scenario before the figure is looked at; nil for the scenario as it
    /// stands.
    package let condition: Setting?
    package let figure: Figure
    package let claim: Claim
    /// Where the statement stands.
    package let place: Provenance

    /// - Parameter condition: there wherever the claim is a movement.
    package init(
        statement: String, reason: Phrase, condition: Setting?, figure: Figure, claim: Claim,
        place: Provenance
    ) {
        self.statement = statement
        self.reason = reason
        self.condition = condition
        self.figure = figure
        self.claim = claim
        self.place = place
    }
}
