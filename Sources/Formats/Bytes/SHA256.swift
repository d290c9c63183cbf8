/// The SHA-256 digest of bytes (FIPS 180-4).
///
/// Written here because the package needs nothing else of a cryptography library, and the usual
/// one takes longer to build than all the rest. It names inputs; it keeps no secrets.
public struct SHA256: Sendable, Hashable {
    /// 64 lower-case hexadecimal digits.
    public let hexadecimal: String

    /// The digest of a message shorter than 2^61 bytes.
    public init(_ message: some Collection<UInt8>) {
        var padded = Array(message)
        let bits = UInt64(padded.count) * 8
        padded.append(0x80)
        while padded.count % 64 != 56 { padded.append(0) }
        for shift in stride(from: 56, through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        var state = Self.initial
        var schedule = Array(repeating: UInt32(0), count: 64)
        for block in stride(from: 0, to: padded.count, by: 64) {
            Self.expand(padded, block, into: &schedule)
            Self.compress(&state, schedule)
        }
        hexadecimal = state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// The 64 words of a block, from its 16 (FIPS 180-4, 6.2.2 step 1).
    private static func expand(_ bytes: [UInt8], _ start: Int, into words: inout [UInt32]) {
        for index in 0..<16 {
            let place = start + 4 * index
            words[index] =
                UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
                | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
        }
        for index in 16..<64 {
            let (a, b) = (words[index - 15], words[index - 2])
            let low = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
            let high = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
            words[index] = words[index - 16] &+ low &+ words[index - 7] &+ high
        }
    }

    /// Mixes a block's words into the state (steps 2 to 4).
    private static func compress(_ state: inout [UInt32], _ words: [UInt32]) {
        var s = state
        for index in 0..<64 {
            let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
            let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
            let high = rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25)
            let low = rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22)
            let first = s[7] &+ high &+ choice &+ constants[index] &+ words[index]
            for place in stride(from: 7, to: 0, by: -1) { s[place] = s[place - 1] }
            s[4] = s[4] &+ first
            s[0] = first &+ low &+ majority
        }
        for place in 0..<8 { state[place] = state[place] &+ s[place] }
    }

    /// The word rotated to the right.
    private static func rotated(_ word: UInt32, _ places: UInt32) -> UInt32 {
        word >> places | word << (32 - places)
    }

    /// The first 64 primes.
    private static let primes: [UInt64] = {
        var found: [UInt64] = []
        var candidate: UInt64 = 2
        while found.count < 64 {
            if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }()

    /// The first 32 bits of the fractional part of a root of a prime, found by bisection in
    /// integers: the largest `r` with `r^power <= prime x 2^(32 power)`.
    private static func rootBits(_ prime: UInt64, power: Int) -> UInt32 {
        let target = UInt128(prime) << UInt128(32 * power)
        var (low, high) = (UInt128(0), UInt128(1) << 38)
        while high - low > 1 {
            let middle = (low + high) / 2
            let raised = power == 2 ? middle * middle : middle * middle * middle
            if raised <= target { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }

    /// The state before the first block: square roots of the first eight primes.
    private static let initial = primes.prefix(8).map { rootBits($0, power: 2) }
    /// A constant for each round: cube roots of the first 64 primes.
    private static let constants = primes.map { rootBits($0, power: 3) }
}
