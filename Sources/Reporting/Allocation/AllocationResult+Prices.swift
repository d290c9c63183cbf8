import Analysis
import Quantities

/// What one more unit of a purse or rule buys, for readers: one line for all the years and regions
/// in which it binds.
///
/// A price holds for a change up to where another limit binds; beyond it more buys less, or
/// nothing. For a least cost it is negative where one more unit saves money.
struct AllocationPriceLine {
    /// The purse or rule, in words.
    let limit: Phrase
    /// In how many years and regions it binds.
    let count: Int
    /// From the smallest to the largest price, in the objective's unit for one more unit.
    let range: ClosedRange<Double>
    /// From the smallest to the largest amount up to which they hold, rupiah or persons; nil where
    /// it is not known or nothing ends it.
    let upTo: ClosedRange<Double>?
    /// Whether the unit of the limit is money.
    let isMoney: Bool
}

extension AllocationResult {
    /// A line for each purse and rule that binds anywhere, in the order of the programme. Where one
    /// more unit brings nothing any more there is nothing to tell.
    var priceLines: [AllocationPriceLine] {
        var order: [AllocationLimit.Source] = []
        var found: [AllocationLimit.Source: [AllocationAnswer.Price]] = [:]
        for price in answer.prices where price.limit.isDecided && price.upTo != 0 {
            if found[price.limit.source] == nil { order.append(price.limit.source) }
            found[price.limit.source, default: []].append(price)
        }
        return order.compactMap { source in
            let prices = found[source] ?? []
            let values = prices.map(\.price)
            guard let low = values.min(), let high = values.max() else { return nil }
            let reaches = prices.map(upTo)
            let ends =
                reaches.contains(where: \.isNaN)
                ? nil : reaches.min().flatMap { least in reaches.max().map { least...$0 } }
            return AllocationPriceLine(
                limit: words.name(source), count: prices.count, range: low...high, upTo: ends,
                isMoney: isMoney(source))
        }
    }

    /// Whether one more unit of a limit is Rp 1 million: a ceiling, or money that a rule earmarks.
    func isMoney(_ source: AllocationLimit.Source) -> Bool {
        switch source {
        case .ceiling: true
        case .rule(let index):
            if case .earmark = question.rules[index].demand { true } else { false }
        default: false
        }
    }
}
