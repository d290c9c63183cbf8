#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The inputs of the projections, from closed formulas of indices; the README has them in words.
///
/// Rates are per person-year, `s` is a segment, `r` a region, `a` a cohort, `t` a month.
enum Formulas {
    static let eligible = 0.9
    static let retention = 0.2
    /// By status.
    static let openingShares = [0.60, 0, 0, 0.15, 0, 0, 0.05, 0.06, 0.04, 0.10]

    static func workers(_ s: Int, _ r: Int) -> Double {
        2_000 + 1_000 * Double((7 * s + 13 * r) % 101)
    }

    /// How workers spread over cohorts: proportional to 2C - a.
    static func stockShares(_ cohorts: Int) -> [Double] {
        shares((0..<cohorts).map { Double(2 * cohorts - $0) })
    }

    /// Where entrants join: proportional to C - a.
    static func entrantShares(_ cohorts: Int) -> [Double] {
        shares((0..<cohorts).map { Double(cohorts - $0) })
    }

    private static func shares(_ weights: [Double]) -> [Double] {
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    /// Persons who join in a month.
    static func entrants(_ s: Int, _ r: Int, _ t: Int) -> Double {
        let persons = 10 + (3 * s + 5 * r + 11 * t) % 17
        return 2 * Double(persons)
    }

    /// Persons whom a public purse pays: none after the funded months.
    static func quota(_ s: Int, _ r: Int, _ t: Int) -> Double {
        guard t % 12 < 9 + (r + s) % 4 else { return 0 }
        let percent = 15 + t / 12 + (s + r) % 5
        return Double(percent) / 100 * workers(s, r)
    }

    /// The rates of leaving a cohort by cause: death, age limit, out of the labour force, moved.
    static func leaving(_ s: Int, _ a: Int) -> [Double] {
        [Double(2 + a) / 2_000, 0, Double(5 + s % 3) / 1_000, 0.004]
    }

    /// What multiplies self-enrolment and lapse in a draw.
    static func scale(draw: Int) -> Double { Double(500 + 619 * draw % 1_000) / 1_000 }

    /// Moves per year over ten statuses and the arrival state, diagonal included.
    static func generator(_ s: Int, scale: Double) -> [[Double]] {
        let (u, s1, s2, s3, e, l, lv, arrival) = (0, 4, 5, 6, 7, 8, 9, 10)
        var q = Array(repeating: Array(repeating: 0.0, count: 11), count: 11)
        let lapse = Double(100 + 20 * (s % 6)) / 1_000 * scale
        q[u][arrival] = Double(20 + 5 * (s % 4)) / 1_000 * scale
        for status in [u, s1, s2, s3, l, lv] { q[status][e] = Double(10 + 2 * (s % 3)) / 1_000 }
        q[e][u] = Double(50 + 10 * (s % 5)) / 1_000
        (q[s1][l], q[s2][l], q[s3][lv]) = (lapse, lapse, lapse)
        for status in [l, lv] { q[status][arrival] = Double(30 + 10 * (s % 2)) / 1_000 }
        for (funded, own) in zip(1...3, [s1, s2, s3]) { q[funded][own] = Double(10 + s) / 1_000 }
        q[arrival] = q[s1]
        for state in 0..<11 { q[state][state] = -q[state].reduce(0, +) }
        return q
    }
}
