import Quantities

/// Reads numbers and months as planners write them, noting what they cannot mean.
///
/// Numbers go through `parseDouble`; see `parseNumber` for what is accepted. Under a declared
/// locale its marks count, with two cares. `20,000` persons under `id-ID` would be twenty: a count
/// or an amount of money with thousandths is more likely thousands, and is a fault with both
/// readings. `0.65` under `id-ID` has no other meaning than the one that programs write it with,
/// so it is read.
///
///     1200    1.355,90    'Rp 16.800'    '12,5 %'    0.025    2.016e+008
package struct ScalarReader {
    package let session: ReadingSession
    /// How the numbers are written; nil where that is not declared.
    package let locale: NumberLocale?
    /// Whether persons may be given as a share of the eligible too.
    package var takesShare = false

    package init(session: ReadingSession, locale: NumberLocale?, takesShare: Bool = false) {
        self.session = session
        self.locale = locale
        self.takesShare = takesShare
    }

    /// A number in a unit; a unit of nil accepts any.
    ///
    /// - Parameters:
    ///   - text: as written; a percent sign divides by 100.
    ///   - unit: decides whether `%` or `Rp` may stand with it; the number itself is not converted.
    ///   - isAverage: whether the number is one of few persons, with decimals, and no count.
    ///   - whole: the range that the number is an end of, for hints.
    ///   - position: where faults are told.
    /// - Returns: nil after a fault: `%` of persons or money; `Rp` of anything else than money; a
    ///   text that is empty or no number, has two meanings, is not finite or has too many digits.
    package func number(
        _ text: String, unit: Unit?, isAverage: Bool = false, endOf whole: String? = nil,
        at position: Position
    ) -> Double? {
        guard !text.isEmpty else {
            session.fault(
                position, Phrase(id: "di sini belum ada angka", en: "a number is missing here"),
                hint: unit.map(Phrase.unitHint))
            return nil
        }
        if let unit {
            if text.hasSuffix("%"), !unit.isRelative {
                session.fault(
                    position,
                    Phrase(
                        id: "'\(text)' adalah persentase, padahal satuannya"
                            + " \(unit.name.indonesian)",
                        en: "'\(text)' is a percentage, but the unit is \(unit.name.english)"),
                    hint: takesShare ? Phrase.percentHint(whole ?? text) : nil)
                return nil
            }
            if namesRupiah(text), !unit.isMoney {
                session.fault(
                    position,
                    Phrase(
                        id: "'\(text)' adalah uang, padahal satuannya \(unit.name.indonesian)",
                        en: "'\(text)' is money, but the unit is \(unit.name.english)"))
                return nil
            }
        }
        let runsToThousands = unit?.runsToThousands == true && !isAverage
        do {
            let number = try parseDouble(text, locale: locale)
            guard runsToThousands, let fault = thousands(text, number) else { return number }
            session.fault(
                position, Phrase.number(fault),
                hint: Phrase.eitherReading(fault, locale, unit))
        } catch {
            if let number = decimals(text, runsToThousands) { return number }
            session.fault(
                position, Phrase.number(error), hint: Phrase.numberHint(error, locale, unit))
        }
        return nil
    }

    /// The two readings of a number that has three decimals by the declared locale and thousands by
    /// the other; nil where it has one reading.
    private func thousands(_ text: String, _ number: Double) -> NumberTextFault? {
        guard let locale, text.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E }),
            let indonesian = try? parseNumber(text, locale: .indonesian),
            let english = try? parseNumber(text, locale: .english),
            abs((locale == .indonesian ? english : indonesian).value) > abs(number)
        else { return nil }
        return .ambiguous(text, asIndonesian: "\(indonesian)", asEnglish: "\(english)")
    }

    /// A number with the decimal point of programs in a file that declares Indonesian, where the
    /// point can mean nothing else: of counts and money only behind more digits than a group of
    /// thousands has, since `16.80` may lack one.
    private func decimals(_ text: String, _ runsToThousands: Bool) -> Double? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard locale == .indonesian, halves.count == 2, !text.contains(","),
            !runsToThousands || halves[0].count(where: \.isNumber) > 3
        else { return nil }
        return try? parseDouble(text, locale: .english)
    }

    /// A month such as `2026-05`; the hint of a fault is the month that `26-5` or `2026-05-01`
    /// seems to mean.
    package func month(_ text: String, at position: Position) -> Month? {
        if let month = Month(text) { return month }
        session.fault(position, Phrase.notAMonth(text), hint: Phrase.monthHint(text))
        return nil
    }

    package func month(_ node: YAMLNode) -> Month? {
        guard let text = node.text else {
            session.fault(
                node.position,
                Phrase.expected(Phrase(id: "bulan seperti 2026-05", en: "a month such as 2026-05")))
            return nil
        }
        return month(text, at: node.position)
    }

    /// A range such as `5 .. 50`, its lower end first, both ends in the unit of the value.
    ///
    /// Faults: not two texts with two dots between, an end that is no number, ends in the wrong
    /// order.
    package func range(_ text: String, unit: Unit?, at position: Position) -> ClosedRange<Double>? {
        guard let halves = Self.halves(of: text) else {
            session.fault(
                position, Phrase(id: "'\(text)' bukan rentang", en: "'\(text)' is not a range"),
                hint: MeantNumber.range(text, locale).map { Phrase.didYouMean($0) }
                    ?? Phrase.rangeHint)
            return nil
        }
        let ends = halves.map { number($0, unit: unit, endOf: text, at: position) }
        guard let low = ends[0], let high = ends[1] else { return nil }
        return range(low, high, written: text, at: position)
    }

    /// The range between two ends, which must stand in order.
    package func range(
        _ low: Double, _ high: Double, written: String, at position: Position
    ) -> ClosedRange<Double>? {
        guard low <= high else {
            let turned = Self.halves(of: written).map { "\($0[1]) .. \($0[0])" }
            session.fault(
                position, Phrase.rangeReversed(written),
                hint: turned.map { Phrase.didYouMean($0) } ?? Phrase.rangeHint)
            return nil
        }
        return low...high
    }

    /// The two texts around two dots; nil where there are not exactly two of them.
    package static func halves(of text: String) -> [String]? {
        let halves = text.split(separator: "..", omittingEmptySubsequences: false).map { half in
            String(half.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return halves.count == 2 && !halves.contains("") && !text.contains("...") ? halves : nil
    }
}

extension Unit {
    /// Whether a percentage can be a value in this unit.
    package var isRelative: Bool { [.share, .perYear, .factor, .percent].contains(self) }

    /// Whether numbers in the unit run to thousands and have no thousandths: people and money.
    var runsToThousands: Bool { isMoney || [.person, .family, .personMonth].contains(self) }

    /// Whether the unit counts rupiah.
    package var isMoney: Bool {
        [.rupiah, .rupiahPerMonth, .rupiahPerYear, .rupiahPerPersonMonth, .rupiahPerFamily]
            .contains(self)
    }
}

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
