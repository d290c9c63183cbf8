internal import LinearAlgebra
internal import RealModule

extension PooledRates {
    /// Fits the regions of a segment.
    ///
    /// First all regions as one, which shows what the counts leave open and how far they spread;
    /// then each by itself under a common prior.
    ///
    /// - Parameters:
    ///   - regions: the pairs of months of each region; a region may have none.
    ///   - start: rates to begin with, then the share rho; the data need not tell all of them, and
    ///     those stay near these.
    /// - Throws: ``FitFault/tooShort(needed:have:)`` where no region has a pair,
    ///   ``FitFault/notConverged`` where a covariance has no inverse.
    public init(
        _ model: CountModel, _ regions: [[CountPair]], start: [Double]
    ) throws(FitFault) {
        guard regions.contains(where: { !$0.isEmpty }) else {
            throw .tooShort(needed: 2, have: 0)
        }
        var fit = PooledFit(model, regions, start: start)
        do {
            try fit.fitTogether()
            try fit.fitApart()
            self = try fit.result()
        } catch {
            throw .notConverged
        }
    }
}

/// A likelihood near a point: `pull' theta - theta' information theta / 2`.
struct Quadratic {
    var information: Matrix
    var pull: Vector
}

/// The state of a fit.
struct PooledFit {
    /// How little is known of rates before data are seen: a factor of 4.5 either way.
    private static let vague = 1.5
    /// A weak prior for tau: as if two regions lay 0.3 away from the mean.
    static let (priorRegions, priorDeviation) = (2.0, 0.3)
    private static let longestStep = 1.0
    /// Up to this dispersion around means alone people are held to move independently.
    private static let tolerated = 2.0
    /// In fewer months the bend of a likelihood is luck.
    private static let enoughMonths = 12

    let likelihood: CountLikelihood
    let pairs: [[CountPair]]
    private let start: [Double]
    let count: Int
    var mean: [Double]
    var meanCovariance: Matrix
    var deviations: [Double]
    private var points: [[Double]]
    var open: [PooledRates.OpenDirection] = []
    var regions: [PooledRates.Region] = []
    var hasConverged = false
    var owns: [Matrix] = []
    /// How far means of regions lie from their modes.
    private var shifts: [[Double]] = []

    init(_ model: CountModel, _ pairs: [[CountPair]], start: [Double]) {
        likelihood = CountLikelihood(model)
        self.pairs = pairs
        count = model.parameters
        let share = start[count - 1]
        self.start =
            start.dropLast().map { Double.log($0) } + [Double.log(share / (1 - share))]
        mean = self.start
        meanCovariance = .identity(count)
        deviations = [Double](repeating: 0.3, count: count)
        points = pairs.map { [mean] _ in mean }
        shifts = pairs.map { [count] _ in [Double](repeating: 0, count: count) }
    }

    // MARK: All as one

    /// Fits one point to all regions, by means alone.
    mutating func fitTogether() throws(LinearAlgebraError) {
        likelihood.usesCovariance = false
        try climb(steps: 12)
        points = pairs.map { [mean] _ in mean }
    }

    /// Climbs from the mean.
    private mutating func climb(steps: Int) throws(LinearAlgebraError) {
        for _ in 0..<steps {
            var (penalized, score) = together()
            for row in 0..<count {
                let weight = 1 / (Self.vague * Self.vague)
                penalized[row, row] += weight
                score[row] -= weight * (mean[row] - start[row])
            }
            let step = try CholeskyFactorization(penalized).solve(Vector(score))
            let longest = step.maximumAbsolute
            let factor = min(1, Self.longestStep / max(longest, 1e-300))
            for row in 0..<count { mean[row] += factor * step[row] }
            if longest < 1e-4 { break }
        }
    }

    /// Information and score of all regions at the mean.
    private func together() -> (information: Matrix, score: [Double]) {
        var score = [Double](repeating: 0, count: count)
        var total = Matrix(rows: count, columns: count)
        for cell in pairs {
            likelihood.set(mean, cell)
            for row in 0..<count {
                score[row] += likelihood.score[row]
                for column in 0..<count {
                    total[row, column] += likelihood.information[row * count + column]
                }
            }
        }
        return (total, score)
    }

    /// Directions along which all counts together allow a factor of e.
    private mutating func findOpen() throws(LinearAlgebraError) {
        let eigen = try SymmetricEigen(together().information)
        open = (0..<count).compactMap { direction in
            let value = max(eigen.values[direction], 0)
            guard value < 1 else { return nil }
            return PooledRates.OpenDirection(
                loadings: eigen.vectors.column(direction).elements,
                standardError: value > 0 ? 1 / value.squareRoot() : .infinity)
        }
    }

    // MARK: Each under a common prior

