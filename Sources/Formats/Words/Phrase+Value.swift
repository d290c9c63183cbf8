import Quantities

extension Phrase {
    /// A number that the parameter does not accept.
    ///
    /// Also for cells of cohorts and of monthly probabilities, where the key is the column.
    package static func outOfRange(_ key: String, _ number: Double, _ range: ClosedRange<Double>)
        -> Phrase
    {
        Phrase(
            "nilai \(plain: number) untuk '\(key)' di luar batas \(plain: range.lowerBound) sampai"
                + " \(plain: range.upperBound)",
            en: "value \(plain: number) for '\(key)' is outside \(plain: range.lowerBound) to"
                + " \(plain: range.upperBound)"
        )
    }

    package static func unitHint(_ unit: Unit) -> Phrase {
        Phrase(id: "satuan: \(unit.name.indonesian)", en: "unit: \(unit.name.english)")
    }

    /// Why a text is not one number.
    ///
    /// Of these the number with two meanings matters most: a thousand read as one and a bit is not
    /// seen in a result. Both readings are shown, so that the author picks one.
    package static func number(_ fault: NumberTextFault) -> Phrase {
        switch fault {
        case .notANumber(let text):
            Phrase(id: "'\(text)' bukan angka", en: "'\(text)' is not a number")
        case .ambiguous(let text, let indonesian, let english):
            text.contains(".")
                ? twoMeanings(text, whole: indonesian, fraction: english, "titik", "point")
                : twoMeanings(text, whole: english, fraction: indonesian, "koma", "comma")
        case .notFinite(let text):
            Phrase(
                id: "'\(text)' bukan angka yang terhingga", en: "'\(text)' is not a finite number")
        case .tooLong(let text):
            Phrase(
                id: "'\(text)' punya terlalu banyak angka", en: "'\(text)' has too many digits")
        }
    }

    /// A text that one locale reads as thousands and the other as decimals.
    ///
    /// - Parameters:
    ///   - text: as written.
    ///   - whole: its digits where the mark divides thousands.
    ///   - fraction: its digits where the mark begins decimals, with a point.
    ///   - tanda: the mark in Indonesian.
    ///   - mark: the mark in English.
    static func twoMeanings(
        _ text: String, whole: String, fraction: String, _ tanda: String, _ mark: String
    ) -> Phrase {
        let pecahan = String(fraction.map { $0 == "." ? "," : $0 })
        return Phrase(
            id: "'\(text)' punya dua arti: \(whole) (\(tanda) ribuan)"
                + " atau \(pecahan) (\(tanda) desimal)",
            en: "'\(text)' has two meanings: \(whole) (thousands \(mark))"
                + " or \(fraction) (decimal \(mark))")
    }

    /// How the number is to be written; nil where the message says it.
    ///
    /// A declared locale explains most texts that are no number; without one the unit says what to
    /// write.
    package static func numberHint(
        _ fault: NumberTextFault, _ locale: NumberLocale?, _ unit: Unit?
    ) -> Phrase? {
        switch fault {
        case .ambiguous:
            Phrase(
                "\(eitherReading(fault, locale, unit)); atau nyatakan bentuk angka berkas ini:"
                    + " 'locale: id-ID' untuk 1.234,5, 'locale: en-US' untuk 1,234.5",
                en: "\(eitherReading(fault, locale, unit)); or declare how this file writes"
                    + " numbers:"
                    + " 'locale: id-ID' for 1.234,5, 'locale: en-US' for 1,234.5")
        case .notANumber(let text):
            MeantNumber.alone(text, locale, unit).map { didYouMean($0) }
                ?? locale.map(localeHint) ?? unit.map(bareNumber)
        case .notFinite:
            Phrase(
                id: "nilai yang tidak diketahui dikosongkan, tidak ditulis NaN",
                en: "leave out a value that is not known; do not write NaN")
        case .tooLong: nil
        }
    }

    static func bareNumber(_ unit: Unit) -> Phrase {
        Phrase(
            id: "tulis angkanya saja; satuan: \(unit.name.indonesian)",
            en: "write the number alone; unit: \(unit.name.english)")
    }

    static func localeHint(_ locale: NumberLocale) -> Phrase {
        let example = locale == .indonesian ? "1355,90" : "1355.90"
        return Phrase(
            id: "di sini berlaku locale \(locale.rawValue): tulis seperti \(example)",
            en: "numbers here follow locale \(locale.rawValue): write as in \(example)")
    }

    package static func rangeReversed(_ text: String) -> Phrase {
        Phrase(
            id: "rentang '\(text)' terbalik", en: "range '\(text)' is the wrong way round")
    }
}

extension Phrase {
    package static func notARiskClass(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan kelompok risiko", en: "'\(text)' is no risk class")
    }

    package static let riskHint = Phrase(
        id: "1 (sangat rendah) sampai 5 (sangat tinggi)", en: "1 (very low) to 5 (very high)")

    package static func notMoney(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan rupiah bulat yang tidak negatif",
            en: "'\(text)' is not a whole number of rupiah, zero or more")
    }
}
