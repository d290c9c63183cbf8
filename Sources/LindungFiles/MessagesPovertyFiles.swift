import Quantities
import Welfare

/// What is told about household files, grouped tables and their faults.
extension Messages {
    // MARK: Household files

    /// The title of a sample's report.
    static func sampleTitle(_ path: String) -> Phrase {
        Phrase(id: "Kemiskinan menurut \(path)", en: "Poverty by \(path)")
    }

    /// How many households and persons, and the line.
    static func sampleSize(_ households: Int, _ persons: Double, _ line: Double) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (count, people) = (numbers.format(Int64(households)), numbers.format(persons))
            let text = language.numbers.plain(line)
            return language == .indonesian
                ? "\(count) rumah tangga mewakili \(people) orang; garis \(text) per orang"
                : "\(count) households stand for \(people) persons; line \(text) per head"
        }
    }

    /// Standard errors know strata and units.
    static let designUsed = Phrase(
        id: "galat baku menurut strata dan PSU (linearisasi Taylor)",
        en: "standard errors by strata and PSUs (Taylor linearisation)")

    /// Standard errors know no design.
    static let weightsOnly = Phrase(
        id: """
            galat baku dari bobot saja: tanpa kolom 'psu' setiap rumah tangga dianggap ditarik \
            sendiri, sehingga galat sering terlalu kecil
            """,
        en: """
            standard errors from weights alone: without a column 'psu' each household counts as \
            drawn by itself, so that errors are often too small
            """)

    /// Labels of rows.
    static let giniWord = Phrase(id: "Rasio Gini", en: "Gini coefficient")
    /// Consumption per head.
    static let meanWord = Phrase(id: "rata-rata konsumsi", en: "mean consumption")

    /// A household of nobody.
    static func householdSize(_ size: Double) -> Phrase {
        Phrase {
            let text = $0.numbers.plain(size)
            return $0 == .indonesian
                ? "\(text) anggota: setiap rumah tangga punya lebih dari nol anggota"
                : "a size of \(text): every household has more than no member"
        }
    }

    /// What to do about it.
    static let householdSizeHint = Phrase(
        id: "hapus barisnya, atau isi jumlah anggota rumah tangganya",
        en: "remove the row, or write how many members the household has")

    /// For a number with two meanings in a file that has no place for its locale.
    static let localeOptionHint = Phrase(
        id: "tambahkan --locale id-ID (1.234,5) atau --locale en-US (1,234.5) pada perintahnya",
        en: "add --locale id-ID (1.234,5) or --locale en-US (1,234.5) to the command")

    /// What no sample can have.
    static func household(_ fault: HouseholdSample.Fault) -> Phrase {
        switch fault {
        case .empty:
            Phrase(id: "tidak ada rumah tangga di berkas ini", en: "this file has no households")
        case .weight(_, let weight):
            Phrase {
                let text = $0.numbers.plain(weight)
                return $0 == .indonesian
                    ? "bobot \(text) bukan bobot: setiap rumah tangga mewakili lebih dari nol orang"
                    : "a weight of \(text) is none: every household stands for more than no person"
            }
        case .consumption(_, let value):
            Phrase {
                let text = $0.numbers.plain(value)
                return $0 == .indonesian
                    ? "konsumsi \(text) di bawah nol" : "consumption of \(text) is below zero"
            }
        case .singleUnit(let stratum, _):
            Phrase(
                id: "strata '\(stratum)' hanya punya satu PSU, sehingga galatnya tidak terhitung",
                en: "stratum '\(stratum)' has a single PSU, so that its error cannot be told")
        }
    }

    /// What to do about it.
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

    // MARK: Shipped tables

    /// P1 above P0, or P2 above P1.
    static func indexAbove(
        _ index: String, _ value: Double, _ larger: String, _ most: Double
    ) -> Phrase {
        Phrase {
            let (value, most) = ($0.numbers.plain(value), $0.numbers.plain(most))
            return $0 == .indonesian
                ? "'\(index)' (\(value)) tidak mungkin di atas '\(larger)' (\(most))"
                : "'\(index)' (\(value)) cannot be above '\(larger)' (\(most))"
        }
    }

    /// A share of poor people so small that their number needs more people than there are.
    static func tooManyPersons(_ poor: Double, _ percent: Double) -> Phrase {
        Phrase {
            let (poor, percent) = ($0.numbers.plain(poor), $0.numbers.plain(percent))
            return $0 == .indonesian
                ? "\(poor) orang miskin bukan \(percent) % penduduk mana pun"
                : "\(poor) poor people are not \(percent) % of any population"
        }
    }

    // MARK: Amounts of options

    /// `--line` or `--mean` is needed.
    static let amountMissing = Phrase(id: "belum diisi", en: "is missing")
    /// Not above 0.
    static func notAnAmount(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' tidak di atas nol", en: "'\(text)' is not above zero")
    }
    /// A total, or a slip of the keyboard.
    static func tooMuchForOne(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' terlalu besar untuk satu orang",
            en: "'\(text)' is too much for one person"
        )
    }
    /// What an amount looks like.
    static let amountHint = Phrase(
        id: "misalnya 558029, dalam satuan yang sama dengan berkas",
        en: "for example 558029, in the same money as the file")

    // MARK: Grouped tables

    /// The title of a grouped table's report.
    static func groupedTitle(_ path: String) -> Phrase {
        Phrase(
            id: "Kemiskinan menurut tabel kelompok \(path)",
            en: "Poverty by the grouped table \(path)")
    }

    /// Mean and line.
    static func groupedInputs(mean: Double, line: Double) -> Phrase {
        Phrase { language in
            let (a, b) = (language.numbers.plain(mean), language.numbers.plain(line))
            return language == .indonesian
                ? "rata-rata \(a), garis \(b) per orang" : "mean \(a), line \(b) per head"
        }
    }

    /// The name of a form.
    static func form(_ form: LorenzFit.Form) -> Phrase {
        switch form {
        case .quadratic: Phrase(id: "kuadrat umum", en: "general quadratic")
        case .beta: Phrase(id: "beta", en: "beta")
        }
    }

    /// Which form is better.
    static func chosenForm(_ form: LorenzFit.Form) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "dipakai: \(self.form(form)[$0]), dengan galat terkecil di antara yang miskin"
                : "used: \(self.form(form)[$0]), whose error among the poor is the smallest"
        }
    }

    /// A form that is no Lorenz curve.
    static func formRefused(_ form: LorenzFit.Form, _ fault: LorenzFault) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "\(self.form(form)[$0]) ditolak: \(lorenz(fault)[$0])"
                : "\(self.form(form)[$0]) is refused: \(lorenz(fault)[$0])"
        }
    }

    /// The World Bank accepts such a curve; its reader should know.
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

    /// Why a curve is no Lorenz curve.
    static func lorenz(_ fault: LorenzFault) -> Phrase {
        func at(_ p: Double, _ id: String, _ en: String) -> Phrase {
            Phrase {
                let text = $0.numbers.percent(p)
                return $0 == .indonesian
                    ? "pada \(text) penduduk termiskin \(id)" : "at the poorest \(text) \(en)"
            }
        }
        return switch fault {
        case .notDetermined:
            Phrase(
                id: "baris-barisnya tidak menentukan koefisien",
                en: "the rows do not determine its coefficients")
        case .undefined(let p): at(p, "kurvanya tidak punya nilai", "the curve has no value")
        case .falling(let p):
            at(p, "kurvanya turun, seakan konsumsi di bawah nol", "it falls, as if below zero")
        case .bendingDown(let p):
            at(p, "kurvanya melengkung ke bawah", "it bends down")
        case .ends(let end):
            Phrase {
                let text = $0.numbers.format(end, decimals: 3)
                return $0 == .indonesian
                    ? "kurvanya berakhir pada \(text), bukan 1" : "it ends at \(text), not at 1"
            }
        }
    }

    /// Groups with neither people nor consumption.
    static func emptyGroups(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) kelompok tanpa penduduk dan tanpa konsumsi dilewati",
            en: "groups of nobody passed over: \(count)")
    }

    /// Neither form fits; the Gini coefficient of the groups needs none.
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

    /// What to do about it.
    static let noLorenzHint = Phrase(
        id: "periksa kelompok teratas dan terbawah, atau pakai berkas rumah tangga (--households)",
        en: "check the top and bottom groups, or use a household file (--households)")

    /// Why rows are no grouped table.
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
                let (a, b) = ($0.numbers.plain(people), $0.numbers.plain(consumption))
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

    /// What to do about it.
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
}
