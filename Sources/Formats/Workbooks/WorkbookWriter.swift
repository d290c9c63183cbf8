import CXlsxwriter

/// Writes sheets into a workbook of libxlsxwriter.
final class WorkbookWriter {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let texts: TextArena
    private var formats: [SheetCell.Style: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ texts: TextArena) {
        self.book = book
        self.texts = texts
    }

    func add(_ sheet: Sheet) {
        guard let target = workbook_add_worksheet(book, sheet.name) else { return }
        lay(sheet, target)
        for (place, cell) in sheet.cells.sorted(by: { $0.key < $1.key }) {
            write(cell, at: place, target)
        }
        for range in sheet.merged { merge(range, sheet.cells[range.first], target) }
        if let filter = sheet.filter {
            worksheet_autofilter(
                target, UInt32(filter.first.row), UInt16(filter.first.column),
                UInt32(filter.last.row), UInt16(filter.last.column))
        }
        for validation in sheet.validations { add(validation, target) }
        for chart in sheet.charts where !chart.series.isEmpty { add(chart, target) }
    }

    /// Widths, heights, panes, pages and protection.
    private func lay(_ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>) {
        for (column, width) in sheet.widths.enumerated() {
            worksheet_set_column(target, UInt16(column), UInt16(column), width, nil)
        }
        for (row, height) in sheet.heights.sorted(by: { $0.key < $1.key }) {
            worksheet_set_row(target, UInt32(row), height, nil)
        }
        if sheet.frozen.row > 0 || sheet.frozen.column > 0 {
            worksheet_freeze_panes(
                target, UInt32(sheet.frozen.row), UInt16(sheet.frozen.column))
        }
        if sheet.isPortrait {
            worksheet_set_portrait(target)
        } else {
            worksheet_set_landscape(target)
        }
        worksheet_set_paper(target, Self.a4)
        worksheet_set_margins(target, 0.5, 0.5, 0.6, 0.6)
        worksheet_fit_to_pages(target, 1, 0)
        worksheet_set_footer(target, "&L&8&A&R&8&P / &N")
        worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        if let rows = sheet.repeatedRows {
            worksheet_repeat_rows(target, UInt32(rows.lowerBound), UInt32(rows.upperBound))
        }
        if let tab = sheet.tab { worksheet_set_tab_color(target, tab) }
        worksheet_set_comments_author(target, "Lindung")
        if sheet.isProtected {
            var options = lxw_protection()
            options.format_columns = 1
            options.format_rows = 1
            worksheet_protect(target, nil, &options)
        }
    }

    private static let a4: UInt8 = 9

    /// Makes a range one cell, and writes again what its first held.
    private func merge(
        _ range: CellRange, _ cell: SheetCell?, _ target: UnsafeMutablePointer<lxw_worksheet>
    ) {
        guard let cell else { return }
        worksheet_merge_range(
            target, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
            UInt16(range.last.column), nil, format(cell.style))
        write(cell, at: range.first, target)
    }

    private func write(
        _ cell: SheetCell, at place: CellPlace, _ target: UnsafeMutablePointer<lxw_worksheet>
    ) {
        let (row, column) = (UInt32(place.row), UInt16(place.column))
        let format = format(cell.style)
        switch cell.content {
        case .blank: worksheet_write_blank(target, row, column, format)
        case .text(let text):
            worksheet_write_string(target, row, column, Self.fitting(text), format)
        case .number(let number):
            if number.isFinite {
                worksheet_write_number(target, row, column, number, format)
            } else {
                worksheet_write_string(target, row, column, "–", format)
            }
        case .formula(let formula, let value):
            worksheet_write_formula_num(target, row, column, "=" + formula, format, value)
        }
        if let comment = cell.comment {
            var options = lxw_comment_options()
            options.width = 360
            options.height = UInt16(40 + 16 * (comment.count / 52 + comment.count { $0 == "\n" }))
            worksheet_write_comment_opt(target, row, column, comment, &options)
        }
    }

