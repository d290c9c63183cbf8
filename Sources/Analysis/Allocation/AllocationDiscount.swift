import Costing
import Policy
import Quantities

/// What of an allocation rests on a discount of which no text says whether its payer gets it.
///
/// PP 50/2025 leaves APBN and APBD out; whether money of villages or companies counts as such is
/// open, and the law's data mark it so. Plans that pay with it look cheaper by the discount.
package struct AllocationDiscount: Sendable {
    package let purse: Purse
    package let rules: [String]
    package var personMonths = 0.0
    package var paid = 0.0
    /// Rupiah without it.
    package var full = 0.0
}

extension AllocationResult {
    /// The purses that pay anything at an open discount, by rank.
    ///
    /// What a person costs without it is what the region's own APBD would pay.
    package func openDiscounts() throws -> [AllocationDiscount] {
        let (policy, pricing) = (base.policy, base.pricing)
        let book = try TariffBook(policy, pricing: pricing.pricing)
        let windows = policy.yearWindows
        var prices: [Asked: Open?] = [:]
        var found: [Int: AllocationDiscount] = [:]
        for (option, persons) in zip(answer.problem.options, answer.persons) where persons > 0 {
            let purse = policy.purses[option.purse]
            for month in windows[option.year] {
                let asked = Asked(
                    subject: book.subject(
                        segment: option.segment, region: option.region, month: month,
                        payer: purse.payer), month: month)
                let open: Open?
                if let known = prices[asked] {
                    open = known
                } else {
                    open = try self.open(asked, pricing)
                    prices[asked] = .some(open)
                }
                guard let open else { continue }
                var discount =
                    found[option.purse] ?? AllocationDiscount(purse: purse, rules: open.rules)
                discount.personMonths += persons
                discount.paid += persons * open.paid
                discount.full += persons * open.full
                found[option.purse] = discount
            }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    /// A registration in a month, counted from the start of the horizon.
    private struct Asked: Hashable {
        let subject: ContributionSubject
        let month: Int
    }

    /// A price with an open discount, and the one without.
    private struct Open {
        let paid: Double
        let full: Double
        let rules: [String]
    }

    /// The price of a registration where its discount is open; nil where nothing is.
    private func open(_ asked: Asked, _ pricing: LawPricing) throws -> Open? {
        let month = base.policy.horizon.lowerBound.advanced(by: asked.month)
        let schedule = try pricing.schedule(for: asked.subject, at: month)
        let tests = schedule.rows.flatMap { row in
            row.overlays.isEmpty ? [] : row.basis.filter { $0.effect == .payerTest }
        }
        let open = tests.filter { [.gap, .conflict].contains($0.mark) }
        guard !open.isEmpty else { return nil }
        var subject = asked.subject
        subject.payer = .apbd
        let full = try pricing.schedule(for: subject, at: month)
        func owed(_ schedule: ContributionSchedule) -> Double {
            Double(schedule.rows.reduce(Rupiah.zero) { $0 + $1.owed }.amount)
        }
        let rules = Set(open.compactMap(\.overlay)).sorted()
        return owed(full) > owed(schedule)
            ? Open(paid: owed(schedule), full: owed(full), rules: rules) : nil
    }
}
