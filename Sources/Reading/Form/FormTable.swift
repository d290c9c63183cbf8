import Analysis
import Formats
import Policy
import Quantities

/// One sheet of a returned workbook, read against a form.
struct FormTable {
    private let sheet: ReadSheet
    private let reader: FormReader
    private let lines: [ReadSheet.Line]
    /// Ranges of merged cells by their rows.
    private let merged: [Int: [CellRange]]
    /// The kind that the sheet's name or a line above the headings says.
    private let titled: FormSheet.Kind?

    /// Columns of a table, as its line of headings says.
    private struct Headings {
        var region: Int?
        var regionName: Int?
        var code: Int?
        var member: Int?
        var source: Int?
        var mark: Int?
        var values: [Int: FormSheet.Column] = [:]
        var kinds: Set<FormSheet.Kind> = []
        /// Texts that mean nothing here.
        var others: [(place: CellPlace, text: String)] = []
    }

    init(_ sheet: ReadSheet, _ reader: FormReader) {
        self.sheet = sheet
        self.reader = reader
        lines = sheet.lines
        merged = Dictionary(
            sheet.merged.flatMap { range in
                (range.first.row...min(range.last.row, range.first.row + 200)).map { ($0, [range]) }
            }, uniquingKeysWith: +)
        let top = lines.prefix(6).flatMap { $0.cells.map(\.content) }
        let texts = top.compactMap { if case .text(let text) = $0 { text } else { nil } }
        titled =
            reader.words.kind(titled: sheet.name)
            ?? texts.lazy.compactMap(reader.words.kind).first
    }

    /// Reads all rows; false where the sheet has no table of the form.
    func read(into found: inout [String: FormReader.Found]) -> Bool {
        var headings: Headings?
        var sums: [Int: Double] = [:]
        for line in lines {
            let (row, cells) = (line.row, line.cells)
            if let new = self.headings(cells, row) {
                headings = new
                sums = [:]
                for other in new.others {
                    reader.session.warn(
                        reader.position(sheet, other.place),
                        Phrase(
                            id: "kolom '\(other.text)' tidak dipakai",
                            en: "column '\(other.text)' is not used"))
                }
            } else if let headings {
                read(row, cells, headings, &sums, &found)
            }
        }
        return headings != nil
    }

    /// The headings of a row; nil for a row of another kind.
    private func headings(
        _ cells: [(column: Int, content: ReadSheet.Content)], _ row: Int
    ) -> Headings? {
        var found = Headings()
        for (column, content) in cells {
            switch reader.words.heading(content) {
            case .region: found.region = found.region ?? column
            case .regionName: found.regionName = found.regionName ?? column
            case .code: found.code = found.code ?? column
            case .member: found.member = found.member ?? column
            case .source: found.source = column
            case .mark: found.mark = column
            case .value(let kind, let value):
                if let kind { found.kinds.insert(kind) }
                found.values[column] = value
            case nil:
                guard case .text(let text) = content else { continue }
                let isUnit =
                    FormWords.plain(text) == FormWords.plain(Phrase.formUnit.indonesian)
                    || FormWords.plain(text) == FormWords.plain(Phrase.formUnit.english)
                if !isUnit { found.others.append((CellPlace(row, column), text)) }
            }
        }
        let isTable = !found.values.isEmpty && (found.code ?? found.member) != nil
        return isTable ? found : nil
    }

    private func read(
        _ row: Int, _ cells: [(column: Int, content: ReadSheet.Content)], _ headings: Headings,
        _ sums: inout [Int: Double], _ found: inout [String: FormReader.Found]
    ) {
        let values = cells.filter { headings.values[$0.column] != nil }
        guard let (code, kind) = member(row, cells, headings) else {
            passOver(row, cells, values, sums)
            return
        }
        guard let form = reader.form[kind: kind],
            let line = line(row, code, form, headings)
        else { return }
        let source = text(row, headings.source)
        let mark = self.mark(row, headings.mark)
        for (column, heading) in headings.values.sorted(by: { $0.key < $1.key }) {
            let place = CellPlace(row, column)
            guard let (origin, content) = self.content(at: place, code) else { continue }
            guard let cell = cell(heading, line, form) else {
                reader.session.fault(
                    reader.position(sheet, place), Phrase.formOutside(kind, heading),
                    hint: Phrase.formHorizon(reader.form.horizon))
                continue
            }
            let value = reader.value(content, for: cell, at: reader.position(sheet, origin))
            if let number = value?.number { sums[column, default: 0] += number }
            keep(cell, value, content, source, mark, form, place, &found)
        }
    }

