import Formats
import Quantities
import Welfare

extension Phrase {
    static func household(_ fault: HouseholdSample.Fault) -> Phrase {
        switch fault {
        case .empty:
            Phrase(id: "tidak ada rumah tangga di berkas ini", en: "this file has no households")
        case .weight(_, let weight):
            Phrase(
                "bobot \(plain: weight) bukan bobot: setiap rumah tangga mewakili lebih dari nol"
                    + " orang",
                en: "a weight of \(plain: weight) is none: every household stands for more than no"
                    + " person"
            )
        case .consumption(_, let value):
            Phrase(
                "konsumsi \(plain: value) di bawah nol",
                en: "consumption of \(plain: value) is below zero")
        case .singleUnit(let stratum, _):
            Phrase(
                id: "strata '\(stratum)' hanya punya satu PSU, sehingga galatnya tidak terhitung",
                en: "stratum '\(stratum)' has a single PSU, so that its error cannot be told")
        }
    }

    static func householdHint(_ fault: HouseholdSample.Fault) -> Phrase {
        switch fault {
        case .empty:
            Phrase(id: "tulis satu baris tiap rumah tangga", en: "write a row for each household")
        case .weight:
            Phrase(
                id: "hapus baris yang tidak disurvei, atau isi bobotnya dari berkas Susenas",
                en: "remove rows that were not surveyed, or take their weight from the survey")
        case .consumption:
            Phrase(
                id: "konsumsi per orang dalam satuan garis, nol atau lebih",
                en: "consumption per head in the money of the line, zero or more")
        case .singleUnit:
            Phrase(
                id: "gabungkan dengan strata yang mirip, atau hapus kolom 'stratum'",
                en: "join it to a similar stratum, or remove the column 'stratum'")
        }
    }

    static let isMissing = Phrase(id: "belum diisi", en: "is missing")

    static let amountHint = Phrase(
        id: "misalnya 558029, dalam satuan yang sama dengan berkas",
        en: "for example 558029, in the same money as the file")

    static func noLorenz(_ fault: LorenzFit.Fault, gini: Double) -> Phrase {
        let each = zip(LorenzFit.Form.allCases, zip(fault.faults, fault.validFrom)).map {
            Phrase(same: "\(form($0)): \(lorenz($1.0, validFrom: $1.1))")
        }
        return Phrase(
            "tidak satu pun bentuk menjadi kurva Lorenz (\(joined: each, by: "; ")); rasio Gini"
                + " kelompoknya sendiri \(gini, decimals: 4)",
            en: "neither form is a Lorenz curve (\(joined: each, by: "; ")); the Gini coefficient"
                + " of the groups themselves is \(gini, decimals: 4)")
    }

    /// A P0 that a form cannot answer for.
    static func notServing(_ form: LorenzFit.Form, _ fault: LorenzFault) -> Phrase {
        Phrase(
            "bentuk \(Phrase.form(form)) tidak dapat menjawab: \(lorenz(fault))",
            en: "the form \(Phrase.form(form)) cannot answer: \(lorenz(fault))")
    }

    /// The least P0 that a form answers for, rounded up as it may be typed.
    static func leastHeadcount(_ least: Double) -> Phrase {
        let typed = (least * 1e5).rounded(.up) / 1e5
        return Phrase(
            "P0 terendah yang dapat dijawab: \(percent: typed, decimals: 3)",
            en: "the lowest P0 that it answers for is \(percent: typed, decimals: 3)")
    }

    static func grouped(_ fault: GroupedShares.Fault) -> Phrase {
        switch fault {
        case .tooFew(let rows, let needed):
            Phrase(
                id: "\(rows) kelompok terlalu sedikit: perlu paling sedikit \(needed)",
                en: "\(rows) groups are too few: at least \(needed) are needed")
        case .notRising:
            Phrase(
                id: "bagian kelompok ini tidak di atas nol",
                en: "a share of this group is not above zero")
        case .endsElsewhere(let people, let consumption):
            Phrase(
                "jumlah bagian penduduk \(plain: people) dan konsumsi \(plain: consumption);"
                    + " keduanya harus 1",
                en: "shares of people add to \(plain: people), of consumption to"
                    + " \(plain: consumption); both must add to 1"
            )
        case .notConvex:
            Phrase(
                id: "per orang, kelompok ini punya kurang dari kelompok sebelumnya",
                en: "per head, this group has less than the group before")
        }
    }

    static func groupedHint(_ fault: GroupedShares.Fault) -> Phrase {
        switch fault {
        case .endsElsewhere(let people, _) where people > 1.5 && people < 99:
            Phrase(
                id: "tulis bagian tiap kelompok sendiri, bukan jumlah kumulatif",
                en: "write each group's own share, not the running sum")
        case .endsElsewhere:
            Phrase(
                id: "tulis bagian seperti 0.1 atau 10 %, dan semua kelompok",
                en: "write shares such as 0.1 or 10 %, and all groups")
        case .notConvex:
            Phrase(
                id: "urutkan kelompok dari yang termiskin", en: "sort groups from the poorest on")
        case .tooFew, .notRising:
            Phrase(
                id: "satu baris tiap kelompok, misalnya sepuluh desil",
                en: "a row for each group, for example ten deciles")
        }
    }

    static func povertyUnknown(_ regions: [String]) -> Phrase {
        let names = list(regions)
        return Phrase(
            id: "skenario ini tidak menyebut kemiskinan di \(names)",
            en: "this scenario does not say how poor people are in \(names)")
    }

    static func noLognormal(_ fault: LognormalFault, line: Double) -> Phrase {
        switch fault {
        case .noSolution(let headcount, let ratio):
            return Phrase(
                "tidak ada lognormal dengan P0 \(percent: headcount, decimals: 2) dan rata-rata"
                    + " \(ratio, decimals: 2) kali garis: bila yang miskin sedikit, rata-rata ada"
                    + " di"
                    + " atas garis",
                en: "no lognormal has P0 of \(percent: headcount, decimals: 2) and a mean of"
                    + " \(ratio, decimals: 2) times the line: where few are poor the mean lies"
                    + " above"
                    + " the line")
        case .twoSolutions(let ginis):
            let each = ginis.map { Phrase(same: "\($0, decimals: 3)") }
            return Phrase(
                "dua rasio Gini cocok, \(joined: each, by: " dan ")",
                en: "two Gini coefficients fit, \(joined: each, by: " and ")")
        }
    }
}
