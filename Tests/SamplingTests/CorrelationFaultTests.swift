import Testing

@testable import Sampling

@Suite struct CorrelationFaultTests {
    private static let names = ["a", "b", "c", "d"]

    private func refused(
        _ fault: CorrelationFault, _ pairs: [(String, String, Double)],
        location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: fault, sourceLocation: location) {
            try RankCorrelation(names: Self.names, pairs: pairs)
        }
    }

    @Test func `pairs are checked one by one`() {
        refused(.unknownName("x"), [("a", "b", 0.1), ("a", "x", 0.1)])
        refused(.selfPair("b"), [("b", "b", 0.5)])
        refused(.duplicatePair("b", "a"), [("a", "b", 0.5), ("b", "a", 0.5)])
        refused(.outOfRange("a", "b", 1.01), [("a", "b", 1.01)])
        #expect(throws: CorrelationFault.self) {
            try RankCorrelation(names: Self.names, pairs: [("a", "b", .nan)])
        }
    }

    private func inconsistency(
        _ pairs: [(String, String, Double)]
    ) -> InconsistentCorrelations? {
        do {
            _ = try RankCorrelation(names: Self.names, pairs: pairs)
        } catch {
            if case .inconsistent(let found) = error { return found }
        }
        return nil
    }

    @Test func `three inputs cannot all be opposed`() throws {
        let pairs = [("a", "c", -0.9), ("c", "d", -0.8), ("a", "d", -0.7)]
        let found = try #require(inconsistency(pairs))
        // a and c are possible; d is the first that cannot be added.
        #expect(found.names == ["a", "c", "d"])
        #expect(found.second == "d" && found.first == "c" && found.given == -0.8)
        #expect(found.nearest == found.nearestRows[1][2])
        // Both correlations of d must give way, this one more.
        let other = found.nearestRows[0][2] - -0.7
        #expect(other > 0 && found.nearest - found.given > other)
        for (row, values) in found.nearestRows.enumerated() {
            #expect(values[row] == 1)
            #expect(values == found.nearestRows.map { $0[row] })
        }
    }

    @Test func `the nearest correlations are accepted`() throws {
        let pairs = [("a", "b", 0.9), ("b", "c", 0.9), ("a", "c", -0.9), ("c", "d", 0.5)]
        let found = try #require(inconsistency(pairs))
        var nearest: [(String, String, Double)] = []
        for (row, first) in found.names.enumerated() {
            for column in 0..<row {
                nearest.append((first, found.names[column], found.nearestRows[row][column]))
            }
        }
        _ = try RankCorrelation(names: Self.names, pairs: nearest)
    }

    @Test func `hundredths near them are accepted as they are written`() throws {
        let sets: [[(String, String, Double)]] = [
            [("a", "b", 0.9), ("b", "c", 0.9), ("a", "c", -0.9), ("c", "d", 0.5)],
            [("a", "c", -0.9), ("c", "d", -0.8), ("a", "d", -0.7)],
            [("a", "b", -1), ("b", "c", -1), ("a", "c", -1)],
        ]
        for pairs in sets {
            let found = try #require(inconsistency(pairs))
            var typed: [(String, String, Double)] = []
            for (row, first) in found.names.enumerated() {
                for column in 0..<row {
                    let rank = found.roundedRows[row][column]
                    #expect((rank * 100).rounded() / 100 == rank)
                    #expect(abs(rank - found.nearestRows[row][column]) < 0.03)
                    #expect(abs(rank) <= abs(found.nearestRows[row][column]) + 1e-6)
                    typed.append((first, found.names[column], rank))
                }
            }
            _ = try RankCorrelation(names: Self.names, pairs: typed)
        }
    }

    @Test func `what breaks is found behind a pair that moves as one`() throws {
        let found = try #require(
            inconsistency([("a", "b", 1), ("a", "c", 0.9), ("b", "c", -0.9)]))
        #expect(found.second == "c")
    }
}
