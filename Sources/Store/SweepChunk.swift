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
    let inputs: [Double]
    /// By outcome, then by evaluation; NaN where there is none.
    let outcomes: [Double]
    /// Why an evaluation has no result, empty where it has one; nothing at all where all have.
    let reasons: [String]

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

    /// The digest of everything in the chunk, and of the sweep to which it belongs: a row that
    /// changed, or stands in another's place or store, does not fit its own.
    func digest(_ sweep: String) -> String {
        var bytes = Data("\(sweep) \(numbers.lowerBound) \(numbers.count) \(inputs.count) ".utf8)
        bytes.append(Self.data(inputs))
        bytes.append(Self.data(outcomes))
        bytes.append(contentsOf: reasons.joined(separator: "\n").utf8)
        return SHA256(bytes).hexadecimal
    }

    static func data(_ numbers: [Double]) -> Data { numbers.withUnsafeBytes { Data($0) } }

    static func numbers(_ data: Data) -> [Double] {
        [Double](unsafeUninitializedCapacity: data.count / 8) { buffer, count in
            count = data.copyBytes(to: buffer) / 8
        }
    }
}

extension SweepChunk {
    /// - Parameter columns: what the numbers of points and results are.
    init(_ block: SweepBlock, _ columns: SweepColumns) {
        let values = block.results.map { result -> [Double]? in
            if case .values(let values) = result { values } else { nil }
        }
        let reasons = block.results.map { result in
            guard case .failed(let error) = result else { return "" }
            return SweepFailure(error).text.replacing("\n", with: " ")
        }
        self.init(
            numbers: block.numbers,
            inputs: columns.inputs.indices.flatMap { input in block.points.map { $0[input] } },
            outcomes: columns.outcomes.indices.flatMap { outcome in
                values.map { $0?[outcome] ?? .nan }
            }, reasons: values.contains { $0 == nil } ? reasons : [])
    }
}
