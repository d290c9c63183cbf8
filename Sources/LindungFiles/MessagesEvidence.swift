import Policy
import Quantities

/// How well numbers are known, in words.
extension Messages {
    /// What a mark means: `V2 (sumber kedua)`.
    static func mark(_ mark: EvidenceMark) -> Phrase {
        let meaning = shortMeaning(mark)
        return Phrase { "\(code(mark)[$0]) (\(meaning[$0]))" }
    }

    /// The mark as files write it; the one that is an English word is quoted in Indonesian.
    static func code(_ mark: EvidenceMark) -> Phrase {
        mark == .gap
            ? Phrase(id: "'gap'", en: "gap") : Phrase { _ in mark.rawValue }
    }

    /// A mark without its letters, in a word or two; ``meaning(_:)`` says it in a sentence.
    private static func shortMeaning(_ mark: EvidenceMark) -> Phrase {
        switch mark {
        case .primary: Phrase(id: "sumber resmi", en: "primary source")
        case .secondary: Phrase(id: "sumber kedua", en: "secondary source")
        case .memory: Phrase(id: "dari ingatan", en: "from memory")
        case .conflict: Phrase(id: "sumber bertentangan", en: "sources conflict")
        case .derived: Phrase(id: "hasil hitungan", en: "derived")
        case .gap: Phrase(id: "tanpa sumber", en: "no source")
        case .assumed: Phrase(id: "asumsi", en: "assumption")
        }
    }

    /// Above the counts of cells by mark.
    static let dataMarks = Phrase(id: "Tanda data", en: "Data marks")

    /// What the counts below it are.
    ///
    /// - Parameter more: what stands behind them.
    static func marksExplained(_ more: Phrase?) -> Phrase {
        Phrase { language in
            let marks = EvidenceMark.allCases.map {
                "\(code($0)[language]) \(shortMeaning($0)[language])"
            }
            .joined(separator: ", ")
            let more = more.map { " " + $0[language] } ?? ""
            return language == .indonesian
                ? "banyaknya sel (segmen, sumber dana atau daerah) menurut tanda terlemahnya:"
                    + " \(marks); nilai bawaan tidak dihitung.\(more)"
                : "cells (a segment, purse or region) by their weakest mark: \(marks);"
                    + " standard values are not counted.\(more)"
        }
    }

    /// What results are not: intervals, and how to get them.
    static let pointValues = Phrase(
        id: """
            Hasil adalah nilai tunggal dari asumsi yang berentang; '--draws 1000' menghitung \
            selangnya.
            """,
        en: """
            Results are point values of assumptions that have ranges; '--draws 1000' computes \
            intervals.
            """)

    /// How much of a scenario's input is doubtful, in one sentence; what no cell is goes unsaid.
    static func doubtful(_ name: String, _ counts: EvidenceCounts) -> Phrase {
        Phrase { language in
            func number(_ count: Int) -> String { language.numbers.format(Int64(count)) }
            let kinds: [(EvidenceMark, Phrase)] = [
                (.gap, Phrase(id: "tanpa sumber", en: "have no source")),
                (.conflict, Phrase(id: "bersumber bertentangan", en: "have conflicting sources")),
                (.memory, Phrase(id: "dari ingatan", en: "are from memory")),
            ]
            let parts = kinds.filter { counts[$0.0] > 0 }.map {
                ", \(number(counts[$0.0])) \($0.1[language])"
            }.joined()
            let (all, assumed) = (number(counts.cells), number(counts[.assumed]))
            let borrowed = number(counts.borrowed)
            let isBorrowed = counts.borrowed > 0
            return language == .indonesian
                ? "\(assumed) dari \(all) sel masukan '\(name)' berupa asumsi\(parts)"
                    + (isBorrowed ? "; \(borrowed) dipinjam dari daerah lain." : ".")
                : "\(assumed) of \(all) input cells of '\(name)' are assumed\(parts)"
                    + (isBorrowed ? "; \(borrowed) are borrowed from another region." : ".")
        }
    }
}
