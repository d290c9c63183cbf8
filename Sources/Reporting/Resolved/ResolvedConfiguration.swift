import Analysis
import Costing
import Coverage
import Formats
import LinearAlgebra
import Policy
import Quantities
import Welfare

/// Every number that a scenario's result depends on, region by region, segment by segment and
/// month by month: enough to compute the result again without this program.
///
/// Written cell by cell, so that the document is never held as a whole.
///
/// One JSON object: `read_me` (how to compute), `months`, `statuses`, `regions`, `segments` (in
/// order of priority), `purses` (in order of rank), `cohorts`, `transitions`, `budget`,
/// `purse_limits`, and `cells`, one for each segment and region. East Java has 532 cells in 16 MB.
package struct ResolvedConfiguration {
    package static let mark = "{\n  \"read_me\": ["

    let policy: ResolvedPolicy
    let catalogue: Catalogue
    let pricing: LawPricing
    let months: [Month]

    package init(_ result: ScenarioResult, catalogue: Catalogue) {
        policy = result.policy
        pricing = result.pricing
        self.catalogue = catalogue
        months = Array(result.policy.horizon)
    }

    /// Writes the document.
    ///
    /// - Parameter output: takes the bytes piece by piece.
    /// - Throws: what `output` throws, and faults of pricing, which a result cannot have.
    package func write(to output: ([UInt8]) throws -> Void) throws {
        let tariffs = try TariffBook(policy, pricing: pricing.pricing)
        var json = JSONWriter(reserving: 1 << 20)
        try json.object { json in
            json.key("read_me")
            json.array { for line in ResolvedReadMe.lines { $0.value(line) } }
            frame(&json)
            json.key("purse_limits")
            json.array { json in
                for purse in policy.purses {
                    for region in policy.regions { limits(purse, region, &json) }
                }
            }
            json.key("cells")
            try json.array { json in
                for segment in policy.segments.indices {
                    let model = try SegmentModel(policy, policy.segments[segment].id)
                    let opening = model.opening
                    for region in policy.regions.indices {
                        let cell = ResolvedCell(
                            configuration: self, tariffs: tariffs, model: model,
                            stock: opening, segment: segment, region: region)
                        cell.write(to: &json)
                        try output(json.drain())
                    }
                }
            }
        }
        json.finish()
        try output(json.drain())
    }

    private func frame(_ json: inout JSONWriter) {
        json.member("program", "lindung " + ProgramVersion.current)
        json.member("scenario", policy.scenario.name)
        json.member("months", months.map(\.description))
        json.member("statuses", Status.allCases.map(\.symbol))
        json.member("exit_causes", ExitCause.allCases.map(\.symbol))
        json.list("regions", policy.regions) { json, region in
            json.member("code", region.code)
            json.member("name", catalogue.regions.name(of: region))
        }
        json.list("segments", policy.segments) { json, segment in
            json.member("id", segment.id.name)
            json.member("name", segment.name.indonesian)
        }
        json.list("purses", policy.purses) { json, purse in
            json.member("id", purse.id.name)
            json.member("payer", purse.payer.rawValue)
            let all = policy.segments.map(\.id)
            let allowed = all.filter { purse.segments?.contains($0) ?? true }
            json.member("matches", purse.matches?.name ?? "")
            json.member("segments", allowed.map(\.name))
            json.member("programmes", purse.programmes.sorted().map(\.rawValue))
        }
        benefits(&json)
        cohorts(&json)
        transitions(&json)
        json.list("budget", policy.regions) { json, region in
            json.member("region", region.code)
            json.member("revision_month", values(policy.timeline(Parameters.revisionMonth, region)))
            json.member(
                "employed_persons", values(policy.timeline(Parameters.employed, region)))
            json.key("welfare")
            json.object { json in
                for key in Parameters.ofFamilies {
                    json.member(key.definition.path, values(policy.timeline(key, region)))
                }
            }
        }
    }

    private func benefits(_ json: inout JSONWriter) {
        let schedules = months.map { BenefitSchedule(pricing.law, at: $0) }
        json.key("benefits")
        json.object { json in
            json.member("death_cash_rp", schedules.map(\.deathCash))
            json.member("waiting_cash_rp", schedules.map(\.waitingCash))
            json.member("work_death_wages", schedules.map(\.workDeathWages))
            json.member("work_death_cash_rp", schedules.map(\.workDeathCash))
            json.member("child_scholarship_rp", schedules.map(\.childScholarship))
        }
    }

    /// Age bands by sex with their shares and death rates, before the load factor.
    private func cohorts(_ json: inout JSONWriter) {
        json.list("cohorts", policy.scenario.cohorts) { json, cohort in
            json.member("age_from", cohort.ageFrom)
            json.member("age_until", cohort.ageUntil)
            json.member("sex", cohort.sex)
            json.member("stock_share", cohort.stockShare)
            json.member("entrant_share", cohort.entrantShare)
            json.member("death_rate_per_year", cohort.deathRate)
        }
    }

    /// Monthly probabilities given in place of intensities; usually none.
    private func transitions(_ json: inout JSONWriter) {
        json.list("transitions", policy.scenario.transitions) { json, entry in
            json.member("segment", entry.segment?.name ?? "all")
            json.member("region", entry.region?.code ?? "all")
            json.member("from", entry.from)
            json.member("to", entry.to)
            json.member("probability", entry.probability)
        }
    }

    private func limits(
        _ purse: Purse, _ region: RegionCode, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.member("purse", purse.id.name)
            json.member("region", region.code)
            func path(_ name: String, _ key: ParameterKey<Double>) {
                json.member(name, values(policy.timeline(key, purse.id, region)))
            }
            json.member(
                "ceiling_rp",
                months.map { policy.ceilingParts(purse.id, region, at: $0).ceiling })
            path("ceiling_fixed_rp", Parameters.ceiling)
            path("revenue_rp", Parameters.purseRevenue)
            path("revenue_share", Parameters.revenueShare)
            path("share", Parameters.purseShare)
            path("match", Parameters.purseMatch)
        }
    }

    func values<Value>(_ timeline: Timeline<Value>) -> [Value] { months.map { timeline[$0] } }
}