    /// What a cell came to; the same cell twice must say the same.
    private func keep(
        _ cell: FormCell, _ value: SettingValue?, _ content: ReadSheet.Content, _ source: String?,
        _ mark: EvidenceMark?, _ form: FormSheet, _ place: CellPlace,
        _ found: inout [String: FormReader.Found]
    ) {
        let position = reader.position(sheet, place)
        if let known = found[cell.name] {
            if let old = known.value, let value, old != value {
                reader.session.fault(
                    position,
                    Phrase(
                        id: "nilai yang sama sudah diisi lain di \(known.place)",
                        en: "the same value is given otherwise at \(known.place)"))
            }
            return
        }
        let isSame = value.map { reader.isSame($0, content, as: cell) } ?? true
        let change =
            isSame
            ? nil
            : value.map {
                FormAnswers.Change(
                    cell, $0, until: form.lastMonth(of: cell), sheet: sheet.name,
                    place: "\(place)", source: source, mark: mark)
            }
        found[cell.name] = FormReader.Found(change: change, place: position, value: value)
    }

    /// The cell of the form under a heading.
    private func cell(
        _ heading: FormSheet.Column, _ line: FormSheet.Row, _ form: FormSheet
    ) -> FormCell? {
        guard let column = form.columns.firstIndex(of: heading), line.cells.indices.contains(column)
        else { return nil }
        return line.cells[column]
    }

    /// What stands in a cell, and where: of merged cells, in their first. A value that is merged
    /// over several rows belongs to none of them.
    private func content(
        at place: CellPlace, _ code: String
    ) -> (CellPlace, ReadSheet.Content)? {
        guard let merge = merge(at: place) else {
            return sheet.cells[place].flatMap { isBlank($0) ? nil : (place, $0) }
        }
        guard let content = sheet.cells[merge.first], !isBlank(content) else { return nil }
        guard merge.first.row == merge.last.row else {
            reader.session.fault(
                reader.position(sheet, merge.first),
                Phrase(
                    id: "sel gabungan \(merge) mencakup beberapa baris, sehingga nilainya tidak"
                        + " jelas milik siapa",
                    en: "the merged cells \(merge) span several rows, so it is not clear whose"
                        + " value it is"),
                hint: Phrase(
                    id: "pisahkan selnya dan isi tiap baris", en: "split them and fill each row"))
            return nil
        }
        return (merge.first, content)
    }

    fileprivate func merge(at place: CellPlace) -> CellRange? {
        merged[place.row]?.first { $0.contains(place) }
    }

    private func isBlank(_ content: ReadSheet.Content) -> Bool {
        guard case .text(let text) = content else { return false }
        return ["", "-", "–", "—"].contains(text.trimmingBlanks)
    }
}

/// Rows: whose they are, and those that are passed over.
extension FormTable {
    /// The code and the kind of a row; nil for one that is no row of the form.
    private func member(
        _ row: Int, _ cells: [(column: Int, content: ReadSheet.Content)], _ headings: Headings
    ) -> (code: String, kind: FormSheet.Kind)? {
        let names = [headings.code, headings.member].compactMap { text(row, $0) }
        guard let code = names.lazy.compactMap(reader.words.code).first else { return nil }
        let owners = reader.form.sheets.filter { $0.rows.contains { $0.code == code } }
            .map(\.kind)
        let said = headings.kinds.intersection(owners)
        let kind =
            said.count == 1
            ? said.first : owners.count == 1 ? owners[0] : owners.first { $0 == titled }
        guard let kind else {
            reader.session.fault(
                reader.position(sheet, CellPlace(row, headings.values.keys.min() ?? 0)),
                Phrase(
                    id: "tidak jelas apakah ini kuota atau bulan",
                    en: "it is not clear whether these are quotas or months"),
                hint: Phrase(
                    id: "tulis judul kolom seperti 'Kuota 2026' atau 'Bulan 2026'",
                    en: "write headings such as 'Quota 2026' or 'Months 2026'"))
            return nil
        }
        return (code, kind)
    }

    /// The row of the form that a row of the sheet speaks of; nil with a fault where it does not
    /// say of which region.
    private func line(
        _ row: Int, _ code: String, _ form: FormSheet, _ headings: Headings
    ) -> FormSheet.Row? {
        guard reader.form.hasRegions else { return form.rows.first { $0.code == code } }
        let column = [headings.region, headings.regionName].compactMap { $0 }.first {
            sheet.cells[CellPlace(row, $0)] != nil || merge(at: CellPlace(row, $0)) != nil
        }
        let place = CellPlace(row, column ?? headings.code ?? 0)
        guard let column, let text = regionText(row, column) else {
            reader.session.fault(
                reader.position(sheet, place),
                Phrase(
                    id: "baris ini tidak menyebut daerahnya",
                    en: "this row does not name its region"
                ),
                hint: Phrase(
                    "isi kolom '\(Phrase.formRegion)'", en: "fill in column '\(Phrase.formRegion)'")
            )
            return nil
        }
        let position = reader.position(sheet, place)
        let region =
            reader.regions.map { reader.session.region(text, $0, at: position) }
            ?? RegionCode(text)
        guard let region else { return nil }
        let line = form.rows.first { $0.code == code && $0.region == region }
        if line == nil {
            reader.session.fault(
                position,
                Phrase(
                    id: "'\(code)' untuk daerah \(region) tidak ada di formulir ini",
                    en: "'\(code)' of region \(region) is not in this form"))
        }
        return line
    }

