import Coverage
import Policy
import Quantities
import Welfare

extension Phrase {
    /// Above the sum.
    static let sumHeading = Phrase(id: "Hitungannya", en: "How it is reckoned")

    /// The last line of a sum.
    static let sumResult = Phrase(id: "hasil", en: "result")

    /// What rounding to whole rupiah adds.
    static let sumRounding = Phrase(id: "pembulatan", en: "rounding")

    /// What the terms of one month do not say of a year.
    static let changesInTheYear = Phrase(
        id: "masukan yang berubah dalam tahun ini", en: "inputs that change within the year")

    /// What the opening shares of ages do not say of deaths.
    static let otherAges = Phrase(
        id: "umur peserta berbeda dari umur semua pekerja pada awal",
        en: "members' ages differ from those of all workers at the start")

    /// Above the line of a ratio.
    static let numerator = Phrase(id: "pembilang", en: "numerator")

    /// Below the line of a ratio.
    static let denominator = Phrase(id: "penyebut", en: "denominator")

    /// The word beside the name of a figure.
    static let cardFigure = Phrase(id: "besaran", en: "figure")

    /// The word beside a year.
    static let cardYear = Phrase(id: "tahun", en: "year")

    /// Some segments of a scenario.
    static func countOfSegments(_ count: Int) -> Phrase {
        Phrase(id: "\(count) segmen", en: "\(count) segments")
    }

    /// What is paid of a quota.
    static func paidOf(_ all: Double, _ unpaid: Double, _ unit: Unit) -> Phrase {
        Phrase(
            id: paidOf(all, unpaid, unit, "tak terbayar", .indonesian),
            en: paidOf(all, unpaid, unit, "unpaid", .english))
    }

    /// The same in one language.
    static func paidOf(
        _ all: Double, _ unpaid: Double, _ unit: Unit, _ word: String, _ language: Language
    ) -> String {
        FigureSum.text(all, unit, language) + " - " + FigureSum.text(unpaid, unit, language)
            + " " + word
    }

    /// Person-months and the mean contribution.
    static func mean(_ months: Double, _ rupiah: Double) -> Phrase {
        /// The product in one language.
        func text(_ language: Language, _ word: String) -> String {
            let price = months > 0 ? rupiah / months : 0
            return FigureSum.text(months, .personMonth, language) + " x "
                + FigureSum.text(price, .rupiah, language) + " (\(word))"
        }
        return Phrase(id: text(.indonesian, "rata-rata"), en: text(.english, "mean"))
    }

    /// How to see the contributions behind a bill of several segments.
    static func nameOneSegment(_ example: String) -> Phrase {
        Phrase(
            id: "sebutkan satu segmen untuk melihat iuran dan dasar hukumnya, misalnya \(example)",
            en: "name one segment to see its contributions and their law, such as \(example)")
    }

    /// Those on a quota, whether or not anybody pays.
    static let onTheQuota = Phrase(id: "dalam kuota", en: "on the quota")

    /// Those for whom a purse pays.
    static let paidByPurses = Phrase(id: "dibayar dana publik", en: "paid by public purses")

    /// Those who pay for themselves.
    static let paidThemselves = Phrase(id: "membayar sendiri", en: "paying for themselves")

    /// Those for whom an employer pays.
    static let paidByEmployers = Phrase(id: "dibayar pemberi kerja", en: "paid by employers")

    /// A stock when the year begins.
    static let atTheStart = Phrase(id: "pekerja pada awal tahun", en: "workers at the year's start")

    /// Who joins.
    static let joining = Phrase(id: "pekerja baru", en: "new workers")

    /// Below the line of coverage.
    static let employedPersons = Phrase(
        id: "penduduk bekerja (BPS)", en: "employed persons (BPS)")

    /// Who leaves, by cause.
    static func leaving(_ cause: ExitCause) -> Phrase {
        switch cause {
        case .death: Phrase(id: "meninggal", en: "deaths")
        case .ageLimit: Phrase(id: "melewati batas umur", en: "past the age limit")
        case .outOfLabourForce:
            Phrase(id: "keluar dari angkatan kerja", en: "leaving the labour force")
        case .movedAway: Phrase(id: "pindah", en: "moving away")
        }
    }

    /// Deaths of some segments.
    static func deathsOf(_ names: Phrase) -> Phrase {
        Phrase(id: "kematian: \(names.indonesian)", en: "deaths: \(names.english)")
    }

    /// Person-months x rate x load / 12.
    static func deathsOf(_ months: Double, _ rate: Double, _ load: Double) -> Phrase {
        Phrase { language in
            FigureSum.text(months, .personMonth, language) + " x "
                + language.numbers.format(rate * 1000, decimals: 4) + " / "
                + language.numbers.format(Int64(1000))
                + " x " + language.plain(load) + " / 12"
        }
    }

