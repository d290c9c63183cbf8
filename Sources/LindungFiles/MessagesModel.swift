import Coverage
import Policy
import Quantities

/// Scenarios that the model refuses once they are computed.
extension Messages {
    /// Where a fault of the model lies: `segmen 'petani' di Kota Probolinggo: …`.
    static func inCell(_ segment: SegmentID, _ region: String, _ what: Phrase) -> Phrase {
        Phrase(
            id: "segmen '\(segment)' di \(region): \(what.indonesian)",
            en: "segment '\(segment)' in \(region): \(what.english)")
    }

    /// The same in a month.
    static func inCell(
        _ segment: SegmentID, _ region: String, _ month: Month, _ what: Phrase
    ) -> Phrase {
        Phrase(
            id: "segmen '\(segment)' di \(region), \(month): \(what.indonesian)",
            en: "segment '\(segment)' in \(region), \(month): \(what.english)")
    }

    /// What is wrong with rates or probabilities, or with the model itself.
    static func coverage(_ fault: CoverageFault, _ regions: RegionTable) -> Phrase {
        switch fault {
        case .inLane(let segment, let region, let inner):
            inCell(segment, regions.name(of: region), coverage(inner, regions))
        case .invalidRate(let key, let value):
            Phrase {
                $0 == .indonesian
                    ? "'\(key)' bernilai \($0.numbers.plain(value)), seharusnya nol atau lebih"
                    : "'\(key)' is \($0.numbers.plain(value)), which must be zero or more"
            }
        case .rowSum(let status, let sum):
            Phrase {
                $0 == .indonesian
                    ? "peluang dari status '\(status)' berjumlah \($0.numbers.plain(sum)), seharusnya 1"
                    : "probabilities from status '\(status)' add to \($0.numbers.plain(sum)), not to 1"
            }
        case .probability(let from, let to, let value):
            Phrase {
                $0 == .indonesian
                    ? "peluang '\(from)' ke '\(to)' bernilai \($0.numbers.plain(value)),"
                        + " di luar 0 sampai 1"
                    : "the probability of '\(from)' to '\(to)' is \($0.numbers.plain(value)),"
                        + " outside 0 to 1"
            }
        case .unknownStatus(let word): unknownWord(word)
        case .headsNotConserved, .negativeStock, .quotaExceeded: defect(fault)
        }
    }

    /// A law of the model that a result breaks; a defect of the program and not of the input.
    private static func defect(_ fault: CoverageFault) -> Phrase {
        switch fault {
        case .headsNotConserved(let segment, let month, let difference):
            Phrase {
                let (number, month) = ($0.numbers.plain(difference), month + 1)
                return $0 == .indonesian
                    ? "jumlah orang segmen '\(segment)' berubah \(number) pada bulan ke-\(month)"
                    : "people of segment '\(segment)' change by \(number) in month \(month)"
            }
        case .negativeStock(let segment, let month, let value):
            Phrase {
                let (number, month) = ($0.numbers.plain(value), month + 1)
                return $0 == .indonesian
                    ? "segmen '\(segment)' berisi \(number) orang pada bulan ke-\(month)"
                    : "segment '\(segment)' holds \(number) persons in month \(month)"
            }
        case .quotaExceeded(let segment, let month, let excess):
            Phrase {
                let (number, month) = ($0.numbers.plain(excess), month + 1)
                return $0 == .indonesian
                    ? "kuota segmen '\(segment)' terlampaui \(number) orang pada bulan ke-\(month)"
                    : "the quota of segment '\(segment)' is exceeded by \(number) persons in month"
                        + " \(month)"
            }
        default: notComputable("\(fault)")
        }
    }

    /// What would be right; nil where the message says it.
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
}
