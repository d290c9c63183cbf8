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
