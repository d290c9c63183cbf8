import Formats
import Quantities
import Welfare

extension Phrase {
    static func householdSize(_ size: Double) -> Phrase {
        Phrase {
            let text = $0.plain(size)
            return $0 == .indonesian
                ? "\(text) anggota: setiap rumah tangga punya lebih dari nol anggota"
                : "a size of \(text): every household has more than no member"
        }
    }

    static let householdSizeHint = Phrase(
        id: "hapus barisnya, atau isi jumlah anggota rumah tangganya",
        en: "remove the row, or write how many members the household has")

    static let localeOptionHint = Phrase(
        id: "tambahkan --locale id-ID (1.234,5) atau --locale en-US (1,234.5) pada perintahnya",
        en: "add --locale id-ID (1.234,5) or --locale en-US (1,234.5) to the command")

    static func household(_ fault: HouseholdSample.Fault) -> Phrase {
        switch fault {
        case .empty:
            Phrase(id: "tidak ada rumah tangga di berkas ini", en: "this file has no households")
        case .weight(_, let weight):
            Phrase {
                let text = $0.plain(weight)
                return $0 == .indonesian
                    ? "bobot \(text) bukan bobot: setiap rumah tangga mewakili lebih dari nol orang"
                    : "a weight of \(text) is none: every household stands for more than no person"
            }
        case .consumption(_, let value):
            Phrase {
                let text = $0.plain(value)
                return $0 == .indonesian
                    ? "konsumsi \(text) di bawah nol" : "consumption of \(text) is below zero"
            }
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

    static func indexAbove(
        _ index: String, _ value: Double, _ larger: String, _ most: Double
    ) -> Phrase {
        Phrase {
            let (value, most) = ($0.plain(value), $0.plain(most))
            return $0 == .indonesian
                ? "'\(index)' (\(value)) tidak mungkin di atas '\(larger)' (\(most))"
                : "'\(index)' (\(value)) cannot be above '\(larger)' (\(most))"
        }
    }

    static func tooManyPersons(_ poor: Double, _ percent: Double) -> Phrase {
        Phrase {
            let (poor, percent) = ($0.plain(poor), $0.plain(percent))
            return $0 == .indonesian
                ? "\(poor) orang miskin bukan \(percent) % penduduk mana pun"
                : "\(poor) poor people are not \(percent) % of any population"
        }
    }

    static let amountMissing = Phrase(id: "belum diisi", en: "is missing")

    static func notAnAmount(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' tidak di atas nol", en: "'\(text)' is not above zero")
    }

    static func tooMuchForOne(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' terlalu besar untuk satu orang",
            en: "'\(text)' is too much for one person"
        )
    }

    static let amountHint = Phrase(
        id: "misalnya 558029, dalam satuan yang sama dengan berkas",
        en: "for example 558029, in the same money as the file")

    static func noLorenz(_ faults: [LorenzFault], gini: Double) -> Phrase {
        Phrase { language in
            let groups = language.numbers.format(gini, decimals: 4)
            let reasons = zip(LorenzFit.Form.allCases, faults).map {
                "\(form($0)[language]): \(lorenz($1)[language])"
            }.joined(separator: "; ")
            return language == .indonesian
                ? "tidak satu pun bentuk menjadi kurva Lorenz (\(reasons)); rasio Gini kelompoknya "
                    + "sendiri \(groups)"
                : "neither form is a Lorenz curve (\(reasons)); the Gini coefficient of the groups "
                    + "themselves is \(groups)"
        }
    }

    static let noLorenzHint = Phrase(
        id: "periksa kelompok teratas dan terbawah, atau pakai berkas rumah tangga (--households)",
        en: "check the top and bottom groups, or use a household file (--households)")

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
            Phrase {
                let (a, b) = ($0.plain(people), $0.plain(consumption))
                return $0 == .indonesian
                    ? "jumlah bagian penduduk \(a) dan konsumsi \(b); keduanya harus 1"
                    : "shares of people add to \(a), of consumption to \(b); both must add to 1"
            }
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

    static func noPovertyData(_ name: String, _ year: Int) -> Phrase {
        Phrase(
            id: "tidak ada P0, garis kemiskinan atau rasio Gini untuk \(name) pada \(year)",
            en: "there is no P0, poverty line or Gini coefficient of \(name) in \(year)")
    }

    static let povertyDataHint = Phrase(
        id: """
            ada untuk 35, 62 (2025) dan kabupaten/kotanya (2018, 2021, 2025); \
            lihat notebooks-data/poverty/README.md
            """,
        en: """
            there are for 35, 62 (2025) and their kabupaten/kota (2018, 2021, 2025); \
            see notebooks-data/poverty/README.md
            """)

    static func povertyUnknown(_ regions: [String]) -> Phrase {
        let names = list(regions)
        return Phrase(
            id: "skenario ini tidak menyebut kemiskinan di \(names)",
            en: "this scenario does not say how poor people are in \(names)")
    }

    static let povertyUnknownHint = Phrase(
        id: """
            isi 'population', 'poverty.headcount', 'poverty.line' dan 'poverty.gini' di bawah \
            'assumptions:'
            """,
        en: """
            set 'population', 'poverty.headcount', 'poverty.line' and 'poverty.gini' under \
            'assumptions:'
            """)

    static let oneTarget = Phrase(
        id: "sebutkan salah satu: --p0 atau --p1", en: "name one of --p0 and --p1")

    static func notATargetYear(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan tahun dalam periode sesudah yang pertama",
            en: "'\(text)' is no year of the horizon after the first")
    }

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

    static let noLognormalHint = Phrase(
        id: """
            rata-rata konsumsi Susenas per orang-bulan dalam rupiah, bukan pengeluaran \
            disesuaikan (PPP) per tahun
            """,
        en: """
            mean consumption of Susenas per person-month in rupiah, not adjusted expenditure (PPP) \
            per year
            """)

    static func notOfThisState(_ option: String) -> Phrase {
        Phrase(
            id: "'\(option)' tidak dipakai untuk pertanyaan ini",
            en: "'\(option)' is not used for this question")
    }

    static func notAnErrorShare(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan bagian dari 0 sampai di bawah 1",
            en: "'\(text)' is no share of 0 to below 1")
    }

    static let errorShareHint = Phrase(
        id: "misalnya 0,2 atau '20 %'", en: "for example 0.2 or '20 %'")

    static func yearsReversed(_ from: Int, _ to: Int) -> Phrase {
        Phrase(
            id: "\(to) tidak sesudah \(from)", en: "\(to) is not after \(from)")
    }

    static let oneState = Phrase(
        id: "sebutkan satu: kode daerah, --households atau --grouped",
        en: "name one of: a region's code, --households, --grouped")
}
