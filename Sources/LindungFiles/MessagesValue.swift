import Policy
import Quantities

/// Values that a setting or a table cannot have.
///
/// They stand at the value, in a file or in a cell. A value is never mended: whoever reads the
/// result must find in the file the number that was computed with.
extension Messages {
    /// A key with nothing behind its colon.
    ///
    /// `workers.petani:` with the rest of the line forgotten; told as such and not as a zero.
    static func noValue(_ key: String) -> Phrase {
        Phrase(id: "'\(key)' tidak diberi nilai", en: "'\(key)' has no value")
    }

    /// A count, rate or amount below zero.
    ///
    /// Told before the range is, since the minus sign is the likely slip.
    static func negative(_ key: String) -> Phrase {
        Phrase(id: "'\(key)' tidak boleh negatif", en: "'\(key)' must not be negative")
    }

    /// A number that the parameter does not accept.
    ///
    /// Also for cells of cohorts and of monthly probabilities, where the key is the column.
    static func outOfRange(_ key: String, _ number: Double, _ range: ClosedRange<Double>) -> Phrase
    {
        Phrase {
            let (low, high) = (
                $0.numbers.plain(range.lowerBound), $0.numbers.plain(range.upperBound)
            )
            let value = $0.numbers.plain(number)
            return $0 == .indonesian
                ? "nilai \(value) untuk '\(key)' di luar batas \(low) sampai \(high)"
                : "value \(value) for '\(key)' is outside \(low) to \(high)"
        }
    }

    /// The unit of a number out of range; for shares, how percentages are written.
    ///
    /// `40` where a share belongs is most likely a percentage.
    ///
    /// - Parameter written: the text of the number, or of the range that it is an end of; nil for a
    ///   number among others, which may be shares.
    static func rangeOfUnit(
        _ unit: Unit, _ range: ClosedRange<Double>, _ number: Double, as written: String?
    ) -> Phrase {
        guard unit == .share else { return unitHint(unit) }
        if let meant = written.flatMap({ MeantNumber.percentages($0, number, in: range) }) {
            return didYouMean(meant)
        }
        return Phrase(
            id: "bagian ditulis 0 sampai 1, atau 0 % sampai 100 %",
            en: "a share is written 0 to 1, or 0 % to 100 %")
    }

    /// What a number counts.
    static func unitHint(_ unit: Unit) -> Phrase {
        Phrase(id: "satuan: \(unit.name.indonesian)", en: "unit: \(unit.name.english)")
    }

    /// A part of a month or of a class: `funding.months: 4,5`.
    static func notWhole(_ key: String) -> Phrase {
        Phrase(id: "'\(key)' harus bilangan bulat", en: "'\(key)' must be a whole number")
    }

    /// Another word than `true` or `false`; `ya` and `yes` are not guessed at.
    static let notAFlag = Phrase(
        id: "di sini seharusnya 'true' atau 'false'", en: "true or false is expected here")

    /// Which of the two words is meant, or what they mean.
    static func flagHint(_ text: String) -> Phrase {
        switch text.lowercased() {
        case "ya", "yes", "y", "on", "true", "benar", "1": didYouMean("true")
        case "tidak", "tdk", "no", "n", "off", "false", "salah", "0": didYouMean("false")
        default:
            Phrase(
                id: "tulis 'true' untuk ya, 'false' untuk tidak",
                en: "write 'true' for yes, 'false' for no")
        }
    }

    /// A word that the parameter does not have.
    static func notAChoice(_ word: String, _ key: String) -> Phrase {
        Phrase(
            id: "'\(word)' bukan pilihan untuk '\(key)'", en: "'\(word)' is no choice for '\(key)'")
    }

    // MARK: Units

    /// A unit that does not exist: `persons`.
    ///
    /// The hint is the nearest unit that the parameter accepts, or all of them.
    static func unknownUnit(_ text: String) -> Phrase {
        Phrase(id: "satuan '\(text)' tidak dikenal", en: "unknown unit '\(text)'")
    }

    /// A unit that exists but that the parameter does not count in.
    static func wrongUnit(_ text: String, _ key: String) -> Phrase {
        Phrase(
            id: "satuan '\(text)' tidak cocok untuk '\(key)'",
            en: "unit '\(text)' does not fit '\(key)'")
    }

    /// What a parameter counts in.
    static func units(_ units: [Unit]) -> Phrase {
        let list = { (language: Language) in
            units.map { "\($0.rawValue) (\($0.name[language]))" }.joined(separator: ", ")
        }
        return Phrase(
            id: "satuan yang diterima: \(list(.indonesian))",
            en: "accepted units: \(list(.english))")
    }

    /// A percentage of something that is no share: `quota: 40 %` would be 0.4 persons.
    static func percentOf(_ text: String, _ unit: Unit) -> Phrase {
        Phrase(
            id: "'\(text)' adalah persentase, padahal satuannya \(unit.name.indonesian)",
            en: "'\(text)' is a percentage, but the unit is \(unit.name.english)")
    }

    /// How a quota is given as a share.
    static func percentHint(_ text: String) -> Phrase {
        let entry = "{ unit: share, value: \(text) }"
        return Phrase(
            id: "untuk bagian dari yang memenuhi syarat tulis '\(entry)'",
            en: "for a share of the eligible write '\(entry)'")
    }

