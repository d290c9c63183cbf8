import Analysis
import Formats
import Policy
import Quantities

/// The cost sheet, whose lines multiply, and the sums that other sheets make of it.
struct CostSheet {
    private static let headingRow = 4

    let lines: [CostLine]
    /// The names of the scenarios; their column is there where there are several.
    let scenarios: [String]
    let language: Language

    init(_ results: [ScenarioResult], in language: Language) {
        lines = CostLine.lines(results)
        scenarios = results.map(\.name)
        self.language = language
    }

    var name: String { Phrase.costSheet[language] }

    private var hasScenarios: Bool { scenarios.count > 1 }
    private var first: Int { Self.headingRow + 1 }
    private var last: Int { max(Self.headingRow + lines.count, first) }

    /// What a column holds.
    fileprivate enum Column: Int, CaseIterable {
        case scenario, year, segment, purse, programme, personMonths, contribution, cost
    }

    private var columns: [Column] {
        Column.allCases.filter { hasScenarios || $0 != .scenario }
    }

    private func place(_ column: Column) -> Int { columns.firstIndex(of: column) ?? 0 }

    var sheet: Sheet {
        var sheet = Sheet(name)
        sheet[0, 0] = .text(Phrase.costTitle[language], SheetStyle.title)
        sheet[1, 0] = .text(Phrase.costNote[language], SheetStyle.note)
        // Those of several scenarios do not add up to anything.
        if !hasScenarios { addTotal(to: &sheet) }
        for (column, kind) in columns.enumerated() {
            sheet[Self.headingRow, column] = .text(
                Self.heading(kind)[language], SheetStyle.heading)
        }
        sheet.heights[Self.headingRow] = 32
        sheet.widths = columns.map(Self.width)
        for (index, line) in lines.enumerated() { fill(first + index, line, &sheet) }
        sheet.frozen = CellPlace(first, 0)
        sheet.repeatedRows = Self.headingRow...Self.headingRow
        sheet.filter = CellRange(
            CellPlace(Self.headingRow, 0), CellPlace(last, columns.count - 1))
        sheet.isPortrait = true
        return sheet
    }

    private func addTotal(to sheet: inout Sheet) {
        let (row, cost) = (Self.headingRow - 2, place(.cost))
        sheet[row, cost - 1] = .text(
            Phrase.sum[language], SheetStyle.strong.with { $0.alignment = .right })
        sheet[row, cost] = SheetCell(
            .formula("SUM(\(own(.cost)))", total { _ in true }), SheetStyle.sum(.whole))
    }

    private func fill(_ row: Int, _ line: CostLine, _ sheet: inout Sheet) {
        for (column, kind) in columns.enumerated() {
            sheet[row, column] =
                switch kind {
                case .scenario: .text(scenarios[line.scenario], SheetStyle.label)
                case .year:
                    .number(
                        Double(line.year), SheetStyle.label.with { $0.alignment = .centre })
                case .segment: .text(line.segment[language], SheetStyle.label)
                case .purse: .text(line.purse[language], SheetStyle.label)
                case .programme:
                    .text(line.programme.rawValue.uppercased(), SheetStyle.label)
                case .personMonths:
                    .number(line.personMonths, SheetStyle.number(.hundredths))
                case .contribution:
                    .number(
                        line.contribution,
                        SheetStyle.number(
                            line.contribution == line.contribution.rounded() ? .whole : .decimal))
                case .cost:
                    SheetCell(
                        .formula(
                            "ROUND(\(cell(.personMonths, row))*\(cell(.contribution, row)),0)",
                            Double(line.cost.amount)), SheetStyle.number(.whole))
                }
        }
    }

    private func cell(_ column: Column, _ row: Int) -> String {
        "\(CellPlace(row, place(column)))"
    }

    private static func heading(_ column: Column) -> Phrase {
        switch column {
        case .scenario: Phrase(id: "Skenario", en: "Scenario")
        case .year: Phrase(id: "Tahun", en: "Year")
        case .segment: Phrase(id: "Segmen", en: "Segment")
        case .purse: Phrase(id: "Sumber dana", en: "Purse")
        case .programme: Phrase(id: "Program", en: "Programme")
        case .personMonths: Phrase(id: "Orang-bulan", en: "Person-months")
        case .contribution:
            Phrase(id: "Iuran per orang-bulan (Rp)", en: "Contribution per person-month (Rp)")
        case .cost: Phrase(id: "Biaya (Rp)", en: "Cost (Rp)")
        }
    }

    private static func width(_ column: Column) -> Double {
        switch column {
        case .year: 8
        case .programme: 11
        case .segment, .purse: 34
        case .scenario: 22
        case .personMonths: 15
        case .contribution, .cost: 20
        }
    }
}

/// Sums by scenario, year, segment and purse.
extension CostSheet {
    /// What a sum is restricted to; each with the cell that says it.
    enum Criterion {
        case scenario(Int, String)
        case year(Int, String)
        case segment(Phrase, String)
        case purse(Phrase, String)

        fileprivate var column: Column {
            switch self {
            case .scenario: .scenario
            case .year: .year
            case .segment: .segment
            case .purse: .purse
            }
        }

        fileprivate var cell: String {
            switch self {
            case .scenario(_, let cell), .year(_, let cell), .segment(_, let cell),
                .purse(_, let cell):
                cell
            }
        }

        fileprivate func holds(_ line: CostLine) -> Bool {
            switch self {
            case .scenario(let scenario, _): line.scenario == scenario
            case .year(let year, _): line.year == year
            case .segment(let segment, _): line.segment == segment
            case .purse(let purse, _): line.purse == purse
            }
        }
    }

    /// A live sum of the lines that meet all criteria.
    func sum(_ criteria: [Criterion]) -> SheetCell.Content {
        let asked = criteria.filter { hasScenarios || $0.column != .scenario }
        let value = total { line in criteria.allSatisfy { $0.holds(line) } }
        let range = other(.cost)
        guard !asked.isEmpty else { return .formula("SUM(\(range))", value) }
        let tests = asked.map { "\(other($0.column)),\($0.cell)" }.joined(separator: ",")
        return .formula("SUMIFS(\(range),\(tests))", value)
    }

    private func total(_ isAsked: (CostLine) -> Bool) -> Double {
        lines.filter(isAsked).reduce(0) { $0 + Double($1.cost.amount) }
    }

    private func range(_ column: Column) -> CellRange {
        CellRange(CellPlace(first, place(column)), CellPlace(last, place(column)))
    }

    private func own(_ column: Column) -> String { "\(range(column))" }

    private func other(_ column: Column) -> String { Sheet(name).reference(range(column)) }
}
