extension PrimSearch {
    /// Gives points back, limit by limit, as long as that raises the density.
    ///
    /// Peeling is greedy: a limit set early can turn out to be needless once later ones stand.
    ///
    /// - Parameters:
    ///   - alpha: the share of the points beyond a limit that a step gives back.
    ///   - record: called after each step.
    mutating func paste(alpha: Double, record: (borrowing PrimSearch) -> Void) {
        var beyond: [Int32] = []
        while let best = bestPaste(alpha, &beyond), isLargeEnough(best.tally), best.score > 0,
            best.tally.density > tally.density
        {
            apply(best.move)
            record(self)
        }
    }

    /// The best of: loosening a limit on a number, allowing one more category.
    ///
    /// Every limit that stands is tried, numbers before categories and in the order of inputs.
    ///
    /// - Parameter beyond: room for points, kept from step to step.
    private func bestPaste(_ alpha: Double, _ beyond: inout [Int32]) -> PrimCandidate? {
        var best: PrimCandidate?
        for column in numbers.indices where numbers[column].isRestricted {
            for candidate in [
                lowerPaste(column, alpha, &beyond), upperPaste(column, alpha, &beyond),
            ] {
                if let candidate, candidate.isBetter(than: best) { best = candidate }
            }
        }
        for column in categories.indices where categories[column].isRestricted {
            pasteCategories(column, &best)
        }
        return best
    }

    /// The points next below the lower limit.
    ///
    /// Points on the limit count among those beyond it when the quantile is taken.
    ///
    /// Only points that no other limit keeps outside can come in. At the end of the data the limit
    /// falls away, and the input may be restricted no longer.
    private func lowerPaste(
        _ column: Int, _ alpha: Double, _ beyond: inout [Int32]
    ) -> PrimCandidate? {
        let (state, values) = (numbers[column], data.numbers[column].values)
        guard state.lower > -.infinity else { return nil }
        collect(state.order[..<state.low], violating: 1, into: &beyond)
        let outside = beyond.count
        let onLimit = state.order[state.low..<state.high].prefix { values[Int($0)] == state.lower }
        collect(onLimit, violating: 0, into: &beyond, keeping: true)
        guard outside > 0 else { return nil }
        let gap = PrimGap.upper(1 - alpha, count: beyond.count) { values[Int(beyond[$0])] }
        let limit = gap?.limit ?? values[Int(beyond[0])]
        let added = min(gap?.above ?? 0, outside)..<outside
        let isRestricted = limit > data.numbers[column].least || state.upper < .infinity
        return candidate(.lower(column: column, limit), adding: beyond[added], isRestricted)
    }

    /// The points next above the upper limit. As below the lower limit, from the other side.
    private func upperPaste(
        _ column: Int, _ alpha: Double, _ beyond: inout [Int32]
    ) -> PrimCandidate? {
        let (state, values) = (numbers[column], data.numbers[column].values)
        guard state.upper < .infinity else { return nil }
        let onLimit = state.order[state.low..<state.high].reversed()
            .prefix { values[Int($0)] == state.upper }
        collect(onLimit, violating: 0, into: &beyond)
        let inside = beyond.count
        collect(state.order[state.high...], violating: 1, into: &beyond, keeping: true)
        guard beyond.count > inside else { return nil }
        let gap = PrimGap.lower(alpha, count: beyond.count) { values[Int(beyond[$0])] }
        let limit = gap?.limit ?? values[Int(beyond[0])]
        let added = inside..<max(gap?.above ?? beyond.count, inside)
        let isRestricted = limit < data.numbers[column].largest || state.lower > -.infinity
        return candidate(.upper(column: column, limit), adding: beyond[added], isRestricted)
    }

    /// Those of some points that violate so many limits.
    ///
    /// - Parameter keeping: whether points found before stay in the list.
    private func collect(
        _ points: some Sequence<Int32>, violating count: Int32, into found: inout [Int32],
        keeping: Bool = false
    ) {
        if !keeping { found.removeAll(keepingCapacity: true) }
        for point in points where violations[Int(point)] == count { found.append(point) }
    }

    /// A step that brings points in, unless it brings none; the input was restricted before.
    private func candidate(
        _ move: Move, adding points: ArraySlice<Int32>, _ isRestricted: Bool
    ) -> PrimCandidate? {
        guard !points.isEmpty else { return nil }
        var after = tally
        after.points += points.count
        for point in points where data.isCase[Int(point)] { after.cases += 1 }
        return judged(move, after, isRestricted: isRestricted, wasRestricted: true)
    }

    /// Each category that is not allowed, with the points that only this keeps outside.
    ///
    /// - Complexity: O(remaining points) for each category that is not allowed.
    private func pasteCategories(_ column: Int, _ best: inout PrimCandidate?) {
        let (labels, codes) = (data.categories[column].labels, data.categories[column].codes)
        let isAllowed = categories[column].isAllowed
        let isLast = isAllowed.count { !$0 } == 1
        for code in labels.indices where !isAllowed[code] {
            let points = remaining.filter {
                violations[Int($0)] == 1 && codes[Int($0)] == Int32(code)
            }
            let candidate = candidate(
                .category(column: column, code: code), adding: points[...], !isLast)
            if let candidate, candidate.isBetter(than: best) { best = candidate }
        }
    }
}
