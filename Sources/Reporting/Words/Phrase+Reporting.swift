import Analysis
import Costing
import Exploration
import Policy
import Quantities

extension Phrase {
    static func all(_ scope: ParameterDefinition.Scope) -> Phrase {
        switch scope {
        case .segment: Phrase(id: "semua segmen", en: "all segments")
        case .purse: Phrase(id: "semua sumber dana", en: "all purses")
        case .region: Phrase(id: "semua daerah", en: "all regions")
        }
    }

    static func countOfRegions(_ count: Int) -> Phrase {
        Phrase(id: "\(count) daerah", en: "\(count) regions")
    }

    static let points = Phrase(id: "poin persen", en: "percentage points")

    static func cell(_ word: String, of column: String) -> Phrase? {
        switch column {
        case "quantity": ColumnName.heading(word)
        case "unit": Unit(rawValue: word).map(\.name)
        case "overlap": overlapNames[word]
        case "mark": word == EvidenceMark.gap.rawValue ? ColumnName.heading("mark_gap_cells") : nil
        case "payer": payers(word)
        case "layer": word == "standard" ? Phrase(id: "bawaan", en: word) : nil
        case "purse", "programme", "year", "segment", "region", "account": commonCells[word]
        default: nil
        }
    }

    static func payers(_ words: String) -> Phrase {
        let all = words.components(separatedBy: ", ")
        return Phrase { language in
            all.map { commonCells[$0]?[language] ?? $0 }.joined(separator: ", ")
        }
    }

    static let overlapNames: [String: Phrase] = [
        "additive": Phrase(id: "dicocokkan", en: "matched"),
        "random": Phrase(id: "acak", en: "random"),
        "nested": Phrase(id: "bersarang", en: "nested"),
    ]

    static let commonCells: [String: Phrase] = [
        "gap": Phrase(id: "kekurangan pagu", en: "unfunded gap"),
        "self": Phrase(id: "mandiri", en: "the worker"),
        "employer": Phrase(id: "pemberi kerja", en: "the employer"),
        "total": Phrase(id: "jumlah", en: "total"),
        "needs": Phrase(id: "kebutuhan iuran", en: "contributions needed"),
        "discount": Phrase(id: "potongan iuran", en: "discounts"),
        "all": Phrase(id: "semua", en: "all"),
    ]

    static let cutsHeading = Phrase(id: "Kuota yang dipotong", en: "Quotas that were cut")

    static func bound(_ purse: Phrase, _ rule: BudgetCut.Rule) -> Phrase {
        let why = boundRule(rule)
        return Phrase(
            id: "\(purse.indonesian): \(why.indonesian)", en: "\(purse.english): \(why.english)")
    }

    static func boundRule(_ rule: BudgetCut.Rule) -> Phrase {
        switch rule {
        case .ceiling: Phrase(id: "pagu habis", en: "ceiling used up")
        case .priority:
            Phrase(
                id: "dipakai segmen lebih utama yang juga dipotong",
                en: "used by a segment of higher priority, cut too")
        case .match: Phrase(id: "mengikuti bagian mitranya", en: "follows what its partner pays")
        case .share:
            Phrase(id: "batas bagiannya dari kebutuhan iuran", en: "its share of a bill")
        case .programme:
            Phrase(
                id: "tidak boleh membayar semua program", en: "may not pay all programmes")
        }
    }

    /// What the inputs of a box must be, joined by `and`.
    ///
    ///     pagu dbh-cht (purse.ceiling.dbh-cht) di bawah Rp 1,25 miliar per tahun dan tingkat putus
    ///     iuran (rate.lapse) di atas 0,3 per tahun
    ///
    /// - Parameters:
    ///   - labels: of the inputs; one that is not among them stands under its name.
    ///   - isShort: whether keys in brackets are left out.
    static func limits(_ box: Box, _ labels: [InputLabel], isShort: Bool = false) -> Phrase {
        let limits = box.limits.map { limit in
            Self.limit(
                limit,
                labels.first { $0.name == limit.input } ?? InputLabel(limit.input, choices: nil),
                isShort: isShort)
        }
        return Phrase("\(joined: limits, by: " dan ")", en: "\(joined: limits, by: " and ")")
    }

    static func limit(_ limit: BoxLimit, _ label: InputLabel, isShort: Bool = false) -> Phrase {
        let allowed = allowed(limit, label)
        let name = isShort ? label.short : label.phrase
        return Phrase("\(name) \(allowed)", en: "\(name) is \(allowed)")
    }

