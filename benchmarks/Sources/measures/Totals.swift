import _LindungKernels

/// Totals of 16 cost vectors over the deciding case without decisions.
enum Totals {
    static let vectors = 16

    /// Rupiah by cost vector, out of person-months by year, segment and status.
    static func rupiah(_ yearly: [Double]) -> [Double] {
        (0..<vectors).map { vector in
            yearly.indices.reduce(0) { sum, cell in
                let year = cell / (Deciding.segments * 10)
                return sum
                    + Formulas.price(vector: vector, year: year, status: cell % 10) * yearly[cell]
            }
        }
    }
}

/// Values run backwards: regions of a segment share them, since they have the same rates.
final class Backwards {
    private let frames: [SegmentFrame]
    /// `[2][years][10][8]`: sixteen cost vectors, eight at a time.
    private let prices: Lanes
    private let years: [Int32] = (0..<Int32(Deciding.months)).map { $0 / 12 }
    private let stockShares = Formulas.stockShares(Deciding.cohorts)
    /// `[segments][10][regions]`: the opening stock over cohorts.
    private let stock: [Double]
    /// `[segments][months][regions]`.
    private let entrants: [Double]
    private let values = Lanes(rows: Deciding.cohorts * 10)
    private let ofEntrants = Lanes(rows: Deciding.months)

    init() {
        let (segments, regions, months) = (Deciding.segments, Deciding.regions, Deciding.months)
        frames = (0..<segments).map {
            SegmentFrame(
                $0, cohorts: Deciding.cohorts, months: months, moves: SegmentFrame.sharedMoves($0))
        }
        prices = Lanes(rows: Totals.vectors / Lanes.width * Deciding.years * 10) { row, lane in
            Formulas.price(
                vector: row / (Deciding.years * 10) * Lanes.width + lane,
                year: row / 10 % Deciding.years, status: row % 10)
        }
        stock = (0..<segments * 10 * regions).map { cell in
            Formulas.openingShares[cell / regions % 10]
                * Formulas.workers(cell / regions / 10, cell % regions)
        }
        entrants = (0..<segments * months * regions).map { cell in
            let row = cell / regions
            return Formulas.entrants(row / months, cell % regions, row % months)
        }
    }

    /// Sums of rows of one number a region.
    private func overRegions(_ numbers: [Double], _ rows: Range<Int>) -> [Double] {
        numbers.withUnsafeBufferPointer { numbers in
            rows.map { row in
                var sums = SIMD8<Double>()
                let first = row * Deciding.regions
                for region in 0..<Deciding.regions / 8 {
                    for lane in 0..<8 { sums[lane] += numbers[first + region * 8 + lane] }
                }
                return (Deciding.regions / 8 * 8..<Deciding.regions).reduce(sums.sum()) {
                    $0 + numbers[first + $1]
                }
            }
        }
    }

    /// Rupiah by cost vector.
    func totals() -> [Double] {
        var totals = Array(repeating: SIMD8<Double>(), count: Totals.vectors / Lanes.width)
        for (s, frame) in frames.enumerated() {
            let stock = overRegions(stock, s * 10..<s * 10 + 10)
            let joining = overRegions(entrants, s * Deciding.months..<(s + 1) * Deciding.months)
            for block in totals.indices {
                totals[block] += total(frame, block, stock, joining)
            }
        }
        return totals.flatMap { block in (0..<Lanes.width).map { block[$0] } }
    }

    private func total(
        _ frame: SegmentFrame, _ block: Int, _ stock: [Double], _ joining: [Double]
    ) -> SIMD8<Double> {
        var segment = frame.kernel
        values.base.update(repeating: 0, count: values.count)
        lk_values(
            &segment, 0, 0, Int32(Deciding.months), prices.row(block * Deciding.years * 10),
            years, values.base, ofEntrants.base)
        var total = SIMD8<Double>()
        func rows(_ lanes: Lanes) -> UnsafePointer<SIMD8<Double>> {
            UnsafeRawPointer(lanes.base).assumingMemoryBound(to: SIMD8<Double>.self)
        }
        for (cohort, part) in stockShares.enumerated() {
            for status in 0..<10 {
                total += rows(values)[cohort * 10 + status] * (part * stock[status])
            }
        }
        for month in 0..<Deciding.months { total += rows(ofEntrants)[month] * joining[month] }
        return total
    }
}

extension Measure {
    /// People forwards.
    static let totalsForward = Measure(name: "totals-forward") {
        let deciding = Deciding(hasQuotas: false)
        return deciding.job(threads: 1) { Totals.rupiah(deciding.yearly($0)) }
    }

    /// Values backwards.
    static let totalsAdjoint = Measure(name: "totals-adjoint") {
        let backwards = Backwards()
        return {
            let totals = backwards.totals()
            return { totals }
        }
    }
}
