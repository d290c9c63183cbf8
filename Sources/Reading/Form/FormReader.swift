import Analysis
import Formats
import Foundation
import Policy
import Quantities

/// Reads a workbook that a region filled in, as people return it.
///
/// A table is known by its headings and codes, so sheets may be renamed or moved, and columns
/// too; rows may be empty, or hold notes and totals. Every fault is collected, each at its sheet
/// and cell. A cell that says what the form says becomes no setting.
struct FormReader {
    let session: ReadingSession
    let form: RegionForm
    let file: String
    let words: FormWords
    /// How numbers that stand as texts are written.
    let locale: NumberLocale
    /// By which names of regions are known; nil where codes alone are.
    let regions: RegionTable?

    /// What was found for a cell of the form.
    struct Found {
        let change: FormAnswers.Change?
        let place: Position
        /// As it was read; nil after a fault.
        let value: SettingValue?
    }

    init(
        _ form: RegionForm, file: String, locale: NumberLocale, regions: RegionTable? = nil,
        session: ReadingSession
    ) {
        self.regions = regions
        self.form = form
        self.file = file
        self.session = session
        self.locale = locale
        words = FormWords(form)
    }

    /// A place that a reader finds in a spreadsheet program: `isian.xlsx: Kuota!D7`.
    static func position(_ file: String, _ sheet: ReadSheet, _ place: CellPlace? = nil) -> Position
    {
        Position(file: "\(file): \(sheet.name)" + (place.map { "!\($0)" } ?? ""))
    }

    func position(_ sheet: ReadSheet, _ place: CellPlace? = nil) -> Position {
        Self.position(file, sheet, place)
    }

    func read(_ sheets: [ReadSheet]) -> FormAnswers {
        var found: [String: Found] = [:]
        var understood = 0
        for sheet in sheets {
            let table = FormTable(sheet, self)
            if table.read(into: &found) { understood += 1 }
        }
        if understood == 0 {
            session.fault(
                Position(file: file),
                Phrase(
                    id: "tidak ada lembar dengan judul kolom formulir isian",
                    en: "no sheet has the headings of the input form"),
                hint: Phrase(
                    id: "mulai dari 'lindung template --region \(form.region.code)'",
                    en: "begin with 'lindung template --region \(form.region.code)'"))
        }
        checkOpening(found)
        let cells = form.sheets.flatMap { $0.rows.flatMap(\.cells) }
        let there = cells.compactMap { found[$0.name] }
        return FormAnswers(
            form, file: file, changes: there.compactMap(\.change),
            unchanged: there.count { $0.change == nil && $0.value != nil },
            missing: cells.count - there.count)
    }

    /// Opening shares of a segment add to at most 1.
    private func checkOpening(_ found: [String: Found]) {
        for row in form[kind: .opening]?.rows ?? [] {
            let sum = row.cells.reduce(0.0) {
                $0 + ((found[$1.name]?.value ?? $1.value).number ?? 0)
            }
            let changed = row.cells.compactMap { found[$0.name] }.last { $0.change != nil }
            guard sum > 1 + 1e-9, let changed else { continue }
            session.fault(
                changed.place,
                Phrase(
                    "bagian awal \(row.name) berjumlah \({ $0.numbers.percent(sum) }), lebih dari"
                        + " 100 %",
                    en: "the opening shares of \(row.name) add to \({ $0.numbers.percent(sum) }),"
                        + " more than 100 %"))
        }
    }
}

extension FormCell {
    /// Key and month: a name that no other cell of a form has.
    var name: String { key + (from.map { " \($0)" } ?? "") }
}

/// The words by which a form's tables are known, without capitals, blanks and units.
struct FormWords {
    enum Heading: Hashable {
        case region, regionName, code, member, source, mark
        /// A value: the kind where the heading says it, and the column.
        case value(FormSheet.Kind?, FormSheet.Column)
    }

    private var headings: [String: Heading] = [:]
    private var nouns: [String: FormSheet.Kind] = [:]
    private var titles: [String: FormSheet.Kind] = [:]
    /// What rows are called, by code and by name in both languages.
    private(set) var codes: [String: String] = [:]
    let horizon: ClosedRange<Month>

    init(_ form: RegionForm) {
        horizon = form.horizon
        func add(_ phrase: Phrase, _ heading: Heading) {
            for language in Language.allCases { headings[Self.plain(phrase[language])] = heading }
        }
        add(Phrase.formCode, .code)
        // A province's rows say whose they are.
        if form.hasRegions {
            add(Phrase.formRegion, .region)
            add(Phrase.formRegionName, .regionName)
        }
        add(Phrase.formSource, .source)
        add(Phrase.formMark, .mark)
        for sheet in form.sheets {
            add(sheet.kind.member, .member)
            for language in Language.allCases {
                titles[Self.plain(sheet.kind.title[language])] = sheet.kind
                if sheet.kind.isDated {
                    nouns[Self.plain(sheet.kind.noun[language])] = sheet.kind
                }
            }
            for column in sheet.columns where !sheet.kind.isDated {
                add(sheet.kind.heading(column), .value(sheet.kind, column))
            }
            for row in sheet.rows {
                codes[row.code.lowercased()] = row.code
                for language in Language.allCases {
                    codes[Self.plain(row.name[language])] = row.code
                }
            }
        }
    }

    /// A text as it is compared: small letters, single blanks, nothing in brackets.
    static func plain(_ text: String) -> String {
        let open = text.prefix { $0 != "(" }
        let words = (open.isEmpty ? Substring(text) : open).lowercased()
            .split { $0.isWhitespace || "*:".contains($0) }
        return words.joined(separator: " ")
    }

    func heading(_ content: ReadSheet.Content) -> Heading? {
        switch content {
        case .text(let text):
            let plain = Self.plain(text)
            if let known = headings[plain] { return known }
            let noun = nouns.keys.filter { plain.hasPrefix($0 + " ") }.max { $0.count < $1.count }
            let rest = noun.map { plain.dropFirst($0.count + 1) } ?? plain[...]
            return month(String(rest)).map { .value(noun.flatMap { nouns[$0] }, .month($0)) }
        case .number(let number, _):
            return Int(exactly: number).flatMap { month("\($0)") }.map { .value(nil, .month($0)) }
        case .date(let year, let month, _):
            return .value(nil, .month(Month(year, month)))
        default: return nil
        }
    }

    /// A year, by its first month in the horizon, or a month.
    private func month(_ text: String) -> Month? {
        if text.count == 4, let year = Int(text), (1990...2200).contains(year) {
            let first = Month(year, 1)
            return year == horizon.lowerBound.year ? max(first, horizon.lowerBound) : first
        }
        return Month(text)
    }

    /// The kind that a sheet's name or title says.
    func kind(titled text: String) -> FormSheet.Kind? { titles[Self.plain(text)] }

    /// Whether a text is the heading of names of regions.
    static func isRegionName(_ text: String) -> Bool {
        Language.allCases.contains { plain(Phrase.formRegionName[$0]) == plain(text) }
    }

    /// The code of a row by its code or its name; nil for another text.
    func code(_ text: String) -> String? {
        codes[text.trimmingBlanks.lowercased()] ?? codes[Self.plain(text)]
    }

    /// Whether a row with that text adds up others.
    static func isTotal(_ text: String) -> Bool {
        let first = plain(text).split(separator: " ").first.map(String.init) ?? ""
        return ["total", "jumlah", "subtotal", "sum", "grand"].contains(first)
    }
}
