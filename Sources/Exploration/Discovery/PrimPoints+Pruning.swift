/// Boxes with fewer limits than a search set.
extension PrimPoints {
    /// The likelihood of luck above which a limit falls away.
    static let luck = 0.05

    /// Some points without a limit.
    func search(among points: [Int32]) -> PrimSearch {
        PrimSearch(self, PrimSettings(), remaining: points)
    }

    /// What a box holds of some points.
    ///
    /// - Parameter whole: the points that no earlier box holds, without a limit.
    /// - Complexity: O(n) and the points that each limit keeps outside.
    func step(of box: Box, in whole: PrimSearch) -> PrimStep {
        var search = whole
        for limit in box.limits {
            guard let input = inputs.firstIndex(where: { $0.name == limit.input }) else { continue }
            switch limit.allowed {
            case .range(let lower, let upper):
                guard let column = numbers.firstIndex(where: { $0.input == input }) else {
                    continue
                }
                if let lower { search.apply(.lower(column: column, lower)) }
                if let upper { search.apply(.upper(column: column, upper)) }
            case .categories(let labels):
                guard let column = categories.firstIndex(where: { $0.input == input }) else {
                    continue
                }
                for (code, label) in categories[column].labels.enumerated()
                where !labels.contains(label) {
                    search.apply(.category(column: column, code: code))
                }
            }
        }
        return search.step()
    }

    /// A box without the limits that luck explains: the likeliest falls first, and what is left is
    /// judged anew, until each quasi-p-value is at most ``luck``. No limit may be left.
    func withoutLuck(_ step: PrimStep, in whole: PrimSearch) -> PrimStep {
        var step = step
        while let worst = step.significance.flatMap(\.sides).max(by: { $0.p < $1.p }),
            worst.p > Self.luck
        {
            step = self.step(of: step.box.dropping(worst.input, worst.side), in: whole)
        }
        return step
    }

    /// The box with the fewest limits that is still nearly as good: its F-measure at least 95 % of
    /// the box's. Limits fall one by one, each time the one that costs least. Nil where none may.
    func simpler(than step: PrimStep, in whole: PrimSearch) -> PrimStep? {
        var (found, current): (PrimStep?, PrimStep) = (nil, step)
        while current.box.restrictedCount > 1 {
            let candidates = current.box.limits.map {
                self.step(of: current.box.dropping($0.input, .whole), in: whole)
            }
            guard let best = candidates.max(by: { $0.balance < $1.balance }),
                best.balance >= 0.95 * step.balance
            else { break }
            (found, current) = (best, best)
        }
        return found
    }
}

extension BoxSignificance {
    enum Side: Sendable { case lower, upper, whole }

    /// What may fall away, each with its quasi-p-value: the sides of a range with two, else the
    /// limit as a whole.
    fileprivate var sides: [(input: String, side: Side, p: Double)] {
        guard let lower, let upper else { return [(input, .whole, whole)] }
        return [(input, .lower, lower), (input, .upper, upper)]
    }
}

extension Box {
    /// The box without a limit, or without one side of it.
    func dropping(_ input: String, _ side: BoxSignificance.Side) -> Box {
        Box(
            limits.compactMap { limit in
                guard limit.input == input else { return limit }
                switch (side, limit.allowed) {
                case (.lower, .range(_, let upper?)):
                    return BoxLimit(input: input, allowed: .range(lower: nil, upper: upper))
                case (.upper, .range(let lower?, _)):
                    return BoxLimit(input: input, allowed: .range(lower: lower, upper: nil))
                default: return nil
                }
            })
    }
}