/// One segment in one region, as ``ResolvedConfiguration`` writes it.
///
/// Members of its object, each a list over months unless said: `opening_persons` (by status, over
/// cohorts), `entrant_shares` (over cohorts, where provinces have their own), `quota` and
/// `quota_unit`, `funded`, `refill`, `purse_order`, `gap_payer`, `budget_policy`,
/// `entrants_persons`, `eligible_share`, `retention`, `waiting_restarts`,
/// `rates_per_year` (deaths over cohorts first), `route`, `base_rp_per_month`, `risk_class`,
/// `group`, `programmes`, `contributions_rp` (by payer and programme), `protection` (by key).
struct ResolvedCell {
    let configuration: ResolvedConfiguration
    let tariffs: TariffBook
    let model: SegmentModel
    /// The model's people at the start.
    let stock: Matrix
    let segment: Int
    let region: Int

    private var policy: ResolvedPolicy { configuration.policy }
    private var segmentID: SegmentID { policy.segments[segment].id }
    private var regionCode: RegionCode { policy.regions[region] }

    private func values<Value>(_ key: ParameterKey<Value>) -> [Value] {
        configuration.values(policy.timeline(key, segmentID, regionCode))
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("segment", segmentID.name)
            json.member("region", regionCode.code)
            opening(&json)
            if !policy.scenario.provinceCohorts.isEmpty {
                let cohorts = policy.scenario.cohorts(of: regionCode)
                json.member("entrant_shares", cohorts.map(\.entrantShare))
            }
            decisions(&json)
            people(&json)
            rates(&json)
            registration(&json)
            contributions(&json)
            protection(&json)
        }
    }

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
                    stock[cohort * model.regionCount + region, status.rawValue]
                }
                json.member(status.symbol, persons)
            }
        }
    }

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

    private func rates(_ json: inout JSONWriter) {
        let death = Parameters.death.definition
        json.key("rates_per_year")
        json.object { json in
            for key in Parameters.rates where key.definition != death {
                let name = String(key.definition.path.dropFirst("rate.".count))
                json.member(name, values(key))
            }
            let load = values(Parameters.mortalityLoad)
            let cohorts = policy.scenario.cohorts(of: regionCode)
            json.key("death")
            json.array { json in
                if cohorts.isEmpty {
                    json.numbers(zip(values(Parameters.death), load).map { $0 * $1 })
                }
                for cohort in cohorts { json.numbers(load.map { cohort.deathRate * $0 }) }
            }
        }
    }

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
    fileprivate mutating func numbers(_ numbers: [Double]) {
        array(inline: true) { for number in numbers { $0.value(number) } }
    }

    /// A member with a list of yes and no on one line.
    fileprivate mutating func flags(_ name: String, _ flags: [Bool]) {
        key(name)
        array(inline: true) { for flag in flags { $0.value(flag) } }
    }
}
