import Testing

@testable import Exploration

/// The binomial tail behind quasi-p-values.
@Suite struct BoxSignificanceTests {
    @Test("Small tails are the sums of their binomial terms")
    func smallTails() {
        for trials in 1...12 {
            for chance in [0.0, 0.05, 0.3, 0.5, 0.9, 1.0] {
                var terms: [Double] = []
                for k in 0...trials {
                    var term = 1.0
                    for i in 0..<k { term *= Double(trials - i) / Double(i + 1) * chance }
                    for _ in k..<trials { term *= 1 - chance }
                    terms.append(term)
                }
                for least in 0...trials {
                    let expected = terms[least...].reduce(0, +)
                    let found = BoxBinomial.upperTail(
                        atLeast: least, of: trials, chance: chance)
                    #expect(abs(found - expected) < 1e-14, "\(least) of \(trials), \(chance)")
                }
            }
        }
        #expect(BoxBinomial.upperTail(atLeast: 8, of: 10, chance: 0.5) == 56.0 / 1024)
    }

    /// Computed with whole numbers of any length; all chances are binary fractions.
    @Test(
        "Large and far tails keep their digits",
        arguments: [
            (4000, 5000, 0.75, 3.479161680542674e-17), (3700, 5000, 0.75, 0.9499900209861646),
            (60, 10_000, 0.00390625, 0.0010883693309144814),
            (900, 1000, 0.5, 6.701717790006296e-162), (30, 10_000, 0.5, 1.0),
        ])
    func farTails(least: Int, trials: Int, chance: Double, expected: Double) {
        let found = BoxBinomial.upperTail(atLeast: least, of: trials, chance: chance)
        #expect(abs(found / expected - 1) < 1e-11, "\(found)")
    }
}
