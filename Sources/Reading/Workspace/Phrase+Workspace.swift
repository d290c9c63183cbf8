import Analysis
import Coverage
import Formats
import Policy
import Quantities

extension Phrase {
    static let noDataFolder = Phrase(
        id: "folder data tidak ditemukan", en: "the data folder was not found")

    static let noDataFolderHint = Phrase(
        id: "sebutkan dengan --data FOLDER atau LINDUNG_DATA",
        en: "name it with --data FOLDER or LINDUNG_DATA")

    static func unknownScenario(_ name: String) -> Phrase {
        Phrase(
            id: "tidak ada skenario bernama '\(name)' di antara yang dibandingkan",
            en: "none of the compared scenarios is named '\(name)'")
    }

    static func duplicateScenario(_ name: String) -> Phrase {
        Phrase(id: "dua skenario bernama '\(name)'", en: "two scenarios are named '\(name)'")
    }

    static let renameScenario = Phrase(
        id: "ubah 'name' di salah satunya", en: "change 'name' in one of them")

    static func otherYears(_ name: String, _ years: [Int], _ base: [Int]) -> Phrase {
        let (mine, theirs) = (span(years), span(base))
        return Phrase(
            id: "'\(name)' mencakup \(mine), skenario acuan \(theirs)",
            en: "'\(name)' covers \(mine), the baseline \(theirs)")
    }

