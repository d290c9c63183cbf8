import LinearAlgebra
import Quantities
import Sampling

/// The sums of an output's terms over all kept rows, and over many choices of rows, at once.
///
///     sums (terms x choices) = terms (terms x rows) weights (rows x choices)
///
/// One product of matrices for some thousand rows at a time, with the same weights for every
/// output: resampling costs as much as BLAS needs for it. The first choice is all rows.
///
/// Replicates are left out one at a time (jackknife); else each further choice takes every row with
/// chance 1/2, doubled. Such weights have mean and variance 1, as those of the usual bootstrap,
/// and one random bit makes each.
///
/// Reference: A. B. Owen and D. Eckles, Bootstrapping data arrays of arbitrary order, Annals of
/// Applied Statistics 6 (2012), doi:10.1214/12-AOAS547 (double-or-nothing).
struct SobolResampling {
    let design: SobolDesign
    /// Rows without a failed run, in order.
    let kept: [Int]
    let terms: SobolTerms
    /// Choices after the first one.
    let choices: Int
    let isJackknife: Bool

    /// Rows of one product: its terms and weights stay small whatever the base.
    private static let blockRows = 1024

    /// - Throws: ``SensitivityFault/tooFewRows(kept:of:needed:)`` where no interval can be made.
    init(_ design: SobolDesign, kept: [Int], resamples: Int) throws(SensitivityFault) {
        self.design = design
        self.kept = kept
        terms = SobolTerms(inputs: design.groups.count, isMirrored: design.secondOrder)
        isJackknife = design.points.isReplicated
        let replicates = design.points.isReplicated ? design.points.replicates ?? 1 : 1
        choices = isJackknife ? replicates : resamples
        let present = Set(kept.map { $0 % replicates }).count
        guard kept.count >= 16, present == replicates else {
            throw .tooFewRows(kept: kept.count, of: design.base, needed: max(16, replicates))
        }
    }

    /// The bits of resamples: bit `row % 64` of draw `row / 64`, item `choice`.
    var stream: RandomStream { RandomStream(seed: design.seed, name: "sobol resampling") }

    var freedom: Int { choices - 1 }

    /// The sums of every output, choice after choice; terms are of values less the centre.
    func sums(_ outputs: [[Double]], centres: [Double]) -> [Matrix] {
        var sums = outputs.map { _ in Matrix(rows: terms.count, columns: choices + 1) }
        var block = Matrix(rows: terms.count, columns: Self.blockRows)
        var weights = Matrix(rows: Self.blockRows, columns: choices + 1)
        let slacks = outputs.map { Tolerance.slack(of: design.values($0, in: kept)) }
        for first in stride(from: 0, to: kept.count, by: Self.blockRows) {
            let rows = kept[first..<min(kept.count, first + Self.blockRows)]
            fill(&weights, rows)
            for output in outputs.indices {
                fill(
                    &block, rows, of: outputs[output], centre: centres[output],
                    slack: slacks[output])
                Matrix.multiply(block, weights, into: &sums[output], adding: true)
            }
        }
        return sums
    }

    /// The terms of some rows of runs, a column for each; columns beyond them are not read, since
    /// their weights are zero, but must hold numbers.
    private func fill(
        _ block: inout Matrix, _ rows: ArraySlice<Int>, of output: [Double], centre: Double,
        slack: Double
    ) {
        block.withUnsafeMutableBufferPointer { columns in
            output.withUnsafeBufferPointer { runs in
                guard let column = columns.baseAddress, let run = runs.baseAddress else { return }
                for (place, row) in rows.enumerated() {
                    terms.write(
                        run + row * design.rowLength, centre: centre, slack: slack,
                        into: column + place * terms.count)
                }
            }
        }
    }

    private func fill(_ weights: inout Matrix, _ rows: ArraySlice<Int>) {
        let stream = stream
        let chosen = choices
        let jackknife = isJackknife
        weights.withUnsafeMutableBufferPointer { all in
            all.update(repeating: 0)
            for place in 0..<rows.count { all[place] = 1 }
            for choice in 1...chosen {
                let column = UnsafeMutableBufferPointer(
                    rebasing: all[choice * Self.blockRows..<(choice + 1) * Self.blockRows])
                if jackknife {
                    for (place, row) in rows.enumerated() {
                        column[place] = row % chosen == choice - 1 ? 0 : 1
                    }
                } else {
                    Self.toss(column, rows, stream, choice)
                }
            }
        }
    }

    /// Sets the weights of rows to 0 or 2 by the bits of a stream, one bit for each row. The word
    /// of a row and a choice depends on both numbers alone, so rows that failed do not move the
    /// tosses of others.
    private static func toss(
        _ column: UnsafeMutableBufferPointer<Double>, _ rows: ArraySlice<Int>,
        _ stream: RandomStream, _ choice: Int
    ) {
        var word = -1
        var bits: UInt64 = 0
        for (place, row) in rows.enumerated() {
            if row >> 6 != word {
                word = row >> 6
                bits = stream.bits(word, choice)
            }
            column[place] = Double(bits >> UInt64(row & 63) & 1) * 2
        }
    }

    /// The standard error of each index from its values under the choices after the first.
    ///
    ///     jackknife of R replicates: sqrt((R - 1) / R  sum (value - mean)^2)
    ///     bootstrap of R resamples:  sqrt(1 / (R - 1)  sum (value - mean)^2)
    func standardErrors(_ indices: [[Double]]) -> [Double] {
        let count = Double(choices)
        let factor = isJackknife ? (count - 1) / count : 1 / (count - 1)
        guard let width = indices.first?.count else { return [] }
        return (0..<width).map { index in
            let mean = indices.reduce(0) { $0 + $1[index] } / count
            let squares = indices.reduce(0) { $0 + ($1[index] - mean) * ($1[index] - mean) }
            return (factor * squares).squareRoot()
        }
    }
}
