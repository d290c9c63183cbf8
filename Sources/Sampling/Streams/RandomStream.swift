internal import _LindungKernels

/// A stream of random numbers in which every draw can be asked for by its number.
///
/// A draw is a function of seed, name, draw number and item alone: the same whatever was drawn
/// before it, in whatever order, by however many threads or machines. The name is that of an
/// uncertain input, so that adding an input leaves the draws of all others alone.
///
///     key   = mix(FNV-1a(name in UTF-8) ^ mix(seed + 0x9E3779B97F4A7C15))
///     block = Philox4x32-10(counter = (draw, item), key)
///
/// `mix` is the finalizer of SplitMix64, a bijection; two names share a stream only where their
/// 64-bit hashes collide. Draws and items may be any integers. Items below zero are used by the
/// designs of this module.
///
/// References: `Philox`; G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number
/// generators, OOPSLA 2014, doi:10.1145/2660193.2660195; G. Fowler, L. C. Noll and K.-P. Vo, the
/// FNV hash, 1991.
public struct RandomStream: Sendable, Hashable {
    let key: UInt64

    /// The stream of a name under a seed.
    public init(seed: UInt64, name: String) {
        key = Self.mix(Self.hash(name) ^ Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15))
    }

    /// 64 random bits of a draw.
    public func bits(_ draw: Int, _ item: Int = 0) -> UInt64 {
        let block = Philox.block(
            draw: UInt64(bitPattern: Int64(draw)), item: UInt64(bitPattern: Int64(item)), key: key)
        return UInt64(block[1]) << 32 | UInt64(block[0])
    }

    /// A number equally likely anywhere in (0, 1): the middle of one of 2^52 cells.
    ///
    /// An odd multiple of 2^-53, never 0 or 1, made of the upper 52 bits of `bits`.
    public func uniform(_ draw: Int, _ item: Int = 0) -> Double {
        Self.openUnit(bits(draw, item))
    }

    /// Sets `out` to the uniforms of a range of draws, one item of each.
    ///
    /// The bits of `uniform`, several times faster; `out` is made as long as the range.
    public func fill(_ out: inout [Double], draws: Range<Int>, item: Int = 0) {
        if out.count != draws.count { out = [Double](repeating: 0, count: draws.count) }
        out.withUnsafeMutableBufferPointer { fill($0, from: draws.lowerBound, item: item) }
    }

    /// Fills a buffer with the uniforms of the draws from `first` on.
    public func fill(_ out: UnsafeMutableBufferPointer<Double>, from first: Int, item: Int = 0) {
        guard let start = out.baseAddress else { return }
        lk_uniforms(
            key, UInt64(bitPattern: Int64(item)), UInt64(bitPattern: Int64(first)),
            Int64(out.count), start)
    }

    /// The odd multiple of 2^-53 that the upper 52 bits stand for.
    static func openUnit(_ bits: UInt64) -> Double { Double(bits >> 11 | 1) * 0x1p-53 }

    /// A bijection of 64-bit numbers that spreads every bit over all.
    static func mix(_ number: UInt64) -> UInt64 {
        var z = number
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// FNV-1a, of which ``mix(_:)`` then spreads the bits: names may differ in one letter.
    private static func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

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
