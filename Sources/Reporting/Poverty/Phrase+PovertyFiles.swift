import Formats
import Quantities
import Welfare

extension Phrase {
    static func sampleTitle(_ path: String) -> Phrase {
        Phrase(id: "Kemiskinan menurut \(path)", en: "Poverty by \(path)")
    }

    static func sampleSize(_ households: Int, _ persons: Double, _ line: Double) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (count, people) = (numbers.format(Int64(households)), numbers.format(persons))
            let text = language.plain(line)
            return language == .indonesian
                ? "\(count) rumah tangga mewakili \(people) orang; garis \(text) per orang"
                : "\(count) households stand for \(people) persons; line \(text) per head"
        }
    }

    static let designUsed = Phrase(
        id: "galat baku menurut strata dan PSU (linearisasi Taylor)",
        en: "standard errors by strata and PSUs (Taylor linearisation)")

    static let weightsOnly = Phrase(
        id: """
            galat baku dari bobot saja: tanpa kolom 'psu' setiap rumah tangga dianggap ditarik \
            sendiri, sehingga galat sering terlalu kecil
            """,
        en: """
            standard errors from weights alone: without a column 'psu' each household counts as \
            drawn by itself, so that errors are often too small
            """)

    static let giniWord = Phrase(id: "Rasio Gini", en: "Gini coefficient")

    static let meanWord = Phrase(id: "rata-rata konsumsi", en: "mean consumption")

    static func groupedTitle(_ path: String) -> Phrase {
        Phrase(
            id: "Kemiskinan menurut tabel kelompok \(path)",
            en: "Poverty by the grouped table \(path)")
    }

    static func groupedInputs(mean: Double, line: Double) -> Phrase {
        Phrase { language in
            let (a, b) = (language.plain(mean), language.plain(line))
            return language == .indonesian
                ? "rata-rata \(a), garis \(b) per orang" : "mean \(a), line \(b) per head"
        }
    }

    static func chosenForm(_ form: LorenzFit.Form) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "dipakai: \(self.form(form)[$0]), dengan galat terkecil di antara yang miskin"
                : "used: \(self.form(form)[$0]), whose error among the poor is the smallest"
        }
    }

    static func formRefused(_ form: LorenzFit.Form, _ fault: LorenzFault) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "\(self.form(form)[$0]) ditolak: \(lorenz(fault)[$0])"
                : "\(self.form(form)[$0]) is refused: \(lorenz(fault)[$0])"
        }
    }

    static func endsBelowOne(_ end: Double) -> Phrase {
        Phrase {
            let text = $0.numbers.format(end, decimals: 3)
            return $0 == .indonesian
                ? "kurvanya berakhir pada \(text), bukan 1: untuk yang miskin tidak berpengaruh, "
                    + "rasio Gini sedikit terpengaruh"
                : "the curve ends at \(text) and not at 1: of no effect on the poor, of a small "
                    + "one on the Gini coefficient"
        }
    }

    static func emptyGroups(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) kelompok tanpa penduduk dan tanpa konsumsi dilewati",
            en: "groups of nobody passed over: \(count)")
    }
}
