import Costing
import Policy
import Quantities

/// A question that a regional budget has to answer, with or without a limit in law.
package enum FiscalTest: Sendable, Hashable {
    /// The public bill of contributions over total spending; limited only where the region says so
    /// (``Parameters/billLimit``).
    case billOfSpending
    /// The public bill over fiscal capacity, which is ratio times personnel spending (PMK 84/2023).
    case billOfCapacity
    /// Personnel spending less teacher allowances from transfers, over total spending: at most 30 %
    /// from 2027 on (UU 1/2022). Contributions are goods and services and do not count.
    case personnel
    /// Infrastructure over spending that is not passed on: at least 40 % from 2027 on (UU 1/2022).
    case infrastructure
    /// What a purse pays for contributions over all that it has, its `purse.revenue`: at most what
    /// the law lets go to them. What else comes out of the same part, such as cash assistance, is
    /// not known here.
    case purse(PurseID, Purse.SpendingLimit)

    package var word: String {
        switch self {
        case .billOfSpending: "bill_of_spending"
        case .billOfCapacity: "bill_of_capacity"
        case .personnel: "personnel"
        case .infrastructure: "infrastructure"
        case .purse(_, let limit): limit.test
        }
    }

    /// Whether the share must be at least, and not at most, the limit.
    package var isFloor: Bool { self == .infrastructure }

    /// The purse that it is about; nil for tests of the whole budget.
    var purse: PurseID? { if case .purse(let id, _) = self { id } else { nil } }
}

extension ResolvedPolicy {
    package var fiscalTests: [FiscalTest] {
        [.billOfSpending, .billOfCapacity, .personnel, .infrastructure]
            + purses.compactMap { purse in purse.limit.map { .purse(purse.id, $0) } }
            .sorted { $0.word < $1.word }
    }
}

package enum FiscalVerdict: String, Sendable, CaseIterable {
    case passes
    case fails
    /// Beyond a limit that binds only from a later year on.
    case notYetBinding = "not_yet_binding"
    /// There is no limit; the share stands for itself.
    case noLimit = "no_limit"
    /// A figure of the budget is not known.
    case noData = "no_data"
}

/// One test of one region's year.
///
///     share = amount / base
///     margin = limit - share, or share - limit for a floor; in rupiah times the base
package struct FiscalFinding: Sendable, Equatable {
    package let year: Int
    /// A position among the policy's regions.
    package let region: Int
    package let test: FiscalTest
    /// What is measured, rupiah a year.
    package let amount: Rupiah
    /// What it is measured by; 0 where it is not known.
    package let base: Rupiah
    /// Nil where there is none.
    package let limit: Double?
    package let verdict: FiscalVerdict
    /// The weakest mark among the figures that were used; nil where none has one.
    package let mark: EvidenceMark?
    package let source: String

    /// Nil where the base is not known.
    package var share: Double? {
        base > .zero ? Double(amount.amount) / Double(base.amount) : nil
    }

    /// How far inside the limit, as a share of the base; negative beyond it.
    package var margin: Double? {
        guard let share, let limit, verdict != .noData else { return nil }
        return test.isFloor ? share - limit : limit - share
    }

    /// The margin in rupiah a year.
    package var marginAmount: Rupiah? {
        margin.map { ExpectedRupiah($0 * Double(base.amount)).rounded() }
    }
}

extension ScenarioResult {
    /// Every test of every year and region: what contributions take of the budget, and whether the
    /// budget they stand in keeps the limits of the law.
    ///
    /// Year by year, region by region, in the order of ``FiscalTest``.
    package var fiscalFindings: [FiscalFinding] {
        let purses = policy.purses.map(\.id)
        let tests = policy.fiscalTests
        let rows = purseRows
        return summary.years.enumerated().flatMap { position, year in
            policy.regions.indices.flatMap { region in
                let budget = RegionalBudget(policy, region: region, year: year)
                let bill = summary.total(.publicBill, year: position, region: region)
                let first = (position * policy.regions.count + region) * (purses.count + 1)
                return tests.map { test in
                    let purse = test.purse.flatMap { purses.firstIndex(of: $0) }
                    let part = purse.map { rows[first + $0].paid }
                    return finding(test, budget, part ?? Rupiah(Int64(bill)))
                }
            }
        }
    }

    private func finding(
        _ test: FiscalTest, _ budget: RegionalBudget, _ bill: Rupiah
    ) -> FiscalFinding {
        let (amount, base) = budget.sides(of: test, bill: bill)
        let (limit, isBinding) = limit(of: test, budget)
        let (mark, source) = budget.evidence(of: test)
        let verdict: FiscalVerdict =
            if amount == nil || base <= 0 {
                .noData
            } else if let limit, let amount {
                (test.isFloor ? amount.reaches(limit * base) : !amount.exceeds(limit * base))
                    ? .passes : isBinding ? .fails : .notYetBinding
            } else {
                .noLimit
            }
        return FiscalFinding(
            year: budget.year, region: budget.region, test: test,
            amount: ExpectedRupiah(amount ?? 0).rounded(), base: ExpectedRupiah(base).rounded(),
            limit: limit, verdict: verdict, mark: mark, source: source)
    }

