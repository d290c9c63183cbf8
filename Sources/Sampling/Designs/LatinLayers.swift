/// One dimension of a Latin hypercube: point p lies somewhere in layer `s(p)` of n.
///
///     u = (s(p) + jitter(p)) / n
///
/// s is a bijection of the points, keyed by the dimension's stream, so that a point needs no
/// table: a Feistel network on the least even number of bits that n needs, walked until it lands
/// below n (fewer than four steps on average). Ranks, where given, are used instead.
///
/// Reference: J. Black and P. Rogaway, Ciphers with arbitrary finite domains, CT-RSA 2002,
/// doi:10.1007/3-540-45760-7_9.
struct LatinLayers: Sendable {
    private let stream: RandomStream
    private let count: Int
    /// The layer of each point, where ranks give it; else empty.
    private let layers: [UInt32]
    private let halfBits: UInt64
    private let keys: [UInt64]

    private static let jitterItem = -1
    /// Of the keys; jitter has the one above.
    private static let keyItem = -2

    /// - Parameter layers: the layer of each point; when empty, the keyed bijection.
    init(_ stream: RandomStream, count: Int, layers: [UInt32] = []) {
        self.stream = stream
        self.count = count
        self.layers = layers
        let bits = Int.bitWidth - (count - 1).leadingZeroBitCount
        halfBits = UInt64(max(1, (bits + 1) / 2))
        keys = (0..<8).map { stream.bits($0, Self.keyItem) }
    }

    func ranked(_ layers: [UInt32]) -> LatinLayers {
        LatinLayers(stream, count: count, layers: layers)
    }

    func value(_ point: Int) -> Double {
        // Few enough bits that layer + jitter is exact, and its quotient stays in the layer.
        let bits = UInt64(50 - (Int.bitWidth - count.leadingZeroBitCount))
        let jitter = Double(stream.bits(point, Self.jitterItem) >> (64 - bits)) + 0.5
        let scaled = jitter * Double(sign: .plus, exponent: -Int(bits), significand: 1)
        return (Double(layer(point)) + scaled) / Double(count)
    }

    /// The layer of a point, from 0.
    func layer(_ point: Int) -> Int {
        if !layers.isEmpty { return Int(layers[point]) }
        var place = UInt64(point)
        repeat { place = permuted(place) } while place >= UInt64(count)
        return Int(place)
    }

    /// A bijection of the numbers of `2 halfBits` bits: eight rounds, each of which adds a keyed
    /// hash of one half to the other.
    private func permuted(_ number: UInt64) -> UInt64 {
        let mask = UInt64(1) << halfBits &- 1
        var (left, right) = (number >> halfBits, number & mask)
        for key in keys {
            let mixed = RandomStream.mix(right ^ key) >> 32
            (left, right) = (right, left ^ (mixed & mask))
        }
        return left << halfBits | right
    }
}
