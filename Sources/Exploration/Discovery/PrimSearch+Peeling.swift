/// A step that the search might take, and what it comes to.
struct PrimCandidate {
    let move: PrimSearch.Move
    /// The points inside after it.
    let tally: PrimTally
    /// By the objective.
    let score: Double
    /// How many inputs are restricted after it; of equal scores the fewer win.
    let restricted: Int

    /// Whether it beats another one; of equals, the earlier one stays.
    func isBetter(than other: PrimCandidate?) -> Bool {
        guard let other else { return true }
        return score > other.score || (score == other.score && restricted < other.restricted)
    }
}

extension PrimSearch {
    /// Peels until no step raises the density or the box would become too small.
    ///
    /// - Parameter record: called after each step.
    /// - Complexity: O(d n / alpha) for n points and d inputs: a step takes time proportional to
    ///   the points inside, and each takes a share alpha of them away.
    mutating func peel(record: (borrowing PrimSearch) -> Void) {
        while let best = bestPeel(), isLargeEnough(best.tally), best.score > 0 {
            apply(best.move)
            compact()
            record(self)
        }
    }

    /// Whether a box holds the least share of all points.
    func isLargeEnough(_ tally: PrimTally) -> Bool {
        Double(tally.points) / Double(data.count) >= settings.minimumMass
    }

    /// The best of: the largest or the smallest values of a number, one category of an input.
    /// Numbers come before categories and large values before small ones; of equal candidates the
    /// earlier one wins, so that the result is settled.
    private func bestPeel() -> PrimCandidate? {
        var best: PrimCandidate?
        for column in numbers.indices {
            for candidate in [upperPeel(column), lowerPeel(column)] {
                if let candidate, candidate.isBetter(than: best) { best = candidate }
            }
        }
        for column in categories.indices { peelCategories(column, &best) }
        return best
    }

    /// Without the largest values: at least a share alpha, and all of the same value.
    private func upperPeel(_ column: Int) -> PrimCandidate? {
        let (values, inside) = (data.numbers[column].values, numbers[column].inside)
        guard
            let gap = PrimGap.upper(
                1 - settings.peelAlpha, count: inside.count,
                value: {
                    values[Int(inside[$0])]
                })
        else { return nil }
        return candidate(
            .upper(column: column, gap.limit), removing: inside[gap.above...],
            restricting: numbers[column].isRestricted)
    }

    /// Without the smallest values. As for the largest, from the other side.
    private func lowerPeel(_ column: Int) -> PrimCandidate? {
        let (values, inside) = (data.numbers[column].values, numbers[column].inside)
        guard
            let gap = PrimGap.lower(
                settings.peelAlpha, count: inside.count,
                value: {
                    values[Int(inside[$0])]
                })
        else { return nil }
        return candidate(
            .lower(column: column, gap.limit), removing: inside[..<gap.above],
            restricting: numbers[column].isRestricted)
    }

    private func candidate(
        _ move: Move, removing points: ArraySlice<Int32>, restricting wasRestricted: Bool
    ) -> PrimCandidate {
        var after = tally
        after.points -= points.count
        for point in points where data.isCase[Int(point)] { after.cases -= 1 }
        return judged(move, after, isRestricted: true, wasRestricted: wasRestricted)
    }

    /// A candidate with its score.
    ///
    ///     score       by the objective, from the tallies before and after
    ///     restricted  inputs restricted now, and one more or less if the step changes that
    func judged(
        _ move: Move, _ after: PrimTally, isRestricted: Bool, wasRestricted: Bool
    ) -> PrimCandidate {
        PrimCandidate(
            move: move, tally: after, score: settings.objective.score(tally, after),
            restricted: restrictedCount + (isRestricted ? 1 : 0) - (wasRestricted ? 1 : 0))
    }

    /// Without one category of those that points inside have, unless all have it.
    ///
    /// A category is taken whole, so the share alpha does not apply to it.
    private func peelCategories(_ column: Int, _ best: inout PrimCandidate?) {
        let wasRestricted = categories[column].isRestricted
        for (code, held) in heldByCategory(column).enumerated()
        where held.points > 0 && held.points < tally.points {
            let after = PrimTally(
                points: tally.points - held.points, cases: tally.cases - held.cases)
            let candidate = judged(
                .category(column: column, code: code), after, isRestricted: true,
                wasRestricted: wasRestricted)
            if candidate.isBetter(than: best) { best = candidate }
        }
    }

    /// By category of an input: the points inside that have it.
    private func heldByCategory(_ column: Int) -> [PrimTally] {
        let codes = data.categories[column].codes
        var held = data.categories[column].labels.map { _ in PrimTally(points: 0, cases: 0) }
        for point in remaining where violations[Int(point)] == 0 {
            let code = Int(codes[Int(point)])
            held[code].points += 1
            held[code].cases += data.isCase[Int(point)] ? 1 : 0
        }
        return held
    }
}
