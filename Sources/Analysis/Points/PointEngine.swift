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
        outlooks = plan.regions.enumerated().reduce(into: [:]) { outlooks, region in
            guard !region.element.poverty.isEmpty else { return }
            outlooks[region.offset] = PovertyOutlook(policy, region: policy.regions[region.offset])
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
/// that exist and takes up to eight points at a time; a point whose values are out of range or
/// contradict each other is refused before it runs, for what the scenario would be refused for. The
/// long way resolves the scenario anew, as a run does, for the little that the fast one cannot.
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
    var priceCache = PriceCache()
    /// The law by its drawn numbers; forgotten beyond 200.
    private var laws: [[Double]: LawPricing] = [:]
    /// Why nobody may pay, by the values that decide it; nil where someone may. Forgotten beyond
    /// 10,000.
    private var structures: [[SettingValue]: (any Error)?] = [:]
    /// Whether benefits are looked at.
    private var hasBenefits = true
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

    /// What is looked at of the figures of points; what is not is not worked out.
    struct Figures: Sendable {
        /// The money of single segments.
        var bySegment = true
        var benefits = true
    }

    /// A point whose values can stand, each by itself.
    private struct ReadyPoint {
        /// Among the points that were asked.
        let position: Int
        let point: [Double]
        /// By formula.
        let values: [SettingValue]
        /// The law at the point, and the drawn numbers that it depends on.
        let law: (key: [Double], pricing: LawPricing)
    }

    /// The yearly figures at some points, in order.
    ///
    /// A point that cannot be is told apart before anything runs, so that it costs less than one
    /// that can; those that can share packs whatever stands between them.
    ///
    /// - Parameter each: gets a point's position and figures, or why there are none.
    func run(
        _ points: [[Double]], _ figures: Figures = Figures(),
        each: (Int, Result<Summary, any Error>) -> Void
    ) {
        let width = base.isByRegion ? 1 : worldCount
        hasBenefits = figures.benefits
        let blank = figures.bySegment ? base.blank : Summary(base.policy, isBySegment: false)
        var summaries = Array(repeating: blank, count: width)
        var refused: [Int: any Error] = [:]
        var (group, told): ([ReadyPoint], Int) = ([], 0)
        func tellRefused(before end: Int) {
            while told < end, let fault = refused.removeValue(forKey: told) {
                each(told, .failure(fault))
                told += 1
            }
        }
        func finish() {
            for (ready, result) in zip(group, run(group, &summaries)) {
                tellRefused(before: ready.position)
                each(ready.position, result)
                told = ready.position + 1
            }
            group.removeAll(keepingCapacity: true)
        }
        for (position, point) in points.enumerated() {
            do {
                group.append(try ready(position, point))
            } catch {
                refused[position] = error
            }
            if group.count == width { finish() }
        }
        finish()
        tellRefused(before: points.count)
    }

    /// A point with the values of all formulas.
    ///
    /// A value stands where it is in its parameter's range, and whole where only whole numbers make
    /// sense; then a policy must be left in which someone may pay for each quota.
    ///
    /// - Throws: what the scenario at this point is refused for: the first cell of each formula.
    private func ready(_ position: Int, _ point: [Double]) throws -> ReadyPoint {
        var (values, faults): ([SettingValue], [PolicyFault]) = ([], [])
        for cell in base.plan.formulas {
            guard let value = cell.formula.value(base.plan.inputs, at: point) else {
                throw PointFault.noChoice(point)
            }
            if !cell.definition.accepts(value), let fault = base.policy.fault(of: cell, value) {
                faults.append(fault)
            }
            values.append(value)
        }
        guard faults.isEmpty else { throw PolicyFaults(faults: faults) }
        if let fault = structureFault(values, point) { throw fault }
        return ReadyPoint(
            position: position, point: point, values: values, law: try law(at: point))
    }

    /// Why nobody may pay for what a point decides; nil where someone may. Answers are kept:
    /// choices repeat, and a quota only matters where it is above zero for a segment that nobody
    /// may pay for.
    private func structureFault(_ values: [SettingValue], _ point: [Double]) -> (any Error)? {
        let isFixed = base.plan.structural.isEmpty
        let quotas = base.plan.quotas.filter {
            !isFixed || base.segmentsWithoutPayer.contains($0.segment)
        }
        guard !isFixed || !quotas.isEmpty else { return nil }
        let key =
            base.plan.structural.map { values[$0] }
            + quotas.map { .flag((values[$0.formula].number ?? 0) > 0) }
        if let known = structures[key] { return known }
        if structures.count > 10_000 { structures.removeAll() }
        let fault: (any Error)?
        do {
            guard let scenario = base.policy.scenario.taking(point, for: base.plan.inputs) else {
                throw PointFault.noChoice(point)
            }
            _ = try scenario.resolved()
            fault = nil
        } catch {
            fault = error
        }
        structures[key] = .some(fault)
        return fault
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

    /// The figures of a group, no more than there are worlds for, or why there are none.
    ///
    /// Points whose numbers clash are left out and the others written once more. Where a
    /// registration has no price, none of the group takes the fast way: the worlds of a pack run
    /// together. It costs time and changes no figure.
    private func run(
        _ group: [ReadyPoint], _ summaries: inout [Summary]
    ) -> [Result<Summary, any Error>] {
        guard !group.isEmpty else { return [] }
        values = base.plan.formulas.indices.map { formula in group.map { $0.values[formula] } }
        let clashes = writePeople(group.count)
        guard clashes.isEmpty else {
            let others = group.indices.filter { clashes[$0] == nil }
            var results = run(others.map { group[$0] }, &summaries)[...]
            return group.indices.map { place in
                clashes[place].map { .failure($0) } ?? results.removeFirst()
            }
        }
        for place in summaries.indices { summaries[place].clear() }
        guard simulate(group, &summaries) else {
            return group.map { ready in Result { try alone(ready.point) } }
        }
        return group.indices.map { place in
            summaries[place].isCountable
                ? .success(summaries[place]) : Result { try alone(group[place].point) }
        }
    }

    /// Runs the packs; false where a registration has no price.
    ///
    /// Where there are fewer points than worlds the others repeat the last point, and are not read.
    /// Year by year each world's figures go into its point's summary; employed persons and poverty,
    /// which are in no pack, come last.
    private func simulate(_ group: [ReadyPoint], _ summaries: inout [Summary]) -> Bool {
        let laws = group.map(\.law)
        for pack in packs {
            guard write(pack.budget, laws) else { return false }
            let protection = hasBenefits ? pack.protection : nil
            if let protection {
                writeBenefits(protection, pack.budget.regions, laws.map(\.pricing))
            }
            var position = 0
            pack.budget.run { months in
                pack.year.record(pack.budget, months)
                protection?.record(pack.budget, months)
                let worlds = base.isByRegion ? pack.live : group.count
                for world in 0..<worlds {
                    summaries[base.isByRegion ? 0 : world].record(
                        pack.budget, pack.year, protection, world: world, year: position)
                }
                position += 1
            }
        }
        for cell in base.plan.employed {
            for place in summaries.indices where place < group.count {
                let value = values[cell.formula][place].number ?? 0
                summaries[place].setEmployed(value, cell.region, cell.months, base.policy)
            }
        }
        for place in summaries.indices where place < group.count {
            takePoverty(place, &summaries[place])
        }
        return true
    }

    private func takePoverty(_ place: Int, _ summary: inout Summary) {
        for (region, outlook) in base.outlooks {
            var outlook = outlook
            for cell in base.plan.regions[region].poverty {
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

    /// Writes what people of the points do into all packs.
    ///
    /// - Returns: by the place of a point in the group why its numbers cannot stand together:
    ///   opening shares exceed one, or funded months run past December.
    private func writePeople(_ count: Int) -> [Int: any Error] {
        var clashes: [Int: any Error] = [:]
        let values = values
        for pack in packs.map(\.budget) {
            for world in 0..<worldCount {
                let place = place(world, of: count)
                var (segment, member) = (pack.segments[0], 0)
                for cell in base.plan.regions[pack.regions[world]].people {
                    if cell.member != member {
                        (segment, member) = (pack.segments[cell.member], cell.member)
                    }
                    cell.binding.encode(values[cell.formula][place]) {
                        segment.set($0, cell.months, world, $1)
                    }
                }
            }
            for position in base.plan.mayClash.indices where base.plan.mayClash[position] {
                for world in 0..<worldCount where clashes[place(world, of: count)] == nil {
                    guard let clash = pack.segments[position].clash(world) else { continue }
                    clashes[place(world, of: count)] = PolicyFaults(
                        faults: [fault(clash, position, pack.regions[world])])
                }
            }
        }
        return clashes
    }

    private func fault(_ clash: SegmentPack.Clash, _ segment: Int, _ region: Int) -> PolicyFault {
        let policy = base.policy
        let (segment, region) = (policy.segments[segment].id, policy.regions[region])
        switch clash {
        case .openingShares(let total): return policy.openingFault(segment, region, total: total)
        case .fundedMonths(let month, let start, let length):
            return policy.windowFault(
                segment, region, policy.horizon.lowerBound.advanced(by: month), start: start,
                length: length)
        }
    }

    /// Writes the points' numbers into a pack whose people are written; false where a registration
    /// has no price.
    private func write(
        _ pack: BudgetPack, _ laws: [(key: [Double], pricing: LawPricing)]
    ) -> Bool {
        for (position, parts) in base.plan.parts.enumerated() where !parts.isEmpty {
            pack.segments[position].refresh(parts)
        }
        writePurses(pack, laws.count)
        guard !base.plan.registered.isEmpty || !base.plan.law.isEmpty else { return true }
        do {
            try writePrices(pack, laws)
            return true
        } catch {
            return false
        }
    }
}
