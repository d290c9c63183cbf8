import Analysis
import Policy
import Quantities

/// What `allocate` says.
extension Messages {
    /// The help of `allocate`: what.
    public static let allocate = Phrase(
        id: "Mencari ke mana uang sebaiknya dibelanjakan.", en: "Finds where the money should go.")
    /// The help of `allocate`: how.
    public static let allocateMore = Phrase(
        id: """
            Program linear atas orang yang dibayar tiap sumber dana, dengan pagu, aturan bernama \
            dan bukti bahwa tidak ada yang lebih baik. Bila aturan bertentangan, himpunan terkecil \
            yang bertentangan disebut, dengan kode keluar 1.
            """,
        en: """
            A linear programme over the persons that each purse pays for, with ceilings, named \
            rules and a proof that nothing is better. Where rules conflict, a smallest conflicting \
            set is named, with exit code 1.
            """)
    /// The help of the file.
    public static let helpAllocateFile = Phrase(
        id: "Berkas pertanyaan dengan 'objective'.", en: "A question file with an 'objective'.")

    /// Before what one more unit of each limit brings.
    static let pricesLabel = Phrase(id: "Harga bayangan", en: "Shadow prices")
    /// Before the gap to the bound and what rounding cost.
    static let proofLabel = Phrase(id: "Bukti", en: "Proof")
    /// Above persons by segment and year.
    static let personsBySegment = Phrase(
        id: "Orang yang dibayar menurut segmen", en: "Persons paid for by segment")
    /// What protecting every eligible person costs.
    static let allocationNeeds = Phrase(
        id: "kebutuhan bagi semua yang memenuhi syarat", en: "needs of all who are eligible")
    /// The limit that nobody is paid for twice.
    static let eligibleLimit = Phrase(id: "pekerja yang memenuhi syarat", en: "eligible workers")
    /// The limit that a path of coverage sets.
    static let coveragePath = Phrase(id: "jalur cakupan", en: "the coverage path")

    /// The objective in words.
    static func objective(_ objective: AllocationProblem.Objective) -> Phrase {
        switch objective {
        case .protectedPersonMonths:
            Phrase(id: "orang-bulan terlindungi terbanyak", en: "most protected person-months")
        case .familiesKept:
            Phrase(
                id: "keluarga terbanyak yang bertahan di atas garis kemiskinan",
                en: "most families kept above the poverty line")
        case .worstRegionCoverage:
            Phrase(
                id: "cakupan tertinggi bagi daerah terlemah, rata-rata tahun",
                en: "the best coverage of the weakest region, mean over years")
        case .cost:
            Phrase(id: "biaya terendah bagi jalur cakupan", en: "least cost of the coverage path")
        }
    }