    /// A cell holds so many characters, and the library drops a longer text whole.
    private static func fitting(_ text: String) -> String {
        text.utf8.count <= 32_767 ? text : text.prefix(8_000) + " …"
    }

    private func format(_ style: SheetCell.Style) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(book) else { return nil }
        formats[style] = format
        format_set_font_name(format, "Liberation Sans")
        format_set_font_size(format, style.size)
        format_set_font_color(format, style.colour)
        format_set_num_format(format, style.format.rawValue)
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if let fill = style.fill { format_set_bg_color(format, fill) }
        if let border = style.border {
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, border)
        }
        if style.hasRule { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.isWrapped { format_set_text_wrap(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        switch style.alignment {
        case .natural: break
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        if style.isOpen { format_set_unlocked(format) }
        return format
    }
}

/// What may be typed, and charts.
extension WorkbookWriter {
    private func add(
        _ validation: Sheet.Validation, _ target: UnsafeMutablePointer<lxw_worksheet>
    ) {
        var options = lxw_data_validation()
        options.error_message = texts.text(String(validation.message.prefix(255)))
        options.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        options.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        options.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        options.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
        var list: [UnsafeMutablePointer<CChar>?] = []
        switch validation.rule {
        case .list(let words):
            options.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            options.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
            list = words.map(texts.text) + [nil]
        case .number(let range), .whole(let range):
            let isWhole = if case .whole = validation.rule { true } else { false }
            let type = isWhole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL
            options.validate = UInt8(type.rawValue)
            options.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            options.minimum_number = range.lowerBound
            options.maximum_number = range.upperBound
        }
        let (first, last) = (validation.cells.first, validation.cells.last)
        list.withUnsafeMutableBufferPointer { list in
            if list.count > 0 { options.value_list = list.baseAddress }
            _ = worksheet_data_validation_range(
                target, UInt32(first.row), UInt16(first.column), UInt32(last.row),
                UInt16(last.column), &options)
        }
    }

    private func add(_ chart: SheetChart, _ target: UnsafeMutablePointer<lxw_worksheet>) {
        let type =
            switch chart.kind {
            case .stackedColumns: LXW_CHART_COLUMN_STACKED
            case .columns: LXW_CHART_COLUMN
            case .lines: LXW_CHART_LINE
            }
        guard let drawn = workbook_add_chart(book, UInt8(type.rawValue)) else { return }
        for series in chart.series {
            guard let added = chart_add_series(drawn, "=" + series.categories, "=" + series.values)
            else { continue }
            chart_series_set_name(added, series.name)
            if chart.kind == .lines {
                var line = lxw_chart_line()
                line.color = series.colour
                line.width = 2.25
                chart_series_set_line(added, &line)
            } else {
                var fill = lxw_chart_fill()
                fill.color = series.colour
                chart_series_set_fill(added, &fill)
            }
        }
        chart_title_set_name(drawn, chart.title)
        var title = lxw_chart_font()
        title.size = 12
        title.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
        chart_title_set_name_font(drawn, &title)
        chart_axis_set_name(drawn.pointee.y_axis, chart.axis)
        var name = lxw_chart_font()
        name.size = 9
        name.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
        name.rotation = -90
        chart_axis_set_name_font(drawn.pointee.y_axis, &name)
        chart_axis_set_num_format(drawn.pointee.y_axis, chart.format.rawValue)
        var grid = lxw_chart_line()
        grid.color = 0xE3E7EB
        chart_axis_major_gridlines_set_line(drawn.pointee.y_axis, &grid)
        chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        if chart.kind != .lines {
            chart_set_series_gap(drawn, 60)
            chart_axis_set_min(drawn.pointee.y_axis, 0)
        }
        var options = lxw_chart_options()
        options.x_scale = chart.size.width
        options.y_scale = chart.size.height
        options.description = texts.text(chart.title)
        worksheet_insert_chart_opt(
            target, UInt32(chart.place.row), UInt16(chart.place.column), drawn, &options)
    }
}
