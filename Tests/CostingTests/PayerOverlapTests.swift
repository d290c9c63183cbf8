import Costing
import Testing

/// Overlapping lists against published numbers and against lists that are drawn.
@Suite struct PayerOverlapTests {
    /// Three programmes of 0.5, 0.4 and 0.2 that know nothing of each other: what each reaches
    /// alone, in pairs and all together (Atomica).
    @Test func randomOverlapOfThree() {
        let parts = [0.5, 0.4, 0.2]
        func covered(_ members: Int...) -> Double {
            PayerOverlap.random.covered(members.map { parts[$0] })
        }
        let all = covered(0, 1, 2)
        let alone = [all - covered(1, 2), all - covered(0, 2), all - covered(0, 1)]
        let pairs = [
            all - covered(2) - alone[0] - alone[1], all - covered(1) - alone[0] - alone[2],
            all - covered(0) - alone[1] - alone[2],
        ]
        let found = [1 - all] + alone + pairs + [all - (alone + pairs).reduce(0, +)]
        let published = [0.24, 0.24, 0.16, 0.06, 0.16, 0.06, 0.04, 0.04]
        for (one, other) in zip(found, published) { #expect(abs(one - other) < 1e-12) }
    }

    @Test("Additive lists overlap only where nobody is left; nested ones wholly")
    func ends() {
        #expect(
            PayerOverlap.additive.twice([0.5, 0.4, 0.2]).map { ($0 * 1e9).rounded() } == [
                0, 0, 1e8,
            ])
        #expect(PayerOverlap.additive.covered([0.5, 0.4, 0.2]) == 1)
        #expect(PayerOverlap.nested.twice([0.5, 0.6, 0.2]) == [0, 0.5, 0.2])
        #expect(PayerOverlap.nested.covered([0.5, 0.6, 0.2]) == 0.6)
        #expect(PayerOverlap.random.covered([Double]()) == 0)
    }

    @Test("What is paid is covered or paid twice", arguments: PayerOverlap.allCases)
    func adds(_ overlap: PayerOverlap) {
        for seed in 1...200 {
            let parts = (1...4).map { Double(seed * $0 * 7919 % 101) / 101 }
            let twice = overlap.twice(parts)
            #expect(twice.allSatisfy { $0 >= 0 } && twice[0] < 1e-15)
            let sum = overlap.covered(parts) + twice.reduce(0, +)
            #expect(abs(sum - parts.reduce(0, +)) < 1e-12, "\(parts)")
        }
    }

    /// 15,000 workers and two lists: every third is on the first, every fifth on the second, so
    /// that the lists know nothing of each other.
    @Test func randomIsThatOfCountedLists() {
        let workers = 1...15_000
        let both = workers.filter { $0 % 3 == 0 && $0 % 5 == 0 }.count
        let twice = PayerOverlap.random.twice([1 / 3.0, 1 / 5.0])[1]
        #expect(abs(twice * 15_000 - Double(both)) < 1e-9)
    }
}
