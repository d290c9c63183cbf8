import Analysis
import Costing
import Coverage
import Formats
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
public struct ResolvedConfiguration {
    /// How these files begin.
    public static let mark = "{\n  \"read_me\": ["

    /// The resolved scenario.
    let policy: ResolvedPolicy
    /// What regions are called.
    let catalogue: Catalogue
    /// The law as the scenario leaves it.
    let pricing: LawPricing
    /// The months of the horizon.
    let months: [Month]

    /// The configuration behind a result.
    public init(_ result: ScenarioResult, catalogue: Catalogue) {
        policy = result.policy
        pricing = result.pricing
        self.catalogue = catalogue
        months = Array(result.policy.horizon)
    }

    /// Writes the document.
    ///
    /// - Parameter output: takes the bytes piece by piece.
    /// - Throws: what `output` throws, and faults of pricing, which a result cannot have.
    public func write(to output: ([UInt8]) throws -> Void) throws {
        let tariffs = try TariffBook(policy, pricing: pricing.pricing)
        var json = JSONWriter(reserving: 1 << 20)
        try json.object { json in
            json.key("read_me")
            json.array { for line in ResolvedReadMe.lines { $0.value(line) } }
            frame(&json)
            json.key("purse_limits")
            json.array { json in
                for purse in policy.fundingSources {
                    for region in policy.regions { limits(purse, region, &json) }
                }
            }
            json.key("cells")
            try json.array { json in
                for segment in policy.segments.indices {
                    let model = try SegmentModel(policy, policy.segments[segment].id)
                    for region in policy.regions.indices {
                        let cell = ResolvedCell(
                            configuration: self, tariffs: tariffs, model: model, segment: segment,
                            region: region)
                        cell.write(to: &json)
                        try output(json.drain())
                    }
                }
            }
        }
        json.finish()
        try output(json.drain())
    }

    /// What the cells have in common: time, statuses, regions, segments, purses, cohorts.
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
        json.list("purses", policy.fundingSources) { json, purse in
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

    /// The law of benefits, month by month.
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

    /// A purse's ceiling and share in a region, month by month, and what the ceiling is made of.
    private func limits(
        _ purse: FundingSource, _ region: RegionCode, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.member("purse", purse.id.name)
            json.member("region", region.code)
            /// A member with the value of one of the purse's keys in each month.
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

    /// A timeline's value in each month.
    func values<Value>(_ timeline: Timeline<Value>) -> [Value] { months.map { timeline[$0] } }
}
