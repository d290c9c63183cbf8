/// The Sobol sequence: points whose every first 2^m are evenly spread.
///
/// In the order of the Gray code, so (0, 0), (.5, .5), (.75, .25), ... as it is. The direction
/// numbers are those of Joe and Kuo, chosen for good two-dimensional projections.
///
/// Scrambling makes estimates unbiased and keeps the nets: a random linear scramble (Matoušek)
/// with a random shift, under which the variance of a mean equals that under Owen's nested
/// scramble. Use a power of two of points.
///
/// References: S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008), doi:10.1137/070709359;
/// J. Matoušek, J. Complexity 14 (1998), doi:10.1006/jcom.1998.0489; A. B. Owen, Variance with
/// alternative scramblings of digital nets, ACM TOMACS 13 (2003), doi:10.1145/945511.945518.
public struct SobolSequence: Sendable {
    /// Number of points before the sequence ends, 2^32.
    public static let period = 1 << 32
    /// Number of dimensions that have direction numbers.
    public static let mostDimensions = SobolDirections.count

    private let columns: [SobolDimension]

    /// The sequence in some dimensions, as it is (nil) or scrambled by a seed.
    ///
    /// - Throws: `badDimensions` (1 to `mostDimensions`).
    public init(dimensions: Int, scramble: UInt64?) throws(DesignFault) {
        guard dimensions >= 1, dimensions <= Self.mostDimensions else {
            throw .badDimensions(dimensions, most: Self.mostDimensions)
        }
        columns = (0..<dimensions).map { dimension in
            SobolDimension(
                dimension,
                scramble: scramble.map { RandomStream(seed: $0, name: "sobol \(dimension)") })
        }
    }

    /// Number of dimensions.
    public var dimensions: Int { columns.count }

    /// A point of the sequence, from 0.
    public func point(_ index: Int) -> [Double] {
        requireIndices(index..<index + 1)
        return columns.map { $0.coordinate(index) }
    }

    /// One coordinate of a point, both from 0; at most 32 steps.
    public func coordinate(_ index: Int, _ dimension: Int) -> Double {
        requireIndices(index..<index + 1)
        return columns[dimension].coordinate(index)
    }

    /// Fills a buffer with one coordinate of a range of points; one step each.
    ///
    /// - Parameter out: as long as the range.
    public func fill(
        points: Range<Int>, dimension: Int, into out: UnsafeMutableBufferPointer<Double>
    ) {
        requireIndices(points)
        precondition(out.count == points.count, "\(points.count) points into \(out.count) places")
        columns[dimension].fill(points, out)
    }

    /// Stops the program for points that the sequence does not have.
    private func requireIndices(_ indices: Range<Int>) {
        precondition(
            indices.lowerBound >= 0 && indices.upperBound <= Self.period,
            "points \(indices) of a Sobol sequence")
    }
}

/// One dimension of a Sobol sequence.
///
/// Coordinate i is the exclusive or of the direction numbers at the bits of i's Gray code. A
/// scramble replaces each direction number v by L v and starts from a random number: L is a
/// random lower triangular matrix of bits with ones on its diagonal (64 digits out of 32), so
/// that all nets are kept, the digits after the 32nd are random too, and a coordinate costs no
/// more than without.
struct SobolDimension: Sendable {
    /// Binary digits of a coordinate from the first after the point on, by bit of the Gray code.
    private let directions: [UInt64]
    /// What a scrambled coordinate starts from; 0 where nothing is scrambled.
    private let shift: UInt64
    /// 1 where a scrambled coordinate stands for the middle of its 2^-52.
    private let middle: UInt64

    private static let scrambleItem = -3

    /// A dimension from 0 on, scrambled by the bits of a stream, or not.
    ///
    /// Column k of L is a one in digit k with random digits below; draws 0 to 31 of the stream
    /// give the columns, draw 32 the shift.
    init(_ dimension: Int, scramble: RandomStream?) {
        let plain = SobolDirections.numbers(dimension)
        guard let stream = scramble else {
            (directions, shift, middle) = (plain.map { UInt64($0) << 32 }, 0, 0)
            return
        }
        let columns = (0..<32).map { digit -> UInt64 in
            let one = UInt64(1) << (63 - digit)
            return one | stream.bits(digit, Self.scrambleItem) & (one - 1)
        }
        directions = plain.map { number in
            (0..<32).reduce(0) { number >> (31 - $1) & 1 == 1 ? $0 ^ columns[$1] : $0 }
        }
        shift = stream.bits(32, Self.scrambleItem)
        middle = 1
    }

    /// The coordinate of a point below 2^32: in [0, 1) as it is, in (0, 1) scrambled.
    func coordinate(_ point: Int) -> Double { unit(digits(point)) }

    /// The coordinates of a range of points, each from the one before by one exclusive or.
    func fill(_ points: Range<Int>, _ out: UnsafeMutableBufferPointer<Double>) {
        guard let first = points.first else { return }
        var digits = digits(first)
        directions.withUnsafeBufferPointer { directions in
            out[0] = unit(digits)
            for place in 1..<max(1, points.count) {
                digits ^= directions[(first &+ place).trailingZeroBitCount]
                out[place] = unit(digits)
            }
        }
    }

    /// The binary digits of a coordinate, from the first after the point on: one exclusive or for
    /// each bit that the point's Gray code has.
    private func digits(_ point: Int) -> UInt64 {
        var gray = UInt64(point) ^ UInt64(point) >> 1
        var digits = shift
        while gray != 0 {
            digits ^= directions[gray.trailingZeroBitCount]
            gray &= gray - 1
        }
        return digits
    }

    /// The upper 53 digits as a number; scrambled, the middle of its cell.
    private func unit(_ digits: UInt64) -> Double { Double(digits >> 11 | middle) * 0x1p-53 }
}

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
