import Costing
import Coverage
import Policy
import Quantities
import Welfare

/// A scenario made ready for points: everything that no draw changes.
struct PointBase: Sendable {
    /// The scenario at its written values.
    let policy: ResolvedPolicy
    /// The law before the scenario's own changes to it.
    let law: LawTree
    let pricing: LawPricing
    /// Orders, ceilings and shares of purses as written.
    let rules: PurseRules
    /// Registrations as written, from which drawn ones differ in a key or two.
    let tariffs: TariffBook
    /// By segment: its people as written.
    let models: [SegmentModel]
    /// By segment: every programme that any draw may have.
    let lines: [[Programme]]
    let plan: DrawnPlan
    /// Positions of segments that nobody may pay for somewhere; read where quotas are drawn.
    let segmentsWithoutPayer: Set<Int>
    /// By region: its welfare as written, for those where a draw changes it.
    let outlooks: [Int: PovertyOutlook]
    /// The law of benefits as written, by month.
    let benefits: [BenefitSchedule]
    let blank: Summary
    /// Whether eight regions of one draw stand side by side, or eight draws of one region. It
    /// changes no bit; few regions would leave worlds idle.
    let isByRegion: Bool

    /// Reads all that no draw changes.
    ///
    /// - Throws: what the law or the rates are refused for.
    init(_ policy: ResolvedPolicy, _ inputs: [VariedInput], law: LawTree) throws {
        self.policy = policy
        self.law = law
        pricing = try LawPricing(policy, law: law)
        rules = PurseRules(policy)
        let tariffs = try TariffBook(policy, pricing: pricing.pricing)
        self.tariffs = tariffs
        models = try policy.segments.map { try SegmentModel(policy, $0.id) }
        plan = DrawnPlan(policy, inputs)
        segmentsWithoutPayer = plan.quotas.isEmpty ? [] : policy.segmentsWithoutPayer
        outlooks = plan.poverty.reduce(into: [:]) { outlooks, region in
            outlooks[region.key] = PovertyOutlook(policy, region: policy.regions[region.key])
        }
        blank = Summary(policy)
        benefits = ProtectionYear.schedules(policy, pricing.law)
        isByRegion = policy.regions.count >= 6
        let drawn = inputs.filter {
            $0.setting.address.subject == .parameter(Parameters.programmes.definition)
        }
        .flatMap { $0.choices ?? [] }.flatMap { value -> [Programme] in
            guard case .words(let words) = value else { return [] }
            return words.compactMap(Programme.init(rawValue:))
        }
        lines = policy.segments.indices.map { segment in
            Set(tariffs.programmes(of: segment) + drawn).sorted()
        }
    }
}

/// Evaluates points of a scenario on one thread.
///
/// A point writes its numbers into the packs' places, the packs run, and each year's figures go
/// into the point's ``Summary``. All points write the same places, so nothing of one is left for
/// the next. Not safe for two threads at once: whoever has it has it alone (`EnginePool`).
///
/// There is a fast way and a long way to the same figures. The fast way writes numbers into packs
/// that exist and takes up to eight points at a time. The long way resolves the scenario anew, as a
/// run does; it is for points whose values are out of range or contradict each other, and tells the
/// fault of such a point in the words of any other scenario.
final class PointEngine: @unchecked Sendable {
    /// Eight worlds, with room for the sums of a year.
    private struct Pack {
        let budget: BudgetPack
        /// Sums of the year that was run last.
        let year: BudgetYear
        /// Benefits of the year that was run last.
        let protection: ProtectionYear
        let live: Int
    }

    let base: PointBase
    private let packs: [Pack]
    /// Prices by registration, kept from point to point.
    private var priceCache = PriceCache()
    /// The law by its drawn numbers; forgotten beyond 200.
    private var laws: [[Double]: LawPricing] = [:]
    /// Whether someone may pay, by the values that decide it; forgotten beyond 10,000.
    private var structures: [[SettingValue]: Bool] = [:]
    /// By formula, of the worlds' points.
    private(set) var values: [[SettingValue]]

