import RealModule

/// Statuses of the plain loop, by their places in an array; `arrival` is inside the month only.
enum Plain {
    static let unprotected = 0
    static let funded1 = 1
    static let funded2 = 2
    static let funded = 3
    static let self1 = 4
    static let self2 = 5
    static let selfPaying = 6
    static let employer = 7
    static let lapsed = 8
    static let lapsedVested = 9
    static let arrival = 10
    static let statusCount = 10

    typealias Square = [[Double]]

    static func zeros(_ n: Int) -> Square {
        Array(repeating: Array(repeating: 0, count: n), count: n)
    }

    static func identity(_ n: Int) -> Square {
        var result = zeros(n)
        for i in 0..<n { result[i][i] = 1 }
        return result
    }

    static func product(_ a: Square, _ b: Square) -> Square {
        let n = a.count
        var result = zeros(n)
        for i in 0..<n {
            for k in 0..<n where a[i][k] != 0 {
                for j in 0..<n { result[i][j] += a[i][k] * b[k][j] }
            }
        }
        return result
    }

    /// `exp(m)`: halve until small, eighteen terms of the series, square as often.
    static func exponential(_ m: Square) -> Square {
        let n = m.count
        let norm = m.map { $0.reduce(0) { $0 + abs($1) } }.max() ?? 0
        var halvings = 0
        while norm / Double.pow(2, halvings) > 0.25 { halvings += 1 }
        let scale = Double.pow(2, halvings)
        let small = m.map { $0.map { $0 / scale } }
        var sum = identity(n)
        var term = identity(n)
        for k in 1...18 {
            term = product(term, small).map { $0.map { $0 / Double(k) } }
            for i in 0..<n { for j in 0..<n { sum[i][j] += term[i][j] } }
        }
        for _ in 0..<halvings { sum = product(sum, sum) }
        return sum
    }

    static func times(_ x: [Double], _ p: Square) -> [Double] {
        var result = Array(repeating: 0.0, count: x.count)
        for i in x.indices { for j in x.indices { result[j] += x[i] * p[i][j] } }
        return result
    }
}

/// Yearly intensities of one month, as the text of the model names them.
struct PlainRates: Equatable {
    var selfEnrolment = 0.0
    var employerEnrolment = 0.0
    var employerLoss = 0.0
    var lapse = 0.0
    var returning = 0.0
    var graduation = 0.0
    var death = 0.0
    var outOfLabourForce = 0.0
    var movedAway = 0.0
    var ageLimit = 0.0

    var otherExits: Double { outOfLabourForce + movedAway + ageLimit }
    var allExits: Double { death + otherExits }

    /// The share of everyone who leaves for a cause with that rate within a month.
    func monthlyShare(_ rate: Double) -> Double {
        allExits == 0 ? 0 : rate / allExits * (1 - Double.exp(-allExits / 12))
    }

    /// The generator over ten statuses and the arrival state.
    func generator(waits: Bool, restarts: Bool) -> Plain.Square {
        var q = Plain.zeros(11)
        let entry = waits ? Plain.arrival : Plain.selfPaying
        q[Plain.unprotected][entry] += selfEnrolment
        q[Plain.lapsed][entry] += returning
        q[Plain.lapsedVested][restarts ? entry : Plain.selfPaying] += returning
        let selfStates = [Plain.arrival, Plain.self1, Plain.self2, Plain.selfPaying]
        for from in [Plain.unprotected, Plain.lapsed, Plain.lapsedVested] + selfStates {
            q[from][Plain.employer] += employerEnrolment
        }
        q[Plain.employer][Plain.unprotected] += employerLoss
        for from in [Plain.arrival, Plain.self1, Plain.self2] { q[from][Plain.lapsed] += lapse }
        q[Plain.selfPaying][Plain.lapsedVested] += lapse
        q[Plain.funded1][Plain.self1] += graduation
        q[Plain.funded2][Plain.self2] += graduation
        q[Plain.funded][Plain.selfPaying] += graduation
        for from in 0..<11 {
            let leaving = q[from].reduce(0, +) + allExits
            q[from][from] -= leaving
        }
        return q
    }

    /// `exp(Q/12) A`, ten by ten.
    func monthly(waits: Bool, restarts: Bool) -> Plain.Square {
        let q = generator(waits: waits, restarts: restarts)
        let within = Plain.exponential(q.map { $0.map { $0 / 12 } })
        return Plain.advanced(within)
    }
}

extension Plain {
    /// Consecutive months move on: the columns of an eleven-state month go where they count next.
    static func advanced(_ within: Square) -> Square {
        let next = [
            unprotected, funded2, funded, funded, self2, selfPaying, selfPaying, employer, lapsed,
            lapsedVested, self1,
        ]
        var p = zeros(statusCount)
        for i in 0..<statusCount { for j in 0...arrival { p[i][next[j]] += within[i][j] } }
        return p
    }
}
