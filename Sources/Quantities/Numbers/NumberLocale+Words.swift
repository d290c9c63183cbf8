extension NumberLocale {
    /// A number as a language writes it, with as many decimals as it has, up to six.
    ///
    /// More are shown where the number would else look whole: a sum of 0.9999999 that must be 1 is
    /// not written as 1.
    package func plain(_ number: Double) -> String {
        if let whole = Int64(exactly: number) { return format(whole) }
        let digits = (1...17).first {
            let scale = (0..<$0).reduce(1.0) { power, _ in power * 10 }
            let scaled = number * scale
            let looksWhole = scaled.rounded() == number.rounded() * scale
            return !looksWhole && ($0 >= 6 || abs(scaled - scaled.rounded()) < 1e-6)
        }
        return format(number, decimals: digits ?? 6)
    }

    /// A number to three digits, without zeros at its end.
    ///
    ///     0.5238 -> 0,524    7.2123 -> 7,21    4098 -> 4.098    0.3 -> 0,3
    ///
    /// Whole digits are never rounded away.
    package func significant(_ number: Double) -> String {
        guard number.isFinite, number != 0 else { return plain(number) }
        var scale = 1.0
        while abs(number) * scale < 100, scale < 1e9 { scale *= 10 }
        return plain((number * scale).rounded() / scale)
    }
}

extension Language {
    /// A number as the language writes it; see ``NumberLocale/plain(_:)``.
    package func plain(_ number: Double) -> String { numbers.plain(number) }

    /// A number to three digits; see ``NumberLocale/significant(_:)``.
    package func significant(_ number: Double) -> String { numbers.significant(number) }

    /// Money in words that can be said: `Rp 1,21 miliar`.
    ///
    /// Three digits or four and a size: enough to compare, and what is said in a meeting. Files
    /// have every rupiah. Below a million all digits stand.
    package func money(_ rupiah: Double) -> String {
        let sizes = [(1e12, Phrase.trillion), (1e9, Phrase.billion), (1e6, Phrase.million)]
        let sign = rupiah < 0 ? "-" : ""
        let amount = abs(rupiah)
        guard let size = sizes.first(where: { amount >= $0.0 * 0.9995 }) else {
            return sign + "Rp " + numbers.format(amount)
        }
        let scaled = amount / size.0
        let decimals: Double = scaled < 99.995 ? 100 : 10
        let number = numbers.plain((scaled * decimals).rounded() / decimals)
        return "\(sign)Rp \(number) \(size.1[self])"
    }
}

extension Phrase {
    /// 1e12.
    package static let trillion = Phrase(id: "triliun", en: "trillion")
    /// 1e9.
    package static let billion = Phrase(id: "miliar", en: "billion")
    /// 1e6.
    package static let million = Phrase(id: "juta", en: "million")

    /// A factor as a number.
    package static func times(_ number: String) -> Phrase {
        Phrase(id: "\(number) kali", en: "\(number) times")
    }

    /// A month of the year as a value: `bulan ke-10`.
    package static func monthOfYear(_ number: String) -> Phrase {
        Phrase(id: "bulan ke-\(number)", en: "month \(number)")
    }

    /// A risk class as a value: `kelas 1`.
    package static func riskClass(_ number: String) -> Phrase {
        Phrase(id: "kelas \(number)", en: "class \(number)")
    }
}
