import Testing

@testable import Sampling

@Suite struct RandomStreamTests {
    private let stream = RandomStream(seed: 20_240_229, name: "rate.lapse.ojek")

    @Test func `draws do not depend on what was drawn before`() {
        let forward = (0..<50).map { stream.uniform($0) }
        let backward = (0..<50).reversed().map { stream.uniform($0) }
        #expect(forward == backward.reversed())
        #expect(RandomStream(seed: 20_240_229, name: "rate.lapse.ojek").uniform(7) == forward[7])
    }

    @Test func `a published draw stays what it was`() {
        // The seed's promise: a change here changes every result that was ever drawn.
        // Computed apart from this program, by a few lines of Python.
        #expect(RandomStream(seed: 0, name: "").key == 0xAEBE_53F8_5CDC_3C4C)
        #expect(RandomStream(seed: 1, name: "a").key == 0x8484_C83A_54DA_2D8B)
        let stream = RandomStream(seed: 2026, name: "ump")
        #expect(stream.bits(5, 2) == 0x7760_EA2D_A9A3_8F46)
        #expect(stream.uniform(5, 2) == 0.466322551868542)
    }

    @Test(arguments: [0..<1, 0..<16, 5..<40, 1000..<2003, -3..<3])
    func `a batch gives the bits of single draws`(draws: Range<Int>) {
        var batch: [Double] = []
        for item in [0, 1, -1] {
            stream.fill(&batch, draws: draws, item: item)
            #expect(batch == draws.map { stream.uniform($0, item) })
        }
    }

    @Test func `uniforms lie strictly between 0 and 1`() {
        #expect(RandomStream.openUnit(0) == 0x1p-53)
        #expect(RandomStream.openUnit(.max) == 1 - 0x1p-53)
        #expect(RandomStream.openUnit(1 << 63) == 0.5 + 0x1p-53)
    }

    @Test func `streams differ by name, seed and item`() {
        let others = [
            RandomStream(seed: 20_240_229, name: "rate.lapse.ojeg"),
            RandomStream(seed: 20_240_230, name: "rate.lapse.ojek"),
        ]
        let own = (0..<4000).map { stream.uniform($0) }
        var samples = others.map { other in (0..<4000).map { other.uniform($0) } }
        samples.append((0..<4000).map { stream.uniform($0, 1) })
        samples.append((1...4000).map { stream.uniform($0) })
        for sample in samples {
            #expect(own != sample)
            // 4 standard errors of a correlation of 0.
            #expect(abs(SampleStatistics.pearson(own, sample)) < 4 / 4000.0.squareRoot())
        }
    }

    @Test(arguments: ["", "ump", "harga.kopi", "rate.death@35.74"])
    func `uniforms are evenly spread`(name: String) {
        var values: [Double] = []
        RandomStream(seed: 4, name: name).fill(&values, draws: 0..<100_000)
        // 999 degrees of freedom; 1,180 is exceeded once in 20,000.
        let statistic = SampleStatistics.chiSquare(values, cells: 1000)
        #expect(statistic < 1180 && statistic > 830)
        #expect(abs(SampleStatistics.mean(values) - 0.5) < 4 / (12 * 100_000.0).squareRoot())
    }

    @Test func `pairs of neighbours are evenly spread`() {
        var values: [Double] = []
        stream.fill(&values, draws: 0..<100_001)
        let cells = zip(values, values.dropFirst()).map { a, b in
            ((a * 30).rounded(.down) * 30 + (b * 30).rounded(.down) + 0.5) / 900
        }
        let statistic = SampleStatistics.chiSquare(cells, cells: 900)
        #expect(statistic < 1070 && statistic > 740)
    }
}
