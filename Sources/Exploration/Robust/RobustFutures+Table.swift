import Quantities

extension RobustFutures {
    /// One row for each policy: mean, worst, best, regrets, share of futures that meet the rule.
    ///
    /// Key: `policy`. Figures carry the indicator's unit; money is whole rupiah. `best_by` names
    /// the criteria that put the policy first, `meets_rule_share` is there if a rule is.
    ///
    ///     column              content
    ///     expected            mean over futures, by weight
    ///     expected_error      its standard error
    ///     worst_case          least good figure of any future
    ///     best_case           best figure of any future
    ///     expected_regret     mean regret
    ///     maximum_regret      largest regret of any future
    ///     regret_90           regret not exceeded in nine futures of ten, by weight
    ///     meets_rule_share    share of futures in which the rule is met
    ///     best_by             criteria that put the policy first
    ///
    /// - Throws: ``RobustFault`` for an unknown indicator or a rule that cannot be asked.
    public func table(
        of name: String, rule: [RobustThreshold] = []
    ) throws(RobustFault) -> ResultTable {
        let measures = try measures(of: name)
        let unit = measures.indicator.unit
        var columns: [(String, Unit, ResultTable.Cells)] = [
            ("expected", measures.expected), ("expected_error", measures.expectedError),
            ("worst_case", measures.worst), ("best_case", measures.best),
            ("expected_regret", measures.regrets.expected),
            ("maximum_regret", measures.regrets.maximum),
            ("regret_90", measures.regrets.ninetieth),
        ].map { (unit.named($0.0), unit, unit.cells($0.1)) }
        if !rule.isEmpty {
            columns.append(("meets_rule_share", .share, .number(try shareMeeting(rule))))
        }
        let firsts = RobustCriterion.allCases.map { ($0.rawValue, measures.best(by: $0)) }
        let praises = policies.map { policy in
            firsts.filter { $0.1.contains(policy) }.map(\.0).joined(separator: " ")
        }
        columns.append(("best_by", .word, .text(praises)))
        return .trusted(
            name: "robust-" + name, keys: [("policy", .text(policies))], measures: columns)
    }

    /// One row for each other policy: what it changes against a reference, future by future.
    ///
    /// Keys: `policy`, `reference`.
    ///
    /// Differences are `policy - reference` in the indicator's unit, whichever way it is good;
    /// `better_share` and `worse_share` know which.
    ///
    /// - Throws: ``RobustFault`` for an unknown indicator or policy.
    public func pairTable(
        of name: String, against reference: String
    ) throws(RobustFault) -> ResultTable {
        let unit = try figures(of: name).indicator.unit
        let pairs = try pairs(of: name, against: reference)
        let differences: [(String, Unit, ResultTable.Cells)] = [
            ("difference", pairs.map(\.mean)), ("difference_error", pairs.map(\.standardError)),
            ("lowest_difference", pairs.map(\.lowest)),
            ("median_difference", pairs.map(\.median)),
            ("highest_difference", pairs.map(\.highest)),
        ].map { (unit.named($0.0), unit, unit.cells($0.1)) }
        return .trusted(
            name: "robust-pairs-" + name,
            keys: [
                ("policy", .text(pairs.map(\.policy))),
                ("reference", .text(pairs.map(\.reference))),
            ],
            measures: differences + [
                ("better_share", .share, .number(pairs.map(\.betterShare))),
                ("worse_share", .share, .number(pairs.map(\.worseShare))),
            ])
    }
}

extension RegretMixture {
    /// One row for each policy: its share in the mixture.
    public var table: ResultTable {
        .trusted(
            name: "robust-mixture", keys: [("policy", .text(policies))],
            measures: [("mixture_share", .share, .number(shares))])
    }
}

extension Unit {
    /// A column's name with the unit last; a pure number has none.
    fileprivate func named(_ name: String) -> String {
        self == .factor ? name : name + "_" + columnSuffix
    }

    /// Money in whole rupiah, all else as it is; a column with a gap stays numbers.
    fileprivate func cells(_ figures: [Double]) -> ResultTable.Cells {
        guard self == .rupiah else { return .number(figures) }
        guard figures.allSatisfy({ abs($0) < 9e18 }) else {
            return .number(figures.map { $0.rounded() })
        }
        return .rupiah(figures.map { ExpectedRupiah($0).rounded() })
    }
}
