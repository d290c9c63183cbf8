internal import RealModule

/// The likelihood of counts given those of the month before.
///
/// The counts are multinomial; they are taken as normal with the multinomial's mean and covariance,
/// which change with the parameters:
///
///     m = y P,   V = diag(m) - P' diag(y) P,   both carried through the decisions (CountModel)
///     2 l = -log det V - (z - m)' V^-1 (z - m)
///
/// Its score has mean 0 whatever the distribution, as long as mean and covariance are right, so
/// small counts make no bias. Covariances tell gross flows from net ones, but only where people
/// move independently. Where counts spread more than that, means alone count, with the covariance
/// times a dispersion (quasi-likelihood).
///
/// Reference: R. Wedderburn, Quasi-likelihood functions, Biometrika 61 (1974),
/// doi:10.1093/biomet/61.3.439.
final class CountLikelihood {
    /// How much of it is wanted.
    enum Depth: Int, Comparable {
        case value, score, information
        /// Score and information of each pair too.
        case pairs

        static func < (one: Depth, other: Depth) -> Bool { one.rawValue < other.rawValue }
    }

    /// Whether covariances tell something of the parameters.
    var usesCovariance = true
    /// By how much variances exceed those of independent people.
    var dispersion = 1.0

    /// The derivatives of the log-likelihood, and the expected information, row-major.
    private(set) var score: [Double]
    private(set) var information: [Double]
    private(set) var value = 0.0
    /// The squared standardized deviation of each pair, and of how many numbers it consists.
    private(set) var distances: [(square: Double, count: Int)] = []
    /// The same along one status, by pair: `(z - m) / sqrt(V)`, and 0 where it is not observed.
    private(set) var deviations: [[Double]] = []
    /// Score and information of each pair.
    private(set) var scores: [[Double]] = []
    private(set) var informations: [[Double]] = []

    private let model: CountModel
    private let moves: TransitionSlopes
    private let n: Int
    private let parameters: Int
    /// `diag(P_i) - P_i P_i'` of each origin and its derivatives: `[part][origin][n][n]`.
    private let spread: Room
    /// `[part][n]`.
    private let mean: Room
    /// `[part][n][n]`.
    private let covariance: Room
    /// What decisions do to a change, and where it differs from nothing: `[n][n]`.
    private let through: Room
    private var entries: [(row: Int, column: Int)] = []
    private let product: Room
    private let lower: Room
    private let inverse: Room
    /// `V^-1 dV`: `[part][n][n]`.
    private let weighted: Room

    private typealias Room = UnsafeMutablePointer<Double>

    init(_ model: CountModel) {
        self.model = model
        moves = TransitionSlopes(model.family)
        n = model.family.states
        parameters = model.parameters
        score = [Double](repeating: 0, count: parameters)
        information = [Double](repeating: 0, count: parameters * parameters)
        func room(_ count: Int) -> Room {
            let room = Room.allocate(capacity: count)
            room.initialize(repeating: 0, count: count)
            return room
        }
        spread = room(parameters * n * n * n)
        mean = room((parameters + 1) * n)
        covariance = room((parameters + 1) * n * n)
        through = room(n * n)
        product = room(n * n)
        lower = room(n * n)
        inverse = room(n * n)
        weighted = room((parameters + 1) * n * n)
        for status in 0..<n { entries.append((status, status)) }
        let (one, two) = (model.drawnFrom[0], model.drawnFrom[1])
        entries += [(one, two), (two, one), (one, model.funded), (two, model.funded)]
        if !model.drawnFrom.contains(model.kept) { entries.append((model.kept, model.funded)) }
        if !model.drawnFrom.contains(model.dropped) {
            entries.append((model.dropped, model.funded))
        }
    }

    deinit {
        for room in [spread, mean, covariance, through, product, lower, inverse, weighted] {
            room.deallocate()
        }
    }

    /// Sets value, score and information at a point.
    func set(_ point: [Double], _ pairs: [CountPair], _ depth: Depth = .information) {
        for index in score.indices { score[index] = 0 }
        for index in information.indices { information[index] = 0 }
        value = 0
        distances.removeAll(keepingCapacity: true)
        deviations.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
        informations.removeAll(keepingCapacity: true)
        moves.set(point.dropLast().map { Double.exp($0) }, over: 1.0 / 12)
        let parts = depth == .value ? 1 : parameters
        for part in 0..<parts {
            for origin in 0..<n { setSpread(part, origin) }
        }
        let share = 1 / (1 + Double.exp(-point[parameters - 1]))
        for pair in pairs {
            for part in 0..<parts { expect(pair, part) }
            mean[model.entry] += pair.entrants ?? 0
            decide(pair, share, parts)
            add(pair, depth)
        }
    }

