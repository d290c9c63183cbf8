import Costing
import Coverage
import Policy
import Quantities
import Welfare

/// What a budget year's paid protection is expected to buy in eight worlds, by segment.
///
/// Stands beside ``BudgetYear``: that one adds up people and money, this one benefits.
final class ProtectionYear {
    static let people: [(Measure, BenefitSum)] = [
        (.accidents, .accidents), (.familiesKept, .families), (.familiesKeptLow, .familiesLow),
        (.familiesKeptHigh, .familiesHigh), (.familiesKeptPoor, .familiesPoor),
    ]
    static let money: [(Measure, BenefitSum)] = [
        (.jkmBenefit, .jkm), (.jkkBenefit, .jkk), (.scholarship, .scholarship),
    ]

    /// By segment.
    let packs: [BenefitPack]
    /// By world: the families of its region; nil where their welfare is not known.
    var families: [RegionalWelfare?]
    /// By segment, `[``BenefitSum``][8]`.
    let sums: WorldBlocks
    /// `[``BenefitSum``][8]`: the same of all segments, added up in their order.
    let sumsOfAll = WorldBuffer(rows: BenefitSum.allCases.count)

    /// Reads a policy into eight worlds.
    ///
    /// - Parameters:
    ///   - schedules: the law of benefits by month.
    ///   - regions: eight positions among the policy's regions; any may repeat.
    init(_ policy: ResolvedPolicy, schedules: [BenefitSchedule], regions: [Int]) {
        packs = policy.segments.map {
            BenefitPack(policy, segment: $0.id, schedules: schedules, regions: regions)
        }
        let twins = regions.indices.map(regions.twin)
        var families: [RegionalWelfare?] = []
        for (world, region) in regions.enumerated() {
            families.append(
                twins[world] == world
                    ? RegionalWelfare(policy, region: policy.regions[region])
                    : families[twins[world]])
        }
        self.families = families
        sums = WorldBlocks(packs.count, rows: BenefitSum.allCases.count)
        for pack in packs { pack.refresh(families, twins: twins) }
    }

    static func schedules(_ policy: ResolvedPolicy, _ law: LawTree) -> [BenefitSchedule] {
        policy.horizon.map { BenefitSchedule(law, at: $0) }
    }

    /// Makes anew what depends on numbers that were written.
    func refresh() {
        for pack in packs { pack.refresh(families) }
    }

    func record(_ pack: BudgetPack, _ year: Range<Int>) {
        sumsOfAll.fill(0)
        for segment in packs.indices {
            packs[segment].record(
                year, record: pack.paidRecord(segment), into: sums[segment])
            sumsOfAll.base.add(sums[segment], count: sums.size)
        }
    }
}
