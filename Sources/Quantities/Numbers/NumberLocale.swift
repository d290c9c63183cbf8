import RealModule

/// The way numbers are written: which mark divides thousands and which begins decimals.
///
/// The raw value is the language tag that files declare.
public enum NumberLocale: String, Sendable, CaseIterable {
    /// `1.355,90`
    case indonesian = "id-ID"
    /// `1,355.90`
    case english = "en-US"

    /// The mark between groups of three digits.
    var grouping: Character { self == .indonesian ? "." : "," }
    /// The mark before the decimals.
    var decimal: Character { self == .indonesian ? "," : "." }
}

/// Why a text is not one number.
public enum NumberTextFault: Error, Equatable, Sendable {
    /// Not digits with thousands and decimal marks.
    case notANumber(String)
    /// Readable both ways: thousands in one locale, decimals in the other.
    case ambiguous(String, asIndonesian: String, asEnglish: String)
    /// NaN or infinity.
    case notFinite(String)
    /// More digits than can be kept exactly.
    case tooLong(String)
}

/// Reads a number as planners and programs write it, exactly.
///
/// Accepts `16800`, `Rp 16.800`, `Rp 316.729,-`, `1.355,90`, `9,99`, `0.025`, `12,5 %` (divided by
/// 100), `2.016e+008`. With a declared locale its marks are used. Without one, a text that has one
/// meaning is read, and one that has two (`1.234`) is an error; `Rp` declares Indonesian. The point
/// of an exponent's number begins decimals in every locale, since programs write those.
///
/// Guessing was rejected: `1.234` read the wrong way is off by a factor of a thousand, and no
/// later check sees it.
///
///     try parseNumber("Rp 16.800")                   // 16800
///     try parseNumber("1.234", locale: .english)     // 1.234
///     try parseNumber("1.234")                       // throws .ambiguous
///
/// - Throws: ``NumberTextFault``.
public func parseNumber(
    _ text: some StringProtocol, locale: NumberLocale? = nil
) throws(NumberTextFault) -> ExactDecimal {
    let written = try WrittenNumber(text, locale: locale)
    guard let exact = written.exact else { throw .tooLong(String(text)) }
    return exact
}

/// The binary fraction nearest to a number that is written as ``parseNumber(_:locale:)`` accepts.
///
/// What a program wrote as the shortest text of a binary fraction reads back as the same bits,
/// however many of its digits stand behind the point.
///
/// - Throws: ``NumberTextFault``.
public func parseDouble(
    _ text: some StringProtocol, locale: NumberLocale? = nil
) throws(NumberTextFault) -> Double {
    if let value = plainDouble(text, locale) { return value }
    let written = try WrittenNumber(text, locale: locale)
    guard let value = written.value else { throw .tooLong(String(text)) }
    return value
}

/// A number as programs write it, of few digits; nil where any rule for what people write might
/// change it. Nearly all cells of tables are such numbers.
private func plainDouble(_ text: some StringProtocol, _ locale: NumberLocale?) -> Double? {
    var (digits, decimals, hasPoint) = (0, 0, false)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            digits += 1
            decimals += hasPoint ? 1 : 0
        case UInt8(ascii: ".") where !hasPoint && digits > 0 && locale != .indonesian:
            hasPoint = true
        default: return nil
        }
    }
    // Three decimals may be thousands, and a leading zero no number.
    guard (1...15).contains(digits), decimals != 3, !hasPoint || decimals > 0,
        digits - decimals == 1 || text.utf8.first != UInt8(ascii: "0")
    else { return nil }
    return Double(text)
}

/// Whether a text names rupiah: `Rp 16.800`, `IDR 16800`, `-Rp 5`.
public func namesRupiah(_ text: some StringProtocol) -> Bool {
    if let first = text.utf8.first, (0x30...0x39).contains(first) { return false }
    let whole = trimmed(text)
    return WrittenNumber.currency(of: WrittenNumber.withoutSign(whole)?.rest ?? whole) != nil
}

