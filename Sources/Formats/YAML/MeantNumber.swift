import Quantities

/// Numbers as their author is likely to have meant them, written so that they are read as that.
package enum MeantNumber {
    /// A number in digits with a decimal point; three decimals get a fourth, since they could be
    /// taken for thousands.
    package static func plain(_ number: Double) -> String? {
        ExactDecimal(shortest: number).map { clear("\($0)") }
    }

    /// Such a text with one reading in every file that declares no locale.
    private static func clear(_ text: String) -> String {
        (try? parseDouble(text, locale: nil)) == nil ? text + "0" : text
    }

    /// A number above 1, or a range that ends there, with the percent signs that it lacks where a
    /// share belongs; nil where it cannot be a percentage, or one end is a share already.
    package static func percentages(
        _ written: String, _ number: Double, in range: ClosedRange<Double>
    )
        -> String?
    {
        guard let halves = ScalarReader.halves(of: written) else {
            guard !written.contains("%"), number > 1, range.contains(number / 100) else {
                return nil
            }
            return plain(number).map { $0 + " %" }
        }
        let ends = halves.map { half -> String? in
            guard let end = try? parseDouble(half, locale: nil) else { return nil }
            if half.hasSuffix("%") { return range.contains(end) ? half : nil }
            return (end > 1 || end == 0) && range.contains(end / 100) ? half + " %" : nil
        }
        let read = ends.compactMap { $0 }
        return read.count == 2 ? read.joined(separator: " .. ") : nil
    }

    /// The range that a text means, or one from its number to twice that.
    package static func twoEnds(_ text: String, _ locale: NumberLocale?) -> String {
        if let ends = ends(text, locale) { return ends }
        let first = text.prefix { $0.isNumber || ".,".contains($0) }
        let digits = first.hasSuffix("..") ? first.dropLast(2) : first
        let number = (try? parseDouble(String(digits), locale: locale)) ?? 0
        return [number, number == 0 ? 1 : number * 2].compactMap(plain).joined(separator: " .. ")
    }

    /// The range between the numbers of a text with too many of them; nil where it has not two
    /// that differ.
    package static func ends(_ text: String, _ locale: NumberLocale?) -> String? {
        let parts = text.split(separator: "..").map { part in
            trimmed(part.filter { $0 != "." || part.contains(where: \.isNumber) })
        }
        let read = parts.compactMap { part in
            (try? parseDouble(part, locale: locale)).map { (text: part, number: $0) }
        }.sorted { $0.number < $1.number }
        guard let low = read.first, let high = read.last, low.number < high.number else {
            return range(text, locale)
        }
        return "\(low.text) .. \(high.text)"
    }

    /// The range that `5 - 50` or `5 sampai 50` means, its lower end first.
    static func range(_ text: String, _ locale: NumberLocale?) -> String? {
        let marks = [
            "...", "…", "–", "—", "~", " sampai dengan ", " sampai ", " hingga ", " s.d. ",
            " s/d ", " sd ", " to ", " - ", "-",
        ]
        for mark in marks {
            let halves = text.split(separator: mark, omittingEmptySubsequences: false)
                .map { trimmed(String($0)) }
            let ends = halves.compactMap { half in
                (try? parseDouble(half, locale: locale)).map { (text: half, number: $0) }
            }
            guard halves.count == 2, ends.count == 2 else { continue }
            let sorted = ends.sorted { $0.number < $1.number }
            return "\(sorted[0].text) .. \(sorted[1].text)"
        }
        return nil
    }

    /// The two readings of a text in quotation marks, each written so that it has no other; one
    /// alone where the unit cannot be divided.
    static func readings(
        of fault: NumberTextFault, _ locale: NumberLocale?, _ unit: Unit?
    ) -> [String] {
        texts(of: fault, locale, unit).map { "'\($0)'" }
    }

    private static func texts(
        of fault: NumberTextFault, _ locale: NumberLocale?, _ unit: Unit?
    ) -> [String] {
        guard case .ambiguous(let text, let indonesian, let english) = fault else { return [] }
        let isPoint = text.contains(".")
        let (whole, part) = isPoint ? (indonesian, english) : (english, indonesian)
        let number = try? parseDouble(part, locale: .english)
        if let number, number == number.rounded() {
            return [whole, part.prefix { $0 != "." } + ""]
        }
        if unit == .share { return number.flatMap(plain).map { [$0 + " %"] } ?? [] }
        guard unit != .person, unit != .family, unit?.isCount != true else { return [whole] }
        let clear = clear(part)
        guard locale == .indonesian else { return [whole, clear] }
        return [whole, String(clear.map { $0 == "." ? "," : $0 })]
    }

    /// The number in a text that has words besides, as `9 bulan` where months are counted, or that
    /// is written by the marks of another language; nil where that is not certain.
    static func alone(_ text: String, _ locale: NumberLocale?, _ unit: Unit?) -> String? {
        let other: NumberLocale? = locale.map { $0 == .indonesian ? .english : .indonesian }
        if let other, let number = try? parseNumber(text, locale: other) {
            let digits = "\(number)"
            let needsComma = locale == .indonesian && unit?.runsToThousands == true
            return needsComma ? String(digits.map { $0 == "." ? "," : $0 }) : clear(digits)
        }
        let number = text.prefix { $0.isNumber || ".,".contains($0) }
        let word = trimmed(String(text.dropFirst(number.count))).lowercased()
        guard !word.isEmpty, (try? parseDouble(String(number), locale: locale)) != nil else {
            return nil
        }
        if ["persen", "percent", "pct", "prosen"].contains(word) {
            return unit?.isRelative == true ? number + " %" : nil
        }
        return words(of: unit).contains(word) ? String(number) : nil
    }

    /// Words that say no more than the unit does.
    private static func words(of unit: Unit?) -> [String] {
        switch unit {
        case .person: ["orang", "jiwa", "pekerja", "persons", "person", "people", "workers"]
        case .family: ["keluarga", "families"]
        case .monthsPerYear: ["bulan", "bln", "months", "month", "bulan per tahun"]
        default: []
        }
    }

    /// A text without blanks around it.
    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
