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
