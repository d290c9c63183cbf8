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

/// Reads a number as planners write it, exactly.
///
/// Accepts `16800`, `Rp 16.800`, `1.355,90`, `9,99`, `0.025`, `12,5 %` (divided by 100). With a
/// declared locale its marks are used. Without one, a text that has one meaning is read, and one
/// that has two (`1.234`) is an error; `Rp` declares Indonesian.
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
    var body = trimmed(text[...])
    var locale = locale
    let isOwed = body.hasPrefix("-Rp")
    if isOwed { body = body.dropFirst() }
    if body.hasPrefix("Rp") {
        body = trimmed(body.dropFirst(2).drop { $0 == "." })
        locale = locale ?? .indonesian
    }
    let isPercent = body.hasSuffix("%")
    if isPercent { body = trimmed(body.dropLast()) }
    let plain = try plainDigits(String(body), locale: locale)
    guard let number = ExactDecimal((isOwed ? "-" : "") + plain) else {
        throw .tooLong(String(text))
    }
    guard isPercent else { return number }
    guard number.scale <= 16 else { throw .tooLong(String(text)) }
    return ExactDecimal(coefficient: number.coefficient, scale: number.scale + 2)
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
    _ text: String, locale: NumberLocale?
) throws(NumberTextFault) -> String {
    let lowered = text.lowercased()
    if ["nan", ".nan", "inf", "-inf", ".inf", "-.inf", "infinity"].contains(lowered) {
        throw .notFinite(text)
    }
    let negative = text.hasPrefix("-")
    let sign = negative ? "-" : ""
    let digits = negative ? String(text.dropFirst()) : text
    if let locale {
        guard let plain = reading(digits, locale) else { throw .notANumber(text) }
        return sign + plain
    }
    switch (reading(digits, .indonesian), reading(digits, .english)) {
    case (let a?, let b?) where a != b:
        throw .ambiguous(text, asIndonesian: sign + a, asEnglish: sign + b)
    case (let a?, _): return sign + a
    case (nil, let b?): return sign + b
    case (nil, nil): throw .notANumber(text)
    }
}

/// The digits as the locale reads them; nil where they do not fit it.
///
/// A group has three digits, the first one to three and no leading zero. So `1.23` is no thousand,
/// and `0.123` is a fraction only.
private func reading(_ digits: String, _ locale: NumberLocale) -> String? {
    let halves = digits.split(separator: locale.decimal, omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let whole = halves.first else { return nil }
    let groups = whole.split(separator: locale.grouping, omittingEmptySubsequences: false)
    let isDigits = { (s: Substring) in !s.isEmpty && s.utf8.allSatisfy { (48...57).contains($0) } }
    guard groups.allSatisfy(isDigits), halves.dropFirst().allSatisfy(isDigits) else { return nil }
    if groups.count > 1 {
        guard groups[0].count <= 3, groups[0].first != "0",
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
    }
    return groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
}
