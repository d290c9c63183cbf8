import Policy
import Quantities

/// The tariff: options that make no sense, and questions that the law does not answer.
extension Messages {
    /// A word that is none of an option's choices.
    static func notAnOption(_ word: String) -> Phrase {
        Phrase(id: "'\(word)' bukan pilihan di sini", en: "'\(word)' is no choice here")
    }

    /// A risk class other than the five.
    static func notARiskClass(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan kelompok risiko", en: "'\(text)' is no risk class")
    }

    /// The five risk classes.
    static let riskHint = Phrase(
        id: "1 (sangat rendah) sampai 5 (sangat tinggi)", en: "1 (very low) to 5 (very high)")

    /// A number of months that is none, or beyond a century.
    static func notAMonthCount(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan banyaknya bulan", en: "'\(text)' is no number of months")
    }

    /// A wage or contract value that was not given.
    static let baseMissing = Phrase(
        id: "jalur ini membutuhkan dasar iuran", en: "this route needs a base")
    /// How to write money without doubt about its marks.
    static let baseHint = Phrase(
        id: "tulis rupiah tanpa pemisah, seperti 1000000, atau 'Rp 1.000.000'",
        en: "write whole rupiah without marks, such as 1000000, or 'Rp 1.000.000'")

    /// A number that is no whole, non-negative amount.
    static func notMoney(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan rupiah bulat yang tidak negatif",
            en: "'\(text)' is not a whole number of rupiah, zero or more")
    }

    // MARK: Notes beside a tariff

    /// A temporary rule that puts payment off does not lower what is owed.
    static func deferred(_ amount: Rupiah) -> Phrase {
        Phrase {
            let money = $0.numbers.format(amount)
            return $0 == .indonesian
                ? "\(money) di antaranya ditunda pembayarannya"
                : "payment of \(money) of it is deferred"
        }
    }

    /// What nobody is charged: the state's part of JKP.
    static func stateAdds(_ amount: Rupiah) -> Phrase {
        Phrase {
            let money = $0.numbers.format(amount)
            return $0 == .indonesian
                ? "negara menambah \(money) sebulan untuk JKP; tidak termasuk di sini"
                : "the state adds \(money) a month for JKP; it is not counted here"
        }
    }

    /// Contracts and placements are paid at their start.
    static let paidOnce = Phrase(
        id: "dibayar sekali untuk seluruh kontrak, bukan per bulan",
        en: "paid once for the whole contract, not each month")

    /// A total that rests on a value which is not verified.
    static func unverified(_ mark: EvidenceMark) -> Phrase {
        Phrase(
            id: "tanda \(code(mark).indonesian): \(meaning(mark).indonesian)",
            en: "mark \(mark.rawValue): \(meaning(mark).english)")
    }

    /// What a mark says.
    static func meaning(_ mark: EvidenceMark) -> Phrase {
        switch mark {
        case .primary: Phrase(id: "dilihat di naskah resmi", en: "seen in an official text")
        case .secondary: Phrase(id: "dilihat di sumber kedua", en: "seen in a secondary source")
        case .memory:
            Phrase(id: "dari ingatan, belum diperiksa", en: "from memory, not verified")
        case .conflict: Phrase(id: "sumber-sumber berbeda", en: "sources conflict")
        case .derived: Phrase(id: "dihitung dari angka resmi", en: "derived from known numbers")
        case .gap: Phrase(id: "tidak ditemukan sumbernya", en: "no source was found")
        case .assumed: Phrase(id: "asumsi", en: "an assumption")
        }
    }
}
