import Analysis
import Policy
import Quantities
import Welfare

/// What `poverty target` says and what `poverty` refuses.
extension Messages {
    /// The target as a title.
    static func targetTitle(
        _ scenario: Scenario, _ index: PovertyIndex, _ target: Double, _ year: Int
    ) -> Phrase {
        Phrase { language in
            let name = index.rawValue.uppercased()
            let share = language.numbers.percent(target, decimals: 2)
            return language == .indonesian
                ? "\(scenario.title[language]): apa yang diperlukan agar \(name) \(share) "
                    + "pada \(year)"
                : "\(scenario.title[language]): what it takes for \(name) of \(share) by \(year)"
        }
    }

    /// What a lever is in this answer.
    static let targetExplained = Phrase(
        id: """
            setiap tuas sendirian, sama untuk semua kabupaten/kota; dana transfer mengangkat \
            yang dijangkaunya tepat ke garis, tanpa memilih yang paling dekat
            """,
        en: """
            each lever alone, the same in all kabupaten/kota; payments lift whom they reach to the \
            line, without choosing those who are nearest
            """)

    /// Above the answers.
    static let leversAlone = Phrase(id: "Salah satu dari", en: "One of")

    /// The name of a lever.
    static func lever(_ lever: PovertyQuestion.Lever) -> Phrase {
        switch lever {
        case .growth:
            Phrase(id: "pertumbuhan riil per kapita", en: "real growth per head")
        case .gini: Phrase(id: "perubahan rasio Gini", en: "change of the Gini")
        case .budget: Phrase(id: "dana transfer", en: "payments")
        }
    }

    /// What a lever must do.
    static func answer(
        _ answer: PovertyTarget.Answer, _ lever: PovertyQuestion.Lever, _ index: PovertyIndex
    ) -> Phrase {
        switch answer {
        case .needs(let value): return amount(value, lever)
        case .alreadyMet:
            return Phrase(id: "tidak perlu: sasaran sudah terpenuhi", en: "none: the target is met")
        case .notReachable(let end, let best):
            return Phrase { language in
                let name = index.rawValue.uppercased()
                let share = language.numbers.percent(best, decimals: 2)
                let amount = amount(end, lever)[language]
                return language == .indonesian
                    ? "tidak terjangkau: paling jauh \(name) \(share), dengan \(amount)"
                    : "not reachable: at best \(name) of \(share), with \(amount)"
            }
        }
    }

    /// A rate per year or money a year.
    private static func amount(_ value: Double, _ lever: PovertyQuestion.Lever) -> Phrase {
        guard lever != .budget else { return yearlyMoney(value) }
        return Phrase {
            let rate = (value > 0 ? "+" : "") + $0.numbers.percent(value, decimals: 2)
            return $0 == .indonesian ? "\(rate) per tahun" : "\(rate) a year"
        }
    }

    /// The same over draws.
    static func drawnAnswer(_ interval: String, _ reached: Double) -> Phrase {
        Phrase { language in
            let share = language.numbers.percent(reached, decimals: 0)
            return language == .indonesian
                ? "simulasi acak: \(interval), terjangkau dalam \(share) simulasi acak"
                : "draws: \(interval), reachable in \(share) of them"
        }
    }

    /// The label of the same payments reckoned from published figures.
    static let budgetPublished = Phrase(
        id: "dana transfer, P1 terbitan", en: "payments, published P1")

    /// The lognormal overstates P1; the budget by the published one stands beside.
    static func budgetByPublished(_ budget: Double, _ ratio: Double) -> Phrase {
        Phrase { language in
            let money = yearlyMoney(budget)[language]
            let text = language.numbers.format(ratio, decimals: 2)
            return language == .indonesian
                ? "\(money), karena kesenjangan menurut P1 terbitan \(text) kali yang menurut "
                    + "lognormal"
                : "\(money), because the gap by the published P1 is \(text) times that of the "
                    + "lognormal"
        }
    }

    // MARK: Faults