    /// The values that one input may have: `di atas 0,3 per tahun`.
    ///
    ///     di atas 0,3 per tahun    antara 6 dan 9 bulan per tahun    adalah dasar atau separuh
    ///
    /// A limit lies midway between two points of the sweep, so no point lies on it.
    static func allowed(_ limit: BoxLimit, _ label: InputLabel) -> Phrase {
        switch limit.allowed {
        case .range(let lower?, let upper?):
            let (a, b) = (label.value(lower), label.value(upper))
            return Phrase(
                id: "antara \(a.indonesian) dan \(b.indonesian)",
                en: "between \(a.english) and \(b.english)")
        case .range(let lower?, nil):
            let value = label.value(lower)
            return Phrase(id: "di atas \(value.indonesian)", en: "above \(value.english)")
        case .range(nil, let upper):
            let value = label.value(upper ?? .infinity)
            return Phrase(id: "di bawah \(value.indonesian)", en: "below \(value.english)")
        case .categories(let words):
            let texts = words.map { word in
                Double(word).map(label.value) ?? Phrase { _ in word }
            }
            return Phrase(
                "adalah \(joined: texts, by: " atau ")", en: "\(joined: texts, by: " or ")")
        }
    }

    static func code(_ mark: EvidenceMark) -> Phrase {
        mark == .gap
            ? Phrase(id: "'gap'", en: "gap") : Phrase { _ in mark.rawValue }
    }

    static func shortMeaning(_ mark: EvidenceMark) -> Phrase {
        switch mark {
        case .primary: Phrase(id: "sumber resmi", en: "primary source")
        case .secondary: Phrase(id: "sumber kedua", en: "secondary source")
        case .memory: Phrase(id: "dari ingatan", en: "from memory")
        case .conflict: Phrase(id: "sumber bertentangan", en: "sources conflict")
        case .derived: Phrase(id: "hasil hitungan", en: "derived")
        case .gap: Phrase(id: "tanpa sumber", en: "no source")
        case .assumed: Phrase(id: "asumsi", en: "assumption")
        }
    }

    static let dataMarks = Phrase(id: "Tanda data", en: "Data marks")

    /// What the counts below it are.
    ///
    /// - Parameter more: what stands behind them.
    static func marksExplained(_ more: Phrase?) -> Phrase {
        let marks = EvidenceMark.allCases.map { Phrase(same: "\(code($0)) \(shortMeaning($0))") }
        let rest = Phrase(same: "\(text: more.map { " \($0)" } ?? "")")
        return Phrase(
            "banyaknya sel (segmen, sumber dana atau daerah) menurut tanda terlemahnya:"
                + " \(joined: marks, by: ", "); nilai bawaan tidak dihitung.\(rest)",
            en: "cells (a segment, purse or region) by their weakest mark:"
                + " \(joined: marks, by: ", "); standard values are not counted.\(rest)")
    }

    static let pointValues = Phrase(
        id: """
            Hasil adalah nilai tunggal dari asumsi yang berentang; '--draws 1000' menghitung \
            selangnya.
            """,
        en: """
            Results are point values of assumptions that have ranges; '--draws 1000' computes \
            intervals.
            """)

    static func doubtful(_ name: String, _ counts: EvidenceCounts) -> Phrase {
        let kinds: [(EvidenceMark, Phrase)] = [
            (.gap, Phrase(id: "tanpa sumber", en: "have no source")),
            (.conflict, Phrase(id: "bersumber bertentangan", en: "have conflicting sources")),
            (.memory, Phrase(id: "dari ingatan", en: "are from memory")),
        ]
        let parts = kinds.filter { counts[$0.0] > 0 }.map {
            Phrase(same: ", \(counts[$0.0]) \($0.1)")
        }
        let (all, assumed, borrowed) = (counts.cells, counts[.assumed], counts.borrowed)
        return Phrase(
            "\(assumed) dari \(all) sel masukan '\(name)' berupa asumsi\(joined: parts, by: "")"
                + "\("; \(borrowed) dipinjam dari daerah lain", if: borrowed > 0).",
            en: "\(assumed) of \(all) input cells of '\(name)' are assumed\(joined: parts, by: "")"
                + "\("; \(borrowed) are borrowed from another region", if: borrowed > 0).")
    }

    static let poverty = Phrase(id: "Kemiskinan", en: "Poverty")

    static let drawnPoverty = Phrase(
        id: "Kemiskinan, median (rentang 90 %)", en: "Poverty, median (90 % range)")