    init(_ base: PointBase) {
        self.base = base
        let regions = base.policy.regions.count
        let worlds: [(padded: [Int], live: Int)] =
            base.isByRegion
            ? SegmentModel.packs(regions)
            : (0..<regions).map { (Array(repeating: $0, count: worldCount), worldCount) }
        packs = worlds.map { regions in
            let pack = BudgetPack(
                base.rules, models: base.models, tariffs: base.tariffs, lines: base.lines,
                regions: regions.padded)
            return Pack(
                budget: pack, year: BudgetYear(pack),
                protection: ProtectionYear(
                    base.policy, schedules: base.benefits, regions: regions.padded),
                live: regions.live)
        }
        values = base.plan.formulas.map { _ in [] }
    }

    /// The yearly figures at some points, in order.
    ///
    /// Where one point of a group cannot take the fast way, none of the group does: the worlds of a
    /// pack run together. It costs time and changes no figure.
    ///
    /// - Parameters:
    ///   - isBySegment: whether anybody looks at the money of single segments.
    ///   - each: gets a point's position and figures, or why there are none.
    func run(
        _ points: [[Double]], isBySegment: Bool = true,
        each: (Int, Result<Summary, any Error>) -> Void
    ) {
        let width = base.isByRegion ? 1 : worldCount
        var blank = base.blank
        blank.isBySegment = isBySegment
        var summaries = Array(repeating: blank, count: width)
        for first in stride(from: 0, to: points.count, by: width) {
            let group = first..<min(points.count, first + width)
            let isFast = take(points[group])
            for place in summaries.indices { summaries[place].clear() }
            let isWhole = isFast && run(points[group], &summaries)
            for (place, point) in group.enumerated() {
                if isWhole, summaries[place].isCountable {
                    each(point, .success(summaries[place]))
                } else {
                    each(point, Result { try alone(points[point]) })
                }
            }
        }
    }

    /// Makes the values of all formulas; whether every one can stand.
    ///
    /// A value stands where it is in its parameter's range, and whole where only whole numbers make
    /// sense; then a policy must be left in which someone may pay for each quota.
    private func take(_ points: ArraySlice<[Double]>) -> Bool {
        for (number, entry) in base.plan.formulas.enumerated() {
            values[number].removeAll(keepingCapacity: true)
            for point in points {
                guard let value = entry.formula.value(base.plan.inputs, at: point),
                    entry.definition.accepts(value)
                else { return false }
                values[number].append(value)
            }
        }
        guard !base.plan.structural.isEmpty || !base.plan.quotas.isEmpty else { return true }
        return points.enumerated().allSatisfy { isPayable(place: $0, $1) }
    }

    /// Whether someone may pay for what a point decides. Answers are kept: choices repeat, and a
    /// quota only matters where it is above zero for a segment that nobody may pay for.
    private func isPayable(place: Int, _ point: [Double]) -> Bool {
        let isFixed = base.plan.structural.isEmpty
        let quotas = base.plan.quotas.filter {
            !isFixed || base.segmentsWithoutPayer.contains($0.segment)
        }
        guard !isFixed || !quotas.isEmpty else { return true }
        let key =
            base.plan.structural.map { values[$0][place] }
            + quotas.map { .flag((values[$0.formula][place].number ?? 0) > 0) }
        if let known = structures[key] { return known }
        if structures.count > 10_000 { structures.removeAll() }
        let scenario = base.policy.scenario.taking(point, for: base.plan.inputs)
        let isPayable = scenario.map { (try? $0.resolved()) != nil } ?? false
        structures[key] = isPayable
        return isPayable
    }

    /// One point the long way: for what the fast way does not take, and for the words of a fault.
    ///
    /// - Throws: what the scenario at this point is refused for.
    private func alone(_ point: [Double]) throws -> Summary {
        guard let scenario = base.policy.scenario.taking(point, for: base.plan.inputs) else {
            throw PointFault.noChoice(point)
        }
        return try ScenarioResult(try scenario.resolved(), law: base.law).summary
    }

