import Analysis
import Policy
import Quantities

extension Phrase {
    static func openDiscount(_ discount: AllocationDiscount) -> Phrase {
        let rules = discount.rules.map { $0.uppercased().ruleName }.joined(separator: ", ")
        return Phrase(
            "\(discount.purse.name) membayar \(discount.personMonths) orang-bulan"
                + " (\(money: discount.paid)) dengan potongan \(rules), yang belum pasti berlaku"
                + " baginya; tanpa potongan \(money: discount.full - discount.paid) lebih mahal",
            en: "\(discount.purse.name) pays for \(discount.personMonths) person-months"
                + " (\(money: discount.paid)) at the discount of \(rules), which may not hold for"
                + " it; without it they cost \(money: discount.full - discount.paid) more"
        )
    }

    static func futuresCounted(_ count: Int, _ file: String) -> Phrase {
        Phrase(
            id: """
                \(count) masa depan dari \(file); uang yang kurang dihitung pada yang termahal \
                yang dibelinya
                """,
            en: """
                \(count) futures of \(file); money that is short counts at the most that it buys
                """)
    }

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
        let more = part < 1 ? atMostMore(line.isMoney, most ?? 0) : oneMore(line.isMoney, isCoarse)
        let upTo = part < 1 ? nil : line.upTo.map { holds(line.isMoney, $0) }
        let range = Phrase(same: "\(text: upTo.map { "\($0)" } ?? "")")
        return Phrase(
            "\(line.limit): \(more) \(effect)\(range) (mengikat di \(Double(line.count)) pasang"
                + " daerah dan tahun)",
            en: "\(line.limit): \(more) \(effect)\(range) (binds in \(Double(line.count)) pairs of"
                + " region and year)")
    }

    static func oneMore(_ isMoney: Bool, _ isCoarse: Bool) -> Phrase {
        guard isMoney else { return Phrase(id: "satu orang lagi", en: "one person more") }
        return isCoarse
            ? Phrase(id: "Rp 1 miliar lagi", en: "Rp 1 billion more")
            : Phrase(id: "Rp 1 juta lagi", en: "Rp 1 million more")
    }

    static func atMostMore(_ isMoney: Bool, _ most: Double) -> Phrase {
        let amount = reach(isMoney, most)
        return Phrase("paling banyak \(amount) lagi", en: "at most \(amount) more")
    }

    static func holds(_ isMoney: Bool, _ upTo: ClosedRange<Double>) -> Phrase {
        let ends = [upTo.lowerBound, upTo.upperBound].map { reach(isMoney, $0) }
        let amount = ends[0] == ends[1] ? ends[0] : Phrase(same: "\(ends[0]) .. \(ends[1])")
        return Phrase(", berlaku sampai \(amount) lagi", en: ", up to \(amount) more")
    }

    static func reach(_ isMoney: Bool, _ amount: Double) -> Phrase {
        guard !isMoney else { return Phrase(same: "\(money: amount)") }
        let decimals = amount == amount.rounded() || amount >= 100 ? 0 : 2
        return Phrase(
            "\(amount, decimals: decimals) orang", en: "\(amount, decimals: decimals) persons")
    }

    static func priceEffect(
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

    static func priceVerb(
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

    static func priceValue(
        _ objective: AllocationProblem.Objective, _ value: Double
    ) -> Phrase {
        let small = abs(value) < 0.1
        return switch objective {
        case .protectedPersonMonths: objectiveValue(objective, value, decimals: 2)
        case .familiesKept: objectiveValue(objective, value, decimals: small ? 4 : 2)
        case .worstRegionCoverage:
            Phrase(
                "\(100 * value, decimals: 4) poin persen",
                en: "\(100 * value, decimals: 4) percentage points")
        case .cost: objectiveValue(objective, value)
        }
    }

    static let personsBySegment = Phrase(
        id: "Orang yang dibayar menurut segmen", en: "Persons paid for by segment")

    static func objective(_ objective: AllocationProblem.Objective) -> Phrase {
        switch objective {
        case .protectedPersonMonths:
            Phrase(id: "orang-bulan terlindungi terbanyak", en: "most protected person-months")
        case .familiesKept:
            Phrase(
                id: "keluarga terbanyak yang bertahan di atas garis kemiskinan",
                en: "most families kept above the poverty line")
        case .worstRegionCoverage:
            Phrase(
                id: "cakupan tertinggi bagi daerah terlemah, rata-rata tahun",
                en: "the best coverage of the weakest region, mean over years")
        case .cost:
            Phrase(id: "biaya terendah bagi jalur cakupan", en: "least cost of the coverage path")
        }
    }

    /// A number of the objective with its unit.
    ///
    ///     protected_person_months     66.413.496 orang-bulan
    ///     families_kept               5.020,2 keluarga
    ///     worst_region_coverage       17,11 %
    ///     cost                        Rp 358.178.551.200    from millions of rupiah
    static func objectiveValue(
        _ objective: AllocationProblem.Objective, _ value: Double, decimals: Int = 0
    ) -> Phrase {
        switch objective {
        case .protectedPersonMonths:
            Phrase(
                "\(value, decimals: decimals) orang-bulan",
                en: "\(value, decimals: decimals) person-months")
        case .familiesKept:
            Phrase(
                "\(value, decimals: decimals + 1) keluarga",
                en: "\(value, decimals: decimals + 1) families")
        case .worstRegionCoverage:
            Phrase(same: "\(percent: value, decimals: 2 + decimals)")
        case .cost: Phrase(same: "\(Rupiah(Int64((value * 1e6).rounded())))")
        }
    }

    static func conflict(_ limits: [Phrase]) -> Phrase {
        let head = Phrase(
            id: "tidak ada pembagian yang memenuhi semuanya; ini yang bertentangan, dan tanpa salah"
                + " satunya sisanya dapat dipenuhi:",
            en: "no allocation keeps everything; these conflict, and without any one of them the"
                + " rest can be kept:")
        return Phrase(same: "\(joined: [head] + limits, by: "\n  - ")")
    }

    static let nothingToSpend = Phrase(
        id: "tidak ada sumber dana yang boleh membayar siapa pun",
        en: "no purse may pay for anybody")

    static func allocationAnswer(
        _ objective: AllocationProblem.Objective, _ value: Phrase, paid: Double, scenario: Double
    ) -> Phrase {
        let what = Self.objective(objective)
        return Phrase(
            "Pembagian terbaik mencapai \(value) (\(what)); yang terbayar \(paid) orang-bulan,"
                + " dalam skenario sendiri \(scenario).",
            en: "The best allocation comes to \(value) (\(what)); it pays for \(paid)"
                + " person-months, the scenario itself for \(scenario)."
        )
    }
}
