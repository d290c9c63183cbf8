/// One search for a box: where its limits stand and which points lie in it.
///
/// By point, the number of limits that it violates is kept: 0 inside the box; 1 outside it by one
/// limit only, so that loosening that limit brings it in. Moving a limit visits just the points
/// that the limit passes, in the column's sorted order, and a candidate limit is judged from a
/// range of it without being moved.
struct PrimSearch {
    /// All points, sorted by each number once.
    let data: PrimPoints
    let settings: PrimSettings
    /// The points that no earlier box holds.
    let remaining: [Int32]
    /// By input of numbers: its limits.
    private(set) var numbers: [NumberState]
    /// By input of categories: what is allowed.
    private(set) var categories: [CategoryState]
    /// By point: how many limits it violates.
    private(set) var violations: [Int32]
    private(set) var tally: PrimTally

    struct NumberState {
        /// The remaining points by rising value; `order[low..<high]` keep within the limits.
        let order: [Int32]
        /// The first place in `order` at or above the lower limit.
        var low = 0
        /// The first place above the upper limit.
        var high: Int
        /// The lower limit, included; infinite where there is none.
        var lower = -Double.infinity
        var upper = Double.infinity
        var inside: [Int32]

        var isRestricted: Bool { lower > -.infinity || upper < .infinity }
    }

    struct CategoryState {
        /// By category: whether points of it may lie in the box.
        var isAllowed: [Bool]

        var isRestricted: Bool { isAllowed.contains(false) }
    }

    enum Move {
        case lower(column: Int, Double)
        case upper(column: Int, Double)
        /// Allows a category or forbids it.
        case category(column: Int, code: Int)
    }

    init(_ data: PrimPoints, _ settings: PrimSettings, remaining: [Int32]) {
        self.data = data
        self.settings = settings
        self.remaining = remaining
        var remains = [Bool](repeating: false, count: data.count)
        for point in remaining { remains[Int(point)] = true }
        numbers = data.numbers.map { column in
            let order = column.order.filter { remains[Int($0)] }
            return NumberState(order: order, high: order.count, inside: order)
        }
        categories = data.categories.map {
            CategoryState(isAllowed: $0.labels.map { _ in true })
        }
        violations = [Int32](repeating: 0, count: data.count)
        tally = PrimTally(
            points: remaining.count, cases: remaining.count { data.isCase[Int($0)] })
    }

    var restrictedCount: Int {
        numbers.count { $0.isRestricted } + categories.count { $0.isRestricted }
    }

    /// Moves a limit, either way.
    ///
    /// - Complexity: O(points that the limit passes); for a category, O(remaining points).
    mutating func apply(_ move: Move) {
        switch move {
        case .lower(let column, let limit): moveLower(column, to: limit)
        case .upper(let column, let limit): moveUpper(column, to: limit)
        case .category(let column, let code): toggle(column, code)
        }
    }

    /// Moves a lower limit up or down; at the end of the data there is none.
    private mutating func moveLower(_ column: Int, to limit: Double) {
        let data = data.numbers[column]
        let order = numbers[column].order
        var low = numbers[column].low
        while low < order.count, data.values[Int(order[low])] < limit {
            violate(order[low])
            low += 1
        }
        while low > 0, data.values[Int(order[low - 1])] >= limit {
            low -= 1
            reconcile(order[low])
        }
        numbers[column].low = low
        numbers[column].lower = limit > data.least ? limit : -.infinity
    }

    /// Moves an upper limit down or up; at the end of the data there is none.
    private mutating func moveUpper(_ column: Int, to limit: Double) {
        let data = data.numbers[column]
        let order = numbers[column].order
        var high = numbers[column].high
        while high > 0, data.values[Int(order[high - 1])] > limit {
            high -= 1
            violate(order[high])
        }
        while high < order.count, data.values[Int(order[high])] <= limit {
            reconcile(order[high])
            high += 1
        }
        numbers[column].high = high
        numbers[column].upper = limit < data.largest ? limit : .infinity
    }

    private mutating func toggle(_ column: Int, _ code: Int) {
        let codes = data.categories[column].codes
        let isAllowed = categories[column].isAllowed[code]
        for point in remaining where codes[Int(point)] == Int32(code) {
            if isAllowed { violate(point) } else { reconcile(point) }
        }
        categories[column].isAllowed[code].toggle()
    }

    private mutating func violate(_ point: Int32) {
        if violations[Int(point)] == 0 {
            tally.points -= 1
            tally.cases -= data.isCase[Int(point)] ? 1 : 0
        }
        violations[Int(point)] += 1
    }

    private mutating func reconcile(_ point: Int32) {
        violations[Int(point)] -= 1
        if violations[Int(point)] == 0 {
            tally.points += 1
            tally.cases += data.isCase[Int(point)] ? 1 : 0
        }
    }

    /// Takes the points that left the box out of the sorted columns inside it. Only peeling reads
    /// them, and it never brings a point back.
    mutating func compact() {
        let violations = violations
        for column in numbers.indices {
            numbers[column].inside.removeAll { violations[Int($0)] != 0 }
        }
    }
}

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
