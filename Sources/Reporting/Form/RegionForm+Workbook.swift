import Analysis
import Formats
import Policy
import Quantities

extension RegionForm {
    /// The workbook that a region fills in: instructions, then a sheet for each kind of input with
    /// the values in force, their sources as notes, and what may be typed.
    package func workbook(_ regions: RegionTable, in language: Language) -> Workbook {
        let name = regions.name(of: region)
        let title = Phrase.formTitle(name)[language]
        return Workbook(
            title: title,
            [instructions(title, name, language)]
                + sheets.map {
                    FormSheetWriter($0, regions, language, hasRegions: hasRegions).sheet
                })
    }

    private func instructions(_ title: String, _ name: String, _ language: Language) -> Sheet {
        var sheet = Sheet(Phrase.formInstructions[language])
        sheet.widths = [22, 96]
        sheet.isPortrait = true
        sheet.isProtected = true
        sheet.tab = 0x9AA5AD
        sheet[0, 0] = .text(title, SheetStyle.title)
        let years = "\(horizon.lowerBound) – \(horizon.upperBound)"
        let facts = [
            (Phrase.formRegion, region.code), (Phrase.formRegionName, name),
            (Phrase(id: "Periode", en: "Horizon"), years),
        ]
        var row = 2
        func add(_ label: String, _ text: String) {
            sheet[row, 0] = .text(label, SheetStyle.wrapped.with { $0.isBold = true })
            sheet[row, 1] = .text(text, SheetStyle.wrapped)
            row += 1
        }
        func heading(_ text: Phrase) {
            row += 1
            sheet[row, 0] = .text(
                text[language],
                SheetCell.Style().with {
                    $0.isBold = true
                    $0.size = 11
                })
            row += 1
        }
        for (label, text) in facts { add(label[language], text) }
        heading(Phrase(id: "Cara mengisi", en: "How to fill it in"))
        for (number, step) in Phrase.formSteps.enumerated() {
            add("\(number + 1).", step[language])
        }
        heading(Phrase(id: "Lembar", en: "Sheets"))
        for form in sheets { add(form.kind.title[language], form.kind.explanation[language]) }
        heading(Phrase(id: "Tanda: seberapa pasti suatu angka", en: "Marks: how sure a number is"))
        for mark in EvidenceMark.allCases {
            add(mark.rawValue, Phrase.formMeaning(mark)[language])
        }
        return sheet
    }
}

/// One kind of input as a sheet.
private struct FormSheetWriter {
    static let headingRow = 3

    let form: FormSheet
    let regions: RegionTable
    let language: Language
    /// Whether rows say whose they are.
    let hasRegions: Bool

    init(
        _ form: FormSheet, _ regions: RegionTable, _ language: Language, hasRegions: Bool
    ) {
        self.hasRegions = hasRegions
        self.form = form
        self.regions = regions
        self.language = language
    }

    /// Columns before the values.
    private var lead: Int { places + (form.kind == .assumptions ? 3 : 2) }

    /// Columns that say whose a row is.
    private var places: Int { hasRegions ? 2 : 0 }

    var sheet: Sheet {
        var sheet = Sheet(form.kind.title[language])
        sheet.isProtected = true
        sheet.frozen = CellPlace(Self.headingRow + 1, lead)
        sheet.repeatedRows = Self.headingRow...Self.headingRow
        let isWide = form.kind == .assumptions
        sheet.widths =
            (hasRegions ? [9, 26] : []) + [isWide ? 24 : 16, isWide ? 52 : 34]
            + (isWide ? [14] : [])
            + form.columns.map { _ in isWide ? 22 : form.kind == .ceilings ? 19 : 14 } + [40, 9]
        sheet[0, 0] = .text(form.kind.title[language], SheetStyle.title)
        sheet[1, 0] = .text(form.kind.explanation[language], SheetStyle.note)
        sheet.heights[Self.headingRow] = 32
        for (column, heading) in headings.enumerated() {
            sheet[Self.headingRow, column] = .text(heading[language], SheetStyle.heading)
        }
        for (index, row) in form.rows.enumerated() {
            fill(Self.headingRow + 1 + index, row, &sheet)
        }
        addValidations(to: &sheet)
        return sheet
    }

    private var headings: [Phrase] {
        (hasRegions ? [Phrase.formRegion, Phrase.formRegionName] : [])
            + [Phrase.formCode, form.kind.member]
            + (form.kind == .assumptions ? [Phrase.formUnit] : [])
            + form.columns.map(form.kind.heading) + [Phrase.formSource, Phrase.formMark]
    }

