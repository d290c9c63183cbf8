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
    ///     pagu CSR dan donasi: Rp 1 juta lagi -> 59,52 orang-bulan .. 119,05 orang-bulan
    ///     (mengikat di 228 tahun-daerah)
    ///
    /// Coverage of a region is told for Rp 1 billion and in percentage points.
    static func priceLine(
        _ line: AllocationPriceLine, _ objective: AllocationProblem.Objective
    ) -> Phrase {
        // One region's coverage hardly moves with a million.
        let isCoarse = objective == .worstRegionCoverage && line.isMoney
        let scale = isCoarse ? 1000.0 : 1
        let ends = [line.range.lowerBound, line.range.upperBound].map {
            priceValue(objective, $0 * scale)
        }
        return Phrase { language in
            let isIndonesian = language == .indonesian
            let unit =
                line.isMoney
                ? isIndonesian
                    ? (isCoarse ? "Rp 1 miliar lagi" : "Rp 1 juta lagi")
                    : (isCoarse ? "Rp 1 billion more" : "Rp 1 million more")
                : isIndonesian ? "satu orang lagi" : "one person more"
            let texts = ends.map { $0[language] }
            let value = texts[0] == texts[1] ? texts[0] : "\(texts[0]) .. \(texts[1])"
            let count = language.numbers.format(Double(line.count))
            let place =
                isIndonesian
                ? "mengikat di \(count) tahun-daerah" : "binds in \(count) years and regions"
            return "\(line.limit[language]): \(unit) -> \(value) (\(place))"
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
