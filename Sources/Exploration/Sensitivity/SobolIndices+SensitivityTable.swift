import Quantities

/// A row of a table of indices.
private struct IndexRow {
    let output: String
    /// `first`, `total`, `second` or `mean_absolute`.
    let index: String
    /// The input or group that it is of.
    let input: String
    /// The second input of a pair, else empty.
    var other = ""
    let value: SensitivityEstimate
    /// The input's effect, of Morris designs.
    var effect: MorrisEffects.Effect?
    /// Rows in which the output differs, of Sobol designs.
    var differing: Int?

    /// No number of base points is proposed where none is needed.
    @ColumnList<IndexRow> static var columns: [Column<IndexRow>] {
        Key("output", \.output)
        Key("index", \.index)
        Key("input", \.input)
        Column("value", .factor, \.value.value)
        Column("low", .factor, \.value.low)
        Column("high", .factor, \.value.high)
        Column("standard_error", .factor, \.value.standardError)
        Column("verdict", .word, \.value.verdict.name)
        Column("tells_at", .factor) { $0.value.verdict.tellsAt.map(Double.init) }
        Column("rows", .factor) { Double($0.value.rows) }
    }
}

extension SensitivityVerdict {
    /// As tables write it; what readers are told is worded where reports are made.
    public var name: String {
        switch self {
        case .distinct: "distinct"
        case .undecided: "undecided"
        case .zero: "zero"
        }
    }

    /// The size of a design that would decide; nil where this one does, or none would.
    public var tellsAt: Int? {
        if case .undecided(let size) = self { size } else { nil }
    }
}

extension SobolIndices {
    /// A row for each index of each output.
    ///
    /// Keys: `output`, `index` (`first`, `total`, `second`), `input`, and `with`, the other input
    /// of a pair. Measures: `value`, `low`, `high`, `standard_error`, `verdict` (`distinct`,
    /// `undecided`, `zero`), `tells_at`, the base that would decide, `rows` in which something
    /// moved that the index counts, and `differing_rows`, in how many the output differs.
    public var table: ResultTable {
        let rows = outputs.flatMap { output in
            zip(inputs, output.first).map {
                IndexRow(
                    output: output.name, index: "first", input: $0, value: $1,
                    differing: output.differing)
            }
                + zip(inputs, output.total).map {
                    IndexRow(
                        output: output.name, index: "total", input: $0, value: $1,
                        differing: output.differing)
                }
                + output.pairs.map {
                    IndexRow(
                        output: output.name, index: "second", input: inputs[$0.first],
                        other: inputs[$0.second], value: $0.estimate,
                        differing: output.differing)
                }
        }
        return ResultTable("sobol", rows) {
            IndexRow.columns
            Column("differing_rows", .factor) { $0.differing.map(Double.init) }
            Key("with", \.other)
        }
    }
}

extension MorrisEffects {
    /// A row for each input or group and output.
    ///
    /// Keys: `output`, `input`. Measures: `mean_absolute` with `low`, `high`, `standard_error`,
    /// `verdict`, `tells_at` and `rows`, repetitions in which the input moved the output, then
    /// `mean` and `standard_deviation`, empty for groups.
    public var table: ResultTable {
        let rows = outputs.flatMap { output in
            zip(inputs, output.effects).map {
                IndexRow(
                    output: output.name, index: "mean_absolute", input: $0,
                    value: $1.meanAbsolute, effect: $1)
            }
        }
        return ResultTable("morris", rows) {
            IndexRow.columns
            Column("mean", .factor, \.effect?.mean)
            Column("standard_deviation", .factor, \.effect?.standardDeviation)
        }
    }
}

extension SensitivityFailures {
    /// A row for each input, the one that separates failed runs best first.
    ///
    /// Key: `input`. Measures, all coordinates of the design: `failed_low`, `failed_high`, `low`
    /// and `high` of all runs, `stretch_low`, `stretch_high`, and `separation`.
    public var table: ResultTable {
        let rows = regions.enumerated().sorted { a, b in
            let (first, second) = (a.element.separation, b.element.separation)
            return first == second ? a.offset < b.offset : first > second
        }.map(\.element)
        // Coordinates of the design, so without a unit.
        return ResultTable("sensitivity-failures", rows) {
            Key("input", \.input)
            Column("failed_low", .factor, \.failed.lowerBound)
            Column("failed_high", .factor, \.failed.upperBound)
            Column("low", .factor, \.all.lowerBound)
            Column("high", .factor, \.all.upperBound)
            Column("stretch_low", .factor, \.stretch.lowerBound)
            Column("stretch_high", .factor, \.stretch.upperBound)
            Column("separation", .factor, \.separation)
        }
    }
}
