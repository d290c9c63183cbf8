/// A linear programme: the smallest or largest cost over variables within bounds, under rows.
///
///     minimise or maximise  c x
///     with                  l <= x <= u   (bounds of variables)
///                           a <= A x <= b (bounds of rows)
///
/// Bounds may be infinite; equal bounds fix a variable or make an equation of a row. Building
/// appends to flat arrays, in time linear in the terms; what is wrong with the numbers is found
/// once, when it is solved.
///
///     var programme = LinearProgramme(.maximise)
///     let kota = programme.addVariable(cost: 3, upper: 40)
///     let kabupaten = programme.addVariable(cost: 2)
///     programme.addRow([(kota, 1), (kabupaten, 1)], upper: 100)
///     try programme.solution().objective  // 240
public struct LinearProgramme: Sendable {
    /// Which end of the cost is sought.
    public enum Direction: Sendable, Equatable {
        /// The smallest, as of a cost for what must be reached.
        case minimise
        /// The largest, as of what a ceiling buys.
        case maximise
    }

    /// A column of the programme that made it, by its position from 0.
    public struct Variable: Sendable, Hashable {
        /// Its place among the variables.
        public let index: Int

        /// The variable at a position, counted from 0 in the order of adding.
        public init(index: Int) { self.index = index }
    }

    /// A row of the programme that made it, by its position from 0.
    public struct Row: Sendable, Hashable {
        /// Its place among the rows.
        public let index: Int

        /// The row at a position, counted from 0 in the order of adding.
        public init(index: Int) { self.index = index }
    }

    /// The end of the cost that is sought.
    public internal(set) var direction: Direction
    /// The cost of one of each variable.
    public private(set) var costs: [Double] = []
    var variableBounds = Bounds()
    var rowBounds = Bounds()
    /// The terms, row after row.
    var terms = SparseRows()
    /// What variables and rows are called, where somebody gave a name.
    private(set) var variableNames: [Int: String] = [:]
    private(set) var rowNames: [Int: String] = [:]

    /// A programme without variables and rows.
    public init(_ direction: Direction) { self.direction = direction }

    /// Sets the cost of every variable anew, and so what is sought within the same bounds.
    public mutating func setCosts(_ cost: (Variable) -> Double) {
        for index in costs.indices { costs[index] = cost(Variable(index: index)) }
    }

    /// How many variables there are.
    public var variableCount: Int { costs.count }
    /// How many rows there are.
    public var rowCount: Int { rowBounds.lower.count }
    /// How many terms the rows have, as given.
    public var termCount: Int { terms.values.count }

    /// Adds a variable; without bounds given it is not negative.
    ///
    /// - Parameters:
    ///   - cost: what one of it adds to the objective.
    ///   - lower: its smallest value, possibly `-.infinity`.
    ///   - upper: its largest value, possibly `.infinity`.
    ///   - name: for the text of the programme; need not be unique.
    @discardableResult
    public mutating func addVariable(
        cost: Double = 0, lower: Double = 0, upper: Double = .infinity, named name: String? = nil
    ) -> Variable {
        if let name { variableNames[costs.count] = name }
        costs.append(cost)
        variableBounds.append(lower, upper)
        return Variable(index: costs.count - 1)
    }

    /// Adds a row: a sum of terms between two bounds, either of which may be left out.
    ///
    /// A variable may occur in several terms of a row; its coefficients are added up.
    ///
    /// - Complexity: O(terms), whatever the programme's size.
    @discardableResult
    public mutating func addRow(
        _ rowTerms: some Sequence<(Variable, Double)>, lower: Double = -.infinity,
        upper: Double = .infinity, named name: String? = nil
    ) -> Row {
        if let name { rowNames[rowCount] = name }
        for (variable, coefficient) in rowTerms { terms.append(variable.index, coefficient) }
        terms.closeRow()
        rowBounds.append(lower, upper)
        return Row(index: rowCount - 1)
    }

    /// Adds an equation: a sum of terms that must have one value.
    @discardableResult
    public mutating func addRow(
        _ rowTerms: some Sequence<(Variable, Double)>, equals value: Double,
        named name: String? = nil
    ) -> Row {
        addRow(rowTerms, lower: value, upper: value, named: name)
    }
}

extension LinearProgramme {
    struct Bounds: Sendable {
        /// By position; may be `-.infinity`.
        private(set) var lower: [Double] = []
        /// By position; may be `.infinity`.
        private(set) var upper: [Double] = []

        mutating func append(_ low: Double, _ high: Double) {
            lower.append(low)
            upper.append(high)
        }

        /// Replaces the bounds of a position.
        mutating func set(_ index: Int, _ low: Double, _ high: Double) {
            lower[index] = low
            upper[index] = high
        }

        /// The first position whose bounds leave no value: reversed, not a number, or an infinity
        /// on the wrong side.
        var firstFault: Int? {
            lower.indices.first {
                !(lower[$0] <= upper[$0]) || lower[$0] == .infinity || upper[$0] == -.infinity
            }
        }
    }
}

