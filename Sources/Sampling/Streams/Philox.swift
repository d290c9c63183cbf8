internal import _LindungKernels

/// Philox4x32-10: 128 random bits for each counter and key.
///
/// Ten rounds of two 32-bit products; nothing is remembered from one block to the next, so blocks
/// can be made in any order, on any machine, and one of them costs no more than its place in a
/// batch. The batch goes through a C kernel, sixteen blocks at a time, with the same bits.
///
/// Reference: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as
/// easy as 1, 2, 3, SC 2011, doi:10.1145/2063384.2063405.
enum Philox {
    /// Four 32-bit words.
    typealias Block = SIMD4<UInt32>

    static func block(draw: UInt64, item: UInt64, key: UInt64) -> Block {
        // Four plain words: lanes of a vector would cost a shuffle each.
        var (a, b, c, d) = (low(draw), high(draw), low(item), high(item))
        var (first, second) = (low(key), high(key))
        for _ in 0..<10 {
            let p = 0xD251_1F53 &* UInt64(a)
            let q = 0xCD9E_8D57 &* UInt64(c)
            (a, b, c, d) = (high(q) ^ b ^ first, low(q), high(p) ^ d ^ second, low(p))
            first &+= 0x9E37_79B9
            second &+= 0xBB67_AE85
        }
        return Block(a, b, c, d)
    }

    static func blocks(draw: UInt64, item: UInt64, key: UInt64, count: Int) -> [Block] {
        var words = [UInt32](repeating: 0, count: 4 * count)
        lk_philox(key, item, draw, Int64(count), &words)
        return (0..<count).map {
            Block(words[4 * $0], words[4 * $0 + 1], words[4 * $0 + 2], words[4 * $0 + 3])
        }
    }

    /// The halves of a 64-bit word.
    private static func low(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word) }
    /// The upper half, bits 32 to 63.
    private static func high(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word >> 32) }
}
