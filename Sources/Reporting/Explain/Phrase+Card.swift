import Policy
import Quantities

extension Phrase {
    static let cardValue = Phrase(id: "nilai", en: "value")

    static let cardSegments = Phrase(id: "segmen", en: "segments")

    static let cardPurses = Phrase(id: "sumber dana", en: "purses")

    static let cardRegion = Phrase(id: "daerah", en: "region")

    static let cardSince = Phrase(id: "berlaku sejak", en: "in force since")

    static let cardSetBy = Phrase(id: "ditetapkan oleh", en: "set by")

    static let cardMark = Phrase(id: "tanda data", en: "data mark")

    static let cardSource = Phrase(id: "sumber", en: "source")

    static let cardReplaces = Phrase(id: "menggantikan", en: "replaces")

    static let cardLaw = Phrase(id: "hukum", en: "law")

    static let cardLegal = Phrase(id: "dasar hukum", en: "legal reference")

    static let standardValue = Phrase(id: "nilai bawaan", en: "the standard value")

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
}