    /// A number of the objective with its unit.
    ///
    ///     protected_person_months     66.413.496 orang-bulan
    ///     families_kept               5.020,2 keluarga
    ///     worst_region_coverage       17,11 %
    ///     cost                        Rp 358.178.551.200    from millions of rupiah
    static func objectiveValue(
        _ objective: AllocationProblem.Objective, _ value: Double, decimals: Int = 0
    ) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let isIndonesian = language == .indonesian
            switch objective {
            case .protectedPersonMonths:
                return numbers.format(value, decimals: decimals)
                    + (isIndonesian ? " orang-bulan" : " person-months")
            case .familiesKept:
                return numbers.format(value, decimals: decimals + 1)
                    + (isIndonesian ? " keluarga" : " families")
            case .worstRegionCoverage: return numbers.percent(value, decimals: 2 + decimals)
            case .cost:
                return numbers.format(Rupiah(Int64((value * 1e6).rounded())))
            }
        }
    }

    /// A number of families with both ends of its range.
    ///
    ///     5.020,2 keluarga (3.210,8 – 10.498,6, dari turunnya konsumsi yang belum pasti)
    static func valueWithin(_ value: Phrase, _ range: ClosedRange<Double>) -> Phrase {
        Phrase { language in
            let ends = [range.lowerBound, range.upperBound].map {
                language.numbers.format($0, decimals: 1)
            }
            let why =
                language == .indonesian
                ? "menurut rentang turunnya konsumsi" : "by the range of the fall of consumption"
            return "\(value[language]) (\(ends[0]) – \(ends[1]), \(why))"
        }
    }

    /// The proof line.
    static func proof(gap: Double, rounding: Double) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (proven, lost) = (
                numbers.percent(gap, decimals: 6), numbers.percent(rounding, decimals: 4)
            )
            return language == .indonesian
                ? "jarak ke batas terbaik \(proven); pembulatan ke orang utuh \(lost)"
                : "distance from the best bound \(proven); rounding to whole persons \(lost)"
        }
    }

    /// Limits that whole persons do not quite keep.
    static func shortfalls(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) aturan kurang beberapa orang saja karena pembulatan",
            en: "\(count) rules are short of a few persons because of rounding")
    }

    /// The limit of a purse.
    static func ceilingOf(_ purse: Phrase) -> Phrase {
        Phrase { "\($0 == .indonesian ? "pagu" : "ceiling of") \(purse[$0])" }
    }

    /// The limit of the part that a purse pays of a bill.
    static func partOf(_ purse: Phrase) -> Phrase {
        Phrase { "\($0 == .indonesian ? "bagian" : "part of") \(purse[$0])" }
    }

    /// The limit that a purse pays a multiple of what another pays.
    static func matchOf(_ purse: Phrase) -> Phrase {
        Phrase { "\($0 == .indonesian ? "dana pendamping dari" : "matching by") \(purse[$0])" }
    }

    /// A rule with its place.
    static func ruleNamed(_ rule: AllocationRule) -> Phrase {
        Phrase {
            "\($0 == .indonesian ? "aturan" : "rule") '\(rule.name)' "
                + "(\(rule.provenance.file):\(rule.provenance.line))"
        }
    }

    /// What cannot be kept together.
    static func conflict(_ limits: [Phrase]) -> Phrase {
        Phrase { language in
            let head =
                language == .indonesian
                ? "tidak ada pembagian yang memenuhi semuanya; ini yang bertentangan, dan tanpa "
                    + "salah satunya sisanya dapat dipenuhi:"
                : "no allocation keeps everything; these conflict, and without any one of them the "
                    + "rest can be kept:"
            return ([head] + limits.map { "  - \($0[language])" }).joined(separator: "\n")
        }
    }

    /// Behind a limit that is told once for many regions.
    static func inRegions(_ count: Int) -> Phrase {
        Phrase(id: ", di \(count) kabupaten/kota", en: ", in \(count) regencies and cities")
    }

    /// No purse may pay for anybody.
    static let nothingToSpend = Phrase(
        id: "tidak ada sumber dana yang boleh membayar siapa pun",
        en: "no purse may pay for anybody")
    /// Numbers were too far apart for the solver.
    static let solverGaveUp = Phrase(
        id: "pemecah program linear berhenti tanpa hasil",
        en: "the solver of the linear programme stopped without a result")
    /// Least cost of nothing is nothing.
    static let costNeedsCoverage = Phrase(
        id: "tujuan 'cost' membutuhkan 'coverage'", en: "the objective 'cost' needs 'coverage'")
    /// How a path of coverage is written.
    static func coverageExample(_ year: Int) -> Phrase {
        Phrase(
            id: "contoh: 'coverage: { \(year): 40 % }'",
            en: "for example 'coverage: { \(year): 40 % }'")
    }

    /// A word that is no objective.
    static func unknownObjective(_ text: String) -> Phrase {
        Phrase(id: "tujuan '\(text)' tidak dikenal", en: "unknown objective '\(text)'")
    }

    /// A rule with none or several demands.
    static func oneDemand(_ name: String) -> Phrase {
        Phrase(
            id: "aturan '\(name)' harus berisi tepat satu tuntutan",
            en: "the rule '\(name)' must hold exactly one demand")
    }

    /// How a demand is written, and what demands there are.
    static func demandHint(_ rule: String, _ words: [String]) -> Phrase {
        let (example, list) = ("'\(rule): { floor: 50 % }'", words.joined(separator: ", "))
        return Phrase(
            id: "contoh: \(example); tuntutan: \(list)",
            en: "for example \(example); demands: \(list)")
    }

    /// A year outside the horizon.
    static func notAYearOf(_ text: String, _ years: ClosedRange<Int>) -> Phrase {
        Phrase(
            id: "'\(text)' bukan tahun dari \(years.lowerBound) sampai \(years.upperBound)",
            en: "'\(text)' is not a year from \(years.lowerBound) to \(years.upperBound)")
    }

    /// A list or one value where names are wanted.
    static let namedFields = Phrase(
        id: "daftar isian bernama, seperti '{ nama: nilai }'",
        en: "a list of named fields, such as '{ name: value }',")
    /// An earmark is of one purse.
    static let onePurse = Phrase(id: "satu sumber dana", en: "one purse")

    /// An earmark for a segment that the purse may not pay.
    static func earmarkMayNotPay(_ purse: FundingSourceID, _ segment: SegmentID) -> Phrase {
        Phrase(
            id: "sumber dana '\(purse)' tidak boleh membayar segmen '\(segment)' (purses.yaml)",
            en: "purse '\(purse)' may not pay for segment '\(segment)' (purses.yaml)")
    }

    /// Persons below 0 or in parts.
    static func notPersons(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan jumlah orang yang utuh",
            en: "'\(text)' is not a whole number of persons")
    }
    /// How a share of persons is written.
    static func personsHint(_ number: Double) -> Phrase {
        if 0 < number, number < 1, let share = MeantNumber.plain(number * 100) {
            return Phrase(
                id: "bagian ditulis dengan %: '\(share) %'",
                en: "a share is written with %: '\(share) %'")
        }
        return number < 0
            ? Phrase(id: "paling sedikit '0'", en: "'0' or more")
            : partOfPersonHint(number, takesShare: false)
    }

    /// A change that is no percentage or below -100 %.
    static func notAGrowth(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan perubahan per tahun",
            en: "'\(text)' is not a change per year")
    }
    /// How a change is written.
    static func growthHint(_ number: Double) -> Phrase {
        let percent = abs(number) < 1 ? number * 100 : number
        guard number >= -1, let text = MeantNumber.plain(percent) else {
            return Phrase(id: "paling rendah '-100 %'", en: "'-100 %' or more")
        }
        return Phrase(id: "tulis dengan %: '\(text) %'", en: "write it with %: '\(text) %'")
    }
    /// A span that ends before it begins.
    static let untilBeforeFrom = Phrase(
        id: "'until' ada sebelum 'from'", en: "'until' is before 'from'")

    /// A share below 0 or above 1.
    static func notASharePart(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan bagian antara 0 dan 100 %",
            en: "'\(text)' is not a share between 0 and 100 %")
    }
}
