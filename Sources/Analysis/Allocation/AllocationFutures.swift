internal import Optimization

/// What purses may have instead: the ceilings of several futures, all equally likely.
///
/// A plan is made before one knows which future comes. Money that a purse then lacks pays for
/// nobody; what is lost counts at the dearest that a rupiah of the purse buys, so that the plan
/// never looks better than it is, whatever is cut:
///
///     short(pot, future) = max(sum price x - ceiling(pot, future), 0)
///     loss(future)       = sum over pots of worth(pot) x short(pot, future)
///     worth(pot)         = most objective for one rupiah, over the options of the pot
///     CVaR               = min over t of t + sum over futures max(loss - t, 0) / (tail x futures)
///     robust objective   = objective of the plan - CVaR
///
/// With a whole number of futures in the tail the CVaR is the mean loss of the worst of them.
/// Rockafellar and Uryasev 2000, doi:10.21314/JOR.2000.038
public struct AllocationFutures: Sendable {
    /// By future, then purse, then place: whole rupiah.
    package let ceilings: [[[Double]]]
    /// The part of futures, the worst ones, whose mean loss counts: above 0, at most 1.
    package let tail: Double

    package init(ceilings: [[[Double]]], tail: Double) {
        (self.ceilings, self.tail) = (ceilings, tail)
    }

    /// The conditional value at risk of some losses: the mean of the worst part of them.
    ///
    /// The exact minimum over `t`, which lies at one of the losses.
    ///
    /// - Complexity: O(n log n).
    package static func valueAtRisk(of losses: [Double], tail: Double) -> Double {
        var left = tail * Double(losses.count)
        let whole = left
        var sum = 0.0
        for loss in losses.sorted(by: >) where left > 0 {
            sum += min(left, 1) * loss
            left -= 1
        }
        return sum / whole
    }
}

extension AllocationProblem {
    /// The most objective that one rupiah of each pot buys.
    func worths() -> [AllocationLimit: Double] {
        var worths: [AllocationLimit: Double] = [:]
        for option in options {
            let worth = value(of: option) / option.price
            worths[limit(of: option), default: 0] = max(worths[limit(of: option)] ?? 0, worth)
        }
        return worths
    }

    func limit(of option: AllocationOption) -> AllocationLimit {
        let region = pooled.contains(option.purse) ? nil : option.region
        return AllocationLimit(.ceiling(option.purse), year: option.year, region: region)
    }

    /// By future: what is lost of some persons because purses lack money, in the objective's unit.
    package func losses(of persons: [Double], in futures: AllocationFutures) -> [Double] {
        var spent: [AllocationLimit: Double] = [:]
        for (option, count) in zip(options, persons) {
            spent[limit(of: option), default: 0] += option.price * count
        }
        let worths = worths()
        return futures.ceilings.map { ceilings in
            pots(ceilings).reduce(0) { sum, pot in
                let short = max(0, (spent[pot.limit] ?? 0) - pot.rupiah)
                return sum + short * (worths[pot.limit] ?? 0)
            }
        }
    }
}

extension AllocationProgramme {
    /// Takes the mean of the worst losses from the objective; money that is short in no future
    /// needs no rows.
    mutating func addFutures(_ futures: AllocationFutures) {
        let million = AllocationProblem.million
        let (spent, worths) = (spending(), problem.worths())
        let now = Dictionary(
            problem.pots(problem.data.ceilings).map { ($0.limit, $0.rupiah) },
            uniquingKeysWith: { first, _ in first })
        let threshold = linear.addVariable(cost: -1)
        let weight = 1 / (futures.tail * Double(futures.ceilings.count))
        for ceilings in futures.ceilings {
            let beyond = linear.addVariable(cost: -weight)
            var loss: Terms = [(threshold, -1), (beyond, -1)]
            for pot in problem.pots(ceilings) {
                guard let terms = spent[pot.limit], pot.rupiah < now[pot.limit] ?? 0 else {
                    continue
                }
                let short = linear.addVariable()
                add(
                    terms + [(short, -1)], upper: pot.rupiah / million,
                    AllocationLimit(.definition, year: pot.year, region: pot.region))
                loss.append((short, (worths[pot.limit] ?? 0) / unit * million))
            }
            add(loss, upper: 0, AllocationLimit(.definition, year: nil))
        }
    }
}
