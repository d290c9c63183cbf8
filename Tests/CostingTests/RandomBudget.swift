import Policy
import Quantities
import _TestSupport

/// A random budget of a few dozen heads: what a seed makes of purses, rules and rates.
struct RandomBudget {
    private var draws: SeededDraws
    private var fixture = BudgetFixture()

    static func make(seed: UInt64) -> BudgetFixture {
        var maker = RandomBudget(draws: SeededDraws(seed))
        return maker.make()
    }

    private init(draws: SeededDraws) { self.draws = draws }

    private mutating func make() -> BudgetFixture {
        let start = Month(2026, draws.chance(0.6) ? 1 : draws.whole(2...12))
        fixture.horizon = start...start.advanced(by: draws.whole(10...26))
        fixture.regions = Array(["35.05", "35.74", "62.01"].prefix(draws.whole(1...3)))
        fixture.segments = Array(["rt-rw", "petani", "ojek"].prefix(draws.whole(1...3)))
        fixture.purses = (0..<draws.whole(1...3)).map { purse($0) }
        // At least one purse must be allowed to pay each segment.
        fixture.purses[0].segments = nil
        fixture.set("base", .number(1_000_000))
        fixture.set("workers", .number(60))
        for region in fixture.regions {
            for segment in fixture.segments { set(segment, region) }
            for purse in fixture.purses.map(\.name) { setPurse(purse, region) }
            if draws.chance(0.4) {
                let month = Double(draws.whole(2...12))
                fixture.set("budget.revision_month", nil, region, .number(month))
            }
        }
        if draws.chance(0.4) { setMatching() }
        for purse in fixture.purses.map(\.name) where draws.chance(0.3) {
            fixture.set("purse.revenue", purse, .number(draws.real(0...2e7)))
            fixture.set("purse.revenue_share", purse, .number(draws.real(0...0.3)))
        }
        return fixture
    }

    /// The second purse adds to what the first pays, so that both may pay the whole bill together.
    private mutating func setMatching() {
        guard fixture.purses.count > 1 else { return }
        for position in 0...1 {
            let name = fixture.purses[position].name
            fixture.purses[position] = BudgetFixture.PlainPurse(name: name)
        }
        fixture.purses[1].matches = fixture.purses[0].name
        let share = draws.real(0.3...1)
        fixture.set("purse.share", fixture.purses[0].name, .number(share))
        fixture.set("purse.share", fixture.purses[1].name, .number(1))
        let match = (1 - share) / share
        fixture.set("purse.match", fixture.purses[1].name, .number(match + 1e-4))
    }

    private mutating func purse(_ position: Int) -> BudgetFixture.PlainPurse {
        var purse = BudgetFixture.PlainPurse(name: "purse-\(position)")
        if draws.chance(0.3) { purse.payer = .csr }
        if draws.chance(0.3) { purse.segments = ["petani", "rt-rw"] }
        if position > 0, draws.chance(0.3) { purse.programmes = [.jkm] }
        return purse
    }

    private mutating func set(_ segment: String, _ region: String) {
        let route = draws.chance(0.8) ? "bpu" : "pu"
        fixture.set("route", segment, region, .word(route))
        let policies = ["report", "cap-heads", "cap-months"]
        fixture.set("budget.policy", segment, region, .word(policies[draws.whole(0...2)]))
        let start = fixture.horizon.lowerBound
        for month in [0, draws.whole(1...9)] {
            let quota: SettingValue =
                draws.chance(0.7)
                ? .heads(Double(draws.whole(0...40))) : .share(draws.real(0...0.6))
            fixture.set("quota", segment, region, quota, from: start.advanced(by: month))
        }
        if draws.chance(0.3) {
            fixture.set("funding.months", segment, region, .number(Double(draws.whole(1...9))))
            fixture.set("funding.start", segment, region, .number(Double(draws.whole(1...4))))
        }
        for (rate, most) in [
            ("death", 0.05), ("moved_away", 0.2), ("graduation", 0.2), ("self_enrolment", 0.3),
            ("lapse", 3.0), ("employer_enrolment", 0.3), ("employer_loss", 1.0), ("return", 1.0),
        ] where draws.chance(0.5) {
            fixture.set("rate." + rate, segment, region, .number(draws.real(0...most)))
        }
        fixture.set("retention", segment, region, .number(draws.real(0...0.5)))
        fixture.set("entrants", segment, region, .perMonth(draws.real(0...2)))
        fixture.set("refill", segment, region, .flag(draws.chance(0.7)))
    }

    private mutating func setPurse(_ purse: String, _ region: String) {
        let start = fixture.horizon.lowerBound
        for month in [0, draws.whole(1...14), draws.whole(15...20)] {
            let ceiling = SettingValue.number(draws.real(0...9e6))
            fixture.set("purse.ceiling", purse, region, ceiling, from: start.advanced(by: month))
        }
        // The first purse may always pay the whole bill, so that cutting can make it fit.
        if purse != fixture.purses[0].name, draws.chance(0.3) {
            fixture.set("purse.share", purse, region, .number(draws.real(0.2...1)))
        }
    }
}
