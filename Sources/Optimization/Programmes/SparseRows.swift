/// The terms of rows, one row after the other, as they were added.
///
/// `values[ends[r - 1]..<ends[r]]` belong to row `r`.
struct SparseRows: Sendable {
    private(set) var columns: [Int] = []
    private(set) var values: [Double] = []
    private(set) var ends: [Int] = []

    mutating func append(_ column: Int, _ value: Double) {
        columns.append(column)
        values.append(value)
    }

    /// Ends the row, which may have no terms.
    mutating func closeRow() { ends.append(values.count) }

    func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }
}

/// A sparse matrix by columns: the rows of a column rise, and none occurs twice or is zero.
///
/// `values[starts[c]..<starts[c + 1]]` belong to column `c`. Positions are 32 bits wide because
/// the solver's are.
struct SparseColumns: Sendable, Equatable {
    /// Where each column begins; one entry more says where the last one ends.
    private(set) var starts: [Int32]
    private(set) var rows: [Int32] = []
    private(set) var values: [Double] = []

    /// Turns rows into columns by counting, adding up terms of one row and column.
    ///
    /// Columns must be in `0..<columnCount`, and terms fewer than 2^31.
    ///
    /// - Complexity: O(terms + columns).
    init(_ terms: SparseRows, columnCount: Int) {
        var next = [Int](repeating: 0, count: columnCount + 1)
        for column in terms.columns { next[column + 1] += 1 }
        for column in 0..<columnCount { next[column + 1] += next[column] }
        let ends = Array(next.dropFirst())
        var places = [(row: Int32, value: Double)](repeating: (0, 0), count: terms.values.count)
        for row in terms.ends.indices {
            for term in terms.range(of: row) {
                let column = terms.columns[term]
                places[next[column]] = (Int32(row), terms.values[term])
                next[column] += 1
            }
        }
        starts = [0]
        starts.reserveCapacity(columnCount + 1)
        rows.reserveCapacity(places.count)
        values.reserveCapacity(places.count)
        var start = 0
        for end in ends {
            appendColumn(places[start..<end])
            start = end
        }
    }

    /// Appends a column's entries, whose rows do not fall, without zeros and repetitions.
    private mutating func appendColumn(_ entries: ArraySlice<(row: Int32, value: Double)>) {
        var position = entries.startIndex
        while position < entries.endIndex {
            let row = entries[position].row
            var sum = 0.0
            while position < entries.endIndex, entries[position].row == row {
                sum += entries[position].value
                position += 1
            }
            if sum != 0 {
                rows.append(row)
                values.append(sum)
            }
        }
        starts.append(Int32(rows.count))
    }
}
