import Quantities

extension Phrase {
    static func explained(_ scenario: String, _ month: Month) -> Phrase {
        Phrase(id: "\(scenario), \(month)", en: "\(scenario), \(month)")
    }

    static let inForce = Phrase(id: "Yang berlaku", en: "In force")

    static let overTime = Phrase(id: "Sepanjang waktu", en: "Over time")

    static let contributions = Phrase(
        id: "Iuran seorang sebulan", en: "Contribution of a person-month")

    static let resultCell = Phrase(id: "Hasil", en: "Result")

    static let inputs = Phrase(id: "Masukan yang berlaku", en: "Inputs in force")

    static func mark(_ mark: EvidenceMark) -> Phrase {
        let meaning = shortMeaning(mark)
        return Phrase(same: "\(code(mark)) (\(meaning))")
    }
}
