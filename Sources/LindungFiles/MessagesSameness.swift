import Quantities

/// Why a scenario changes nothing.
extension Messages {
    /// A scenario with the baseline's figures, and why.
    static func changesNothing(_ name: String, _ reasons: [Phrase]) -> Phrase {
        Phrase { language in
            let why = reasons.map { $0[language] }.joined(separator: "; ")
            return language == .indonesian
                ? "'\(name)' tidak mengubah apa pun: \(why)."
                : "'\(name)' changes nothing: \(why)."
        }
    }

    /// A scenario whose own file sets no value.
    static let setsNothing = Phrase(
        id: "berkasnya tidak menetapkan nilai yang lain", en: "its file sets no other value")

    /// A setting that begins after the horizon.
    static func beyondHorizon(
        _ key: String, from month: Month, _ horizon: ClosedRange<Month>
    ) -> Phrase {
        let period = "\(horizon.lowerBound) – \(horizon.upperBound)"
        return Phrase(
            id: "'\(key)' baru berlaku \(month), di luar periode \(period)",
            en: "'\(key)' begins in \(month), outside the period \(period)")
    }

    /// A setting that ends before the horizon.
    static func beyondHorizon(
        _ key: String, until month: Month, _ horizon: ClosedRange<Month>
    ) -> Phrase {
        let period = "\(horizon.lowerBound) – \(horizon.upperBound)"
        return Phrase(
            id: "'\(key)' berakhir \(month), di luar periode \(period)",
            en: "'\(key)' ends in \(month), outside the period \(period)")
    }

    /// A value that the parent has too.
    static func sameAsParent(_ key: String) -> Phrase {
        Phrase(
            id: "nilai '\(key)' sama dengan nilai skenario acuan",
            en: "'\(key)' has the value that it has in the baseline")
    }

    /// A purse that pays for nobody.
    static func purseOfNobody(_ key: String, _ purse: String) -> Phrase {
        Phrase(
            id: """
                '\(key)' tidak berpengaruh karena sumber dana '\(purse)' tidak membayar segmen \
                mana pun yang punya kuota
                """,
            en: """
                '\(key)' has no effect, because the purse '\(purse)' pays for no segment that has \
                a quota
                """)
    }

    /// A purse whose ceiling does not bind before or after.
    static func purseNotBinding(_ key: String, _ purse: String, _ paid: Rupiah) -> Phrase {
        Phrase { language in
            let money = language.money(Double(paid.amount))
            return language == .indonesian
                ? "'\(key)' tidak berpengaruh karena sumber dana '\(purse)' membayar sama"
                    + " banyaknya (\(money)) dengan nilai lama maupun baru"
                : "'\(key)' has no effect, because the purse '\(purse)' pays as much (\(money))"
                    + " with the old value as with the new one"
        }
    }

    /// A setting of a segment for which no public money is asked.
    static func segmentUnpaid(_ key: String, _ segment: String) -> Phrase {
        Phrase(
            id: "'\(key)' tidak berpengaruh karena segmen '\(segment)' tidak punya kuota",
            en: "'\(key)' has no effect, because the segment '\(segment)' has no quota")
    }

    /// A setting that moves no figure, for none of the known reasons.
    static func movesNothing(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' bernilai lain, tetapi tidak menggerakkan satu angka pun",
            en: "'\(key)' has another value, but moves no figure")
    }
}
