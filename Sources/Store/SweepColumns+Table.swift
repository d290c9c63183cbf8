import Analysis
import Formats

extension SweepColumns {
    /// The header of a table of results.
    var header: [UInt8] {
        let names =
            ["policy", "point"] + inputs.map(\.name) + outcomes.map(\.name) + ["failed"]
        return Array(SweepCell.quoted(names[0]))
            + names.dropFirst().flatMap {
                [SweepCell.comma] + SweepCell.quoted($0)
            } + [SweepCell.newline]
    }

    /// A table of results with other marks than the store has.
    func rewritten(
        _ bytes: UnsafeBufferPointer<UInt8>, _ starts: [Int], _ marks: CSVMarks
    ) -> [UInt8] {
        let names = ["policy", "point"] + inputs.map(\.name) + outcomes.map(\.name) + ["failed"]
        let areTexts =
            [true, false] + inputs.map { $0.choices != nil } + outcomes.map { _ in false } + [true]
        var output = OutputBytes(reserving: bytes.count)
        for (index, name) in names.enumerated() {
            if index > 0 { output.append(marks.delimiter) }
            output.appendCell(name, marks)
        }
        output.append(SweepCell.newline)
        for start in starts {
            var cells = SweepCells(bytes, from: start)
            for (index, isText) in areTexts.enumerated() {
                if index > 0 { output.append(marks.delimiter) }
                let cell = cells.next()
                if isText {
                    output.appendCell(FormulaText.bare(SweepCell.text(cell)), marks)
                } else {
                    output.append(cell, marks)
                }
            }
            output.append(SweepCell.newline)
        }
        return output.bytes
    }
}
