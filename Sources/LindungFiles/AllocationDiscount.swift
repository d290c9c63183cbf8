import Analysis
import Costing
import Policy
import Quantities

/// What of an allocation rests on a discount of which no text says whether its payer gets it.
///
/// PP 50/2025 leaves APBN and APBD out; whether money of villages or companies counts as such is
/// open, and the law's data mark it so. Plans that pay with it look cheaper by the discount.
struct AllocationDiscount {
    /// Who pays.
    let purse: FundingSource
    /// The temporary rules in question.
    let rules: [String]
    /// What it pays for with the discount.
    var personMonths = 0.0
    /// Rupiah with the discount.
    var paid = 0.0
    /// Rupiah without it.
    var full = 0.0
}

extension AllocationResult {
    /// The purses that pay anything at an open discount, by rank.
    ///
    /// What a person costs without it is what the region's own APBD would pay.
    func openDiscounts() throws -> [AllocationDiscount] {
        let (policy, pricing) = (base.policy, base.pricing)
        let book = try TariffBook(policy, pricing: pricing.pricing)
        let windows = policy.yearWindows
        var prices: [Asked: Open?] = [:]
        var found: [Int: AllocationDiscount] = [:]
        for (option, persons) in zip(answer.problem.options, answer.persons) where persons > 0 {
            let purse = policy.fundingSources[option.purse]
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

extension Messages {
    /// Before what rests on an open discount.
    static let discountLabel = Phrase(id: "Belum pasti", en: "Not settled")

    /// A purse that pays at a discount that it may not get.
    static func openDiscount(_ discount: AllocationDiscount) -> Phrase {
        let rules = discount.rules.map { $0.uppercased().ruleName }.joined(separator: ", ")
        return Phrase { language in
            let name = discount.purse.name[language]
            let months = language.numbers.format(discount.personMonths)
            let (paid, more) = (
                money(discount.paid, language), money(discount.full - discount.paid, language)
            )
            return language == .indonesian
                ? "\(name) membayar \(months) orang-bulan (\(paid)) dengan potongan \(rules), yang"
                    + " belum pasti berlaku baginya; tanpa potongan \(more) lebih mahal"
                : "\(name) pays for \(months) person-months (\(paid)) at the discount of \(rules),"
                    + " which may not hold for it; without it they cost \(more) more"
        }
    }

    /// How a plan among equals was chosen.
    static let evenLabel = Phrase(id: "Pilihan", en: "Choice")
    /// Of equal plans the most even, then the cheapest.
    static let evenPlan = Phrase(
        id: """
            di antara rencana yang sama baiknya: yang paling rata antar tahun dan antar daerah, \
            lalu yang termurah
            """,
        en: """
            of plans that are equally good: the most even over years and regions, then the \
            cheapest
            """)
    /// The search for the most even was given up, or whole persons of it come to less.
    static let solversPlan = Phrase(
        id: "satu dari beberapa rencana yang sama baiknya; mungkin ada yang lebih rata",
        en: "one of several plans that are equally good; a more even one may exist")
}

extension String {
    /// `PP-50-2025` as the law is called: `PP 50/2025`.
    fileprivate var ruleName: String {
        let parts = split(separator: "-")
        guard parts.count == 3 else { return self }
        return "\(parts[0]) \(parts[1])/\(parts[2])"
    }
}
