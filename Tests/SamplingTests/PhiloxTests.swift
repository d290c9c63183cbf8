import Testing

@testable import Sampling

@Suite struct PhiloxTests {
    struct Answer: Sendable {
        let draw: UInt64
        let item: UInt64
        let key: UInt64
        let words: SIMD4<UInt32>
    }

    /// The known answers that the generator's authors publish with it.
    static let answers = [
        Answer(
            draw: 0, item: 0, key: 0,
            words: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
        Answer(
            draw: .max, item: .max, key: .max,
            words: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
        Answer(
            draw: 0x85a3_08d3_243f_6a88, item: 0x0370_7344_1319_8a2e, key: 0x299f_31d0_a409_3822,
            words: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
    ]

    @Test(arguments: answers)
    func `C3 known answers, alone and in a batch`(answer: Answer) {
        let block = Philox.block(draw: answer.draw, item: answer.item, key: answer.key)
        #expect(block == answer.words)
        // In the middle of a batch that is not a multiple of the kernel's width.
        let batch = Philox.blocks(
            draw: answer.draw &- 20, item: answer.item, key: answer.key, count: 37)
        #expect(batch[20] == answer.words)
    }

    @Test(arguments: [0, 1, 15, 16, 17, 100])
    func `a batch equals its blocks, across the ends of the counter's words`(count: Int) {
        for start: UInt64 in [0, 0xFFFF_FFF8, .max - 7] {
            let batch = Philox.blocks(draw: start, item: 3, key: 99, count: count)
            let single = (0..<count).map {
                Philox.block(draw: start &+ UInt64($0), item: 3, key: 99)
            }
            #expect(batch == single)
        }
    }
}