    /// Means come first: far from the mode, large deviations would be taken for large gross flows.
    mutating func fitApart() throws(LinearAlgebraError) {
        likelihood.usesCovariance = false
        try approach(rounds: 8, within: 0.3, isCurved: false)
        let spread = meanDispersion()
        if spread > Self.tolerated {
            likelihood.dispersion = spread
        } else {
            likelihood.usesCovariance = true
        }
        try findOpen()
        if likelihood.usesCovariance {
            try approach(rounds: 8, within: 0.3, isCurved: false)
        }
        hasConverged = try approach(rounds: 12, within: 0.05, isCurved: true)
        try lean(rounds: 2)
    }

    /// Squared deviations of all months, per number observed.
    private func meanDispersion() -> Double {
        var (square, freedom) = (0.0, 0.0)
        for region in pairs.indices {
            likelihood.set(points[region], pairs[region])
            for distance in likelihood.distances where distance.square.isFinite {
                square += distance.square
                freedom += Double(distance.count)
            }
            for row in 0..<count {
                for column in 0..<count {
                    freedom -=
                        owns[region][row, column] * likelihood.information[column * count + row]
                }
            }
        }
        return freedom > 0 ? square / freedom : 1
    }

    /// Rounds of fits until no region moves by more than a part of its standard error.
    @discardableResult
    private mutating func approach(
        rounds: Int, within: Double, isCurved: Bool
    ) throws(LinearAlgebraError) -> Bool {
        for _ in 0..<rounds {
            var terms: [Quadratic] = []
            for (region, cell) in pairs.enumerated() {
                likelihood.set(points[region], cell)
                terms.append(
                    isCurved && cell.count >= Self.enoughMonths
                        ? try curved(at: points[region], cell) : linear(at: points[region]))
            }
            for _ in 0..<12 { try settle(terms) }
            if pairs.indices.reduce(0, { max($0, move($1)) }) < within { return true }
        }
        return false
    }

    /// Moves a region towards its mode, as far as that raises its likelihood under the prior; how
    /// far it has to go, in standard errors.
    private mutating func move(_ region: Int) -> Double {
        let from = points[region]
        let steps = (0..<count).map { regions[region].mean[$0] - shifts[region][$0] - from[$0] }
        let longest = steps.map(abs).max() ?? 0
        var factor = min(1, Self.longestStep / max(longest, 1e-300))
        let known = height(from, region)
        for _ in 0..<6 {
            let trial = zip(from, steps).map { $0 + factor * $1 }
            let gain = height(trial, region) - known
            if gain > -1e-3 {
                points[region] = trial
                break
            }
            factor /= 3
        }
        return (0..<count).map { row in
            abs(steps[row]) / max(regions[region].covariance[row, row], 1e-12).squareRoot()
        }.max() ?? 0
    }

    /// Puts means for modes: few events lean to one side, so that the mode of a logarithm of a
    /// rate lies above the mean by half its variance, and does so in all regions alike.
    private mutating func lean(rounds: Int) throws(LinearAlgebraError) {
        for _ in 0..<rounds {
            var terms: [Quadratic] = []
            for (region, cell) in pairs.enumerated() {
                likelihood.set(points[region], cell)
                var term =
                    cell.count >= Self.enoughMonths
                    ? try curved(at: points[region], cell) : linear(at: points[region])
                var precision = term.information
                for row in 0..<count {
                    precision[row, row] += 1 / (deviations[row] * deviations[row])
                }
                shifts[region] = try shift(region, cell)
                term.pull.add(precision * Vector(shifts[region]))
                terms.append(term)
            }
            for _ in 0..<12 { try settle(terms) }
            for region in pairs.indices { _ = move(region) }
        }
    }

    /// The mean of a region less its mode, by the score's mean under the normal distribution of
    /// the covariance `C` around the mode:
    ///
    ///     C sum over axes u of C:  (s(theta + u) + s(theta - u) - 2 s(theta)) / 2
    private func shift(_ region: Int, _ cell: [CountPair]) throws(LinearAlgebraError) -> [Double] {
        let (own, point) = (owns[region], points[region])
        likelihood.set(point, cell, .score)
        let middle = likelihood.score
        var lean = [Double](repeating: 0, count: count)
        let axes = try SymmetricEigen(own)
        for axis in 0..<count {
            let reach = max(axes.values[axis], 0).squareRoot()
            for way in [reach, -reach] {
                likelihood.set(
                    (0..<count).map { point[$0] + way * axes.vectors[$0, axis] }, cell, .score)
                for row in 0..<count { lean[row] += (likelihood.score[row] - middle[row]) / 2 }
            }
        }
        let shift = own * Vector(lean)
        return (0..<count).map { row in
            let most = own[row, row].squareRoot()
            return min(max(shift[row], -most), most)
        }
    }