    /// Accidents of some segments.
    static func accidentsOf(_ names: Phrase) -> Phrase {
        Phrase(id: "kecelakaan kerja: \(names.indonesian)", en: "work accidents: \(names.english)")
    }

    /// Person-months x rate / 12.
    static func perYear(_ months: Double, _ rate: Double) -> Phrase {
        Phrase { language in
            FigureSum.text(months, .personMonth, language) + " x " + language.plain(rate)
                + " / 12"
        }
    }

    /// Deaths before the full benefit.
    static let deathsWaiting = Phrase(
        id: "kematian di masa tunggu, bukan karena kerja", en: "deaths while waiting, not at work")

    /// Deaths with the full benefit.
    static let deathsVested = Phrase(
        id: "kematian sesudahnya, bukan karena kerja", en: "deaths after it, not at work")

    /// Deaths of some segments at work.
    static func deathsAtWork(_ names: Phrase) -> Phrase {
        Phrase(
            id: "kematian karena kerja: \(names.indonesian)",
            en: "deaths at work: \(names.english)")
    }

    /// Scholarships of JKM.
    static let scholarships = Phrase(
        id: "beasiswa (masa iuran, anak, bagian dari tertinggi)",
        en: "scholarships (tenure, children, part of the largest)")

    /// Scholarships of a programme.
    static func scholarshipsOf(_ programme: Programme) -> Phrase {
        let name = programme.rawValue.uppercased()
        return Phrase(id: "beasiswa \(name)", en: "scholarships, \(name)")
    }

    /// What the terms of families are.
    static let keptDefinition = Phrase(
        id: """
            tiap kematian: peluang keluarga di bawah garis tanpa santunan dikurangi peluangnya \
            dengan santunan yang dibagi rata
            """,
        en: """
            by death: the chance that the family is below the line without the benefit, less the \
            chance with it, spread evenly
            """)

    /// Deaths times the difference of two chances.
    static func kept(
        _ deaths: Double, _ kept: Double, _ benefit: Double, _ loss: BreadwinnerLoss
    ) -> Phrase {
        Phrase { language in
            let monthly = benefit / (loss.months * loss.persons)
            return FigureSum.text(deaths, .person, language) + " x "
                + language.numbers.percent(kept, decimals: 4) + "; "
                + FigureSum.text(benefit, .rupiah, language) + " / ("
                + language.plain(loss.months) + " x " + language.plain(loss.persons)
                + ") = "
                + FigureSum.text(monthly, .rupiah, language)
        }
    }

    /// The published share of poor people.
    static let povertyStart = Phrase(
        id: "penduduk miskin pada awal (P0 terbitan)", en: "poor people at the start (published P0)"
    )

    /// The line.
    static let povertyLine = Phrase(id: "garis kemiskinan", en: "poverty line")

    /// All people of a region.
    static let allPeople = Phrase(id: "penduduk", en: "people")

    /// Spread of logarithms.
    static let spread = Phrase(id: "simpangan logaritma", en: "spread of logarithms")

    /// The share below the line.
    static let belowTheLine = Phrase(
        id: "bagian di bawah garis, P0", en: "share below the line, P0")

    /// The mean that P0 and Gini mean.
    static func meanAtStart(_ welfare: LognormalWelfare) -> Phrase {
        let gini = (welfare.gini * 1e6).rounded() / 1e6
        return Phrase(
            id:
                "konsumsi rata-rata pada awal (lognormal, Gini \(Language.indonesian.plain(gini)))",
            en:
                "mean consumption at the start (lognormal, Gini \(Language.english.plain(gini)))"
        )
    }

    /// The mean some years later.
    static func meanLater(_ years: Int) -> Phrase {
        Phrase(
            id: "konsumsi rata-rata setelah \(years) tahun",
            en: "mean consumption after \(years) years")
    }

    /// The spread that a Gini coefficient means.
    static func spreadOfGini(_ gini: Double) -> Phrase {
        Phrase { language in
            "√2 z((1 + \(language.plain((gini * 1e6).rounded() / 1e6))) / 2)"
        }
    }

    /// The normal probability of a line.
    static func normal(_ line: Double, _ location: Double, _ scale: Double) -> Phrase {
        Phrase { language in
            /// Six decimals.
            func six(_ number: Double) -> String { language.numbers.format(number, decimals: 6) }
            return "N((ln \(FigureSum.text(line, .rupiah, language)) - \(six(location))) / "
                + "\(six(scale)))"
        }
    }

    /// That nothing decided moves poverty.
    static let povertyNotMoved = Phrase(
        id: "bergerak dengan pertumbuhan dan ketimpangan saja; keputusan di sini tidak mengubahnya",
        en: "moves with growth and inequality alone; nothing that is decided here moves it")
}
