import Costing
import Policy
import Quantities

/// What a funded person-month of a segment in a region costs, as a budget prices it.
package struct FundedPrice: Sendable, Hashable {
    /// Of all programmes together.
    package let amount: Rupiah
    /// How people are registered, and who would have to pay.
    package let subject: ContributionSubject
    /// The month of the tariff.
    package let month: Month
    /// The scenario that registers them so; nil where the catalogue of segments does.
    package let scenario: String?
}

extension ResolvedPolicy {
    /// The price that whoever closes a gap is charged, by segment and region.
    ///
    /// - Parameters:
    ///   - month: outside the horizon its nearest month counts.
    ///   - name: how the answer names the policy; nil for the catalogue's defaults.
    /// - Throws: ``LawSettingFault``, ``LawFault``, and ``TariffFault`` where the law has no price.
    package func fundedPrices(
        in month: Month, law: LawTree, name: String?
    ) throws -> [MonitoringTable.Place: FundedPrice] {
        let pricing = try LawPricing(self, law: law)
        let month = min(max(month, horizon.lowerBound), horizon.upperBound)
        var prices: [MonitoringTable.Place: FundedPrice] = [:]
        for segment in segments {
            for region in regions {
                let purse = timeline(Parameters.gapPayer, segment.id, region)[month]
                let subject = registration(
                    of: segment.id, in: region, at: month, paidBy: payer(purse))
                do {
                    let rows = try pricing.schedule(for: subject, at: month).rows
                    prices[.init(region, segment.id.name)] = FundedPrice(
                        amount: rows.reduce(.zero) { $0 + $1.owed }, subject: subject,
                        month: month, scenario: name)
                } catch {
                    throw TariffFault(
                        segment: segment.id, region: region, month: month, fault: error)
                }
            }
        }
        return prices
    }
}