    static let noPovertyEffectClaimed = Phrase(
        id: """
            kemiskinan di sini bergerak oleh pertumbuhan dan ketimpangan saja; tidak ada \
            pernyataan bahwa kepesertaan mengubah P0 yang diterbitkan
            """,
        en: """
            poverty here moves with growth and inequality alone; no effect of coverage on \
            published P0 is claimed
            """)

    static let povertyEvidence = Phrase(
        id: """
            bukti yang mendukung: sakit menurunkan konsumsi rumah tangga desa dan miskin, dan \
            petani yang tertimpa kematian atau sakit menjual lahan; yang menentang: satu studi \
            panel nasional (IFLS) tidak menemukan turunnya konsumsi per orang setelah ada anggota \
            yang meninggal; tentang pengaruh kepesertaan pada kemiskinan kabupaten/kota tidak \
            ditemukan kajian yang meyakinkan
            """,
        en: """
            evidence for: illness lowers the consumption of rural and poor households, and farmers \
            hit by death or illness sell land; against: one national panel study (IFLS) finds no \
            fall of consumption per head after a death in the household; on the effect of coverage \
            on the poverty of a kabupaten/kota no credible study was found
            """)

    static let povertyByYear = Phrase(
        id: """
            lognormal dari P0 dan rasio Gini pada awal periode, lalu setiap tahun sesudahnya \
            (P0: bagian penduduk di bawah garis; P1: rata-rata kekurangan terhadap garis)
            """,
        en: """
            lognormal from P0 and the Gini coefficient at the start of the horizon, then each year \
            after (P0: the share of people below the line; P1: the mean gap over the line)
            """)

    package static func together(_ notes: Phrase...) -> Phrase {
        Phrase(same: "\(joined: notes, by: "; ")")
    }

    static func about(_ scenario: Scenario) -> Phrase {
        let period = "\(scenario.horizon.lowerBound) – \(scenario.horizon.upperBound)"
        let (regions, segments) = (scenario.regions.count, scenario.segments.count)
        return Phrase(
            id: "\(period), \(regions) kabupaten/kota, \(segments) segmen",
            en: "\(period), \(regions) kabupaten/kota, \(segments) segments")
    }

    static let byPurse = Phrase(id: "Menurut sumber dana", en: "By purse")

    static let coverageDefinition = Phrase(
        id: """
            Cakupan: pekerja yang iurannya terbayar (dana publik, sendiri, pemberi kerja) dibagi \
            pekerja yang dimodelkan; akhir: Desember saja. Masa tunggu: orang-bulan terbayar \
            sebelum santunan kematian penuh.
            """,
        en: """
            Coverage: workers whose contribution is paid (public money, themselves, employers) of \
            modelled workers; end: December alone. Waiting: paid person-months before the full \
            death benefit.
            """)

    static let unfunded = Phrase(id: "kekurangan pagu", en: "unfunded gap")

    static func comparedWith(_ baseline: String) -> Phrase {
        Phrase(
            id: "Perbandingan skenario, acuan: \(baseline)",
            en: "Scenarios compared, baseline: \(baseline)")
    }

    static let inputColumn = Phrase(id: "masukan", en: "input")

    static let answerLabel = Phrase(id: "Jawaban", en: "Answer")

    static func points(_ share: Double, _ language: Language) -> String {
        let text = language.numbers.format(share * 100, decimals: 1)
        let sign = share > 0 && text.contains { ("1"..."9").contains($0) } ? "+" : ""
        return "\(sign)\(text) \(points[language])"
    }

    static func targetScenarioTitle(_ title: Phrase, isMet: Bool) -> Phrase {
        isMet
            ? Phrase(id: "Jawaban atas: \(title.indonesian)", en: "Answer to: \(title.english)")
            : Phrase(
                id: "Yang terbaik untuk: \(title.indonesian)", en: "Best for: \(title.english)")
    }
}

extension Phrase.Text.StringInterpolation {
    /// Money that is added or taken away: `+Rp 1,2 miliar`.
    mutating func appendInterpolation(difference rupiah: Double) {
        appendInterpolation("\("+", if: rupiah > 0)\(money: rupiah)", if: true)
    }

    mutating func appendInterpolation(points share: Double) {
        appendInterpolation { Phrase.points(share, $0) }
    }

    mutating func appendInterpolation(interval share: SensitivityEstimate) {
        appendInterpolation { Phrase.interval(share, $0) }
    }
}