    /// A spreadsheet program takes 35.70 for a number.
    private func regionText(_ row: Int, _ column: Int) -> String? {
        if case .number(let number, _) = sheet.cells[CellPlace(row, column)],
            number != number.rounded()
        {
            return Language.english.numbers.format(number, decimals: 2)
        }
        return text(row, column)
    }

    /// Notes and totals may stand anywhere; a row with numbers of somebody unknown is a fault.
    private func passOver(
        _ row: Int, _ cells: [(column: Int, content: ReadSheet.Content)],
        _ values: [(column: Int, content: ReadSheet.Content)], _ sums: [Int: Double]
    ) {
        let texts = cells.compactMap { cell -> (Int, String)? in
            if case .text(let text) = cell.content { (cell.column, text) } else { nil }
        }
        let numbers = values.filter { if case .text = $0.content { false } else { true } }
        guard !numbers.isEmpty else { return }
        if let total = texts.first(where: { FormWords.isTotal($0.1) }) {
            check(total: total.1, row, numbers, sums)
            return
        }
        let first = texts.first
        let place = CellPlace(row, first?.0 ?? numbers[0].column)
        guard let name = first?.1 else {
            reader.session.fault(
                reader.position(sheet, place),
                Phrase(
                    id: "baris ini berisi angka tanpa kode atau nama",
                    en: "this row has numbers but no code or name"))
            return
        }
        let near = Suggestion.closest(to: name, among: reader.words.codes.keys.sorted())
        reader.session.fault(
            reader.position(sheet, place),
            Phrase(
                id: "baris '\(name)' tidak dikenal di formulir ini",
                en: "row '\(name)' is unknown in this form"),
            hint: near.map { Phrase.didYouMean($0) })
    }

    /// A total is passed over; one that is not the sum of the rows above is told.
    private func check(
        total name: String, _ row: Int, _ numbers: [(column: Int, content: ReadSheet.Content)],
        _ sums: [Int: Double]
    ) {
        for (column, content) in numbers {
            // Sums of a province may be of any of its parts.
            guard !reader.form.hasRegions, case .number(let written, _) = content,
                let sum = sums[column],
                abs(written - sum) > 0.5
            else { continue }
            reader.session.warn(
                reader.position(sheet, CellPlace(row, column)),
                Phrase(
                    "'\(name)' berisi \(plain: written), sedangkan baris di atasnya berjumlah"
                        + " \(plain: sum); jumlahnya tidak dipakai",
                    en: "'\(name)' says \(plain: written), but the rows above add to"
                        + " \(plain: sum); the total is not used"))
        }
    }

    /// The text of a row in a column.
    private func text(_ row: Int, _ column: Int?) -> String? {
        guard let column else { return nil }
        let place = CellPlace(row, column)
        let content = sheet.cells[place] ?? merge(at: place).flatMap { sheet.cells[$0.first] }
        switch content {
        case .text(let text):
            let trimmed = text.trimmingBlanks
            return trimmed.isEmpty ? nil : trimmed
        case .number(let number, _): return Language.english.plain(number)
        case .date(let year, let month, let day): return "\(day)-\(month)-\(year)"
        default: return nil
        }
    }

    private func mark(_ row: Int, _ column: Int?) -> EvidenceMark? {
        guard let column, let text = text(row, column) else { return nil }
        let known = EvidenceMark.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
        if known == nil {
            reader.session.fault(
                reader.position(sheet, CellPlace(row, column)),
                Phrase(id: "tanda '\(text)' tidak dikenal", en: "mark '\(text)' is unknown"),
                hint: Phrase.choices(EvidenceMark.allCases.map(\.rawValue)))
        }
        return known
    }
}

extension FormSheet {
    /// The last month of a cell's column; nil for the last column, and where columns are no months.
    fileprivate func lastMonth(of cell: FormCell) -> Month? {
        guard let from = cell.from else { return nil }
        let months = columns.compactMap { if case .month(let month) = $0 { month } else { nil } }
        return months.filter { $0 > from }.min().map { $0.advanced(by: -1) }
    }
}
