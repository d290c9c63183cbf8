import Quantities

extension Phrase {
    static let asThingsAre = Phrase(id: "berjalan seperti sekarang", en: "as things are")
}