/// The parts of a number's text: sign, plain digits, power of ten.
private struct WrittenNumber {
    /// Digits with at most one point, and a minus where the text has one.
    private let digits: String
    /// The digits are times ten to this power.
    private let exponent: Int
    /// More significant digits than a binary fraction has, or a file should claim.
    private static let most = 18

    /// Takes a text apart.
    ///
    /// - Throws: ``NumberTextFault``.
    init(_ text: some StringProtocol, locale: NumberLocale?) throws(NumberTextFault) {
        let whole = trimmed(text[...])
        var (isNegative, body) = Self.withoutSign(whole) ?? (false, whole)
        var locale = locale
        if let (mark, rest) = Self.currency(of: body) {
            body = rest
            // Only the sign of the rupiah itself is Indonesian; banks write IDR in English.
            if mark == "rp" { locale = locale ?? .indonesian }
            if !isNegative, let (_, rest) = Self.withoutSign(body) {
                (isNegative, body) = (true, rest)
            }
        }
        let isPercent = body.hasSuffix("%")
        if isPercent { body = trimmed(body.dropLast()) }
        let plain: String
        var power = isPercent ? -2 : 0
        if let (mantissa, exponent) = Self.scientific(body, locale) {
            plain = mantissa
            power += exponent
        } else if let amount = Self.withoutSen(body, locale) {
            plain = amount
        } else {
            plain = try plainDigits(String(body), isNegative: isNegative, locale: locale)
        }
        digits = (isNegative ? "-" : "") + plain
        exponent = power
    }

    /// The number itself; nil where it needs more than 64 bits or 18 decimals.
    var exact: ExactDecimal? { ExactDecimal(digits)?.shifted(by: exponent) }

    /// The nearest binary fraction; nil beyond 64 bits, or where the text has more digits than one
    /// can hold, or so small an exponent that nothing is left.
    var value: Double? {
        let significant = digits.filter(\.isNumber).drop { $0 == "0" }
        let zeros = digits.contains(".") ? significant.reversed().prefix { $0 == "0" }.count : 0
        guard significant.count - zeros <= Self.most, let value = Double("\(digits)e\(exponent)"),
            value.magnitude < 0x1p63, value != 0 || significant.isEmpty
        else { return nil }
        return value
    }

    /// The text behind a minus, hyphen or dash; nil where it has none.
    static func withoutSign(_ text: Substring) -> (isNegative: Bool, rest: Substring)? {
        guard let first = text.first, first == "-" || first == "\u{2212}" else { return nil }
        return (true, trimmed(text.dropFirst()))
    }

    /// The mark of rupiah that a text begins with, in small letters, and what follows.
    static func currency(of text: Substring) -> (mark: String, rest: Substring)? {
        for mark in ["rp", "idr"] where text.prefix(mark.count).lowercased() == mark {
            let rest = text.dropFirst(mark.count)
            return (mark, trimmed(rest.drop { $0 == "." }))
        }
        return nil
    }

    /// `1.2e+006` as digits and power; nil for another form.
    ///
    /// A comma begins decimals too, as a spreadsheet set to Indonesian writes it, except where the
    /// file declares English. Thousands are never marked.
    private static func scientific(_ body: Substring, _ locale: NumberLocale?) -> (String, Int)? {
        let parts = body.split(separator: "e", omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: "E", omittingEmptySubsequences: false) }
        guard parts.count == 2, let exponent = Int(parts[1]), parts[1].count <= 5,
            abs(exponent) <= 400
        else { return nil }
        let halves = parts[0].split(omittingEmptySubsequences: false) {
            $0 == "." || ($0 == "," && locale != .english)
        }
        guard halves.count <= 2, halves.allSatisfy(isDigits) else { return nil }
        return (halves.joined(separator: "."), exponent)
    }

    /// `316.729,-` as whole digits; nil for another form.
    ///
    /// The comma says that points divide thousands, and a point that commas do.
    private static func withoutSen(_ body: Substring, _ locale: NumberLocale?) -> String? {
        let rest = body.reversed().drop { "-\u{2013}\u{2014}".contains($0) }
        let strokes = body.count - rest.count
        guard (1...2).contains(strokes), let mark = rest.first, mark == "," || mark == "." else {
            return nil
        }
        let amount = String(body.dropLast(strokes + 1))
        let written: NumberLocale = mark == "," ? .indonesian : .english
        // "Rp 5.000.-" ends with the wrong point; what divides the thousands still tells.
        let marks: [NumberLocale] =
            locale.map { [$0] }
            ?? (written == .indonesian ? [.indonesian] : [.english, .indonesian])
        guard locale != .english || written == .english else { return nil }
        return marks.lazy.compactMap { reading(amount, $0) }.first { !$0.contains(".") }
    }
}

