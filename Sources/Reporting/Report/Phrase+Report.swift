import Quantities

extension Phrase {
    static func million(_ number: String) -> Phrase {
        Phrase(id: "\(number) juta", en: "\(number) million")
    }
}
