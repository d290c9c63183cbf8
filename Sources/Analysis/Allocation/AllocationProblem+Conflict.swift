internal import Optimization

extension AllocationProblem {
    /// A smallest set of limits that cannot be kept together: leaving out any one of them, the
    /// rest can be kept.
    ///
    /// A deletion filter: each limit in turn is left out for good where nothing is possible even
    /// without it. First whole sources (a rule, a purse's ceilings), then the years of those that
    /// remain, then their regions and segments, so that a problem of thousands of limits takes tens
    /// of programmes. Eligible persons and the parts that purses pay are no one's decision and
    /// always count.
    ///
    /// Chinneck and Dravnieks 1991, doi:10.1287/ijoc.3.2.157
    func conflict() throws(AllocationFault) -> [AllocationLimit] {
        let all = AllocationProgramme(self, aim: .nothing).limits.filter(\.isDecided)
        var kept = all
        for grain in AllocationLimit.Grain.allCases {
            kept = try filtered(kept, by: grain)
        }
        return kept
    }

    /// Leaves out groups of limits, last ones first, as long as nothing becomes possible.
    private func filtered(
        _ limits: [AllocationLimit], by grain: AllocationLimit.Grain
    ) throws(AllocationFault) -> [AllocationLimit] {
        var order: [AllocationLimit] = []
        var seen: Set<AllocationLimit> = []
        for limit in limits where seen.insert(limit.coarse(grain)).inserted {
            order.append(limit.coarse(grain))
        }
        var kept = limits
        for group in order.reversed() {
            let rest = kept.filter { $0.coarse(grain) != group }
            if try !isPossible(Set(rest)) { kept = rest }
        }
        return kept
    }

    private func isPossible(_ limits: Set<AllocationLimit>) throws(AllocationFault) -> Bool {
        let programme = AllocationProgramme(self, aim: .nothing) {
            !$0.isDecided || limits.contains($0)
        }
        do throws(LinearProgrammeFault) {
            _ = try programme.linear.solution()
            return true
        } catch {
            guard error == .infeasible else { throw .solver("\(error)") }
            return false
        }
    }
}

extension AllocationLimit {
    enum Grain: CaseIterable {
        case source
        case year
        case cell
    }

    /// Whether somebody decided it, and could decide otherwise.
    public var isDecided: Bool {
        switch source {
        case .ceiling, .coverage, .rule: true
        case .eligible, .purseShare, .match, .definition: false
        }
    }

    /// The limit without its region.
    public var everywhere: AllocationLimit {
        AllocationLimit(source, year: year, segment: segment)
    }

    /// The limit without what is finer than a grain.
    func coarse(_ grain: Grain) -> AllocationLimit {
        switch grain {
        case .source: AllocationLimit(source, year: nil)
        case .year: AllocationLimit(source, year: year)
        case .cell: self
        }
    }
}