    /// A region of which nothing is shipped.
    static func noPovertyData(_ name: String, _ year: Int) -> Phrase {
        Phrase(
            id: "tidak ada P0, garis kemiskinan atau rasio Gini untuk \(name) pada \(year)",
            en: "there is no P0, poverty line or Gini coefficient of \(name) in \(year)")
    }

    /// Where there are some.
    static let povertyDataHint = Phrase(
        id: """
            ada untuk 35, 62 (2025) dan kabupaten/kotanya (2018, 2021, 2025); \
            lihat notebooks-data/poverty/README.md
            """,
        en: """
            there are for 35, 62 (2025) and their kabupaten/kota (2018, 2021, 2025); \
            see notebooks-data/poverty/README.md
            """)

    /// A scenario that does not say what poverty rests on.
    static func povertyUnknown(_ regions: [String]) -> Phrase {
        let names = list(regions)
        return Phrase(
            id: "skenario ini tidak menyebut kemiskinan di \(names)",
            en: "this scenario does not say how poor people are in \(names)")
    }

    /// What to write.
    static let povertyUnknownHint = Phrase(
        id: """
            isi 'population', 'poverty.headcount', 'poverty.line' dan 'poverty.gini' di bawah \
            'assumptions:'
            """,
        en: """
            set 'population', 'poverty.headcount', 'poverty.line' and 'poverty.gini' under \
            'assumptions:'
            """)

    /// Not exactly one of `--p0` and `--p1`.
    static let oneTarget = Phrase(
        id: "sebutkan salah satu: --p0 atau --p1", en: "name one of --p0 and --p1")

    /// A year outside the horizon, or its first.
    static func notATargetYear(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan tahun dalam periode sesudah yang pertama",
            en: "'\(text)' is no year of the horizon after the first")
    }

    /// No lognormal has that P0 and that mean, or two have.
    static func noLognormal(_ fault: LognormalFault, line: Double) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let isIndonesian = language == .indonesian
            switch fault {
            case .noSolution(let headcount, let ratio):
                let (p0, text) = (
                    numbers.percent(headcount, decimals: 2), numbers.format(ratio, decimals: 2)
                )
                return isIndonesian
                    ? "tidak ada lognormal dengan P0 \(p0) dan rata-rata \(text) kali garis: "
                        + "bila yang miskin sedikit, rata-rata ada di atas garis"
                    : "no lognormal has P0 of \(p0) and a mean of \(text) times the line: where "
                        + "few are poor the mean lies above the line"
            case .twoSolutions(let ginis):
                let texts = ginis.map { numbers.format($0, decimals: 3) }
                return isIndonesian
                    ? "dua rasio Gini cocok, " + texts.joined(separator: " dan ")
                    : "two Gini coefficients fit, " + texts.joined(separator: " and ")
            }
        }
    }
    /// What the mean must be.
    static let noLognormalHint = Phrase(
        id: """
            rata-rata konsumsi Susenas per orang-bulan dalam rupiah, bukan pengeluaran \
            disesuaikan (PPP) per tahun
            """,
        en: """
            mean consumption of Susenas per person-month in rupiah, not adjusted expenditure (PPP) \
            per year
            """)

    /// An option that this question does not use.
    static func notOfThisState(_ option: String) -> Phrase {
        Phrase(
            id: "'\(option)' tidak dipakai untuk pertanyaan ini",
            en: "'\(option)' is not used for this question")
    }

    /// Leakage or exclusion out of bounds.
    static func notAnErrorShare(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan bagian dari 0 sampai di bawah 1",
            en: "'\(text)' is no share of 0 to below 1")
    }
    /// How it is written.
    static let errorShareHint = Phrase(
        id: "misalnya 0,2 atau '20 %'", en: "for example 0.2 or '20 %'")

    /// `--from` not before `--to`.
    static func yearsReversed(_ from: Int, _ to: Int) -> Phrase {
        Phrase(
            id: "\(to) tidak sesudah \(from)", en: "\(to) is not after \(from)")
    }

    /// `state` was asked about nothing or about two things.
    static let oneState = Phrase(
        id: "sebutkan satu: kode daerah, --households atau --grouped",
        en: "name one of: a region's code, --households, --grouped")
}
