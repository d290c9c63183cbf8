import Foundation
import Testing

@testable import Exploration

/// Indices of groups of inputs, whose exact values are known.
@Suite struct SobolGroupTests {
    /// The indices of some groups.
    private func output(
        _ function: KnownFunction, _ groups: [SensitivityGroup], base: Int = 2048
    ) throws -> SobolIndices.Output {
        let design = try SobolDesign(names: function.names, base: base, seed: 4, groups: groups)
        #expect(design.count == base * (2 * groups.count + 2))
        let found = try design.indices(of: [function.outputs(of: design)], named: ["y"])
        #expect(found.inputs == groups.map(\.name))
        return found.outputs[0]
    }

    private func expect(_ found: SensitivityEstimate, _ exact: Double) {
        #expect(found.low <= exact && exact <= found.high, "\(found) of \(exact)")
        #expect(abs(found.value - exact) < 0.02, "\(found) of \(exact)")
    }

    /// sin x1 (1 + b x3^4) + 7 sin^2 x2: what x1 and x3 explain together, and x2.
    ///
    ///     V(x2) = 7^2 / 8    V(x1, x3) = E sin^2 x1 E (1 + b x3^4)^2
    ///                                  = (1 + 2 b pi^4 / 5 + b^2 pi^8 / 9) / 2
    @Test("Ishigami with b = 0.05: {x1, x3} and {x2} share the variance out")
    func ishigami() throws {
        let (b, pi4) = (0.05, pow(Double.pi, 4))
        let (second, both) = (49.0 / 8, (1 + 2 * b * pi4 / 5 + b * b * pi4 * pi4 / 9) / 2)
        let function = KnownFunction(
            names: ["x1", "x2", "x3"], variance: second + both, first: [], total: [], pairs: [],
            value: { points, start in
                let x = (0..<3).map { Double.pi * (2 * points[start + $0] - 1) }
                return sin(x[0]) * (1 + b * pow(x[2], 4)) + 7 * sin(x[1]) * sin(x[1])
            })
        let found = try output(
            function, [.init(name: "curah", members: [0, 2]), .init(name: "x2", members: [1])])
        for (place, exact) in [both, second].map({ $0 / (second + both) }).enumerated() {
            expect(found.first[place], exact)
            expect(found.total[place], exact)
        }
        #expect(abs(found.variance / (second + both) - 1) < 0.03)
        expect(found.pairs[0].estimate, 0)
    }

    /// Of a product with parts V_i: V(group) = product of (1 + V_i) - 1.
    @Test("Sobol's G: closed, total and pair indices of three groups")
    func product() throws {
        let a: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]
        let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let groups = [[0, 3], [1], [2, 4, 5, 6, 7]]
        /// The variance of the product of some parts.
        func variance(_ members: [Int]) -> Double {
            members.map { 1 + parts[$0] }.reduce(1, *) - 1
        }
        let inner = groups.map(variance)
        let whole = variance(Array(parts.indices))
        let found = try output(
            .sobolG, groups.enumerated().map { .init(name: "g\($0)", members: $1) })
        for (place, part) in inner.enumerated() {
            expect(found.first[place], part / whole)
            expect(found.total[place], part * (1 + whole) / (1 + part) / whole)
        }
        for pair in found.pairs {
            expect(pair.estimate, inner[pair.first] * inner[pair.second] / whole)
        }
    }

    @Test("A group for each input is no groups, bit for bit")
    func single() throws {
        let names = ["a", "b", "c"]
        let plain = try SobolDesign(names: names, base: 64, seed: 3)
        let grouped = try SobolDesign(
            names: names, base: 64, seed: 3,
            groups: names.enumerated().map { .init(name: $1, members: [$0]) })
        #expect(plain == grouped)
        #expect((0..<plain.count).allSatisfy { plain.unitRow($0) == grouped.unitRow($0) })
    }

    @Test("Groups must divide the inputs")
    func refused() {
        func make(_ groups: [[Int]]) throws {
            _ = try SobolDesign(
                names: ["a", "b"], base: 64, seed: 1,
                groups: groups.enumerated().map { .init(name: "g\($0)", members: $1) })
        }
        #expect(throws: SensitivityFault.inputGroupedTimes(2, input: "a")) {
            try make([[0, 1], [0]])
        }
        #expect(throws: SensitivityFault.inputGroupedTimes(0, input: "b")) { try make([[0]]) }
        #expect(throws: SensitivityFault.unknownInput(2, group: "g0")) { try make([[0, 1, 2]]) }
        #expect(throws: SensitivityFault.emptyGroup("g1")) { try make([[0, 1], []]) }
    }
}