    /// The limit of a test in a year, and whether it binds; nil where the law has none then.
    private func limit(of test: FiscalTest, _ budget: RegionalBudget) -> (Double?, Bool) {
        func law(_ path: String) -> Double? {
            (try? pricing.law.decimal(path, at: budget.month))?.value
        }
        switch test {
        case .billOfSpending:
            let limit = budget.value(Parameters.billLimit)
            return (limit > 0 ? limit : nil, true)
        case .billOfCapacity: return (1, true)
        case .personnel:
            return (law("budget.personnel.cap"), (law("budget.personnel.cap.binding") ?? 0) > 0)
        case .infrastructure:
            let path = "budget.infrastructure.floor"
            return (law(path), (law(path + ".binding") ?? 0) > 0)
        case .purse(_, let limit): return (law(limit.law), true)
        }
    }

    /// The findings as a table.
    ///
    /// Keys: `year`, `region`, `test`. Measures: the amount and its base in rupiah a year, the
    /// share, the limit and the margin (positive inside the limit), the verdict, and what is known
    /// of the figures. Shares without a base and margins without a limit are blank.
    package var fiscalTable: ResultTable {
        ResultTable("fiscal", fiscalFindings) {
            Key("year", \.year)
            Key("region") { policy.regions[$0.region].code }
            Key("test", \.test.word)
            Column("amount_rp", .rupiah, \.amount)
            Column("base_rp", .rupiah, \.base)
            Column("share", .share, \.share)
            Column("limit_share", .share, \.limit)
            Column("margin_share", .share, \.margin)
            Column("margin_rp", .rupiah) { $0.marginAmount.map { Double($0.amount) } }
            Column("verdict", .word, \.verdict.rawValue)
            Column("mark", .word, \.mark?.rawValue)
            Column("source", .word, \.source)
        }
    }
}

/// What is known of one region's budget in one year; numbers are those of its last month.
private struct RegionalBudget {
    let policy: ResolvedPolicy
    /// A position among the policy's regions.
    let region: Int
    let year: Int

    init(_ policy: ResolvedPolicy, region: Int, year: Int) {
        (self.policy, self.region, self.year) = (policy, region, year)
    }

    /// The year's last month in the horizon.
    var month: Month { min(Month(year, 12), policy.horizon.upperBound) }

    /// A figure of the budget; 0 where it is not known.
    func value(_ key: ParameterKey<Double>) -> Double {
        policy.timeline(key, policy.regions[region])[month]
    }

    /// All that the purse of a test has, rupiah a year, and where that is written.
    private func revenue(of test: FiscalTest) -> (value: Double, provenance: Provenance?)? {
        guard let purse = test.purse else { return nil }
        let course = policy.timeline(Parameters.purseRevenue, purse, policy.regions[region])
        return (course[month], course.step(at: month)?.provenance)
    }

    /// The amount that a test measures and its base; no amount where a figure is not known.
    ///
    /// - Parameter bill: what contributions cost: the public bill, or what the test's purse pays.
    func sides(of test: FiscalTest, bill: Rupiah) -> (amount: Double?, base: Double) {
        func known(_ key: ParameterKey<Double>) -> Double? {
            let value = value(key)
            return value > 0 ? value : nil
        }
        let spending = value(Parameters.spending)
        switch test {
        case .billOfSpending: return (Double(bill.amount), spending)
        case .billOfCapacity:
            let personnel = value(Parameters.personnelSpending)
            return (Double(bill.amount), value(Parameters.fiscalCapacityRatio) * personnel)
        case .personnel:
            let personnel = known(Parameters.personnelSpending)
            return (personnel.map { $0 - value(Parameters.teacherAllowances) }, spending)
        case .infrastructure:
            let base = spending > 0 ? spending - value(Parameters.passedOn) : 0
            return (known(Parameters.infrastructureSpending), base)
        case .purse: return (Double(bill.amount), revenue(of: test)?.value ?? 0)
        }
    }

    func evidence(of test: FiscalTest) -> (EvidenceMark?, String) {
        let keys: [ParameterKey<Double>] =
            switch test {
            case .billOfSpending: [Parameters.spending]
            case .billOfCapacity: [Parameters.fiscalCapacityRatio, Parameters.personnelSpending]
            case .personnel: [Parameters.personnelSpending, Parameters.spending]
            case .infrastructure: [Parameters.infrastructureSpending, Parameters.spending]
            case .purse: []
            }
        let figures = keys.map {
            policy.timeline($0, policy.regions[region]).step(at: month)?.provenance
        }
        let places = (figures + [revenue(of: test)?.provenance]).compactMap(\.self)
            .filter { $0.line > 0 }
        var sources: [String] = []
        for source in places.compactMap(\.source) where !sources.contains(source) {
            sources.append(source)
        }
        return (
            places.isEmpty ? nil : EvidenceMark.weakest(of: places.compactMap(\.mark)),
            sources.joined(separator: "; ")
        )
    }
}
