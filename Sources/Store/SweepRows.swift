import Analysis
import Formats

/// The table `results.csv` in the making.
///
///     policy,point,input ...,outcome ...,failed
///
/// A row is one line: line ends within a text become blanks. A number reads back to the same bits;
/// one that is missing is an empty cell.
struct SweepRows {
    private let columns: SweepColumns
    private let marks: CSVMarks
    /// Cells that come again and again, made once.
    private let policies: [OutputBytes]
    private let choices: [[OutputBytes]?]
    private var output: OutputBytes

    init(_ columns: SweepColumns, _ marks: CSVMarks) {
        func cell(_ text: String) -> OutputBytes {
            var cell = OutputBytes()
            cell.appendCell(text.replacing("\n", with: " "), marks)
            return cell
        }
        self.columns = columns
        self.marks = marks
        policies = columns.policies.map(cell)
        choices = columns.inputs.map { $0.choices?.map(cell) }
        let names = columns.emptyTable.columns.map(\.name)
        output = OutputBytes(reserving: columns.count * names.count * 12)
        for (index, name) in names.enumerated() {
            if index > 0 { output.append(marks.delimiter) }
            output.append(cell(name))
        }
        output.append(UInt8(ascii: "\n"))
    }

    var bytes: [UInt8] { output.bytes }

    /// A row for each evaluation.
    mutating func append(_ chunk: SweepChunk) {
        for number in chunk.numbers {
            output.append(policies[number / columns.points])
            output.append(marks.delimiter)
            append(Double(number % columns.points + 1))
            output.append(marks.delimiter)
            for input in columns.inputs.indices {
                let value = chunk.input(input, number)
                if let choices = choices[input] {
                    if let choice = Int(exactly: value), choices.indices.contains(choice) {
                        output.append(choices[choice])
                    }
                } else {
                    append(value)
                }
                output.append(marks.delimiter)
            }
            for outcome in columns.outcomes.indices {
                append(chunk.outcome(outcome, number))
                output.append(marks.delimiter)
            }
            let reason = chunk.reason(number)
            if !reason.isEmpty { output.appendCell(reason, marks) }
            output.append(UInt8(ascii: "\n"))
        }
    }

    /// A number; zero keeps its sign.
    private mutating func append(_ number: Double) {
        if number == 0, number.sign == .minus { output.append(UInt8(ascii: "-")) }
        if !number.isNaN { output.append(number, marks) }
    }
}

/// What the rows of a sweep come to, in the making.
///
/// - Complexity: O(n log n) for n rows.
struct SweepTally {
    private let columns: SweepColumns
    /// By policy, then by outcome; without missing ones.
    private var values: [[[Double]]]
    private var reasons: [String: (count: Int, first: Int)] = [:]

    init(_ columns: SweepColumns) {
        self.columns = columns
        values = columns.policies.map { _ in columns.outcomes.map { _ in [] } }
    }

    mutating func add(_ chunk: SweepChunk) {
        for number in chunk.numbers {
            for outcome in columns.outcomes.indices {
                let value = chunk.outcome(outcome, number)
                if !value.isNaN { values[number / columns.points][outcome].append(value) }
            }
            let reason = chunk.reason(number)
            if !reason.isEmpty { reasons[reason, default: (0, number)].count += 1 }
        }
    }

    var summary: SweepSummary {
        SweepSummary(
            ranges: values.map { $0.map(SweepSummary.Range.init) },
            failures: reasons.map { (SweepFailure(text: $0), $1.count, $1.first) }
                .sorted { ($1.1, $0.2) < ($0.1, $1.2) })
    }
}
