import Costing
import Coverage
import Formats
import LinearAlgebra
import Policy
import Quantities

/// One segment in one region, as ``ResolvedConfiguration`` writes it.
///
/// Members of its object, each a list over months unless said: `opening_persons` (by status, over
/// cohorts), `quota` and `quota_unit`, `funded`, `refill`, `purse_order`, `gap_payer`,
/// `budget_policy`, `entrants_persons`, `eligible_share`, `retention`, `waiting_restarts`,
/// `rates_per_year` (deaths over cohorts first), `route`, `base_rp_per_month`, `risk_class`,
/// `group`, `programmes`, `contributions_rp` (by payer and programme), `protection` (by key).
struct ResolvedCell {
    /// The document that the cell belongs to.
    let configuration: ResolvedConfiguration
    /// Contributions by segment, region, month and payer.
    let tariffs: TariffBook
    /// The segment's opening stocks.
    let model: SegmentModel
    /// Positions in the scenario's segments and regions.
    let segment: Int
    /// Position in the scenario's regions.
    let region: Int

    /// The resolved scenario.
    private var policy: ResolvedPolicy { configuration.policy }
    /// The segment's identifier.
    private var segmentID: SegmentID { policy.segments[segment].id }
    /// The region's code.
    private var regionCode: RegionCode { policy.regions[region] }

    /// A parameter's value in each month.
    private func values<Value>(_ key: ParameterKey<Value>) -> [Value] {
        configuration.values(policy.timeline(key, segmentID, regionCode))
    }

    /// Writes the cell as one object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("segment", segmentID.name)
            json.member("region", regionCode.code)
            opening(&json)
            decisions(&json)
            people(&json)
            rates(&json)
            registration(&json)
            contributions(&json)
            protection(&json)
        }
    }

    /// What events and benefits rest on; the two ends of the fall of consumption beside it.
    private func protection(_ json: inout JSONWriter) {
        json.key("protection")
        json.object { json in
            for key in Parameters.ofEvents { json.member(key.definition.path, values(key)) }
            let fall = policy.timeline(Parameters.consumptionFall, segmentID, regionCode)
            let ranges = configuration.months.map { month in
                fall.step(at: month)?.provenance.range ?? fall[month]...fall[month]
            }
            json.member("event.consumption_fall.low", ranges.map(\.lowerBound))
            json.member("event.consumption_fall.high", ranges.map(\.upperBound))
        }
    }

    /// Persons by status, one number for each cohort.
    private func opening(_ json: inout JSONWriter) {
        json.key("opening_persons")
        json.object { json in
            for status in Status.allCases {
                let persons = (0..<model.cohortCount).map { cohort in
                    model.opening[cohort * model.regionCount + region, status.rawValue]
                }
                json.member(status.symbol, persons)
            }
        }
    }

    /// Quota, months, purses and what happens when money is short.
    private func decisions(_ json: inout JSONWriter) {
        let quotas = values(Parameters.quota)
        json.member("quota", quotas.map(\.number))
        json.member("quota_unit", quotas.map(\.unit.rawValue))
        json.flags("funded", funded)
        json.flags("refill", values(Parameters.refill))
        let order = configuration.months.map { month in
            policy.purses(for: segmentID, regionCode, at: month).map(\.id.name)
        }
        json.key("purse_order")
        json.array(inline: true) { json in
            for purses in order { json.value(purses.joined(separator: " ")) }
        }
        let closing = values(Parameters.gapPayer)
        json.member("gap_payer", closing.map { policy.payer($0).rawValue })
        json.member("budget_policy", values(Parameters.budgetPolicy).map(\.rawValue))
    }

    /// Whether a month is among the funded months of its year.
    private var funded: [Bool] {
        let (lengths, starts) = (values(Parameters.fundedMonths), values(Parameters.fundingStart))
        return configuration.months.indices.map { index in
            let first = Int(starts[index])
            return (first..<first + Int(lengths[index]))
                .contains(configuration.months[index].monthOfYear)
        }
    }

    /// Entrants in persons a month, and who may be enrolled or goes on paying.
    private func people(_ json: inout JSONWriter) {
        let workers = values(Parameters.workers)[0]
        let entrants = values(Parameters.entrants).map { flow in
            switch flow {
            case .personsPerMonth(let persons): persons
            case .perYearOfOpening(let rate): rate / 12 * workers
            }
        }
        json.member("entrants_persons", entrants)
        json.member("eligible_share", values(Parameters.eligibleShare))
        json.member("retention", values(Parameters.retention))
        json.flags("waiting_restarts", values(Parameters.waitingRestarts))
    }

    /// Yearly intensities; deaths by cohort with the load factor in them.
    private func rates(_ json: inout JSONWriter) {
        let death = Parameters.death.definition
        json.key("rates_per_year")
        json.object { json in
            for key in Parameters.rates where key.definition != death {
                let name = String(key.definition.path.dropFirst("rate.".count))
                json.member(name, values(key))
            }
            let load = values(Parameters.mortalityLoad)
            let cohorts = policy.scenario.cohorts
            json.key("death")
            json.array { json in
                if cohorts.isEmpty {
                    json.numbers(zip(values(Parameters.death), load).map { $0 * $1 })
                }
                for cohort in cohorts { json.numbers(load.map { cohort.deathRate * $0 }) }
            }
        }
    }

    /// What the contribution is computed from.
    private func registration(_ json: inout JSONWriter) {
        json.member("route", values(Parameters.route).map(\.rawValue))
        json.member("base_rp_per_month", values(Parameters.base).map { $0.rounded() })
        json.member("risk_class", values(Parameters.riskClass))
        json.member("group", values(Parameters.group).map(\.rawValue))
        json.key("programmes")
        json.array(inline: true) { json in
            for programmes in values(Parameters.programmes) {
                json.value(programmes.map(\.rawValue).joined(separator: " "))
            }
        }
    }

    /// Whole rupiah per person-month, by payer and programme.
    private func contributions(_ json: inout JSONWriter) {
        let payers = policy.payers
        let lists = values(Parameters.programmes)
        let programmes = Programme.allCases.filter { one in lists.contains { $0.contains(one) } }
        json.key("contributions_rp")
        json.object { json in
            for payer in payers {
                let prices = configuration.months.indices.map { month in
                    tariffs.contributions(
                        segment: segment, region: region, month: month, payer: payer)
                }
                json.key(payer.rawValue)
                json.object { json in
                    for programme in programmes {
                        let amounts = prices.indices.map { month in
                            lists[month].firstIndex(of: programme).map { prices[month][$0] }
                        }
                        json.member(
                            programme.rawValue, amounts.map { $0?.expected.amount ?? 0 })
                    }
                }
            }
        }
    }
}

extension Quota {
    /// Persons, or the share.
    fileprivate var number: Double {
        switch self {
        case .heads(let persons): persons
        case .shareOfEligible(let share): share
        }
    }

    /// What the number counts.
    fileprivate var unit: Unit {
        switch self {
        case .heads: .person
        case .shareOfEligible: .share
        }
    }
}

extension JSONWriter {
    /// A list of numbers on one line.
    fileprivate mutating func numbers(_ numbers: [Double]) {
        array(inline: true) { for number in numbers { $0.value(number) } }
    }

    /// A member with a list of yes and no on one line.
    fileprivate mutating func flags(_ name: String, _ flags: [Bool]) {
        key(name)
        array(inline: true) { for flag in flags { $0.value(flag) } }
    }
}
