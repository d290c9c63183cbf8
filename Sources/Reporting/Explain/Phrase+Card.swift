import Policy
import Quantities

extension Phrase {
    static let cardValue = Phrase(id: "nilai", en: "value")

    static let cardKey = Phrase(id: "kunci", en: "key")

    static let cardSegments = Phrase(id: "segmen", en: "segments")

    static let cardPurses = Phrase(id: "sumber dana", en: "purses")

    static let cardRegion = Phrase(id: "daerah", en: "region")

    static let cardCells = Phrase(id: "banyaknya sel", en: "cells")

    static let cardSince = Phrase(id: "berlaku sejak", en: "in force since")

    static let cardUntil = Phrase(id: "berlaku sampai", en: "in force until")

    static let cardSetBy = Phrase(id: "ditetapkan oleh", en: "set by")

    static let cardMark = Phrase(id: "tanda data", en: "data mark")

    static let cardRange = Phrase(id: "rentang 90 %", en: "90 % range")

    static let cardSpread = Phrase(id: "distribusi", en: "distribution")

    static let cardBorrowed = Phrase(id: "dipinjam dari", en: "borrowed from")

    static let cardSource = Phrase(id: "sumber", en: "source")

    static let cardReplaces = Phrase(id: "menggantikan", en: "replaces")

    static let cardLaw = Phrase(id: "hukum", en: "law")

    static let cardLegal = Phrase(id: "dasar hukum", en: "legal reference")

    static let cardChecked = Phrase(id: "terakhir diperiksa", en: "last checked")

    static let cardNote = Phrase(id: "catatan", en: "note")

    static let standardValue = Phrase(id: "nilai bawaan", en: "the standard value")

    static func noLawIn(_ month: Month) -> Phrase {
        Phrase(id: "tidak ada nilai pada \(month)", en: "no value in \(month)")
    }

    static func setBy(_ provenance: Provenance) -> Phrase {
        provenance.line > 0
            ? Phrase(
                same: "\(text: provenance.layer == "law" ? "\(cardLaw)" : "\(provenance.layer)"),"
                    + " \(provenance.place)"
            ) : standardValue
    }

    static func someRegions(_ count: Int, _ first: [String]) -> Phrase {
        let names = first.joined(separator: ", ")
        return Phrase(
            id: "\(count) daerah: \(names), …", en: "\(count) regions: \(names), …")
    }

    static let changingCells = Phrase(
        id: "hanya sel yang nilainya berubah", en: "only cells whose value changes")

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
