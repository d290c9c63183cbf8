import Analysis
import Formats
import Policy
import Quantities

/// The first sheet: the answer, the main figures, and charts.
struct SummarySheet {
    private(set) var sheet: Sheet
    private let results: [ScenarioResult]
    private let costs: CostSheet
    private let purses: PivotSheet
    private let language: Language
    private var row = 0

    /// The hue of each purse or scenario, as in other pictures.
    private static func colour(_ text: String) -> UInt32 {
        UInt32(text.dropFirst(), radix: 16) ?? SheetStyle.ink
    }

    init(
        _ report: Report, _ results: [ScenarioResult], _ costs: CostSheet, _ purses: PivotSheet,
        in language: Language
    ) {
        self.results = results
        self.costs = costs
        self.purses = purses
        self.language = language
        sheet = Sheet(Phrase.summarySheet[language])
        sheet.widths = [44] + years.map { _ in 17 } + [19]
        sheet[0, 0] = .text(report.title[language], SheetStyle.title)
        row = 2
        for text in report.answer { say(text[language]) }
        row += 1
        if results.count == 1 { addYears(report) } else { addScenarios() }
    }

    private var years: [Int] { results[0].summary.years }
    private var lastColumn: Int { years.count + 1 }

    /// A sentence over the width of the sheet.
    private mutating func say(_ text: String) {
        sheet[row, 0] = .text(text, SheetStyle.wrapped.with { $0.size = 11 })
        sheet.merged.append(CellRange(CellPlace(row, 0), CellPlace(row, lastColumn)))
        let width = sheet.widths.reduce(0, +) * 0.95
        sheet.heights[row] = 15 * (Double(text.count) / width).rounded(.up) + 3
        row += 1
    }

    private mutating func headings(_ first: Phrase, _ labels: [SheetCell.Content]) {
        sheet[row, 0] = .text(first[language], SheetStyle.heading.with { $0.alignment = .left })
        for (index, label) in labels.enumerated() {
            sheet[row, index + 1] = SheetCell(label, SheetStyle.heading)
        }
        sheet.heights[row] = 32
        row += 1
    }

    /// A figure with its unit, as a label begins.
    private func label(_ quantity: Quantity, _ unit: Phrase?) -> String {
        Self.capital(quantity.heading[language]) + (unit.map { " (\($0[language]))" } ?? "")
    }

    private static func capital(_ name: String) -> String {
        let isWord = name.dropFirst().first?.isLowercase == true
        return isWord ? name.prefix(1).uppercased() + name.dropFirst() : name
    }

    private var yearLabels: [SheetCell.Content] { years.map { .number(Double($0)) } }

    private static func format(_ unit: Unit) -> SheetCell.NumberFormat {
        unit == .share ? .share : .whole
    }
}

/// One scenario.
extension SummarySheet {
    private static let shown: [Quantity] = [
        .measure(.fundedPersonMonths), .measure(.waitingPersonMonths), .measure(.fundedAtEnd),
        .measure(.protectedAtEnd), .indicator(.averageCoverage), .indicator(.coverageOfWorkers),
        .indicator(.closedAverageCoverage),
    ]

    private mutating func addYears(_ report: Report) {
        let result = results[0]
        let heading = row
        headings(Phrase.mainFigures, yearLabels + [.text(Phrase.workbookHorizon[language])])
        addMoney(result)
        var rows: [Quantity: Int] = [:]
        let shown = Self.shown.filter { result.hasGap || $0 != .indicator(.closedAverageCoverage) }
        for quantity in shown {
            sheet[row, 0] = .text(label(quantity, quantity.unit.heading), SheetStyle.label)
            let style = SheetStyle.number(Self.format(quantity.unit))
            for index in years.indices {
                sheet[row, index + 1] = .number(quantity.value(result.summary, year: index), style)
            }
            sheet[row, lastColumn] = .number(quantity.value(result.summary, year: nil), style)
            rows[quantity] = row
            row += 1
        }
        addFamilies(report)
        sheet.frozen = CellPlace(0, 1)
        let categories = reference(heading)
        let lines = Self.shown.suffix(3).enumerated().compactMap { index, quantity in
            rows[quantity].map {
                SheetChart.Series(
                    quantity.heading[language], categories: categories, values: reference($0),
                    colour: Self.colour(ResultPicture.lineColors[index + 1]))
            }
        }
        addCharts(purseSeries(0), lines)
    }

