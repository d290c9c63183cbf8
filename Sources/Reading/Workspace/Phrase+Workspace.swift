import Analysis
import Coverage
import Formats
import Policy
import Quantities

extension Phrase {
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

    static func otherRegions(_ name: String, only: [String], lacks: [String]) -> Phrase {
        let these = onlyIn(only, lacks)
        return Phrase(
            id: "daerah '\(name)' lain dari skenario acuan (\(these.indonesian))",
            en: "'\(name)' has other regions than the baseline (\(these.english))")
    }

    static func tooMuchMoney(_ fault: MoneyFault, _ region: String) -> Phrase {
        let (name, member) = subject(of: fault)
        let (sum, most) = (fault.amount / 1e12, fault.most / 1e12)
        return Phrase(
            "\(name) mencapai Rp \(sum) triliun, lebih dari Rp \(most) triliun yang dapat dihitung"
                + " utuh; bagian terbesarnya \(member), \(region), \(digits: fault.year)",
            en: "\(name) come to Rp \(sum) trillion, more than the Rp \(most) trillion that can be"
                + " counted whole; the largest part is \(member), \(region), \(digits: fault.year)")
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
            Phrase(
                "'\(key)' bernilai \(plain: value), seharusnya nol atau lebih",
                en: "'\(key)' is \(plain: value), which must be zero or more")
        case .rowSum(let status, let sum):
            Phrase(
                "peluang dari status '\(status)' berjumlah \(plain: sum), seharusnya 1",
                en: "probabilities from status '\(status)' add to \(plain: sum), not to 1")
        case .probability(let from, let to, let value):
            Phrase(
                "peluang '\(from)' ke '\(to)' bernilai \(plain: value), di luar 0 sampai 1",
                en: "the probability of '\(from)' to '\(to)' is \(plain: value), outside 0 to 1")
        case .unknownStatus(let word): unknownWord(word)
        case .headsNotConserved, .negativeStock, .quotaExceeded: defect(fault)
        }
    }

    static func defect(_ fault: CoverageFault) -> Phrase {
        switch fault {
        case .headsNotConserved(let segment, let month, let difference):
            Phrase(
                "jumlah orang segmen '\(segment)' berubah \(plain: difference) pada bulan"
                    + " ke-\(month + 1)",
                en: "people of segment '\(segment)' change by \(plain: difference) in month"
                    + " \(month + 1)")
        case .negativeStock(let segment, let month, let value):
            Phrase(
                "segmen '\(segment)' berisi \(plain: value) orang pada bulan ke-\(month + 1)",
                en: "segment '\(segment)' holds \(plain: value) persons in month \(month + 1)")
        case .quotaExceeded(let segment, let month, let excess):
            Phrase(
                "kuota segmen '\(segment)' terlampaui \(plain: excess) orang pada bulan"
                    + " ke-\(month + 1)",
                en: "the quota of segment '\(segment)' is exceeded by \(plain: excess) persons in"
                    + " month \(month + 1)")
        case .inLane, .invalidRate, .rowSum, .probability, .unknownStatus: notComputable("\(fault)")
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