    static func span(_ years: [Int]) -> String {
        guard let first = years.first, let last = years.last else { return "–" }
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    static let sameHorizon = Phrase(
        id: "beri 'horizon' yang sama", en: "give them the same horizon")

    static func otherRegions(_ name: String, only: [String], lacks: [String]) -> Phrase {
        let these = onlyIn(only, lacks)
        return Phrase(
            id: "daerah '\(name)' lain dari skenario acuan (\(these.indonesian))",
            en: "'\(name)' has other regions than the baseline (\(these.english))")
    }

    static let sameRegions = Phrase(
        id: "bandingkan skenario dari daerah yang sama",
        en: "compare scenarios of the same regions")

    static func tooMuchMoney(_ fault: MoneyFault, _ region: String) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (name, member) = subject(of: fault)
            let (sum, most) = (
                numbers.format(fault.amount / 1e12), numbers.format(fault.most / 1e12)
            )
            let place = "\(member), \(region), \(fault.year)"
            return language == .indonesian
                ? "\(name[language]) mencapai Rp \(sum) triliun, lebih dari Rp \(most) triliun "
                    + "yang dapat dihitung utuh; bagian terbesarnya \(place)"
                : "\(name[language]) come to Rp \(sum) trillion, more than the Rp \(most) trillion "
                    + "that can be counted whole; the largest part is \(place)"
        }
    }

    static func subject(of fault: MoneyFault) -> (name: Phrase, member: String) {
        switch fault.subject {
        case .measure(let measure, let segment):
            return (measure.heading, segment.name)
        case .ceilings(let purse): return (Phrase(id: "pagu", en: "ceilings"), purse.name)
        }
    }

    static func tooMuchMoneyHint(_ fault: MoneyFault) -> Phrase {
        let keys = fault.keys.map { $0 + "." + subject(of: fault).member }.joined(separator: ", ")
        return Phrase(id: "periksa \(keys)", en: "check \(keys)")
    }

    static func notComputable(_ detail: String) -> Phrase {
        Phrase(
            id: "skenario ini tidak dapat dihitung (\(detail))",
            en: "this scenario cannot be computed (\(detail))")
    }

    static func tooManyDimensions(_ count: Int, _ most: Int) -> Phrase {
        Phrase(
            id: "sobol mengenal paling banyak \(most) masukan, skenario ini punya \(count)",
            en: "sobol knows at most \(most) inputs, and there are \(count)")
    }

    static let useLatinHypercube = Phrase(id: "pakai --design lhs", en: "use --design lhs")

    /// A scenario of which not one draw has a result.
    ///
    /// An interval of nothing would be a table of empty cells; the first reason is told in its
    /// place.
    static func allDrawsFailed(_ name: String, _ reason: Phrase) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "tidak satu pun simulasi acak '\(name)' punya hasil: \(reason[$0])"
                : "not one draw of '\(name)' has a result: \(reason[$0])"
        }
    }

    static let narrowRanges = Phrase(
        id: "persempit rentang masukannya", en: "narrow the ranges of its inputs")

    static func lawFileMissing(_ name: String) -> Phrase {
        Phrase(
            id: "berkas hukum '\(name)' tidak ada, sehingga aturannya tidak berlaku",
            en: "law file '\(name)' is missing, and with it its rules")
    }

    static func renameFile(_ found: String, to name: String) -> Phrase {
        Phrase(
            id: "di folder itu ada '\(found)': ubah namanya menjadi '\(name)'",
            en: "the folder holds '\(found)': rename it to '\(name)'")
    }

    static let lawFileMissingHint = Phrase(
        id: "ambil kembali dari paket data; folder 'law' dipakai utuh",
        en: "take it from the data package again; the folder 'law' is used as a whole")

    static func inCell(_ segment: SegmentID, _ region: String, _ what: Phrase) -> Phrase {
        Phrase(
            id: "segmen '\(segment)' di \(region): \(what.indonesian)",
            en: "segment '\(segment)' in \(region): \(what.english)")
    }

    static func inCell(
        _ segment: SegmentID, _ region: String, _ month: Month, _ what: Phrase
    ) -> Phrase {
        Phrase(
            id: "segmen '\(segment)' di \(region), \(month): \(what.indonesian)",
            en: "segment '\(segment)' in \(region), \(month): \(what.english)")
    }

    static func coverage(_ fault: CoverageFault, _ regions: RegionTable) -> Phrase {
        switch fault {
        case .inLane(let segment, let region, let inner):
            inCell(segment, regions.name(of: region), coverage(inner, regions))
        case .invalidRate(let key, let value):
            Phrase {
                $0 == .indonesian
                    ? "'\(key)' bernilai \($0.plain(value)), seharusnya nol atau lebih"
                    : "'\(key)' is \($0.plain(value)), which must be zero or more"
            }
        case .rowSum(let status, let sum):
            Phrase {
                $0 == .indonesian
                    ? "peluang dari status '\(status)' berjumlah \($0.plain(sum)), seharusnya 1"
                    : "probabilities from status '\(status)' add to \($0.plain(sum)), not to 1"
            }
        case .probability(let from, let to, let value):
            Phrase {
                $0 == .indonesian
                    ? "peluang '\(from)' ke '\(to)' bernilai \($0.plain(value)),"
                        + " di luar 0 sampai 1"
                    : "the probability of '\(from)' to '\(to)' is \($0.plain(value)),"
                        + " outside 0 to 1"
            }
        case .unknownStatus(let word): unknownWord(word)
        case .headsNotConserved, .negativeStock, .quotaExceeded: defect(fault)
        }
    }

    static func defect(_ fault: CoverageFault) -> Phrase {
        switch fault {
        case .headsNotConserved(let segment, let month, let difference):
            Phrase {
                let (number, month) = ($0.plain(difference), month + 1)
                return $0 == .indonesian
                    ? "jumlah orang segmen '\(segment)' berubah \(number) pada bulan ke-\(month)"
                    : "people of segment '\(segment)' change by \(number) in month \(month)"
            }
        case .negativeStock(let segment, let month, let value):
            Phrase {
                let (number, month) = ($0.plain(value), month + 1)
                return $0 == .indonesian
                    ? "segmen '\(segment)' berisi \(number) orang pada bulan ke-\(month)"
                    : "segment '\(segment)' holds \(number) persons in month \(month)"
            }
        case .quotaExceeded(let segment, let month, let excess):
            Phrase {
                let (number, month) = ($0.plain(excess), month + 1)
                return $0 == .indonesian
                    ? "kuota segmen '\(segment)' terlampaui \(number) orang pada bulan ke-\(month)"
                    : "the quota of segment '\(segment)' is exceeded by \(number) persons in month"
                        + " \(month)"
            }
        default: notComputable("\(fault)")
        }
    }

    static func coverageHint(_ fault: CoverageFault) -> Phrase? {
        switch fault {
        case .inLane(_, _, let inner): coverageHint(inner)
        case .invalidRate(let key, _):
            Phrase(
                id: "periksa '\(key)' dan, untuk kematian, 'mortality.load'",
                en: "look at '\(key)' and, for deaths, at 'mortality.load'")
        case .rowSum, .probability, .unknownStatus:
            Phrase(id: "periksa tabel 'transitions'", en: "look at the table 'transitions'")
        case .headsNotConserved, .negativeStock, .quotaExceeded:
            Phrase(
                id: "ini kesalahan program, bukan masukan; laporkan beserta skenarionya",
                en: "this is a defect of the program and not of the input; report it with the"
                    + " scenario")
        }
    }

    static func notAShare(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan bagian", en: "'\(text)' is not a share")
    }

    static let shareHint = Phrase(
        id: "tulis bilangan antara 0 dan 1, misalnya 0.95 atau 95 %",
        en: "write a number between 0 and 1, such as 0.95 or 95 %")

    static func optionNumberHint(_ fault: NumberTextFault) -> Phrase? {
        switch fault {
        case .ambiguous:
            Phrase(
                id: "tulis tanpa tanda ribuan, atau dengan 'Rp' untuk uang",
                en: "write no thousands mark, or 'Rp' before money")
        case .notFinite, .notANumber:
            Phrase(
                id: "tulis angka, misalnya 0, 0,3 atau Rp 1.200.000.000",
                en: "write a number, such as 0, 0.3 or Rp 1.200.000.000")
        case .tooLong: nil
        }
    }

    static func badThreadCount(_ most: Int) -> Phrase {
        Phrase {
            let limit = $0.numbers.format(Int64(most))
            return $0 == .indonesian
                ? "banyaknya utas harus bilangan bulat dari 1 sampai \(limit)"
                : "the number of threads must be a whole number from 1 to \(limit)"
        }
    }

    static let isNoScenario = Phrase(
        id: "berkas ini bertanya tentang sebuah skenario, bukan skenario",
        en: "this file asks about a scenario and is none itself")

    static func askWith(_ kind: QuestionKind, _ path: String) -> Phrase {
        Phrase(
            id: "jalankan 'lindung \(kind.rawValue) \(path)'",
            en: "run 'lindung \(kind.rawValue) \(path)'")
    }

    static func leftOut(_ questions: [(path: String, kind: QuestionKind)]) -> Phrase {
        let groups = QuestionKind.allCases.compactMap { kind -> String? in
            let names = questions.filter { $0.kind == kind }.map { question in
                question.path.split(separator: "/").last.map(String.init) ?? question.path
            }
            return names.isEmpty ? nil : "lindung \(kind.rawValue): \(list(names))"
        }
        return Phrase(
            id: "dilewati karena bertanya tentang skenario: " + groups.joined(separator: "; "),
            en: "left out because they ask about scenarios: " + groups.joined(separator: "; "))
    }
}
