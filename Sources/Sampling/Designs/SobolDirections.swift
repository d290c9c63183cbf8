/// The direction numbers of the Sobol sequence.
///
/// For a primitive polynomial `x^s + a_1 x^(s-1) + ... + a_(s-1) x + 1` and odd initial
/// `m_1, ..., m_s` with `m_i < 2^i`, the numbers `v_i = m_i / 2^i` go on by
///
///     v_i = a_1 v_(i-1) ^ ... ^ a_(s-1) v_(i-s+1) ^ v_(i-s) ^ (v_(i-s) >> s)
///
/// Reference: P. Bratley and B. L. Fox, Algorithm 659, ACM Trans. Math. Softw. 14 (1988),
/// doi:10.1145/42288.214372; the numbers are those of `SobolTable`.
enum SobolDirections {
    static var count: Int { polynomials.count + 1 }

    /// The 32 direction numbers of a dimension from 0 on, as 32 binary digits after the point.
    static func numbers(_ dimension: Int) -> [UInt32] {
        if dimension == 0 { return (0..<32).map { 1 << (31 - $0) } }
        let (degree, word) = polynomials[dimension - 1]
        let (coefficients, initial) = unpacked(word, degree)
        var numbers = initial.enumerated().map { UInt32($1) << (31 - $0) }
        for i in degree..<32 {
            var number = numbers[i - degree] ^ numbers[i - degree] >> degree
            for k in 1..<degree where coefficients >> (degree - 1 - k) & 1 == 1 {
                number ^= numbers[i - k]
            }
            numbers.append(number)
        }
        return numbers
    }

    /// The table as one entry for each dimension from 1 on: degree and packed word.
    private static let polynomials: [(degree: Int, word: Substring)] =
        SobolTable.words.enumerated().flatMap { place, words in
            words.split { $0.isWhitespace }.map { (place + 1, $0) }
        }

    /// The polynomial's inner coefficients, a_1 highest, and its `m_1, ..., m_s`.
    ///
    /// Bits come in groups of six, the high ones first; `m_i` is odd, so the table leaves its last
    /// bit out.
    private static func unpacked(
        _ word: Substring, _ degree: Int
    ) -> (coefficients: Int, initial: [Int]) {
        var digits = word.utf8.makeIterator()
        /// Takes the digits that so many bits need; what the word lacks is zero.
        func number(bits: Int) -> Int {
            (0..<(bits + 5) / 6).reduce(0) { sum, _ in
                sum << 6 | (digits.next().map(digit) ?? 0)
            }
        }
        let coefficients = number(bits: degree - 1)
        return (coefficients, (0..<degree).map { 2 * number(bits: $0) + 1 })
    }

    /// The value of a base-64 digit: A to Z, a to z, 0 to 9, + and /.
    private static func digit(_ letter: UInt8) -> Int {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(letter) + 4
        case UInt8(ascii: "+"): 62
        default: 63
        }
    }
}
