import Quantities

extension PawnIndices {
    /// A row for each input and output.
    ///
    /// Keys: `output`, `input`. Measures: `value`, the median distance, with `low`, `high`,
    /// `standard_error`, `verdict` and `tells_at`, how many rows would decide; `mean` and
    /// `greatest` distance of a slice; `nothing`, what hardly any input that does nothing exceeds;
    /// `slices` and `rows`.
    public var table: ResultTable {
        let rows = outputs.flatMap { output in
            zip(inputs, output.estimates).map { (output: output.name, input: $0, found: $1) }
        }
        return ResultTable("pawn", rows) {
            Key("output", \.output)
            Key("input", \.input)
            Column("value", .factor, \.found.median.value)
            Column("low", .factor, \.found.median.low)
            Column("high", .factor, \.found.median.high)
            Column("standard_error", .factor, \.found.median.standardError)
            Column("verdict", .word, \.found.median.verdict.name)
            Column("tells_at", .factor) { $0.found.median.verdict.tellsAt.map(Double.init) }
            Column("mean", .factor, \.found.mean)
            Column("greatest", .factor, \.found.greatest)
            Column("nothing", .factor, \.found.nothing)
            Column("slices", .factor) { Double($0.found.slices) }
            Column("rows", .factor) { Double($0.found.median.rows) }
        }
    }
}