    /// The covariance of one person of an origin, or its derivative.
    private func setSpread(_ part: Int, _ origin: Int) {
        let all = moves.values[0]
        let change = moves.values[part]
        let row = origin * n
        let result = spread + (part * n + origin) * n * n
        for j in 0..<n {
            for k in 0..<n {
                let crossed = all[row + j] * change[row + k]
                let entry = part == 0 ? crossed : crossed + change[row + j] * all[row + k]
                result[j * n + k] = (j == k ? change[row + j] : 0) - entry
            }
        }
    }

    /// Mean and covariance before decisions, or their derivatives.
    private func expect(_ pair: CountPair, _ part: Int) {
        let (mean, covariance) = (mean + part * n, covariance + part * n * n)
        for entry in 0..<n { mean[entry] = 0 }
        for entry in 0..<n * n { covariance[entry] = 0 }
        moves.values[part].withUnsafeBufferPointer { moved in
            for origin in 0..<n where pair.before[origin] != 0 {
                let people = pair.before[origin]
                for column in 0..<n { mean[column] += people * moved[origin * n + column] }
                let one = spread + (part * n + origin) * n * n
                for entry in 0..<n * n { covariance[entry] += people * one[entry] }
            }
        }
    }

    /// Carries mean and covariance through the decisions.
    private func decide(_ pair: CountPair, _ share: Double, _ parts: Int) {
        let (funded, one, two) = (model.funded, model.drawnFrom[0], model.drawnFrom[1])
        let expected = pair.after[funded] - mean[funded]
        let flows =
            pair.flows
            ?? CountPair.Flows(enrolled: max(0, expected), released: max(0, -expected))
        let pool = max(mean[one] + mean[two], 1e-9)
        let (first, second) = (mean[one] / pool, mean[two] / pool)
        let drawn = min(flows.enrolled, pool)
        for entry in 0..<n * n { through[entry] = entry % (n + 1) == 0 ? 1 : 0 }
        let slope = drawn / pool
        through[one * n + one] -= slope * second
        through[one * n + two] += slope * first
        through[two * n + two] -= slope * first
        through[two * n + one] += slope * second
        if pair.flows == nil {
            through[funded * n + funded] = 0
            if flows.enrolled > 0 {
                through[one * n + funded] += first
                through[two * n + funded] += second
            } else {
                through[model.kept * n + funded] += share
                through[model.dropped * n + funded] += 1 - share
            }
        }
        for part in 0..<parts {
            if part > 0 { carryMean(part) }
            carryCovariance(part)
        }
        mean[one] -= drawn * first
        mean[two] -= drawn * second
        mean[funded] += flows.enrolled - flows.released
        mean[model.kept] += share * flows.released
        mean[model.dropped] += (1 - share) * flows.released
        if pool > 1 {
            addNoise(0, one, two, drawn * first * second * max(0, pool - drawn) / (pool - 1))
        }
        setRelease(flows.released * share * (1 - share), share)
    }

    /// The noise of who goes on by themselves, and its derivatives.
    private func setRelease(_ variance: Double, _ share: Double) {
        addNoise(0, model.kept, model.dropped, variance)
        let last = mean + parameters * n
        for entry in 0..<n { last[entry] = 0 }
        for entry in 0..<n * n { covariance[parameters * n * n + entry] = 0 }
        last[model.kept] += variance
        last[model.dropped] -= variance
        addNoise(parameters, model.kept, model.dropped, variance * (1 - 2 * share))
    }

    private func addNoise(_ part: Int, _ one: Int, _ two: Int, _ variance: Double) {
        let covariance = covariance + part * n * n
        covariance[one * n + one] += variance
        covariance[two * n + two] += variance
        covariance[one * n + two] -= variance
        covariance[two * n + one] -= variance
    }

    private func carryMean(_ part: Int) {
        let mean = mean + part * n
        for row in 0..<n { product[row] = 0 }
        for entry in entries {
            product[entry.row] += through[entry.row * n + entry.column] * mean[entry.column]
        }
        for row in 0..<n { mean[row] = product[row] }
    }

    private func carryCovariance(_ part: Int) {
        let covariance = covariance + part * n * n
        for entry in 0..<n * n { product[entry] = 0 }
        for entry in entries {
            let weight = through[entry.row * n + entry.column]
            for column in 0..<n {
                product[entry.row * n + column] += weight * covariance[entry.column * n + column]
            }
        }
        for entry in 0..<n * n { covariance[entry] = 0 }
        for entry in entries {
            let weight = through[entry.row * n + entry.column]
            for row in 0..<n {
                covariance[row * n + entry.row] += weight * product[row * n + entry.column]
            }
        }
    }

