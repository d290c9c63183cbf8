import Costing
import Coverage
import Policy
import Quantities
import Welfare

extension PointEngine {
    /// Writes what a point's benefits rest on into a pack's worlds; nothing where no draw touches
    /// it.
    ///
    /// - Parameters:
    ///   - regions: by world the position of its region.
    ///   - laws: the law at each point of the group.
    func writeBenefits(
        _ protection: ProtectionYear, _ regions: [Int], _ laws: [LawPricing]
    ) {
        let plan = base.plan
        for world in regions.indices {
            for cell in plan.regions[regions[world]].benefits {
                let value = values[cell.formula][place(world, of: laws.count)]
                cell.binding.encode(value) {
                    protection.packs[cell.member].set($0, cell.months, world, $1)
                }
            }
        }
        if plan.drawsFamilies {
            protection.families = regions.indices.map {
                family(of: regions[$0], place: place($0, of: laws.count))
            }
        }
        if plan.drawsBenefitLaw {
            let schedules = laws.map { ProtectionYear.schedules(base.policy, $0.law) }
            let worlds = regions.indices.map { schedules[place($0, of: laws.count)] }
            for pack in protection.packs { pack.setLaw(worlds) }
        }
        if plan.drawsBenefits || plan.drawsFamilies || plan.drawsBenefitLaw {
            protection.refresh()
        }
    }

    private func family(of region: Int, place: Int) -> RegionalWelfare? {
        let code = base.policy.regions[region]
        var outlook = base.outlooks[region] ?? PovertyOutlook(base.policy, region: code)
        let drawn = base.plan.regions[region]
        for cell in drawn.poverty {
            outlook.set(cell.binding, values[cell.formula][place].number ?? 0, cell.months)
        }
        let written = base.policy.timeline(Parameters.householdSize, code)
        let persons = drawn.households.last { $0.months.contains(0) }
            .flatMap { values[$0.formula][place].number }
        return RegionalWelfare(
            outlook, persons: persons ?? written[base.policy.horizon.lowerBound])
    }
}
