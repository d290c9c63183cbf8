import Quantities

extension Phrase {
    /// The title of an explanation: scenario and month.
    static func explained(_ scenario: String, _ month: Month) -> Phrase {
        Phrase(id: "\(scenario), \(month)", en: "\(scenario), \(month)")
    }

    /// Above the value of the month.
    static let inForce = Phrase(id: "Yang berlaku", en: "In force")

    /// Above all values of the horizon.
    static let overTime = Phrase(id: "Sepanjang waktu", en: "Over time")

    /// Above what a person-month costs.
    static let contributions = Phrase(
        id: "Iuran seorang sebulan", en: "Contribution of a person-month")

    /// Above the law behind contributions.
    static let legalBasis = Phrase(id: "Dasar hukumnya", en: "The law behind it")

    /// Above the figure that was asked about.
    static let resultCell = Phrase(id: "Hasil", en: "Result")

    /// Above every parameter that enters the figure.
    static let inputs = Phrase(id: "Masukan yang berlaku", en: "Inputs in force")

    /// What a mark means: `V2 (sumber kedua)`.
    static func mark(_ mark: EvidenceMark) -> Phrase {
        let meaning = shortMeaning(mark)
        return Phrase { "\(code(mark)[$0]) (\(meaning[$0]))" }
    }
}
