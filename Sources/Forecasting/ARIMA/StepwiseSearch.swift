/// The walk over orders with a fixed number of differences, from four models to the best neighbour.
struct StepwiseSearch {
    let problem: ArimaProblem
    let limits: (terms: Int, seasonalTerms: Int)
    private var tried: Set<Candidate> = []
    private var best: ArimaProblem.Solution?
    private var at: Candidate
    private let mayHaveConstant: Bool
    private var fault = FitFault.notConverged

    /// The most models that are fitted.
    private static let budget = 94

    private struct Candidate: Hashable {
        var p: Int
        var q: Int
        var far: Int
        var farQ: Int
        var hasConstant: Bool
    }

    init(problem: ArimaProblem, limits: (terms: Int, seasonalTerms: Int)) {
        self.problem = problem
        self.limits = limits
        let differences = problem.differences.d + problem.differences.seasonalD
        mayHaveConstant = differences < 2
        let isShort = problem.observedCount < 10
        let (near, far) = (isShort ? 1 : 2, isShort ? 0 : 1)
        at = Candidate(
            p: min(near, limits.terms), q: min(near, limits.terms),
            far: min(far, limits.seasonalTerms), farQ: min(far, limits.seasonalTerms),
            hasConstant: mayHaveConstant)
    }

    /// The model of least AICc on the way.
    mutating func run() throws(FitFault) -> ArimaProblem.Solution {
        let (near, far) = (min(1, limits.terms), min(1, limits.seasonalTerms))
        _ = visit(at)
        let constant = mayHaveConstant
        _ = visit(Candidate(p: 0, q: 0, far: 0, farQ: 0, hasConstant: constant))
        _ = visit(Candidate(p: near, q: 0, far: far, farQ: 0, hasConstant: constant))
        _ = visit(Candidate(p: 0, q: near, far: 0, farQ: far, hasConstant: constant))
        if constant { _ = visit(Candidate(p: 0, q: 0, far: 0, farQ: 0, hasConstant: false)) }
        while tried.count < Self.budget, step() {}
        guard let best else { throw fault }
        return best
    }

    /// The moves in the order in which they are tried: seasonal terms, terms, the constant.
    private static let moves: [(p: Int, q: Int, far: Int, farQ: Int)] = [
        (0, 0, -1, 0), (0, 0, 0, -1), (0, 0, 1, 0), (0, 0, 0, 1),
        (0, 0, -1, -1), (0, 0, -1, 1), (0, 0, 1, -1), (0, 0, 1, 1),
        (-1, 0, 0, 0), (0, -1, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0),
        (-1, -1, 0, 0), (-1, 1, 0, 0), (1, -1, 0, 0), (1, 1, 0, 0),
    ]

    /// Moves to the first neighbour that is better; false where none is.
    private mutating func step() -> Bool {
        for move in Self.moves {
            var next = at
            next.p += move.p
            next.q += move.q
            next.far += move.far
            next.farQ += move.farQ
            guard (0...limits.terms).contains(next.p), (0...limits.terms).contains(next.q),
                (0...limits.seasonalTerms).contains(next.far),
                (0...limits.seasonalTerms).contains(next.farQ)
            else { continue }
            if tried.count < Self.budget && visit(next) { return true }
        }
        guard mayHaveConstant, tried.count < Self.budget else { return false }
        var next = at
        next.hasConstant.toggle()
        return visit(next)
    }

    /// Fits a model that was not tried before; moves to it and returns true where it is the best.
    private mutating func visit(_ candidate: Candidate) -> Bool {
        guard tried.insert(candidate).inserted else { return false }
        let order = ARIMAOrder(
            candidate.p, problem.differences.d, candidate.q,
            seasonal: (candidate.far, problem.differences.seasonalD, candidate.farQ))
        do {
            let solution = try problem.solve(
                order, hasConstant: candidate.hasConstant, precision: 1e-7, radius: Self.radius)
            if !solution.correctedCriterion.isFinite {
                let have = problem.observedCount
                fault = .tooShort(needed: have + 1, have: have)
                return false
            }
            guard solution.correctedCriterion < best?.correctedCriterion ?? .infinity else {
                return false
            }
            best = solution
            at = candidate
            return true
        } catch {
            fault = error
            return false
        }
    }

    /// Roots are kept this far from 0: on the unit circle terms cancel, or stand for differences.
    static let radius = 1.01
}