/// The text without blanks around it; Foundation's own is not available here.
private func trimmed<S: StringProtocol>(_ text: S) -> Substring {
    var slice = Substring(text)
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return slice
}

/// The text with thousands marks dropped and `.` as decimal point. Without a locale both readings
/// are tried; one that fits alone, or two that agree, is the answer.
private func plainDigits(
    _ digits: String, isNegative: Bool, locale: NumberLocale?
) throws(NumberTextFault) -> String {
    let sign = isNegative ? "-" : ""
    let text = sign + digits
    if ["nan", ".nan", "inf", "+inf", ".inf", "+.inf", "infinity"].contains(digits.lowercased()) {
        throw .notFinite(text)
    }
    if let locale {
        guard let plain = reading(digits, locale) else { throw .notANumber(text) }
        return plain
    }
    switch (reading(digits, .indonesian), reading(digits, .english)) {
    case (let a?, let b?) where a != b:
        throw .ambiguous(text, asIndonesian: sign + a, asEnglish: sign + b)
    case (let a?, _): return a
    case (nil, let b?): return b
    case (nil, nil): throw .notANumber(text)
    }
}

/// Whether a text has digits only, and at least one.
private func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
}

/// The digits as the locale reads them; nil where they do not fit it.
///
/// A group has three digits, the first one to three and no leading zero. So `1.23` is no thousand,
/// and `0.123` is a fraction only.
private func reading(_ digits: String, _ locale: NumberLocale) -> String? {
    let halves = digits.split(separator: locale.decimal, omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let whole = halves.first else { return nil }
    let groups = whole.split(separator: locale.grouping, omittingEmptySubsequences: false)
    guard groups.allSatisfy(isDigits), halves.dropFirst().allSatisfy(isDigits) else { return nil }
    if groups.count > 1 {
        guard groups[0].count <= 3, groups[0].first != "0",
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
    }
    return groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
}

extension NumberLocale {
    /// Whole numbers with thousands marks: `16.800`.
    public func format(_ whole: Int64) -> String {
        (whole < 0 ? "-" : "") + grouped(String(whole.magnitude))
    }

    /// Money: `Rp 16.800`.
    ///
    /// The sign stands before the currency: `-Rp 16.800`.
    public func format(_ money: Rupiah) -> String {
        (money.amount < 0 ? "-" : "") + "Rp " + grouped(String(money.amount.magnitude))
    }

    /// A number with a fixed count of decimals (0...9), halves away from zero: `12,5`. NaN, which
    /// stands for "no value", is a dash; a number that rounds to zero carries no sign.
    public func format(_ number: Double, decimals: Int = 0) -> String {
        guard number.isFinite else { return number.isNaN ? "–" : number < 0 ? "-∞" : "∞" }
        let scale = Double.pow(10, decimals)
        let scaled = (number.magnitude * scale).rounded()
        guard scaled < 9e18 else { return "\(number)" }
        var digits = String(Int64(scaled))
        digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let split = digits.index(digits.endIndex, offsetBy: -decimals)
        let sign = number < 0 && scaled > 0 ? "-" : ""
        let whole = sign + grouped(String(digits[..<split]))
        return decimals == 0 ? whole : whole + String(decimal) + digits[split...]
    }

    /// A share as a percentage: `12,5 %`. The blank before the sign is kept in both locales.
    public func percent(_ share: Double, decimals: Int = 1) -> String {
        format(share * 100, decimals: decimals) + " %"
    }

    /// The digits in groups of three from the right, divided by the locale's mark.
    private func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(grouping) }
            result.append(digit)
        }
        return result
    }
}

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
