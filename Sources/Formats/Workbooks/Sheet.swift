/// A sheet of a workbook that is written.
package struct Sheet: Sendable {
    /// What may be typed into some cells.
    package struct Validation: Sendable {
        package enum Rule: Sendable {
            case list([String])
            case number(ClosedRange<Double>)
            case whole(ClosedRange<Double>)
        }

        let cells: CellRange
        let rule: Rule
        /// What is said of anything else.
        let message: String

        package init(_ cells: CellRange, _ rule: Rule, message: String) {
            (self.cells, self.rule, self.message) = (cells, rule, message)
        }
    }

    package let name: String
    package var cells: [CellPlace: SheetCell] = [:]
    /// Widths in characters, from the first column on.
    package var widths: [Double] = []
    /// Heights in points of rows that are not as high as their text.
    package var heights: [Int: Double] = [:]
    /// Rows and columns that stay where they are.
    package var frozen = CellPlace(0, 0)
    package var validations: [Validation] = []
    package var charts: [SheetChart] = []
    /// Ranges that are one cell: what the first holds.
    package var merged: [CellRange] = []
    /// Headings and rows that may be filtered.
    package var filter: CellRange?
    /// Whether only open cells may be edited; without a password.
    package var isProtected = false
    package var isPortrait = false
    /// The rows that every printed page repeats.
    package var repeatedRows: ClosedRange<Int>?
    package var tab: UInt32?

    /// - Parameter name: without what programs refuse in names, cut to the 31 characters that they
    ///   allow.
    package init(_ name: String) {
        let plain = String(name.map { "[]:*?/\\'".contains($0) ? " " : $0 })
        self.name = String(plain.prefix(31))
    }

    package subscript(row: Int, column: Int) -> SheetCell? {
        get { cells[CellPlace(row, column)] }
        set { cells[CellPlace(row, column)] = newValue }
    }

    /// The cells of a range, seen from another sheet: `'Biaya'!$B$2:$B$7`.
    package func reference(_ range: CellRange) -> String {
        func fixed(_ place: CellPlace) -> String {
            "$\(CellPlace.letters(place.column))$\(place.row + 1)"
        }
        return "'\(name)'!\(fixed(range.first)):\(fixed(range.last))"
    }
}

/// A chart of a spreadsheet program, over cells of the workbook.
package struct SheetChart: Sendable {
    package enum Kind: Sendable { case stackedColumns, columns, lines }

    package struct Series: Sendable {
        let name: String
        let categories: String
        let values: String
        let colour: UInt32

        /// - Parameters:
        ///   - categories: what ``Sheet/reference(_:)`` says of the cells along the axis.
        ///   - values: likewise of the numbers.
        package init(_ name: String, categories: String, values: String, colour: UInt32) {
            self.name = name
            self.categories = categories
            self.values = values
            self.colour = colour
        }
    }

    let kind: Kind
    let title: String
    let axis: String
    let format: SheetCell.NumberFormat
    let series: [Series]
    let place: CellPlace
    let size: (width: Double, height: Double)

    /// - Parameters:
    ///   - axis: what the numbers are, with their unit.
    ///   - place: the cell of its upper left corner.
    ///   - size: in units of 480 x 288 pixels.
    package init(
        _ kind: Kind, title: String, axis: String, format: SheetCell.NumberFormat,
        series: [Series], at place: CellPlace, size: (width: Double, height: Double)
    ) {
        self.kind = kind
        self.title = title
        self.axis = axis
        self.format = format
        self.series = series
        self.place = place
        self.size = size
    }
}
