import Analysis
import Formats
import Policy
import Quantities

/// A sheet of sums over the cost sheet: purses or segments by year, a block for each scenario.
struct PivotSheet {
    enum Kind { case purses, segments }

    /// Where a block of a scenario stands.
    struct Block {
        let headingRow: Int
        let names: [Phrase]
        /// The row that adds up the names.
        var totalRow: Int { headingRow + 1 + names.count }
        func row(_ name: Phrase) -> Int? {
            names.firstIndex(of: name).map { headingRow + 1 + $0 }
        }
    }

    private let kind: Kind
    private let costs: CostSheet
    private let results: [ScenarioResult]
    private let language: Language
    private(set) var sheet: Sheet
    private(set) var blocks: [Block] = []

    init(_ kind: Kind, _ results: [ScenarioResult], _ costs: CostSheet, in language: Language) {
        self.kind = kind
        self.costs = costs
        self.results = results
        self.language = language
        let title = kind == .purses ? Phrase.purseSheet : Phrase.segmentSheet
        sheet = Sheet(title[language])
        sheet[0, 0] = .text(
            (kind == .purses ? Phrase.purseTitle : Phrase.segmentTitle)[language],
            SheetStyle.title)
        sheet[1, 0] = .text(Phrase.pivotNote[language], SheetStyle.note)
        sheet.widths = [40] + years.map { _ in 18 } + [20]
        sheet.frozen = CellPlace(0, 1)
        var row = 3
        for scenario in results.indices { row = add(scenario, at: row) + 2 }
    }

    private var years: [Int] { results[0].summary.years }
    private var totalColumn: Int { years.count + 1 }

    /// The years of a row, for charts.
    func years(_ row: Int) -> CellRange {
        CellRange(CellPlace(row, 1), CellPlace(row, years.count))
    }

    /// Adds a scenario; the row after it.
    private mutating func add(_ scenario: Int, at start: Int) -> Int {
        let result = results[scenario]
        let own = costs.lines.filter { $0.scenario == scenario }
        let all =
            kind == .purses
            ? result.policy.purses.map(\.name) + [Phrase.unfunded]
            : result.policy.segments.map(\.name)
        let names = all.filter { name in
            own.contains { kind == .purses ? $0.purse == name : $0.segment == name }
        }
        sheet[start, 0] = .text(result.name, SheetStyle.strong.with { $0.border = nil })
        let block = Block(headingRow: start + 1, names: names)
        blocks.append(block)
        headings(block.headingRow, kind == .purses ? Phrase.purseHeading : Phrase.segmentHeading)
        for (index, name) in names.enumerated() {
            fill(block.headingRow + 1 + index, name, scenario, block)
        }
        total(block)
        return kind == .purses ? ceilings(result, block) : block.totalRow + 1
    }

    private mutating func headings(_ row: Int, _ first: Phrase) {
        sheet[row, 0] = .text(first[language], SheetStyle.heading.with { $0.alignment = .left })
        for (index, year) in years.enumerated() {
            sheet[row, index + 1] = .number(Double(year), SheetStyle.heading)
        }
        sheet[row, totalColumn] = .text(Phrase.sum[language], SheetStyle.heading)
    }

    private mutating func fill(_ row: Int, _ name: Phrase, _ scenario: Int, _ block: Block) {
        sheet[row, 0] = .text(name[language], SheetStyle.label)
        let title = "$A$\(block.headingRow)"
        for (index, year) in years.enumerated() {
            let letters = CellPlace.letters(index + 1)
            let content = costs.sum([
                .scenario(scenario, title), .year(year, "\(letters)$\(block.headingRow + 1)"),
                kind == .purses
                    ? .purse(name, "$A\(row + 1)") : .segment(name, "$A\(row + 1)"),
            ])
            sheet[row, index + 1] = SheetCell(content, SheetStyle.number(.whole))
        }
        sum(row, SheetStyle.sum(.whole))
    }

    /// The sum of a row's years.
    private mutating func sum(_ row: Int, _ style: SheetCell.Style) {
        let value = (1...years.count).reduce(0.0) { $0 + number(row, $1) }
        sheet[row, totalColumn] = SheetCell(.formula("SUM(\(years(row)))", value), style)
    }

    /// What a cell comes to.
    func number(_ row: Int, _ column: Int) -> Double {
        switch sheet[row, column]?.content {
        case .number(let number), .formula(_, let number): number
        default: 0
        }
    }

    private mutating func total(_ block: Block) {
        let row = block.totalRow
        sheet[row, 0] = .text(
            Phrase.needed[language], SheetStyle.sum(.general).with { $0.alignment = .left })
        for column in 1...totalColumn {
            let cells = CellRange(
                CellPlace(block.headingRow + 1, column), CellPlace(row - 1, column))
            let sum = block.names.indices.reduce(0.0) {
                $0 + number(block.headingRow + 1 + $1, column)
            }
            sheet[row, column] = SheetCell(
                block.names.isEmpty ? .number(0) : .formula("SUM(\(cells))", sum),
                SheetStyle.sum(.whole))
        }
    }

    /// Ceilings of purses at the end of each year, and what is left of them; the row after.
    private mutating func ceilings(_ result: ScenarioResult, _ block: Block) -> Int {
        let rows = result.purseRows
        var row = block.totalRow + 2
        headings(row, Phrase.ceilingHeading)
        for (position, purse) in result.policy.purses.enumerated() {
            guard let paid = block.row(purse.name) else { continue }
            for (offset, label) in [Phrase.ceilingOf(purse.name), Phrase.leftOf(purse.name)]
                .enumerated()
            {
                sheet[row + 1 + offset, 0] = .text(label[language], SheetStyle.label)
            }
            for (index, year) in years.enumerated() {
                let ceiling = rows.reduce(0.0) { sum, row in
                    row.year == year && row.bearer == .purse(position)
                        ? sum + Double(row.closing.amount) : sum
                }
                let letters = CellPlace.letters(index + 1)
                sheet[row + 1, index + 1] = .number(ceiling, SheetStyle.number(.whole))
                sheet[row + 2, index + 1] = SheetCell(
                    .formula(
                        "\(letters)\(row + 2)-\(letters)\(paid + 1)",
                        ceiling - number(paid, index + 1)), SheetStyle.number(.whole))
            }
            sum(row + 1, SheetStyle.sum(.whole))
            sum(row + 2, SheetStyle.sum(.whole))
            row += 2
        }
        return row + 1
    }
}