    /// Runs the packs; false where any of the points has to go the long way.
    ///
    /// Where there are fewer points than worlds the others repeat the last point, and are not read.
    /// Year by year each world's figures go into its point's summary; employed persons and poverty,
    /// which are in no pack, come last.
    private func run(_ points: ArraySlice<[Double]>, _ summaries: inout [Summary]) -> Bool {
        let laws: [(key: [Double], pricing: LawPricing)]
        do {
            laws = try points.map { try law(at: $0) }
        } catch {
            return false
        }
        for pack in packs {
            guard write(pack.budget, laws) else { return false }
            writeBenefits(pack.protection, pack.budget.regions, laws.map(\.pricing))
            var position = 0
            pack.budget.run { months in
                pack.year.record(pack.budget, months)
                pack.protection.record(pack.budget, months)
                let worlds = base.isByRegion ? pack.live : points.count
                for world in 0..<worlds {
                    summaries[base.isByRegion ? 0 : world].record(
                        pack.budget, pack.year, pack.protection, world: world, year: position)
                }
                position += 1
            }
        }
        for cell in base.plan.employed {
            for place in summaries.indices where place < points.count {
                let value = values[cell.formula][place].number ?? 0
                summaries[place].setEmployed(value, cell.region, cell.months, base.policy)
            }
        }
        for place in summaries.indices where place < points.count {
            takePoverty(place, &summaries[place])
        }
        return true
    }

    private func takePoverty(_ place: Int, _ summary: inout Summary) {
        for (region, cells) in base.plan.poverty {
            guard var outlook = base.outlooks[region] else { continue }
            for cell in cells {
                outlook.set(cell.binding, values[cell.formula][place].number ?? 0, cell.months)
            }
            summary.setPoverty(outlook, region)
        }
    }

    /// The law at a point, and the drawn numbers that it depends on.
    ///
    /// Other inputs stay at their written values: the law does not depend on them.
    ///
    /// - Throws: ``LawSettingFault`` or ``LawFault`` where the law refuses a drawn number.
    private func law(at point: [Double]) throws -> (key: [Double], pricing: LawPricing) {
        guard !base.plan.law.isEmpty else { return ([], base.pricing) }
        let key = base.plan.law.map { point[$0] }
        if let known = laws[key] { return (key, known) }
        let inputs = base.plan.law.map { base.plan.inputs[$0] }
        guard let scenario = base.policy.scenario.taking(key, for: inputs) else {
            throw PointFault.noChoice(point)
        }
        let pricing = try LawPricing(try scenario.resolved(), law: base.law)
        if laws.count > 200 { laws.removeAll() }
        laws[key] = pricing
        return (key, pricing)
    }
}

extension PointEngine {
    /// The position of a world's point in the group.
    func place(_ world: Int, of count: Int) -> Int {
        base.isByRegion ? 0 : min(world, count - 1)
    }

    /// Writes the points' numbers into a pack; whether the worlds' numbers can stand together.
    ///
    /// - Returns: false where opening shares exceed one or funded months run past December, or
    ///   where a registration has no price.
    private func write(
        _ pack: BudgetPack, _ laws: [(key: [Double], pricing: LawPricing)]
    ) -> Bool {
        for cell in base.plan.people {
            for world in 0..<worldCount where pack.regions[world] == cell.region {
                let value = values[cell.formula][place(world, of: laws.count)]
                let segment = pack.segments[cell.member]
                cell.binding.encode(value) { segment.set($0, cell.months, world, $1) }
            }
        }
        for (position, parts) in base.plan.parts.enumerated() where !parts.isEmpty {
            let segment = pack.segments[position]
            if base.plan.mayClash[position] {
                for world in 0..<worldCount where !segment.isConsistent(world) { return false }
            }
            segment.refresh(parts)
        }
        for cell in base.plan.limits { writeLimit(cell, pack, laws.count) }
        for (place, cells) in base.plan.ceilings { writeCeilings(place, cells, pack, laws.count) }
        for cell in base.plan.payments { writeRule(cell, pack, laws.count) }
        guard !base.plan.registrations.isEmpty || !base.plan.law.isEmpty else { return true }
        do {
            try writePrices(pack, laws)
            return true
        } catch {
            return false
        }
    }

