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