    /// Families kept above the line, which are an interval always, as the report has them.
    private mutating func addFamilies(_ report: Report) {
        for section in report.sections {
            guard case .table(let table) = section.content,
                let column = table[column: "families_interval"],
                case .text(let cells) = column.cells, cells.count == lastColumn,
                let heading = ColumnName.heading(column.name)
            else { continue }
            sheet[row, 0] = .text(Self.capital(heading[language]), SheetStyle.label)
            for (index, text) in cells.enumerated() {
                sheet[row, index + 1] = .text(
                    text, SheetStyle.label.with { $0.alignment = .right })
            }
            row += 1
            return
        }
    }

    /// Needed, paid and lacking, as the sheet of purses adds them up.
    private mutating func addMoney(_ result: ScenarioResult) {
        let block = purses.blocks[0]
        let gap = block.row(Phrase.unfunded)
        for kind in 0..<3 {
            let label = [Phrase.needed, Phrase.workbookPaid, Phrase.workbookGap][kind]
            sheet[row, 0] = .text("\(label[language]) (Rp)", SheetStyle.strong)
            for column in 1...lastColumn {
                func cell(_ row: Int) -> String {
                    "'\(purses.sheet.name)'!\(CellPlace(row, column))"
                }
                let needed = purses.number(block.totalRow, column)
                let lacking = gap.map { purses.number($0, column) } ?? 0
                let total = cell(block.totalRow)
                let content: SheetCell.Content =
                    switch (kind, gap) {
                    case (0, _): .formula(total, needed)
                    case (1, let gap?): .formula("\(total)-\(cell(gap))", needed - lacking)
                    case (1, nil): .formula(total, needed)
                    case (_, let gap?): .formula(cell(gap), lacking)
                    default: .number(0)
                    }
                sheet[row, column] = SheetCell(content, SheetStyle.sum(.whole))
            }
            row += 1
        }
    }

    private func purseSeries(_ scenario: Int) -> [SheetChart.Series] {
        let block = purses.blocks[scenario]
        let categories = purses.sheet.reference(purses.years(block.headingRow))
        return block.names.enumerated().compactMap { index, name in
            block.row(name).map { row in
                let colours = ResultPicture.purseColors
                return SheetChart.Series(
                    name[language], categories: categories,
                    values: purses.sheet.reference(purses.years(row)),
                    colour: Self.colour(
                        name == Phrase.unfunded
                            ? ResultPicture.gapColor : colours[index % colours.count]))
            }
        }
    }

    /// The years of a row of this sheet.
    private func reference(_ row: Int) -> String {
        sheet.reference(CellRange(CellPlace(row, 1), CellPlace(row, years.count)))
    }

    private mutating func addCharts(
        _ cost: [SheetChart.Series], _ lines: [SheetChart.Series]
    ) {
        row += 1
        // Side by side over the width of the table; a character is 7 pixels wide.
        let middle = (years.count + 1) / 2
        let pixels = sheet.widths.map { $0 * 7 + 5 }
        let width = (
            pixels[..<middle].reduce(0, +) / 480 - 0.02, pixels[middle...].reduce(0, +) / 480
        )
        sheet.charts = [
            SheetChart(
                results.count == 1 ? .stackedColumns : .columns,
                title: (results.count == 1 ? Phrase.costByPurse : Phrase.workbookCosts)[language],
                axis: Phrase.billionRupiah[language], format: .billions, series: cost,
                at: CellPlace(row, 0), size: (width.0, 1.15)),
            SheetChart(
                .lines, title: Phrase.coverageByYear[language],
                axis: Phrase.ofWorkers[language], format: .share, series: lines,
                at: CellPlace(row, middle), size: (width.1, 1.15)),
        ]
    }
}

/// Several scenarios.
extension SummarySheet {
    /// The first three are money, which the cost sheet adds up.
    private static let compared: [Quantity] = [
        .measure(.publicBill), .measure(.paid), .measure(.gap), .measure(.fundedPersonMonths),
        .measure(.protectedAtEnd), .indicator(.averageCoverage), .indicator(.coverageOfWorkers),
    ]

    private mutating func addScenarios() {
        let first = addValues()
        addDifferences(first)
        let (needs, coverage) = (addNeeds(), addCoverage())
        let colours = ResultPicture.lineColors
        func series(_ start: Int) -> [SheetChart.Series] {
            results.enumerated().map { index, result in
                SheetChart.Series(
                    result.name, categories: reference(start - 1), values: reference(start + index),
                    colour: Self.colour(colours[index % colours.count]))
            }
        }
        addCharts(series(needs), series(coverage))
    }

