import Analysis
import Costing
import Policy
import Quantities

/// Sums of money: person-months times contributions, by who pays.
extension ExplanationFigure {
    private static let terms = 11

    /// Whose payments a figure counts; nil for one that is no payment.
    func bearers(of measure: Measure) -> ((CostTable.Entry) -> Bool)? {
        switch measure {
        case .publicBill: { $0.bearer.isPublic }
        case .paid: { $0.bearer.isPublic && $0.bearer != .gap }
        case .gap: { $0.bearer == .gap }
        case .selfPaid: { $0.bearer == .worker }
        case .employerPaid: { $0.bearer == .employer }
        case .jkmContribution: { $0.programme == .jkm && $0.bearer != .gap }
        case .jkkContribution: { $0.programme == .jkk && $0.bearer != .gap }
        default: nil
        }
    }

    private struct Part: Hashable {
        let bearer: Bearer
        /// For whom; nil where segments are put together.
        let segment: Int?
        /// For what; nil where programmes are put together.
        let programme: Programme?
    }

    /// Person-months times contributions, as fine as a screen allows; nil for what is no payment.
    func bill(_ measure: Measure) -> FigureSum? {
        guard let isAsked = bearers(of: measure) else { return nil }
        let entries = entries(isAsked)
        /// The entries of each part, in the order in which they first occur.
        func parts(_ part: (CostTable.Entry) -> Part) -> [(Part, [CostTable.Entry])] {
            var order: [Part] = []
            var found: [Part: [CostTable.Entry]] = [:]
            for entry in entries {
                let key = part(entry)
                if found[key] == nil { order.append(key) }
                found[key, default: []].append(entry)
            }
            return order.map { ($0, found[$0] ?? []) }
        }
        let levels: [(CostTable.Entry) -> Part] = [
            { Part(bearer: $0.bearer, segment: $0.segment, programme: $0.programme) },
            { Part(bearer: $0.bearer, segment: $0.segment, programme: nil) },
            { Part(bearer: $0.bearer, segment: nil, programme: $0.programme) },
            { Part(bearer: $0.bearer, segment: nil, programme: nil) },
        ]
        let found = levels.lazy.map(parts).first { $0.count <= Self.terms } ?? parts(levels[3])
        var sum = FigureSum()
        for (part, entries) in found {
            let rupiah = entries.reduce(0) { $0 + $1.cost.expected.amount }
            sum.add(label(part), rupiah, .rupiah, how: product(part, entries))
        }
        return sum
    }

    private func label(_ part: Part) -> Phrase {
        let payer =
            switch part.bearer {
            case .purse(let purse): policy.purses[purse].name
            case .gap: Phrase.cell("gap", of: "purse") ?? Phrase { _ in "gap" }
            case .worker: Phrase.cell("self", of: "purse") ?? Phrase { _ in "self" }
            case .employer: Phrase.cell("employer", of: "purse") ?? Phrase { _ in "employer" }
            }
        let segment = segments.count > 1 ? part.segment.map { policy.segments[$0].name } : nil
        return Phrase { language in
            [segment?[language], part.programme?.rawValue.uppercased(), payer[language]]
                .compactMap { $0 }.joined(separator: ", ")
        }
    }

    /// Person-months and the contribution of one; the mean where it changes or is of several
    /// programmes.
    private func product(_ part: Part, _ entries: [CostTable.Entry]) -> Phrase {
        let rupiah = entries.reduce(0) { $0 + $1.cost.expected.amount }
        guard part.programme != nil else {
            let byProgramme = Dictionary(grouping: entries, by: \.programme).mapValues {
                $0.reduce(0) { $0 + $1.personMonths }
            }
            return Phrase.mean(byProgramme.values.max() ?? 0, rupiah)
        }
        let months = entries.reduce(0) { $0 + $1.personMonths }
        let prices = Set(
            entries.filter { $0.personMonths >= 2 }.map {
                ($0.cost.expected.amount / $0.personMonths).rounded()
            })
        guard prices.count <= 1 else { return Phrase.mean(months, rupiah) }
        let price = prices.first ?? (rupiah / months).rounded()
        return .product([(months, .personMonth), (price, .rupiah)])
    }
}