extension LinearProgramme {
    /// The terms of a row, as they were added.
    public func terms(of row: Row) -> [(variable: Variable, coefficient: Double)] {
        terms.range(of: row.index).map {
            (Variable(index: terms.columns[$0]), terms.values[$0])
        }
    }

    /// The bounds of a row, either of which may be infinite.
    public func bounds(of row: Row) -> (lower: Double, upper: Double) {
        (rowBounds.lower[row.index], rowBounds.upper[row.index])
    }

    /// Whether a variable has one value only.
    public func isFixed(_ variable: Variable) -> Bool {
        variableBounds.lower[variable.index] == variableBounds.upper[variable.index]
    }

    /// What the prices of a solution prove to be the best that any values can reach.
    ///
    ///     bound = duals x binding bounds of rows + reduced costs x those of variables
    ///
    /// By weak duality no feasible values are better than this, whoever found the prices, as far
    /// as they have the signs of their bounds; its distance from the objective is the gap that is
    /// left unproven. A price on an infinite bound is a rounding error of the solver and is passed
    /// over.
    public func bound(by solution: LinearSolution) -> Double {
        let sign: Double = direction == .minimise ? 1 : -1
        /// The sum of prices times the bounds that they press on; infinite bounds are passed over.
        func part(_ prices: [Double], _ bounds: Bounds) -> Double {
            prices.indices.reduce(0) { sum, index in
                let price = prices[index]
                let binding = sign * price > 0 ? bounds.lower[index] : bounds.upper[index]
                return binding.isFinite ? sum + price * binding : sum
            }
        }
        return part(solution.rowDuals, rowBounds) + part(solution.reducedCosts, variableBounds)
    }
}

extension LinearProgramme {
    /// Prices below this part of the largest cost are none.
    private static let least = 1e-9

    /// The programme narrowed to what is as good as a solution of it: all its optimal values and no
    /// others, without costs.
    ///
    /// By complementary slackness values are optimal where, and only where, every row and variable
    /// with a price stands at the bound that the price belongs to. Unlike a row that holds the
    /// objective this adds no terms, and fixes what is settled.
    ///
    /// - Parameters:
    ///   - solution: of this programme.
    ///   - direction: which end of the costs that are set next is sought.
    public func face(
        of solution: LinearSolution, seeking direction: Direction
    ) -> LinearProgramme {
        let sign: Double = self.direction == .minimise ? 1 : -1
        let least = Self.least * max(1, costs.reduce(0) { max($0, abs($1)) })
        var face = self
        face.direction = direction
        face.setCosts { _ in 0 }
        /// Moves both bounds to the one that a price belongs to; the value stays within them, since
        /// the solver's may lie beside the bound by its tolerance.
        func pin(_ bounds: inout Bounds, _ prices: [Double], _ values: [Double]) {
            for (index, price) in prices.enumerated() where abs(price) > least {
                let (lower, upper) = (bounds.lower[index], bounds.upper[index])
                let bound = sign * price > 0 ? lower : upper
                guard bound.isFinite else { continue }
                bounds.set(index, min(bound, values[index]), max(bound, values[index]))
            }
        }
        pin(&face.variableBounds, solution.reducedCosts, solution.values)
        pin(&face.rowBounds, solution.rowDuals, solution.rowValues)
        return face
    }

    /// How much further the binding bounds of some rows may rise, each alone, until a price of the
    /// row is no longer what one more of the bound brings; infinite where it always is.
    ///
    /// The price of a row holds for a bound raised by `t` where, and only where, values that go
    /// with all prices exist for it, so that `t` is the most that the row can come to on the
    /// optimal face with its bound left open. Zero at a corner where another limit binds first.
    ///
    /// - Complexity: a start of the simplex method from the solution's corner for each row.
    /// - Throws: ``LinearProgrammeFault``.
    public func reaches(
        of rows: [Row], at solution: LinearSolution
    ) throws(LinearProgrammeFault) -> [Double] {
        let face = face(of: solution, seeking: .maximise)
        let columns = SparseColumns(face.terms, columnCount: variableCount)
        let model = ClpModel(face, columns)
        return try model.mostValues(of: rows).enumerated().map { place, most in
            let row = rows[place].index
            let bound = solution.rowDuals[row] == 0 ? most : face.rowBounds.upper[row]
            return max(0, most - bound)
        }
    }
}

extension LinearProgramme {
    /// The least and the most that each of some sums comes to among all values that are as good as
    /// a solution's; infinite where nothing ends it.
    ///
    ///     least, most of  sum x    with x on the optimal face
    ///
    /// What is as good is told by the solution's prices alone: a price below 1e-9 of the largest
    /// cost is none (``face(of:seeking:)``).
    ///
    /// - Complexity: two starts of the simplex method for each sum, from the corner before.
    /// - Throws: ``LinearProgrammeFault``.
    public func ends(
        of sums: [[(Variable, Double)]], at solution: LinearSolution
    ) throws(LinearProgrammeFault) -> [(least: Double, most: Double)] {
        let face = face(of: solution, seeking: .minimise)
        return try ClpModel(face, SparseColumns(face.terms, columnCount: variableCount))
            .ends(of: sums)
    }
}

