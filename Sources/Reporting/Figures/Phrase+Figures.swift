import Coverage
import Policy
import Quantities
import Welfare

extension Phrase {
    static let sumHeading = Phrase(id: "Hitungannya", en: "How it is reckoned")

    static let sumResult = Phrase(id: "hasil", en: "result")

    static let sumRounding = Phrase(id: "pembulatan", en: "rounding")

    static let changesInTheYear = Phrase(
        id: "masukan yang berubah dalam tahun ini", en: "inputs that change within the year")

    static let otherAges = Phrase(
        id: "umur peserta berbeda dari umur semua pekerja pada awal",
        en: "members' ages differ from those of all workers at the start")

    static let denominator = Phrase(id: "penyebut", en: "denominator")

    static let cardYear = Phrase(id: "tahun", en: "year")

    static func paidOf(_ all: Double, _ unpaid: Double, _ unit: Unit) -> Phrase {
        Phrase(
            id: paidOf(all, unpaid, unit, "tak terbayar", .indonesian),
            en: paidOf(all, unpaid, unit, "unpaid", .english))
    }

    static func paidOf(
        _ all: Double, _ unpaid: Double, _ unit: Unit, _ word: String, _ language: Language
    ) -> String {
        FigureSum.text(all, unit, language) + " - " + FigureSum.text(unpaid, unit, language)
            + " " + word
    }

    static func mean(_ months: Double, _ rupiah: Double) -> Phrase {
        func text(_ language: Language, _ word: String) -> String {
            let price = months > 0 ? rupiah / months : 0
            return FigureSum.text(months, .personMonth, language) + " x "
                + FigureSum.text(price, .rupiah, language) + " (\(word))"
        }
        return Phrase(id: text(.indonesian, "rata-rata"), en: text(.english, "mean"))
    }

    static let paidByPurses = Phrase(id: "dibayar dana publik", en: "paid by public purses")

    static func leaving(_ cause: ExitCause) -> Phrase {
        switch cause {
        case .death: Phrase(id: "meninggal", en: "deaths")
        case .ageLimit: Phrase(id: "melewati batas umur", en: "past the age limit")
        case .outOfLabourForce:
            Phrase(id: "keluar dari angkatan kerja", en: "leaving the labour force")
        case .movedAway: Phrase(id: "pindah", en: "moving away")
        }
    }

    static func deathsOf(_ names: Phrase) -> Phrase {
        Phrase(id: "kematian: \(names.indonesian)", en: "deaths: \(names.english)")
    }

    static func deathsOf(_ months: Double, _ rate: Double, _ load: Double) -> Phrase {
        Phrase(
            same: "\({ FigureSum.text(months, .personMonth, $0) }) x \(rate * 1000, decimals: 4) /"
                + " \(1000) x \(plain: load) / 12"
        )
    }

    static func accidentsOf(_ names: Phrase) -> Phrase {
        Phrase(id: "kecelakaan kerja: \(names.indonesian)", en: "work accidents: \(names.english)")
    }

    static func perYear(_ months: Double, _ rate: Double) -> Phrase {
        Phrase(same: "\({ FigureSum.text(months, .personMonth, $0) }) x \(plain: rate) / 12")
    }

    static let deathsWaiting = Phrase(
        id: "kematian di masa tunggu, bukan karena kerja", en: "deaths while waiting, not at work")

    static let deathsVested = Phrase(
        id: "kematian sesudahnya, bukan karena kerja", en: "deaths after it, not at work")

    static func deathsAtWork(_ names: Phrase) -> Phrase {
        Phrase(
            id: "kematian karena kerja: \(names.indonesian)",
            en: "deaths at work: \(names.english)")
    }

    static let scholarships = Phrase(
        id: "beasiswa (masa iuran, anak, bagian dari tertinggi)",
        en: "scholarships (tenure, children, part of the largest)")

    static func scholarshipsOf(_ programme: Programme) -> Phrase {
        let name = programme.rawValue.uppercased()
        return Phrase(id: "beasiswa \(name)", en: "scholarships, \(name)")
    }

    static func kept(
        _ deaths: Double, _ kept: Double, _ benefit: Double, _ loss: BreadwinnerLoss
    ) -> Phrase {
        let monthly = benefit / (loss.months * loss.persons)
        return Phrase(
            same: "\({ FigureSum.text(deaths, .person, $0) }) x \(percent: kept, decimals: 4);"
                + " \({ FigureSum.text(benefit, .rupiah, $0) }) / (\(plain: loss.months) x"
                + " \(plain: loss.persons)) = \({ FigureSum.text(monthly, .rupiah, $0) })"
        )
    }

    static let allPeople = Phrase(id: "penduduk", en: "people")

    static let spread = Phrase(id: "simpangan logaritma", en: "spread of logarithms")

    static func meanAtStart(_ welfare: LognormalWelfare) -> Phrase {
        let gini = (welfare.gini * 1e6).rounded() / 1e6
        return Phrase(
            id: "konsumsi rata-rata pada awal (lognormal, Gini \(Language.indonesian.plain(gini)))",
            en: "mean consumption at the start (lognormal, Gini \(Language.english.plain(gini)))"
        )
    }

    static func normal(_ line: Double, _ location: Double, _ scale: Double) -> Phrase {
        Phrase { language in
            func six(_ number: Double) -> String { language.numbers.format(number, decimals: 6) }
            return "N((ln \(FigureSum.text(line, .rupiah, language)) - \(six(location))) / "
                + "\(six(scale)))"
        }
    }
}
