import Analysis
import Policy
import Quantities

/// What one more unit of a purse or rule buys, for readers: one line for all the years and regions
/// in which it binds.
///
/// A price holds for a small change; the more is added, the less it buys, until another limit
/// binds. For a least cost it is negative where one more unit saves money.
struct AllocationPriceLine {
    /// The purse or rule, in words.
    let limit: Phrase
    /// In how many years and regions it binds.
    let count: Int
    /// From the smallest to the largest price, in the objective's unit for one more unit.
    let range: ClosedRange<Double>
    /// Whether the unit of the limit is money.
    let isMoney: Bool
}

extension AllocationResult {
    /// A line for each purse and rule that binds anywhere, in the order of the programme.
    var priceLines: [AllocationPriceLine] {
        var order: [AllocationLimit.Source] = []
        var prices: [AllocationLimit.Source: [Double]] = [:]
        for price in answer.prices where price.limit.isDecided {
            if prices[price.limit.source] == nil { order.append(price.limit.source) }
            prices[price.limit.source, default: []].append(price.price)
        }
        return order.compactMap { source in
            guard let found = prices[source], let low = found.min(), let high = found.max() else {
                return nil
            }
            return AllocationPriceLine(
                limit: words.name(source), count: found.count, range: low...high,
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

extension Messages {
    /// What one more unit of a purse or rule brings, wherever it binds.
    ///
    ///     pagu CSR dan donasi: Rp 1 juta lagi melindungi 59,52 .. 119,05 orang-bulan lagi
    ///     (mengikat di 228 pasang daerah dan tahun)
    ///
    /// Coverage of a region is told for Rp 1 billion and in percentage points.
    static func priceLine(
        _ line: AllocationPriceLine, _ objective: AllocationProblem.Objective
    ) -> Phrase {
        // One region's coverage hardly moves with a million.
        let isCoarse = objective == .worstRegionCoverage && line.isMoney
        let scale = isCoarse ? 1000.0 : 1
        let (low, high) = (line.range.lowerBound * scale, line.range.upperBound * scale)
        let effect = priceEffect(objective, low, high)
        return Phrase { language in
            let isIndonesian = language == .indonesian
            let unit =
                line.isMoney
                ? isIndonesian
                    ? (isCoarse ? "Rp 1 miliar lagi" : "Rp 1 juta lagi")
                    : (isCoarse ? "Rp 1 billion more" : "Rp 1 million more")
                : isIndonesian ? "satu orang lagi" : "one person more"
            let count = language.numbers.format(Double(line.count))
            let place =
                isIndonesian
                ? "mengikat di \(count) pasang daerah dan tahun"
                : "binds in \(count) pairs of region and year"
            return "\(line.limit[language]): \(unit) \(effect[language]) (\(place))"
        }
    }

    /// What a price does, from the smallest to the largest: `menghemat Rp 142.857`.
    private static func priceEffect(
        _ objective: AllocationProblem.Objective, _ low: Double, _ high: Double
    ) -> Phrase {
        let verb = priceVerb(objective, low, high)
        let isMixed = low < 0 && high > 0
        let sizes = isMixed ? [low, high] : [abs(low), abs(high)].sorted()
        let texts = sizes.map { priceValue(objective, $0) }
        return Phrase { language in
            let ends = texts.map { $0[language] }
            return verb[language] + " "
                + (ends[0] == ends[1] ? ends[0] : "\(ends[0]) .. \(ends[1])")
        }
    }

    /// The verb of a price: what one more unit does to the objective.
    private static func priceVerb(
        _ objective: AllocationProblem.Objective, _ low: Double, _ high: Double
    ) -> Phrase {
        if low < 0, high > 0 { return Phrase(id: "mengubah hasil sebesar", en: "changes it by") }
        let isLess = low < 0
        return switch objective {
        case .cost:
            isLess
                ? Phrase(id: "menghemat", en: "saves") : Phrase(id: "menambah biaya", en: "costs")
        case .protectedPersonMonths:
            isLess
                ? Phrase(id: "mengurangi perlindungan", en: "protects less by")
                : Phrase(id: "menambah perlindungan", en: "protects another")
        case .familiesKept:
            isLess
                ? Phrase(id: "mengurangi", en: "takes away") : Phrase(id: "menambah", en: "adds")
        case .worstRegionCoverage:
            isLess
                ? Phrase(id: "menurunkan cakupan", en: "lowers coverage by")
                : Phrase(id: "menaikkan cakupan", en: "raises coverage by")
        }
    }

    /// A price in the unit of the objective, with enough digits to tell it from nothing.
    private static func priceValue(
        _ objective: AllocationProblem.Objective, _ value: Double
    ) -> Phrase {
        let small = abs(value) < 0.1
        return switch objective {
        case .protectedPersonMonths: objectiveValue(objective, value, decimals: 2)
        case .familiesKept: objectiveValue(objective, value, decimals: small ? 4 : 2)
        case .worstRegionCoverage:
            Phrase { language in
                let unit = language == .indonesian ? "poin persen" : "percentage points"
                return "\(language.numbers.format(100 * value, decimals: 4)) \(unit)"
            }
        case .cost: objectiveValue(objective, value)
        }
    }
}