    /// An amount of rupiah where something else is counted.
    static func moneyOf(_ text: String, _ unit: Unit) -> Phrase {
        Phrase(
            id: "'\(text)' adalah uang, padahal satuannya \(unit.name.indonesian)",
            en: "'\(text)' is money, but the unit is \(unit.name.english)")
    }

    /// A part of a person: `quota.petani: 0.4`, `workers: 1,5`.
    static func partOfPerson(_ key: String, _ number: Double) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "'\(key)' adalah \($0.numbers.plain(number)) orang, padahal orang tidak dapat dibagi"
                : "'\(key)' is \($0.numbers.plain(number)) persons, but a person cannot be divided"
        }
    }

    /// The readings of a part of a person: a share of the eligible, where the key takes one and the
    /// number can be one, or whole persons.
    static func partOfPersonHint(
        _ number: Double, _ written: String? = nil, takesShare: Bool
    ) -> Phrase {
        if takesShare, number > 0, number < 1 {
            return Phrase {
                let value = written ?? "\(ExactDecimal(shortest: number) ?? .init(0))"
                let text = "'{ unit: share, value: \(value) }'"
                return $0 == .indonesian
                    ? "maksud Anda \(text)? atau tulis orang dalam bilangan bulat"
                    : "did you mean \(text)? or write whole persons"
            }
        }
        let (low, high) = (number.rounded(.down), number.rounded(.up))
        return Phrase {
            let (low, high) = (bareDigits(low), bareDigits(high))
            return $0 == .indonesian
                ? "maksud Anda '\(low)' atau '\(high)'?" : "did you mean '\(low)' or '\(high)'?"
        }
    }

    /// A whole number without marks, as every file reads it.
    private static func bareDigits(_ number: Double) -> String { "\(ExactDecimal(Int64(number)))" }

    // MARK: Number texts

    /// Nothing where a number belongs.
    static let numberMissing = Phrase(id: "di sini belum ada angka", en: "a number is missing here")

    /// For a count or an amount with two readings in spite of a declared locale.
    static func eitherReading(
        _ fault: NumberTextFault, _ locale: NumberLocale?, _ unit: Unit?
    ) -> Phrase {
        let readings = MeantNumber.readings(of: fault, locale, unit)
        return Phrase(
            id: "tulis \(readings.joined(separator: " atau "))",
            en: "write \(readings.joined(separator: " or "))")
    }

    /// Why a text is not one number.
    ///
    /// Of these the number with two meanings matters most: a thousand read as one and a bit is not
    /// seen in a result. Both readings are shown, so that the author picks one.
    static func number(_ fault: NumberTextFault) -> Phrase {
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
    private static func twoMeanings(
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
    static func numberHint(
        _ fault: NumberTextFault, _ locale: NumberLocale?, _ unit: Unit?
    ) -> Phrase? {
        switch fault {
        case .ambiguous:
            Phrase {
                let readings = MeantNumber.readings(of: fault, locale, unit)
                return $0 == .indonesian
                    ? "tulis \(readings.joined(separator: " atau ")); atau nyatakan bentuk angka"
                        + " berkas ini: 'locale: id-ID' untuk 1.234,5, 'locale: en-US' untuk"
                        + " 1,234.5"
                    : "write \(readings.joined(separator: " or ")); or declare how this file writes"
                        + " numbers: 'locale: id-ID' for 1.234,5, 'locale: en-US' for 1,234.5"
            }
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

    /// For a number with words around it: `9 bulan`.
    private static func bareNumber(_ unit: Unit) -> Phrase {
        Phrase(
            id: "tulis angkanya saja; satuan: \(unit.name.indonesian)",
            en: "write the number alone; unit: \(unit.name.english)")
    }

    /// For a number against the locale in which it is read.
    private static func localeHint(_ locale: NumberLocale) -> Phrase {
        let example = locale == .indonesian ? "1355,90" : "1355.90"
        return Phrase(
            id: "di sini berlaku locale \(locale.rawValue): tulis seperti \(example)",
            en: "numbers here follow locale \(locale.rawValue): write as in \(example)")
    }

    /// Another text than the known locales.
    ///
    /// `locale: id` or `locale: indonesia`; the hint lists those that are known.
    static func unknownLocale(_ text: String) -> Phrase {
        Phrase(id: "locale '\(text)' tidak dikenal", en: "unknown locale '\(text)'")
    }

    // MARK: Evidence

    /// A range without its two dots.
    ///
    /// `5 - 50` is none: a dash might be a minus.
    static func notARange(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan rentang", en: "'\(text)' is not a range")
    }

    /// A range whose lower end is above its upper one.
    static func rangeReversed(_ text: String) -> Phrase {
        Phrase(
            id: "rentang '\(text)' terbalik", en: "range '\(text)' is the wrong way round")
    }

    /// How a range is written.
    static let rangeHint = Phrase(
        id: "tulis batas bawah, dua titik, batas atas: '5 .. 50'",
        en: "write the lower end, two dots, the upper end: '5 .. 50'")

    /// A letter that is no evidence mark.
    ///
    /// The marks are `V1 V2 M C D gap A`; the hint lists them.
    static func notAMark(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan tanda bukti", en: "'\(text)' is not an evidence mark")
    }
}
