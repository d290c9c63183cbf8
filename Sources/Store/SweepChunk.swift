import Analysis
import Formats
import Foundation

/// Some evaluations of a sweep that lie beside each other: a row of its store.
///
/// Numbers stand in columns, as the processor has them in memory (all that Swift runs on are
/// little-endian), so that what went through a store are the bits that were computed.
struct SweepChunk: Sendable {
    /// The evaluations, from 0.
    let numbers: Range<Int>
    /// By input, then by evaluation: numbers, and positions of choices.
    private let inputs: [Double]
    /// By outcome, then by evaluation; NaN where there is none.
    private let outcomes: [Double]
    /// Why an evaluation has no result, empty where it has one; nothing at all where all have.
    private let reasons: [String]

    /// - Parameter columns: what the numbers of points and results are.
    init(_ block: SweepBlock, _ columns: SweepColumns) {
        numbers = block.numbers
        inputs = columns.inputs.indices.flatMap { input in block.points.map { $0[input] } }
        let values = block.results.map { result -> [Double]? in
            if case .values(let values) = result { values } else { nil }
        }
        outcomes = columns.outcomes.indices.flatMap { outcome in
            values.map { $0?[outcome] ?? .nan }
        }
        let isWhole = values.allSatisfy { $0 != nil }
        reasons =
            isWhole
            ? []
            : block.results.map { result in
                guard case .failed(let error) = result else { return "" }
                return SweepFailure(error).text.replacing("\n", with: " ")
            }
    }

    /// An input of the evaluation with that number.
    func input(_ index: Int, _ number: Int) -> Double {
        inputs[index * numbers.count + number - numbers.lowerBound]
    }

    /// An outcome of the evaluation with that number; NaN where there is none.
    func outcome(_ index: Int, _ number: Int) -> Double {
        outcomes[index * numbers.count + number - numbers.lowerBound]
    }

    /// Why the evaluation with that number has no result; empty where it has one.
    func reason(_ number: Int) -> String {
        reasons.isEmpty ? "" : reasons[number - numbers.lowerBound]
    }

    /// Some of the evaluations; all of them lie in the chunk.
    func part(_ range: Range<Int>) -> SweepChunk {
        let place = range.lowerBound - numbers.lowerBound
        func part(_ columns: [Double]) -> [Double] {
            stride(from: place, to: columns.count, by: numbers.count).flatMap {
                columns[$0..<$0 + range.count]
            }
        }
        return SweepChunk(
            numbers: range, inputs: part(inputs), outcomes: part(outcomes),
            reasons: reasons.isEmpty ? [] : Array(reasons[place..<place + range.count]))
    }

    private init(numbers: Range<Int>, inputs: [Double], outcomes: [Double], reasons: [String]) {
        self.numbers = numbers
        self.inputs = inputs
        self.outcomes = outcomes
        self.reasons = reasons
    }
}

extension SweepChunk {
    /// A chunk as its row has it.
    struct Stored: Sendable {
        let first: Int
        let count: Int
        let inputs: Data
        let outcomes: Data
        /// By evaluation, a line end between them.
        let reasons: String
        let digest: String

        /// How much room it takes, about.
        var size: Int { inputs.count + outcomes.count + reasons.utf8.count + 100 }

        /// The digest of everything else in the row, and of the sweep to which it belongs: a row
        /// that changed, or stands in another's place or store, does not fit its own.
        fileprivate func computed(_ sweep: String) -> String {
            var bytes = Data("\(sweep) \(first) \(count) \(inputs.count) \(outcomes.count) ".utf8)
            bytes.append(inputs)
            bytes.append(outcomes)
            bytes.append(contentsOf: reasons.utf8)
            return SHA256(bytes).hexadecimal
        }
    }

    /// The row of the chunk in the store of a sweep with that digest.
    func stored(_ sweep: String) -> Stored {
        func data(_ numbers: [Double]) -> Data { numbers.withUnsafeBytes { Data($0) } }
        func row(_ digest: String) -> Stored {
            Stored(
                first: numbers.lowerBound, count: numbers.count, inputs: data(inputs),
                outcomes: data(outcomes), reasons: reasons.joined(separator: "\n"), digest: digest)
        }
        return row(row("").computed(sweep))
    }

    /// The chunk of a row; nil where the row does not fit its digest or the sweep.
    init?(_ row: Stored, _ columns: SweepColumns, _ sweep: String) {
        guard row.computed(sweep) == row.digest, row.first >= 0, row.count > 0,
            row.count <= columns.count - row.first,
            row.inputs.count == row.count * columns.inputs.count * 8,
            row.outcomes.count == row.count * columns.outcomes.count * 8
        else { return nil }
        func numbers(_ data: Data) -> [Double] {
            [Double](unsafeUninitializedCapacity: data.count / 8) { buffer, count in
                count = data.count / 8
                _ = data.copyBytes(to: buffer)
            }
        }
        let reasons =
            row.reasons.isEmpty
            ? []
            : row.reasons.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard reasons.isEmpty || reasons.count == row.count else { return nil }
        self.init(
            numbers: row.first..<row.first + row.count, inputs: numbers(row.inputs),
            outcomes: numbers(row.outcomes), reasons: reasons)
    }
}