    /// Adds what a pair tells.
    private func add(_ pair: CountPair, _ depth: Depth) {
        var seen = (0..<n).filter { status in
            (pair.flows != nil || status != model.funded)
                && (pair.entrants != nil || status != model.entry)
        }
        let people = pair.before.reduce(1, +)
        let floor = 1e-9 * people
        seen.removeAll { covariance[$0 * n + $0] <= floor && abs(mean[$0]) < 1e-6 }
        guard let determinant = invert(seen, floor) else {
            distances.append((.infinity, seen.count))
            deviations.append([Double](repeating: 0, count: n))
            return
        }
        let count = seen.count
        let rest = seen.map { pair.after[$0] - mean[$0] }
        var solved = [Double](repeating: 0, count: count)
        for row in 0..<count {
            for column in 0..<count { solved[row] += inverse[row * n + column] * rest[column] }
        }
        let square = zip(rest, solved).reduce(0) { $0 + $1.0 * $1.1 }
        distances.append((square, count))
        var along = [Double](repeating: 0, count: n)
        for (row, status) in seen.enumerated() {
            along[status] = rest[row] / covariance[status * n + status].squareRoot()
        }
        deviations.append(along)
        value -= (Double.log(determinant) + square / dispersion) / 2
        guard depth != .value else { return }
        for part in 1...parameters { weigh(part, seen) }
        let (score, information) = (score, information)
        addScore(seen, solved)
        guard depth >= .information else { return }
        addInformation(seen)
        guard depth == .pairs else { return }
        scores.append(zip(self.score, score).map { $0 - $1 })
        informations.append(zip(self.information, information).map { $0 - $1 })
    }

    /// Sets the inverse of the covariance of the statuses that were seen; its determinant, or nil
    /// where it has no inverse.
    private func invert(_ seen: [Int], _ floor: Double) -> Double? {
        let count = seen.count
        var determinant = 1.0
        for row in 0..<count {
            for column in 0...row {
                var sum = covariance[seen[row] * n + seen[column]]
                if row == column { sum += floor }
                for k in 0..<column { sum -= lower[row * count + k] * lower[column * count + k] }
                if row == column {
                    guard sum > 0 else { return nil }
                    determinant *= sum
                    lower[row * count + row] = sum.squareRoot()
                } else {
                    lower[row * count + column] = sum / lower[column * count + column]
                }
            }
        }
        var unit = [Double](repeating: 0, count: count)
        for column in 0..<count {
            for row in 0..<count {
                var sum = row == column ? 1.0 : 0
                for k in 0..<row { sum -= lower[row * count + k] * unit[k] }
                unit[row] = sum / lower[row * count + row]
            }
            for row in stride(from: count - 1, through: 0, by: -1) {
                var sum = unit[row]
                for k in row + 1..<max(count, row + 1) { sum -= lower[k * count + row] * unit[k] }
                unit[row] = sum / lower[row * count + row]
            }
            for row in 0..<count { inverse[row * n + column] = unit[row] }
        }
        return determinant
    }

    /// `V^-1 dV` of a parameter.
    private func weigh(_ part: Int, _ seen: [Int]) {
        guard usesCovariance else { return }
        for row in seen.indices {
            for column in seen.indices {
                var sum = 0.0
                for k in seen.indices {
                    sum +=
                        inverse[row * n + k] * covariance[part * n * n + seen[k] * n + seen[column]]
                }
                weighted[part * n * n + row * n + column] = sum
            }
        }
    }

    private func addScore(_ seen: [Int], _ solved: [Double]) {
        let count = seen.count
        for part in 1...parameters {
            var sum = 0.0
            for row in 0..<count { sum += mean[part * n + seen[row]] * solved[row] }
            score[part - 1] += sum / dispersion
            if usesCovariance { score[part - 1] += covarianceScore(part, seen, solved) }
        }
    }

    private func addInformation(_ seen: [Int]) {
        let count = seen.count
        for part in 1...parameters {
            for row in 0..<count {
                var sum = 0.0
                for column in 0..<count {
                    sum += inverse[row * n + column] * mean[part * n + seen[column]]
                }
                product[row] = sum / dispersion
            }
            for other in 1...part {
                var sum = 0.0
                for row in 0..<count { sum += product[row] * mean[other * n + seen[row]] }
                if usesCovariance {
                    let (a, b) = (weighted + part * n * n, weighted + other * n * n)
                    for row in 0..<count {
                        for column in 0..<count {
                            sum += a[row * n + column] * b[column * n + row] / 2
                        }
                    }
                }
                information[(part - 1) * parameters + other - 1] += sum
                if other != part { information[(other - 1) * parameters + part - 1] += sum }
            }
        }
    }

    private func covarianceScore(_ part: Int, _ seen: [Int], _ solved: [Double]) -> Double {
        var sum = 0.0
        for row in seen.indices {
            sum -= weighted[part * n * n + row * n + row]
            for column in seen.indices {
                sum +=
                    solved[row] * covariance[part * n * n + seen[row] * n + seen[column]]
                    * solved[column]
            }
        }
        return sum / 2
    }
}
