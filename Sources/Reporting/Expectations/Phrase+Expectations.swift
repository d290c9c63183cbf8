import Policy
import Quantities

extension Phrase {
    static func movement(_ movement: Expectation.Movement) -> Phrase {
        switch movement {
        case .rises: Phrase(id: "naik", en: "rises")
        case .falls: Phrase(id: "turun", en: "falls")
        case .stays: Phrase(id: "tetap", en: "stays")
        case .doesNotRise: Phrase(id: "tidak naik", en: "does not rise")
        case .doesNotFall: Phrase(id: "tidak turun", en: "does not fall")
        }
    }

    static func equalTo(_ number: Phrase) -> Phrase {
        Phrase("sama dengan \(number)", en: "equal to \(number)")
    }

    static func atMost(_ number: Phrase) -> Phrase {
        Phrase("paling banyak \(number)", en: "at most \(number)")
    }

    static func atLeast(_ number: Phrase) -> Phrase {
        Phrase("paling sedikit \(number)", en: "at least \(number)")
    }

    static func between(_ low: Phrase, _ high: Phrase) -> Phrase {
        Phrase("antara \(low) dan \(high)", en: "between \(low) and \(high)")
    }

    /// Also the verdict of an expectation whose condition moves no result.
    static let movesNothing = Phrase(id: "tidak mengubah apa pun", en: "changes nothing")

    static let doesNotMove = Phrase(id: "tidak berubah", en: "does not move")

    static let noValue = Phrase(id: "tidak ada nilainya", en: "there is no value")

    static func risesBy(_ amount: Phrase) -> Phrase {
        Phrase("naik \(amount)", en: "rises by \(amount)")
    }

    static func fallsBy(_ amount: Phrase) -> Phrase {
        Phrase("turun \(amount)", en: "falls by \(amount)")
    }

    static func tooMuch(_ amount: Phrase) -> Phrase {
        Phrase("\(amount) terlalu banyak", en: "\(amount) too much")
    }

    static func tooLittle(_ amount: Phrase) -> Phrase {
        Phrase("\(amount) terlalu sedikit", en: "\(amount) too little")
    }
}
