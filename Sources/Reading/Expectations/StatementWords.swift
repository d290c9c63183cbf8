import Analysis
import Policy
import Quantities

/// The words of which statements are made, in both languages at once: a file has no language.
enum StatementWords {
    /// What a condition does to its key.
    enum Change {
        /// Multiplies it, and no number follows.
        case scale(Double)
        /// Sets it to the value that follows.
        case set
        /// Moves it by what follows, a part of itself (`10 %`) or an amount: 1 up, -1 down.
        case move(Double)
    }

    /// What is claimed of a figure.
    enum Claim {
        case atMost, atLeast, between, equals
        case moves(Expectation.Movement)
    }

    /// What may stand between a quantity and its claim.
    enum Qualifier {
        case segment, region, year
    }

    static let openings = WordList([(["jika", "if", "bila", "kalau", "apabila", "when"], ())])
    static let consequences = WordList([(["maka", "then"], ())])
    static let starts = WordList([(["sejak", "from", "mulai", "since"], ())])
    static let joints = WordList([(["dan", "and"], ())])

    static let changes = WordList<Change>([
        (["dibagi dua", "is halved"], .scale(0.5)),
        (["digandakan", "is doubled"], .scale(2)),
        (["menjadi", "is", "becomes", "is set to"], .set),
        (["naik", "rises by", "is raised by"], .move(1)),
        (["turun", "falls by", "is lowered by"], .move(-1)),
    ])

    static let claims = WordList<Claim>([
        (
            ["paling banyak", "at most", "is at most", "maksimal", "tidak lebih dari"],
            .atMost
        ),
        (
            ["paling sedikit", "at least", "is at least", "minimal", "tidak kurang dari"],
            .atLeast
        ),
        (["antara", "between", "is between"], .between),
        (["sama dengan", "is", "equals"], .equals),
        (["naik", "rises"], .moves(.rises)),
        (["turun", "falls"], .moves(.falls)),
        (["tetap", "stays", "tidak berubah", "does not change"], .moves(.stays)),
        (["tidak naik", "does not rise"], .moves(.doesNotRise)),
        (["tidak turun", "does not fall"], .moves(.doesNotFall)),
    ])

    static let qualifiers = WordList<Qualifier>([
        (["untuk", "of", "for"], .segment),
        (["di", "in"], .region),
        (["pada", "tahun", "pada tahun", "in year"], .year),
    ])

    /// Shorter names of what is looked at most: coverage at the end of the year.
    static let shortNames: [(texts: [String], meaning: Quantity)] = [
        (
            ["cakupan", "coverage", "cakupan pekerja", "coverage of workers"],
            .indicator(.coverageOfWorkers)
        ),
        (
            ["cakupan penduduk bekerja", "coverage of employed"],
            .indicator(.coverageOfEmployed)
        ),
    ]

    /// Quantities by name, by a shorter name, and by their headings in tables.
    static let quantities = WordList<Quantity>(
        shortNames
            + Quantity.all.map { quantity in
                ([quantity.name, quantity.heading.indonesian, quantity.heading.english], quantity)
            })

    /// Words of size behind a number.
    static let sizes: [String: Double] = [
        "ribu": 1e3, "thousand": 1e3, "juta": 1e6, "million": 1e6, "miliar": 1e9, "milyar": 1e9,
        "billion": 1e9, "triliun": 1e12, "trillion": 1e12,
    ]

    /// Words behind a number that say no more than its unit does.
    static let units: [(unit: Unit, texts: [String])] = [
        (.person, ["orang", "jiwa", "pekerja", "persons", "person", "people", "workers"]),
        (.family, ["keluarga", "families", "family"]),
        (.personMonth, ["orang-bulan", "person-months", "person-month"]),
        (.monthsPerYear, ["bulan", "months", "month"]),
        (.rupiah, ["rupiah"]),
        (.rupiahPerPersonMonth, ["per orang-bulan", "per person-month"]),
        (.rupiahPerFamily, ["per keluarga", "per family"]),
    ]

    /// A number with its unit that every file reads as such that writes numbers by this locale.
    static func example(_ unit: Unit, _ locale: NumberLocale?, _ number: Int = 1) -> Phrase {
        let numbers = locale ?? .indonesian
        func money(_ amount: Int64) -> Phrase {
            Phrase(same: "Rp \(numbers.format(Int64(number) * amount))")
        }
        return switch unit {
        case .rupiah, .rupiahPerYear, .rupiahPerMonth: money(1_000_000_000)
        case .rupiahPerPersonMonth: money(10_000)
        case .rupiahPerFamily: money(100_000_000)
        case .share, .percent: Phrase(same: "\(digits: number * 40) %")
        case .person, .personMonth: Phrase(same: "\(digits: number * 1000) \(unit.name)")
        case .family: Phrase(same: "\(digits: number * 100) \(unit.name)")
        default: Phrase(same: "\(digits: number)")
        }
    }
}

extension StatementWords.Claim {
    /// As hints write it.
    var words: Phrase {
        switch self {
        case .atMost: Phrase(id: "paling banyak", en: "at most")
        case .atLeast: Phrase(id: "paling sedikit", en: "at least")
        case .between: Phrase(id: "antara", en: "between")
        case .equals: Phrase(id: "sama dengan", en: "is")
        case .moves(let movement):
            switch movement {
            case .rises: Phrase(id: "naik", en: "rises")
            case .falls: Phrase(id: "turun", en: "falls")
            case .stays: Phrase(id: "tetap", en: "stays")
            case .doesNotRise: Phrase(id: "tidak naik", en: "does not rise")
            case .doesNotFall: Phrase(id: "tidak turun", en: "does not fall")
            }
        }
    }

    /// Those that a statement may make.
    ///
    /// - Parameter hasCondition: whether it has one, without which nothing moves.
    static func all(hasCondition: Bool) -> [Self] {
        let bounds: [Self] = [.atMost, .atLeast, .between, .equals]
        return hasCondition ? Expectation.Movement.allCases.map(Self.moves) + bounds : bounds
    }
}
