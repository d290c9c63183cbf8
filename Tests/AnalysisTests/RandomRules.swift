@testable import Analysis

/// Random problems in which limits of one kind are at work, with money like that of life: a person
/// costs a few hundred thousand rupiah, so that millions inside the programme are of like size.
struct RandomRules {
    /// Kinds of limits; each kind of rule on both its sides.
    enum Kind: CaseIterable {
        case shareAtLeast, shareAtMost, personsAtLeast, personsAtMost
        case earmarkAtLeast, earmarkAtMost, growthAtLeast, growthAtMost
        case equity, match, purseShare, coverage, eligible, ceiling
    }

    /// The problem, of two years, two regions, three segments and two purses.
    let problem: AllocationProblem

    init(
        _ kind: Kind, seed: Int,
        objective: AllocationProblem.Objective = .protectedPersonMonths
    ) {
        var random = RandomAllocation(seed: UInt64(seed) + 9000)
        var data = random.data(
            years: 2, segments: 3, prices: 200_000...900_000, eligible: 5...40,
            ceilings: 3_000_000...20_000_000)
        data.workers = data.workers.map { 10 * $0 }
        data.families = data.eligible.map { _ in random.whole(1...9) / 100 }
        if kind == .match {
            data.partners = [nil, 0]
            data.matches[1] = data.matches[1].map { _ in random.whole(1...3) / 2 }
        }
        if kind == .purseShare {
            data.shares[1] = data.shares[1].map { _ in random.whole(1...3) / 4 }
        }
        let needsPath = kind == .coverage || objective == .cost
        let rule = Self.demand(kind, &random).map {
            RandomAllocation.rule(
                "\(kind)", $0, over: data, segments: seed % 2 == 0 ? nil : [0, 1],
                addsRegions: seed % 3 == 0, addsSegments: seed % 5 == 0)
        }
        problem = AllocationProblem(
            data, objective: objective, coverage: needsPath ? [0: 0.25, 1: 0.3] : [:],
            rules: rule.map { [$0] } ?? [], pooled: seed % 4 == 0 ? [1] : [])
    }

    /// A rule of a kind; nil for what is no rule.
    static func demand(
        _ kind: Kind, _ random: inout RandomAllocation
    ) -> AllocationRule.Demand? {
        let part = random.whole(10...60) / 100
        return switch kind {
        case .shareAtLeast: .share(.atLeast, part)
        case .shareAtMost: .share(.atMost, part)
        case .personsAtLeast: .persons(.atLeast, 10 * part)
        case .personsAtMost: .persons(.atMost, 20 * part)
        case .earmarkAtLeast: .earmark(purse: 0, .atLeast, share: part)
        case .earmarkAtMost: .earmark(purse: 0, .atMost, share: part)
        case .growthAtLeast: .growth(.atLeast, part)
        case .growthAtMost: .growth(.atMost, part)
        case .equity: .equity(0.6 + part / 2)
        case .match, .purseShare, .coverage, .eligible, .ceiling: nil
        }
    }

    /// Whether a row is what the kind is about.
    static func isMeant(_ source: AllocationLimit.Source, by kind: Kind) -> Bool {
        switch (source, kind) {
        case (.match, .match), (.purseShare, .purseShare), (.coverage, .coverage),
            (.eligible, .eligible), (.ceiling, .ceiling):
            true
        case (.rule, _): true
        default: false
        }
    }
}