extension LinearProgramme {
    /// The programme in free MPS format, which every solver reads.
    ///
    /// Variables are `x0`, `x1`, ... and rows `r0`, `r1`, ..., so that names need not be unique nor
    /// free of blanks; those that were given stand in comments at the top. A row without bounds is
    /// a further `N` row, which solvers ignore. A maximum is written as the minimum of its opposite
    /// costs, since some readers ignore the section that says which of the two is sought.
    ///
    /// The largest `3 x` with `x <= 100` as a row begins, behind its comments,
    ///
    ///     NAME lindung
    ///     ROWS
    ///      N cost
    ///      L r0
    ///     COLUMNS
    ///      x0 cost -3.0
    ///      x0 r0 1.0
    ///     RHS
    ///      RHS r0 100.0
    ///
    /// - Throws: ``LinearProgrammeFault`` for numbers that the format cannot carry.
    public func mps() throws(LinearProgrammeFault) -> String {
        try check()
        let columns = SparseColumns(terms, columnCount: variableCount)
        try check(columns)
        var lines = nameComments
        if direction == .maximise { lines.append("* maximise the opposite of cost") }
        lines += ["NAME lindung", "ROWS", " N cost"]
        lines += (0..<rowCount).map { " \(rowKind($0)) r\($0)" }
        lines.append("COLUMNS")
        for column in costs.indices { lines += columnLines(column, of: columns) }
        lines.append("RHS")
        lines += (0..<rowCount).compactMap { sideLine($0) }
        lines.append("RANGES")
        lines += (0..<rowCount).compactMap { rangeLine($0) }
        lines.append("BOUNDS")
        lines += costs.indices.flatMap { boundLines($0) }
        return (lines + ["ENDATA", ""]).joined(separator: "\n")
    }

    /// Which position has which name.
    private var nameComments: [String] {
        /// A comment line for each name, in order of position; line breaks in names become blanks.
        func comments(_ letter: String, _ names: [Int: String]) -> [String] {
            names.sorted { $0.key < $1.key }.map { position, name in
                "* \(letter)\(position) \(String(name.map { $0.isNewline ? " " : $0 }))"
            }
        }
        return comments("x", variableNames) + comments("r", rowNames)
    }

    /// `E` for equations, `G` for rows with a lower bound, `L` for an upper one only, `N` for none.
    private func rowKind(_ row: Int) -> String {
        let (lower, upper) = (rowBounds.lower[row], rowBounds.upper[row])
        if lower == upper { return "E" }
        if lower > -.infinity { return "G" }
        return upper < .infinity ? "L" : "N"
    }

    /// A variable's cost and its terms; the cost is written even where it is 0, so that a variable
    /// without terms is there at all.
    private func columnLines(_ column: Int, of matrix: SparseColumns) -> [String] {
        let cost = direction == .minimise ? costs[column] : 0 - costs[column]
        var lines = [" x\(column) cost \(cost)"]
        for place in Int(matrix.starts[column])..<Int(matrix.starts[column + 1]) {
            lines.append(" x\(column) r\(matrix.rows[place]) \(matrix.values[place])")
        }
        return lines
    }

    private func sideLine(_ row: Int) -> String? {
        let (lower, upper) = (rowBounds.lower[row], rowBounds.upper[row])
        let side = lower > -.infinity ? lower : upper
        return side.isFinite && side != 0 ? " RHS r\(row) \(side)" : nil
    }

    /// How far the upper bound of a row lies above its lower one, where it has two.
    private func rangeLine(_ row: Int) -> String? {
        let (lower, upper) = (rowBounds.lower[row], rowBounds.upper[row])
        guard lower.isFinite, upper.isFinite, lower < upper else { return nil }
        return " RANGES r\(row) \(upper - lower)"
    }

    /// Bounds that differ from the format's own, 0 and infinity.
    ///
    /// The lower bound is always written where the upper one is negative: some solvers make an
    /// infinity of a 0 that is not written.
    private func boundLines(_ variable: Int) -> [String] {
        let (lower, upper) = (variableBounds.lower[variable], variableBounds.upper[variable])
        if lower == upper { return [" FX BOUNDS x\(variable) \(lower)"] }
        if lower == -.infinity, upper == .infinity { return [" FR BOUNDS x\(variable)"] }
        var lines: [String] = []
        if lower == -.infinity {
            lines.append(" MI BOUNDS x\(variable)")
        } else if lower != 0 || upper < 0 {
            lines.append(" LO BOUNDS x\(variable) \(lower)")
        }
        if upper < .infinity { lines.append(" UP BOUNDS x\(variable) \(upper)") }
        return lines
    }
}