    private func fill(_ place: Int, _ row: FormSheet.Row, _ sheet: inout Sheet) {
        if hasRegions {
            sheet[place, 0] = .text(row.region.code, SheetStyle.code)
            sheet[place, 1] = .text(regions.name(of: row.region), SheetStyle.label)
        }
        sheet[place, places] = .text(row.code, SheetStyle.code)
        sheet[place, places + 1] = .text(row.name[language], SheetStyle.label)
        if form.kind == .assumptions, let cell = row.cells.first {
            sheet[place, places + 2] = .text(
                (cell.unit.heading ?? Phrase.formPart(cell.unit))[language],
                SheetStyle.code)
            if case .flag = cell.value {
                sheet[place, places + 2] = .text(
                    "\(Phrase.formYes[language])/\(Phrase.formNo[language])", SheetStyle.code)
            }
        }
        var last: Provenance?
        for (offset, cell) in row.cells.enumerated() {
            var written = written(cell)
            if cell.provenance != last { written.comment = comment(cell) }
            last = cell.provenance
            sheet[place, lead + offset] = written
        }
        let end = lead + row.cells.count
        sheet[place, end] = SheetCell(
            .blank, SheetStyle.open(.general).with { $0.alignment = .left })
        sheet[place, end + 1] = SheetCell(
            .blank, SheetStyle.open(.general).with { $0.alignment = .centre })
    }

    private func written(_ cell: FormCell) -> SheetCell {
        switch cell.value {
        case .flag(let flag):
            .text(
                (flag ? Phrase.formYes : Phrase.formNo)[language],
                SheetStyle.open(.general))
        case .share(let share): .number(share, SheetStyle.open(.share))
        default:
            .number(
                cell.value.number ?? 0,
                SheetStyle.open(format(cell.unit, cell.value.number ?? 0)))
        }
    }

    private func format(_ unit: Unit, _ number: Double) -> SheetCell.NumberFormat {
        switch unit {
        case .share: .share
        case _ where unit.isMoney: .rupiah
        default: number == number.rounded() ? .whole : .decimal
        }
    }

    /// Key, mark, range and source of the value that stands there.
    private func comment(_ cell: FormCell) -> String {
        let provenance = cell.provenance
        let text = SettingText(language: language)
        var lines = [cell.key]
        if let mark = provenance.mark {
            lines.append(
                "\(Phrase.formMark[language]) \(mark.rawValue):"
                    + " \(Phrase.formMeaning(mark)[language])")
        }
        if let region = provenance.borrowedFrom {
            lines.append(
                Phrase(
                    id: "Dipinjam dari \(regions.name(of: region))",
                    en: "Borrowed from \(regions.name(of: region))")[language])
        }
        if let range = provenance.range {
            lines.append(
                Phrase(id: "Rentang 90 %", en: "90 % range")[language]
                    + ": \(text.number(range.lowerBound)) – \(text.number(range.upperBound))")
        }
        if let source = provenance.source {
            lines.append(Phrase(id: "Sumber", en: "Source")[language] + ": " + source)
        }
        return lines.joined(separator: "\n")
    }

    private func addValidations(to sheet: inout Sheet) {
        let (first, last) = (Self.headingRow + 1, Self.headingRow + form.rows.count)
        guard last >= first else { return }
        for (index, row) in form.rows.enumerated() {
            for (offset, cell) in row.cells.enumerated() where form.kind == .assumptions {
                let place = CellPlace(first + index, lead + offset)
                add(cell, CellRange(place, place), &sheet)
            }
        }
        let end = lead + form.columns.count
        if form.kind != .assumptions, let cell = form.rows.first?.cells.first {
            add(cell, CellRange(CellPlace(first, lead), CellPlace(last, end - 1)), &sheet)
        }
        sheet.validations.append(
            Sheet.Validation(
                CellRange(CellPlace(first, end + 1), CellPlace(last, end + 1)),
                .list(EvidenceMark.allCases.map(\.rawValue)),
                message: Phrase(
                    id: "Pilih salah satu tanda dari daftar.", en: "Choose a mark from the list.")[
                        language]))
    }

    private func add(_ cell: FormCell, _ cells: CellRange, _ sheet: inout Sheet) {
        switch cell.definition.domain {
        case .flag:
            let words = [Phrase.formYes[language], Phrase.formNo[language]]
            sheet.validations.append(
                Sheet.Validation(
                    cells, .list(words),
                    message: Phrase(id: "Pilih ya atau tidak.", en: "Choose yes or no.")[language]))
        case .number(_, let range):
            sheet.validations.append(
                Sheet.Validation(
                    cells, cell.unit.isCount ? .whole(range) : .number(range),
                    message: Phrase.formRange(range, cell.unit)[language]))
        default: break
        }
    }
}
