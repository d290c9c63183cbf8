import Analysis
import Policy
import Quantities

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
                language.money(discount.paid), language.money(discount.full - discount.paid)
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
