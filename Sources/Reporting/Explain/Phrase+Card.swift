import Policy
import Quantities

extension Phrase {
    /// The word beside a value.
    static let cardValue = Phrase(id: "nilai", en: "value")

    /// The word beside a key.
    static let cardKey = Phrase(id: "kunci", en: "key")

    /// The word beside a segment that shares a value with others.
    static let cardSegments = Phrase(id: "segmen", en: "segments")

    /// The word beside a purse that shares a value with others.
    static let cardPurses = Phrase(id: "sumber dana", en: "purses")

    /// The word beside a region.
    static let cardRegion = Phrase(id: "daerah", en: "region")

    /// The word beside a count of cells.
    static let cardCells = Phrase(id: "banyaknya sel", en: "cells")

    /// The word beside a value's first month.
    static let cardSince = Phrase(id: "berlaku sejak", en: "in force since")

    /// The word beside a value's last month.
    static let cardUntil = Phrase(id: "berlaku sampai", en: "in force until")

    /// The word beside the layer and the line that set a value.
    static let cardSetBy = Phrase(id: "ditetapkan oleh", en: "set by")

    /// The word beside a mark.
    static let cardMark = Phrase(id: "tanda data", en: "data mark")

    /// The word beside an author's range.
    static let cardRange = Phrase(id: "rentang 90 %", en: "90 % range")

    /// The word beside any other distribution.
    static let cardSpread = Phrase(id: "distribusi", en: "distribution")

    /// The word beside the region whose figure is used.
    static let cardBorrowed = Phrase(id: "dipinjam dari", en: "borrowed from")

    /// The word beside a citation.
    static let cardSource = Phrase(id: "sumber", en: "source")

    /// The word above what a value took the place of.
    static let cardReplaces = Phrase(id: "menggantikan", en: "replaces")

    /// The word beside a path of the law.
    static let cardLaw = Phrase(id: "hukum", en: "law")

    /// The word beside a regulation.
    static let cardLegal = Phrase(id: "dasar hukum", en: "legal reference")

    /// The word beside the month of the newest source seen.
    static let cardChecked = Phrase(id: "terakhir diperiksa", en: "last checked")

    /// The word beside a remark.
    static let cardNote = Phrase(id: "catatan", en: "note")

    /// Who set a value that nobody wrote.
    static let standardValue = Phrase(id: "nilai bawaan", en: "the standard value")

    /// In place of a card for a month in which the law has no value.
    static func noLawIn(_ month: Month) -> Phrase {
        Phrase(id: "tidak ada nilai pada \(month)", en: "no value in \(month)")
    }

    /// Who set a value: the layer and its line.
    static func setBy(_ provenance: Provenance) -> Phrase {
        provenance.line > 0
            ? Phrase {
                let layer = provenance.layer == "law" ? cardLaw[$0] : provenance.layer
                return "\(layer), \(provenance.place)"
            } : standardValue
    }

    /// Some regions of a scenario, of which the first are named.
    static func someRegions(_ count: Int, _ first: [String]) -> Phrase {
        let names = first.joined(separator: ", ")
        return Phrase(
            id: "\(count) daerah: \(names), …", en: "\(count) regions: \(names), …")
    }

    /// Above the values of cells that do not keep one value.
    static let changingCells = Phrase(
        id: "hanya sel yang nilainya berubah", en: "only cells whose value changes")

    /// Above values that were put together, for want of room.
    static func nameOneCell(_ example: String) -> Phrase {
        Phrase(
            id: """
                nilai dari berkas yang sama disatukan (terendah – tertinggi); sebutkan satu sel \
                untuk melihatnya sendiri, misalnya \(example)
                """,
            en: """
                values from one file are put together (lowest – highest); name one cell to see it \
                alone, such as \(example)
                """)
    }
}
