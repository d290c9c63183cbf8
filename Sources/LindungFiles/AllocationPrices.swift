import Analysis
import Policy
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

extension Messages {
    /// What one more unit of a purse or rule brings, wherever it binds, and up to how much more.
    ///
    ///     pagu CSR dan donasi: Rp 1 juta lagi menambah perlindungan 59,52 .. 119,05 orang-bulan,
    ///     berlaku sampai Rp 3,2 juta .. Rp 1,4 miliar lagi (mengikat di 228 pasang daerah dan
    ///     tahun)
    ///
    /// Where not even one unit brings it, what the last rupiah or part of a person brings in all:
    ///
    ///     pagu APBD kabupaten/kota: paling banyak Rp 20.160 lagi menambah perlindungan 1,20
    ///     orang-bulan (mengikat di 1 pasang daerah dan tahun)
    ///
    /// Coverage of a region is told for Rp 1 billion and in percentage points.
    static func priceLine(
        _ line: AllocationPriceLine, _ objective: AllocationProblem.Objective
    ) -> Phrase {
        // One region's coverage hardly moves with a million.
        let isCoarse = objective == .worstRegionCoverage && line.isMoney
        let scale = isCoarse ? 1000.0 : 1
        // The unit that is told, in rupiah or persons.
        let unit = line.isMoney ? 1e6 * scale : 1
        let most = line.upTo.flatMap { $0.lowerBound == $0.upperBound ? $0.upperBound : nil }
        let part = most.map { min(1, $0 / unit) } ?? 1
        let (low, high) = (
            line.range.lowerBound * scale * part, line.range.upperBound * scale * part
        )
        let effect = priceEffect(objective, low, high)
        return Phrase { language in
            let isIndonesian = language == .indonesian
            let count = language.numbers.format(Double(line.count))
            let place =
                isIndonesian
                ? "mengikat di \(count) pasang daerah dan tahun"
                : "binds in \(count) pairs of region and year"
            let head =
                part < 1
                ? atMostMore(line.isMoney, most ?? 0, language)
                : oneMore(line.isMoney, isCoarse, language)
            let reach = part < 1 ? "" : holds(line, language)
            return "\(line.limit[language]): \(head) \(effect[language])\(reach) (\(place))"
        }
    }

    /// One more unit of a limit.
    private static func oneMore(_ isMoney: Bool, _ isCoarse: Bool, _ language: Language) -> String {
        switch (language, isMoney) {
        case (.indonesian, true): isCoarse ? "Rp 1 miliar lagi" : "Rp 1 juta lagi"
        case (.indonesian, false): "satu orang lagi"
        case (.english, true): isCoarse ? "Rp 1 billion more" : "Rp 1 million more"
        case (.english, false): "one person more"
        }
    }

    /// All of a limit that is of use, less than a unit.
    private static func atMostMore(_ isMoney: Bool, _ most: Double, _ language: Language) -> String
    {
        let amount = reach(isMoney, most, language)
        return language == .indonesian ? "paling banyak \(amount) lagi" : "at most \(amount) more"
    }

    /// Up to where prices hold; nothing where it is not known.
    private static func holds(_ line: AllocationPriceLine, _ language: Language) -> String {
        guard let upTo = line.upTo else { return "" }
        let ends = [upTo.lowerBound, upTo.upperBound].map { reach(line.isMoney, $0, language) }
        let amount = ends[0] == ends[1] ? ends[0] : "\(ends[0]) .. \(ends[1])"
        return language == .indonesian
            ? ", berlaku sampai \(amount) lagi" : ", up to \(amount) more"
    }

    /// An amount of a limit: rupiah, or persons with a decimal where there are few.
    private static func reach(_ isMoney: Bool, _ amount: Double, _ language: Language) -> String {
        guard !isMoney else { return language.money(amount) }
        let isWhole = amount == amount.rounded() || amount >= 100
        let number = language.numbers.format(amount, decimals: isWhole ? 0 : 2)
        return number + (language == .indonesian ? " orang" : " persons")
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
