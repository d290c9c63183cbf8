import Formats
import Quantities
import Welfare

extension Phrase {
    static func sampleTitle(_ path: String) -> Phrase {
        Phrase(id: "Kemiskinan menurut \(path)", en: "Poverty by \(path)")
    }

    static func sampleSize(_ households: Int, _ persons: Double, _ line: Double) -> Phrase {
        Phrase(
            "\(households) rumah tangga mewakili \(persons) orang; garis \(plain: line) per orang",
            en: "\(households) households stand for \(persons) persons; line \(plain: line) per"
                + " head"
        )
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
        Phrase(
            "rata-rata \(plain: mean), garis \(plain: line) per orang",
            en: "mean \(plain: mean), line \(plain: line) per head")
    }

    static func chosenForm(_ form: LorenzFit.Form) -> Phrase {
        Phrase(
            "dipakai: \(self.form(form)), dengan galat terkecil di antara yang miskin",
            en: "used: \(self.form(form)), whose error among the poor is the smallest")
    }

    static func formRefused(_ form: LorenzFit.Form, _ fault: LorenzFault) -> Phrase {
        Phrase(
            "\(self.form(form)) ditolak: \(lorenz(fault))",
            en: "\(self.form(form)) is refused: \(lorenz(fault))")
    }

    static func endsBelowOne(_ end: Double) -> Phrase {
        Phrase(
            "kurvanya berakhir pada \(end, decimals: 3), bukan 1: untuk yang miskin tidak"
                + " berpengaruh, rasio Gini sedikit terpengaruh",
            en: "the curve ends at \(end, decimals: 3) and not at 1: of no effect on the poor, of a"
                + " small one on the Gini coefficient"
        )
    }

    static func emptyGroups(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) kelompok tanpa penduduk dan tanpa konsumsi dilewati",
            en: "groups of nobody passed over: \(count)")
    }
}
