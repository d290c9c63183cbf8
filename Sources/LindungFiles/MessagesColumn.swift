import Analysis
import Policy
import Quantities

/// Headings of result tables, and words that stand in their cells.
///
/// Machine names are English and stay the same in every language; only what people read is
/// translated, and only in terminals and Markdown.
extension Messages {

    /// What differences of shares are counted in; a percent of a percent would be another number.
    static let points = Phrase(id: "poin persen", en: "percentage points")

    /// What a reader calls a word in a cell of a column; nil where the word stands for itself.
    static func cell(_ word: String, of column: String) -> Phrase? {
        switch column {
        case "quantity": ColumnName.heading(word)
        case "unit": Unit(rawValue: word).map(\.name)
        case "overlap": overlapNames[word]
        case "mark": word == EvidenceMark.gap.rawValue ? ColumnName.heading("mark_gap_cells") : nil
        case "payer": payers(word)
        case "layer": word == "standard" ? Phrase(id: "bawaan", en: word) : nil
        case "purse", "programme", "year", "segment", "region": commonCells[word]
        default: nil
        }
    }

    /// One payer, or several with commas between them.
    private static func payers(_ words: String) -> Phrase {
        let all = words.components(separatedBy: ", ")
        return Phrase { language in
            all.map { commonCells[$0]?[language] ?? $0 }.joined(separator: ", ")
        }
    }

    /// How lists of workers overlap.
    private static let overlapNames: [String: Phrase] = [
        "additive": Phrase(id: "dicocokkan", en: "matched"),
        "random": Phrase(id: "acak", en: "random"),
        "nested": Phrase(id: "bersarang", en: "nested"),
    ]

    /// Words of the program in cells; identifiers of segments and purses stay as they are.
    private static let commonCells: [String: Phrase] = [
        "gap": Phrase(id: "kekurangan pagu", en: "unfunded gap"),
        "self": Phrase(id: "mandiri", en: "the worker"),
        "employer": Phrase(id: "pemberi kerja", en: "the employer"),
        "total": Phrase(id: "jumlah", en: "total"),
        "needs": Phrase(id: "kebutuhan iuran", en: "contributions needed"),
        "all": Phrase(id: "semua", en: "all"),
    ]
}