    /// Writes a drawn share of a bill, or a drawn matching rule.
    private func writeLimit(
        _ cell: DrawnPlan.Cell<LimitBinding>, _ pack: BudgetPack, _ count: Int
    ) {
        let purses = base.policy.purses.count
        let target =
            switch cell.binding {
            case .share: pack.shares
            case .match: pack.matches
            }
        for world in 0..<worldCount where pack.regions[world] == cell.region {
            guard let number = values[cell.formula][place(world, of: count)].number else {
                continue
            }
            for month in cell.months {
                target.row(month * purses + cell.member)[world] = number
            }
        }
    }

    /// Writes the ceilings of a purse in a region of which parts are drawn: the other parts stay as
    /// written. In whole rupiah, as ``PurseRules`` reads them.
    private func writeCeilings(
        _ place: DrawnPlan.PurseRegion, _ cells: [DrawnPlan.Cell<CeilingParts.Part>],
        _ pack: BudgetPack, _ count: Int
    ) {
        let purses = base.policy.purses.count
        for world in 0..<worldCount where pack.regions[world] == place.region {
            for month in Set(cells.flatMap(\.months)) {
                var parts = base.rules.ceilingParts(
                    place.purse, region: place.region, month: month)
                for cell in cells where cell.months.contains(month) {
                    let value = values[cell.formula][self.place(world, of: count)].number
                    value.map { parts.set(cell.binding, $0) }
                }
                pack.ceilings.row(month * purses + place.purse)[world] = parts.ceiling
            }
        }
    }

    /// Writes a drawn order of purses, payer of the gap, budget policy or month of APBD perubahan.
    private func writeRule(
        _ cell: DrawnPlan.Cell<PaymentBinding>, _ pack: BudgetPack, _ count: Int
    ) {
        for world in 0..<worldCount where pack.regions[world] == cell.region {
            let value = values[cell.formula][place(world, of: count)]
            switch cell.binding {
            case .purses:
                guard case .words(let names) = value else { continue }
                let order = base.rules.order(of: names, segment: cell.member)
                pack.bills[cell.member].setOrder(world, cell.months, order)
            case .gapPayer:
                guard let purse = value.word else { continue }
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
        if cell.binding == .purses { pack.bills[cell.member].replan() }
    }

    /// Asks for the prices of registrations that are drawn; all of them where the law is.
    ///
    /// A registration begins as written and takes the drawn keys that hold in the month; most have
    /// been asked for before.
    ///
    /// - Throws: ``LawFault`` for a registration that the law has no contribution for.
    private func writePrices(
        _ pack: BudgetPack, _ laws: [(key: [Double], pricing: LawPricing)]
    ) throws {
        let touched =
            base.plan.law.isEmpty
            ? Set(base.plan.registrations.map(\.member)) : Set(pack.segments.indices)
        for segment in touched.sorted() {
            let drawn = base.plan.registrations.filter { $0.member == segment }
            for world in 0..<worldCount {
                let place = place(world, of: laws.count)
                let cells = drawn.filter { $0.region == pack.regions[world] }
                guard !cells.isEmpty || !base.plan.law.isEmpty else { continue }
                for month in 0..<base.policy.monthCount {
                    var subject = base.tariffs.subject(
                        segment: segment, region: pack.regions[world], month: month, payer: .apbd)
                    for cell in cells where cell.months.contains(month) {
                        subject = subject.taking(cell.binding, values[cell.formula][place])
                    }
                    let amounts = try priceCache.amounts(
                        subject, payers: pack.bills[segment].payers, month: month,
                        date: base.policy.horizon.lowerBound.advanced(by: month),
                        law: laws[place].key, pricing: laws[place].pricing.pricing)
                    pack.bills[segment].price(
                        world, month, programmes: subject.programmes.sorted(), amounts: amounts)
                }
            }
        }
    }
}
