import Costing
import Coverage
import Policy
import Quantities

/// What purses pay, and at what price, at a group of points.
extension PointEngine {
    /// Writes what of purses is drawn into all worlds of a pack.
    func writePurses(_ pack: BudgetPack, _ count: Int) {
        let values = values
        var replanned: Set<Int> = []
        for world in 0..<worldCount {
            let drawn = base.plan.regions[pack.regions[world]]
            let place = place(world, of: count)
            for cell in drawn.limits {
                writeLimit(cell, values[cell.formula][place], pack, world)
            }
            for ceiling in drawn.ceilings {
                writeCeiling(ceiling, pack, world) { values[$0][place].number }
            }
            for cell in drawn.payments {
                writeRule(cell, values[cell.formula][place], pack, world)
                if cell.binding == .purses { replanned.insert(cell.member) }
            }
        }
        for segment in replanned { pack.bills[segment].replan() }
    }

    /// Writes a drawn share of a bill, or a drawn matching rule.
    private func writeLimit(
        _ cell: DrawnPlan.Cell<LimitBinding>, _ value: SettingValue, _ pack: BudgetPack,
        _ world: Int
    ) {
        let purses = base.policy.purses.count
        let target =
            switch cell.binding {
            case .share: pack.shares
            case .match: pack.matches
            }
        guard let number = value.number else { return }
        for month in cell.months { target.row(month * purses + cell.member)[world] = number }
    }

    /// Writes the ceilings of a purse in a region of which parts are drawn: the other parts stay as
    /// written. In whole rupiah, as ``PurseRules`` reads them.
    private func writeCeiling(
        _ ceiling: DrawnPlan.Ceiling, _ pack: BudgetPack, _ world: Int,
        _ number: (Int) -> Double?
    ) {
        let purses = base.policy.purses.count
        // Most months have the parts of the month before.
        var last: (parts: CeilingParts, ceiling: Double)?
        for month in ceiling.months {
            var parts = base.rules.ceilingParts(
                ceiling.purse, region: pack.regions[world], month: month)
            for cell in ceiling.parts where cell.months.contains(month) {
                number(cell.formula).map { parts.set(cell.binding, $0) }
            }
            let known = last.flatMap { $0.parts == parts ? $0.ceiling : nil } ?? parts.ceiling
            last = (parts, known)
            pack.ceilings.row(month * purses + ceiling.purse)[world] = known
        }
    }

    /// Writes a drawn order of purses, payer of the gap, budget policy or month of APBD perubahan.
    private func writeRule(
        _ cell: DrawnPlan.Cell<PaymentBinding>, _ value: SettingValue, _ pack: BudgetPack,
        _ world: Int
    ) {
        switch cell.binding {
        case .purses:
            guard case .words(let names) = value else { return }
            let order = base.rules.order(of: names, segment: cell.member)
            pack.bills[cell.member].setOrder(world, cell.months, order)
        case .gapPayer:
            guard let purse = value.word else { return }
            let payer = base.policy.payer(PurseID(purse))
            pack.bills[cell.member].setGapPayer(world, cell.months, payer)
        case .budgetPolicy:
            let rule = value.word.flatMap(BudgetPolicy.init) ?? .report
            for month in cell.months {
                pack.budgetPolicies[cell.member].row(month)[world] = Double(rule.position)
            }
        case .revisionMonth:
            for month in cell.months {
                pack.revisionMonths.row(month)[world] = value.number ?? 0
            }
        }
    }

    /// Asks for the prices of registrations that are drawn; all of them where the law is.
    ///
    /// A registration begins as written and takes the drawn keys that hold in the month; most have
    /// been asked for before.
    ///
    /// - Throws: ``LawFault`` for a registration that the law has no contribution for.
    func writePrices(
        _ pack: BudgetPack, _ laws: [(key: [Double], pricing: LawPricing)]
    ) throws {
        let touched =
            base.plan.law.isEmpty ? base.plan.registered : Set(pack.segments.indices)
        for segment in touched.sorted() {
            for world in 0..<worldCount {
                let place = place(world, of: laws.count)
                let cells = base.plan.regions[pack.regions[world]].registrations.filter {
                    $0.member == segment
                }
                guard !cells.isEmpty || !base.plan.law.isEmpty else { continue }
                let (law, payers) = (laws[place], pack.bills[segment].payers)
                var last: (subject: ContributionSubject, era: Int)?
                for month in 0..<base.policy.monthCount {
                    var subject = base.tariffs.subject(
                        segment: segment, region: pack.regions[world], month: month, payer: .apbd)
                    for cell in cells where cell.months.contains(month) {
                        subject = subject.taking(cell.binding, values[cell.formula][place])
                    }
                    let era = law.pricing.eras[month]
                    if let last, last.era == era, last.subject == subject {
                        pack.bills[segment].repeatPrice(world, month)
                        continue
                    }
                    last = (subject, era)
                    let amounts = try priceCache.amounts(
                        subject, payers: payers, era: era,
                        date: base.policy.horizon.lowerBound.advanced(by: month), law: law.key,
                        pricing: law.pricing.pricing)
                    pack.bills[segment].price(
                        world, month, programmes: subject.programmes.sorted(), amounts: amounts)
                }
            }
        }
    }
}
