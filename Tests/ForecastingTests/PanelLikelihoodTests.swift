import Forecasting
import Foundation
import LinearAlgebra
import Testing

/// Rates of people seen now and then, against R's package msm.
@Suite struct PanelLikelihoodTests {
    private static let moves = [(1, 2), (1, 4), (2, 1), (2, 3), (2, 4), (3, 2), (3, 4)]
    private static let family = GeneratorFamily(
        states: 4, moves: moves.map { (from: $0.0 - 1, to: $0.1 - 1) })

    /// Transitions of rows of person, time and state; arrival in the last state is exact.
    private static func transitions(
        _ rows: [(person: String, time: Double, state: Int)]
    ) -> [PanelTransition] {
        zip(rows, rows.dropFirst()).filter { $0.person == $1.person }.map {
            PanelTransition(
                from: $0.state - 1, to: $1.state - 1, elapsed: $1.time - $0.time,
                isExact: $1.state == 4)
        }
    }

    @Test("Derivatives of an exponential are the block of a larger one")
    func slopes() throws {
        let rates = [0.4, 0.1, 0.3, 0.5, 0.2, 8.0, 0.4]
        let generator = Self.family.generator(rates)
        let found = Self.family.transition(rates, over: 1.7)
        #expect(
            (found.probabilities - (try matrixExponential(1.7 * generator))).maximumAbsolute
                < 1e-13)
        for rate in rates.indices {
            let direction = Self.family.directions[rate]
            let block = Matrix(rows: 8, columns: 8) { row, column in
                switch (row < 4, column < 4) {
                case (true, true): 1.7 * generator[row, column]
                case (true, false): 1.7 * rates[rate] * direction[row, column - 4]
                case (false, false): 1.7 * generator[row - 4, column - 4]
                case (false, true): 0
                }
            }
            let exponential = try matrixExponential(block)
            let corner = Matrix(rows: 4, columns: 4) { exponential[$0, $1 + 4] }
            #expect((found.slopes[rate] - corner).maximumAbsolute < 1e-12)
        }
    }

    @Test("Made-up people: the rates, errors and likelihood of msm")
    func madeUp() throws {
        let rows = try ReferenceTable("panel").rows.map {
            (person: $0["person"]!, time: Double($0["time"]!)!, state: Int($0["state"]!)!)
        }
        let likelihood = try PanelLikelihood(Self.family, Self.transitions(rows))
        let fit = try likelihood.fitted(from: [Double](repeating: 0.3, count: 7))
        let reference = try ReferenceTable("panel-rates")
        let minus2 = try #require(Double(reference.rows[0]["minus2loglik"]!))
        #expect(abs(-2 * fit.logLikelihood / minus2 - 1) < 1e-8)
        for (index, move) in Self.moves.enumerated() {
            let place = ["from": "\(move.0)", "to": "\(move.1)"]
            let rate = try #require(reference.numbers("rate", where: place).first)
            let error = try #require(reference.numbers("se", where: place).first)
            #expect(abs(fit.rates[index] - rate) < 1e-5, "\(move)")
            // msm's errors are those of the rates, by differences of the likelihood.
            #expect(abs(fit.standardErrors[index] * fit.rates[index] / error - 1) < 5e-3, "\(move)")
        }
    }

    /// The data come with msm (GPL) and are not ours to hand on.
    @Test(
        "C4: msm's heart transplants", .enabled(if: PanelLikelihoodTests.hasMsm, "needs R's msm"))
    func heartTransplants() throws {
        let text = try Self.r("library(msm);write.csv(cav[,c('PTNUM','years','state')],'')")
        let rows = text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",")
            return (person: String(cells[1]), time: Double(cells[2])!, state: Int(cells[3])!)
        }
        #expect(rows.count == 2846)
        let likelihood = try PanelLikelihood(Self.family, Self.transitions(rows))
        let golden = [
            0.12787033, 0.04250042, 0.22511913, 0.34261129, 0.04021023, 0.13062235, 0.30647512,
        ]
        let fit = try likelihood.fitted(from: golden.map { ($0 * 200).rounded(.up) / 200 })
        #expect(abs(-2 * fit.logLikelihood / 3968.797893 - 1) < 1e-7)
        for (found, expected) in zip(fit.rates, golden) { #expect(abs(found - expected) < 1e-4) }
    }

    @Test("A transition without time, or to no state, is named by its position")
    func refused() {
        let sound = PanelTransition(from: 0, to: 1, elapsed: 1)
        #expect(throws: FitFault.outOfRange(step: 1)) {
            try PanelLikelihood(
                Self.family, [sound, PanelTransition(from: 0, to: 1, elapsed: 0)])
        }
        #expect(throws: FitFault.outOfRange(step: 0)) {
            try PanelLikelihood(Self.family, [PanelTransition(from: 0, to: 4, elapsed: 1)])
        }
    }

    private static let hasMsm = (try? r("library(msm);cat('here')"))?.contains("here") ?? false

    /// What R prints.
    private static func r(_ script: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["Rscript", "-e", script]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