    /// - Parameter areDifferences: those of shares are percentage points.
    private func comparedLabels(areDifferences: Bool = false) -> [SheetCell.Content] {
        Self.compared.map { quantity in
            let points = areDifferences && quantity.unit == .share ? Phrase.points : nil
            return .text(label(quantity, points ?? quantity.unit.heading))
        }
    }

    /// The whole horizon, a row for each scenario; the first of them.
    private mutating func addValues() -> Int {
        headings(Phrase.workbookHorizon, comparedLabels())
        let start = row
        for (scenario, result) in results.enumerated() {
            sheet[row, 0] = .text(result.name, SheetStyle.strong)
            for (index, quantity) in Self.compared.enumerated() {
                let style = SheetStyle.number(Self.format(quantity.unit))
                let needed = costs.sum([.scenario(scenario, "$A\(row + 1)")])
                let gap = costs.sum([
                    .scenario(scenario, "$A\(row + 1)"),
                    .purse(Phrase.unfunded, "\"\(Phrase.unfunded[language])\""),
                ])
                let content: SheetCell.Content =
                    switch index {
                    case 0: needed
                    case 1:
                        .formula(
                            "B\(row + 1)-D\(row + 1)", Self.value(needed) - Self.value(gap))
                    case 2: gap
                    default: .number(quantity.value(result.summary, year: nil))
                    }
                sheet[row, index + 1] = SheetCell(content, style)
            }
            row += 1
        }
        row += 1
        return start
    }

    private static func value(_ content: SheetCell.Content) -> Double {
        switch content {
        case .number(let number), .formula(_, let number): number
        case .blank, .text: 0
        }
    }

    /// The same against the baseline.
    private mutating func addDifferences(_ start: Int) {
        headings(Phrase.differenceTo(results[0].name), comparedLabels(areDifferences: true))
        for scenario in results.indices.dropFirst() {
            sheet[row, 0] = .text(results[scenario].name, SheetStyle.strong)
            for (index, quantity) in Self.compared.enumerated() {
                let letters = CellPlace.letters(index + 1)
                let values = [start + scenario, start].map { row in
                    sheet[row, index + 1].map { Self.value($0.content) } ?? 0
                }
                let isShare = quantity.unit == .share
                let formula = "\(letters)\(start + scenario + 1)-\(letters)\(start + 1)"
                sheet[row, index + 1] = SheetCell(
                    isShare
                        ? .formula("(\(formula))*100", (values[0] - values[1]) * 100)
                        : .formula(formula, values[0] - values[1]),
                    SheetStyle.number(isShare ? .signedPoints : .signed))
            }
            row += 1
        }
        row += 1
    }

    private mutating func addNeeds() -> Int {
        let heading = row
        headings(Phrase.costByYear, yearLabels + [.text(Phrase.sum[language])])
        let start = row
        for (scenario, result) in results.enumerated() {
            sheet[row, 0] = .text(result.name, SheetStyle.strong)
            var sum = 0.0
            for (index, year) in years.enumerated() {
                let content = costs.sum([
                    .scenario(scenario, "$A\(row + 1)"),
                    .year(year, "\(CellPlace.letters(index + 1))$\(heading + 1)"),
                ])
                sum += Self.value(content)
                sheet[row, index + 1] = SheetCell(content, SheetStyle.number(.whole))
            }
            let cells = CellRange(CellPlace(row, 1), CellPlace(row, years.count))
            sheet[row, lastColumn] = SheetCell(
                .formula("SUM(\(cells))", sum), SheetStyle.sum(.whole))
            row += 1
        }
        row += 1
        return start
    }

    private mutating func addCoverage() -> Int {
        headings(Phrase.coverageByYear, yearLabels + [.text(Phrase.workbookHorizon[language])])
        let start = row
        let quantity = Quantity.indicator(.averageCoverage)
        for result in results {
            sheet[row, 0] = .text(result.name, SheetStyle.strong)
            for column in 1...lastColumn {
                let year = column == lastColumn ? nil : column - 1
                sheet[row, column] = .number(
                    quantity.value(result.summary, year: year), SheetStyle.number(.share))
            }
            row += 1
        }
        return start
    }
}