    private func height(_ point: [Double], _ region: Int) -> Double {
        likelihood.set(point, pairs[region], .value)
        var sum = likelihood.value
        for row in 0..<count {
            let distance = (point[row] - mean[row]) / deviations[row]
            sum -= distance * distance / 2
        }
        return sum
    }

    /// Information and `I theta + score` of the counts last set.
    private func linear(at point: [Double]) -> Quadratic {
        let information = Matrix(rows: count, columns: count) {
            likelihood.information[$0 * count + $1]
        }
        var pull = information * Vector(point)
        pull.add(Vector(likelihood.score))
        return Quadratic(information: information, pull: pull)
    }

    /// The same with observed information, by differences of the score: expected information is
    /// greater where a rate came out too high, which would pull the mean of the regions up.
    private func curved(
        at point: [Double], _ cell: [CountPair]
    ) throws(LinearAlgebraError) -> Quadratic {
        let score = likelihood.score
        let reach = 1e-4
        let slopes = (0..<count).map { axis in
            var probe = point
            probe[axis] += reach
            likelihood.set(probe, cell, .score)
            return zip(score, likelihood.score).map { ($0 - $1) / reach }
        }
        // Where the likelihood bends the other way it says nothing: the prior decides.
        let bends = try SymmetricEigen(
            Matrix(rows: count, columns: count) { (slopes[$1][$0] + slopes[$0][$1]) / 2 })
        let kept = Matrix.diagonal(Vector(bends.values.map { max($0, 0) }))
        let projected = bends.vectors * kept * bends.vectors.transpose
        let information = Matrix(rows: count, columns: count) {
            (projected[$0, $1] + projected[$1, $0]) / 2
        }
        var pull = information * Vector(point)
        pull.add(Vector(score))
        return Quadratic(information: information, pull: pull)
    }

    /// One step of expectation and maximization over quadratic likelihoods.
    private mutating func settle(
        _ terms: [Quadratic]
    ) throws(LinearAlgebraError) {
        let prior = deviations.map { 1 / ($0 * $0) }
        var own: [Matrix] = []
        var total = Matrix.diagonal(
            Vector(repeating: 1 / (Self.vague * Self.vague), count: count))
        var pull = Vector(start.map { $0 / (Self.vague * Self.vague) })
        for term in terms {
            var precision = term.information
            for row in 0..<count { precision[row, row] += prior[row] }
            let variance = try CholeskyFactorization(precision).solve(.identity(count))
            own.append(variance)
            let known = variance * term.pull
            for row in 0..<count {
                pull.add(Vector(unit(row, prior[row] * known[row])))
                total[row, row] += prior[row]
                for column in 0..<count {
                    total[row, column] -= prior[row] * variance[row, column] * prior[column]
                }
            }
        }
        let symmetric = Matrix(rows: count, columns: count) {
            (total[$0, $1] + total[$1, $0]) / 2
        }
        let factors = try CholeskyFactorization(symmetric)
        mean = factors.solve(pull).elements
        meanCovariance = factors.solve(.identity(count))
        owns = own
        update(terms, own, prior)
    }

    private func unit(_ row: Int, _ value: Double) -> [Double] {
        var vector = [Double](repeating: 0, count: count)
        vector[row] = value
        return vector
    }

    /// Modes, covariances and tau from means and variances.
    private mutating func update(
        _ terms: [Quadratic], _ own: [Matrix], _ prior: [Double]
    ) {
        var squares = [Double](
            repeating: Self.priorRegions * Self.priorDeviation * Self.priorDeviation, count: count)
        regions = terms.indices.map { region in
            var pull = terms[region].pull
            for row in 0..<count { pull.add(Vector(unit(row, prior[row] * mean[row]))) }
            let mode = own[region] * pull
            let lent = Matrix(rows: count, columns: count) { own[region][$0, $1] * prior[$1] }
            let shared = lent * meanCovariance * lent.transpose
            var rest = lent
            for row in 0..<count { rest[row, row] -= 1 }
            let apart = rest * meanCovariance * rest.transpose
            for row in 0..<count {
                let distance = mode[row] - mean[row]
                squares[row] += distance * distance + own[region][row, row] + apart[row, row]
            }
            return PooledRates.Region(
                mean: mode.elements,
                covariance: Matrix(rows: count, columns: count) {
                    own[region][$0, $1] + (shared[$0, $1] + shared[$1, $0]) / 2
                },
                weights: (0..<count).map { max(0, 1 - own[region][$0, $0] * prior[$0]) },
                distances: [], deviations: [])
        }
        let regionsCount = Double(terms.count)
        deviations = squares.map {
            min(Self.vague, ($0 / (regionsCount + Self.priorRegions)).squareRoot())
        }
    }
}
