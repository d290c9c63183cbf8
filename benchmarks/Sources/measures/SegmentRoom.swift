import _LindungKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What moves eight worlds of one segment, in memory that lives as long as it does.
final class SegmentRoom {
    private(set) var kernel = lk_segment()
    private var kept: [AnyObject] = []

    /// Eight regions of a segment.
    ///
    /// - Parameters:
    ///   - regions: by world, nil where nobody lives.
    init(_ frame: SegmentFrame, regions: [Int?]) {
        kernel = frame.kernel
        kept.append(frame)
        let s = frame.segment
        kernel.entrants = persons(frame, regions) { Formulas.entrants(s, $0, $1) }
        kernel.heads = persons(frame, regions) { Formulas.quota(s, $0, $1) }
        kernel.eligible = frame.always(Formulas.eligible)
    }

    private func persons(
        _ frame: SegmentFrame, _ regions: [Int?], _ number: (Int, Int) -> Double
    ) -> UnsafePointer<Double> {
        let lanes = Lanes(rows: frame.months) { month, world in
            regions[world].map { number($0, month) } ?? 0
        }
        kept.append(lanes)
        return UnsafePointer(lanes.base)
    }
}

/// What all regions of a segment have in common: one operator for all months, nobody ages,
/// newcomers wait.
final class SegmentFrame {
    let segment: Int
    let months: Int
    /// Without entrants, and with a quota without end for which nobody is eligible: it neither
    /// enrols nor releases.
    private(set) var kernel = lk_segment()
    private var constants: [Double: Lanes] = [:]
    private var kept: [Lanes] = []
    private let operatorOf: UnsafeMutablePointer<Int32>
    private let ages: UnsafeMutablePointer<UInt8>

    /// - Parameter moves: `[10][10]`, or `[10][10][8]` where each world has its own.
    init(_ s: Int, cohorts: Int, months: Int, moves: Lanes, own: Bool = false) {
        (segment, self.months) = (s, months)
        operatorOf = .allocate(capacity: months)
        operatorOf.initialize(repeating: 0, count: months)
        ages = .allocate(capacity: months)
        ages.initialize(repeating: 0, count: months)
        kernel.cohorts = Int32(cohorts)
        let joining = Formulas.entrantShares(cohorts)
        kernel.entrant_share = keep(Lanes(rows: cohorts) { joining[$0] })
        (kernel.age_from, kernel.age_to) = (UnsafePointer(operatorOf), UnsafePointer(operatorOf))
        kernel.age_share = kernel.entrant_share
        kernel.ages = UnsafePointer(ages)
        kernel.operator_of = UnsafePointer(operatorOf)
        (kernel.entrants, kernel.heads) = (always(0), always(1e15))
        (kernel.share, kernel.eligible) = (always(0), always(0))
        kernel.retention = always(Formulas.retention)
        (kernel.refill, kernel.waits, kernel.restarts) = (always(1), always(1), always(1))
        kernel.reach = Int32(LK_REACH_WAITING)
        kernel.own = own ? 1 : 0
        kernel.moves = keep(moves)
        let leaving = (0..<cohorts).map { Self.leaving(s, $0) }
        kernel.survival = keep(Lanes(rows: cohorts) { leaving[$0].stays })
        kernel.leaving = keep(Lanes(rows: cohorts * 4) { leaving[$0 / 4].causes[$0 % 4] })
    }

    deinit {
        operatorOf.deallocate()
        ages.deallocate()
    }

    private func keep(_ lanes: Lanes) -> UnsafePointer<Double> {
        kept.append(lanes)
        return UnsafePointer(lanes.base)
    }

    /// The same number in all months and worlds.
    func always(_ number: Double) -> UnsafePointer<Double> {
        if let lanes = constants[number] { return UnsafePointer(lanes.base) }
        let lanes = Lanes(rows: months) { _ in number }
        constants[number] = lanes
        return UnsafePointer(lanes.base)
    }

    private static func leaving(_ s: Int, _ a: Int) -> (stays: Double, causes: [Double]) {
        let rates = Formulas.leaving(s, a)
        let total = rates.reduce(0, +)
        let left = -expm1(-total / 12)
        return (1 - left, rates.map { left * $0 / total })
    }

    /// The month's operators of eight scales, without leavers: expm(Q/12), then consecutive months
    /// advance; `[10][10][8]`.
    static func moves(_ s: Int, scales: [Double]) -> Lanes {
        let generators = scales.map { Formulas.generator(s, scale: $0) }
        let rates = Lanes(rows: 121) { generators[$1][$0 / 11][$0 % 11] / 12 }
        let within = Lanes(rows: 121)
        lk_generator_exponential(11, rates.base, within.base)
        let moves = Lanes(rows: 100)
        for (column, after) in [0, 2, 3, 3, 5, 6, 6, 7, 8, 9, 4].enumerated() {
            for row in 0..<10 {
                for world in 0..<Lanes.width {
                    moves.row(row * 10 + after)[world] += within.row(row * 11 + column)[world]
                }
            }
        }
        return moves
    }

    /// The operator that all worlds of a segment share, `[10][10]`.
    static func sharedMoves(_ s: Int) -> Lanes {
        let moves = moves(s, scales: Array(repeating: 1, count: Lanes.width))
        return Lanes((0..<100).map { moves.row($0)[0] })
    }
}
