import Analysis
import Formats
import Policy

/// Writes every draw of an ensemble as a row of CSV, as draws come.
///
///     scenario,draw,failed,rate.lapse,retention,public_bill_rp 2025,...
///     dasar,1,0,0.21,0.08,...
///
/// Columns: the scenario; the draw, from 1; whether it has no result; the inputs of all scenarios,
/// empty where a scenario lacks one, choices by their words; every figure and ratio of the whole,
/// by year and over the horizon, empty where there is none.
package final class DrawsFile {
    package static let heads = [CSVMarks.plain, .indonesian].map { marks in
        ["scenario", "draw", "failed"].joined(separator: String(UnicodeScalar(marks.delimiter)))
    }
    /// Between cells and before decimals.
    private let marks: CSVMarks

    /// In place once committed; a run that stops leaves nothing behind.
    private var file: AtomicFile
    /// The rows of one draw, written and forgotten.
    private var output = OutputBytes()
    /// By scenario: for each input column the input's position; nil where the scenario lacks it.
    private let columns: [(name: String, inputs: [VariedInput], positions: [Int?])]
    private let outcomeCount: Int

    /// Begins the file with its header.
    ///
    /// - Parameter policies: as the ensemble has them.
    /// - Throws: ``OutputFault``.
    package init(
        _ path: String, _ policies: [ResolvedPolicy], marks: CSVMarks = .plain,
        over old: AtomicFile.Predecessor,
        in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        self.marks = marks
        file = try AtomicFile(path, over: old, in: files)
        let inputs = policies.map(\.scenario.uncertainInputs)
        var names: [String] = []
        for name in inputs.joined().map(\.name) where !names.contains(name) { names.append(name) }
        columns = zip(policies, inputs).map { policy, inputs in
            (
                policy.scenario.name, inputs,
                names.map { name in inputs.firstIndex { $0.name == name } }
            )
        }
        let outcomes = Ensemble.totalOutcomes(of: policies[0])
        outcomeCount = outcomes.count
        row(["scenario", "draw", "failed"] + names + outcomes.map(\.name))
        try flush()
    }

    /// Adds the rows of a draw.
    ///
    /// - Throws: ``OutputFault``.
    package func add(_ draw: EnsembleDraw) throws(OutputFault) {
        for (part, column) in zip(draw.parts, columns) {
            let values = try? part.result.get()
            output.appendCell(column.name, marks)
            append(Double(draw.number + 1))
            append(values == nil ? 1 : 0)
            for position in column.positions {
                output.append(marks.delimiter)
                if let position { append(part.point[position], of: column.inputs[position]) }
            }
            for index in 0..<outcomeCount { append(values?[index] ?? .nan) }
            output.append(UInt8(ascii: "\n"))
        }
        try flush()
    }

    /// Puts the file in place.
    ///
    /// - Throws: ``OutputFault``.
    package func commit() throws(OutputFault) { try file.commit() }

    private func append(_ number: Double) {
        output.append(marks.delimiter)
        if number.isFinite { output.append(number, marks) }
    }

    private func append(_ number: Double, of input: VariedInput) {
        if input.choices != nil, let value = input.value(number) {
            output.appendCell(SettingText(language: nil, locale: marks.locale).text(value), marks)
        } else {
            output.append(number, marks)
        }
    }

    private func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(marks.delimiter) }
            output.appendCell(cell, marks)
        }
        output.append(UInt8(ascii: "\n"))
    }

    private func flush() throws(OutputFault) {
        try file.write(output.bytes)
        output.removeAll()
    }
}
