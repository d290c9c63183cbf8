import Quantities

/// Rows of a table of indices, gathered one by one.
private struct IndexRows {
    var outputs: [String] = []
    /// The kind of index: `first`, `total`, `second` or `mean_absolute`.
    var indices: [String] = []
    var inputs: [String] = []
    /// The second input of a pair, else empty.
    var others: [String] = []
    /// The index with its error and verdict.
    var values: [SensitivityEstimate] = []

    /// Adds a row; `other` is the second input of a pair.
    mutating func add(
        _ output: String, _ index: String, _ input: String, with other: String = "",
        _ value: SensitivityEstimate
    ) {
        outputs.append(output)
        indices.append(index)
        inputs.append(input)
        others.append(other)
        values.append(value)
    }

    /// Estimates as columns; no number of base points is proposed where none is needed.
    var measures: [(String, Unit, ResultTable.Cells)] {
        [
            ("value", .factor, .number(values.map(\.value))),
            ("low", .factor, .number(values.map(\.low))),
            ("high", .factor, .number(values.map(\.high))),
            ("standard_error", .factor, .number(values.map(\.standardError))),
            ("verdict", .word, .text(values.map(\.verdict.name))),
            ("tells_at", .factor, .number(values.map { Double($0.verdict.tellsAt) })),
        ]
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

extension Double {
    /// NaN, an empty cell, for nil.
    fileprivate init(_ count: Int?) { self = count.map { Double($0) } ?? .nan }
}

extension SobolIndices {
    /// A row for each index of each output.
    ///
    /// Keys: `output`, `index` (`first`, `total`, `second`), `input`, and `with`, the other input
    /// of a pair. Measures: `value`, `low`, `high`, `standard_error`, `verdict` (`distinct`,
    /// `undecided`, `zero`) and `tells_at`, the base that would decide.
    public var table: ResultTable {
        var rows = IndexRows()
        for output in outputs {
            for (input, value) in zip(inputs, output.first) {
                rows.add(output.name, "first", input, value)
            }
            for (input, value) in zip(inputs, output.total) {
                rows.add(output.name, "total", input, value)
            }
            for pair in output.pairs {
                rows.add(
                    output.name, "second", inputs[pair.first], with: inputs[pair.second],
                    pair.estimate)
            }
        }
        return .trusted(
            name: "sobol",
            keys: [
                ("output", .text(rows.outputs)), ("index", .text(rows.indices)),
                ("input", .text(rows.inputs)), ("with", .text(rows.others)),
            ],
            measures: rows.measures)
    }
}

extension MorrisEffects {
    /// A row for each input or group and output.
    ///
    /// Keys: `output`, `input`. Measures: `mean_absolute` with `low`, `high`, `standard_error`,
    /// `verdict` and `tells_at`, then `mean` and `standard_deviation`, empty for groups.
    public var table: ResultTable {
        var rows = IndexRows()
        for output in outputs {
            for (input, effect) in zip(inputs, output.effects) {
                rows.add(output.name, "mean_absolute", input, effect.meanAbsolute)
            }
        }
        let effects = outputs.flatMap(\.effects)
        return .trusted(
            name: "morris",
            keys: [
                ("output", .text(rows.outputs)), ("index", .text(rows.indices)),
                ("input", .text(rows.inputs)),
            ],
            measures: rows.measures + [
                ("mean", .factor, .number(effects.map { $0.mean ?? .nan })),
                (
                    "standard_deviation", .factor,
                    .number(effects.map { $0.standardDeviation ?? .nan })
                ),
            ])
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
        /// A number of each input's region, in the coordinates of the design, so without a unit.
        func column(_ name: String, _ value: (Region) -> Double) -> (
            String, Unit, ResultTable.Cells
        ) { (name, .factor, .number(rows.map(value))) }
        return .trusted(
            name: "sensitivity-failures", keys: [("input", .text(rows.map(\.input)))],
            measures: [
                column("failed_low") { $0.failed.lowerBound },
                column("failed_high") { $0.failed.upperBound },
                column("low") { $0.all.lowerBound },
                column("high") { $0.all.upperBound },
                column("stretch_low") { $0.stretch.lowerBound },
                column("stretch_high") { $0.stretch.upperBound },
                column("separation") { $0.separation },
            ])
    }
}
