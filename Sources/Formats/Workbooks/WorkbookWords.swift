/// The texts that cells share, and which styles show dates and percentages.
struct WorkbookWords {
    private(set) var texts: [String] = []
    private var dates: Set<Int> = []
    private var percentages: Set<Int> = []
    /// Days are counted from 1904, as old Macintosh programs did.
    var countsFrom1904 = false

    mutating func readTexts(
        _ part: String, of archive: WorkbookArchive
    ) throws(WorkbookFault) {
        let collected = SharedTexts()
        try WorkbookMarkup.read(
            part, of: archive, begin: { name, _ in collected.begin(name) },
            end: { collected.end($0, $1) })
        texts = collected.texts
    }

    mutating func readStyles(
        _ part: String, of archive: WorkbookArchive
    ) throws(WorkbookFault) {
        var codes: [Int: String] = [9: "0%", 10: "0.00%"]
        for id in Array(14...22) + Array(27...36) + Array(45...47) { codes[id] = "d" }
        var (formats, isCell): ([Int], Bool) = ([], false)
        try WorkbookMarkup.read(part, of: archive) { name, attributes in
            let id = attributes["numFmtId"].flatMap { Int($0) }
            switch name {
            case "numFmt": if let id { codes[id] = attributes["formatCode"] ?? "" }
            case "cellXfs": isCell = true
            case "cellStyles", "dxfs": isCell = false
            case "xf": if isCell { formats.append(id ?? 0) }
            default: break
            }
        }
        for (style, id) in formats.enumerated() {
            let code = Self.withoutTexts(codes[id] ?? "")
            if code.contains("%") { percentages.insert(style) }
            if code.contains(where: { "dmyDMY".contains($0) }) { dates.insert(style) }
        }
    }

    /// A number as its style shows it.
    func content(_ number: Double, style: Int) -> ReadSheet.Content {
        guard dates.contains(style), (0..<2_958_466).contains(number) else {
            return .number(number, isPercentage: percentages.contains(style))
        }
        let (year, month, day) = Self.day(Int(number) + (countsFrom1904 ? 1462 : 0))
        return .date(year: year, month: month, day: day)
    }

    /// A format without texts in quotes and brackets, and without what is escaped.
    private static func withoutTexts(_ code: String) -> String {
        var (result, closing, isEscaped): (String, Character?, Bool) = ("", nil, false)
        for character in code {
            if isEscaped {
                isEscaped = false
            } else if let mark = closing {
                if character == mark { closing = nil }
            } else if character == "\"" {
                closing = "\""
            } else if character == "[" {
                closing = "]"
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        // `General` has none of the letters, `Red` stands in brackets.
        return result
    }

    /// The date of a serial number, by days since 30 December 1899 (H. Hinnant, "chrono-compatible
    /// low-level date algorithms").
    static func day(_ serial: Int) -> (year: Int, month: Int, day: Int) {
        let days = serial - 25569 + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let year =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (
            year + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shifted + 2) / 5 + 1
        )
    }
}

/// Texts that stand in several pieces are joined; what tells how they are spoken is left out.
private final class SharedTexts {
    private(set) var texts: [String] = []
    private var current = ""
    private var isSpoken = false

    func begin(_ name: String) {
        if name == "si" { current = "" }
        if name == "rPh" { isSpoken = true }
    }

    func end(_ name: String, _ text: String) {
        switch name {
        case "t": if !isSpoken { current += text }
        case "rPh": isSpoken = false
        case "si": texts.append(current)
        default: break
        }
    }
}
