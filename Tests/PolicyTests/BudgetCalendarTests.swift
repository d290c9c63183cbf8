import Quantities
import Testing

@testable import Policy

struct BudgetCalendarTests {
    private func set(_ path: String, _ value: Double, _ member: String? = nil, from: Month? = nil)
        -> Setting
    {
        PolicyFixture.setting(
            PolicyFixture.address(path, member), .number(value), from: from, line: 7)
    }

    @Test("a year plans in January, or where the horizon begins, and in its month of perubahan")
    func planMonths() throws {
        let policy = try PolicyFixture.scenario(
            [
                PolicyFixture.needed,
                Layer(
                    name: "plan",
                    settings: [
                        set("budget.revision_month", 9),
                        set("budget.revision_month", 8, from: Month(2027, 1)),
                    ]),
            ], horizon: Month(2026, 3)...Month(2027, 12)
        ).resolved()
        #expect(
            policy.planMonths(in: PolicyFixture.blitar, year: 2026)
                == [Month(2026, 3), Month(2026, 9)])
        #expect(
            policy.planMonths(in: PolicyFixture.blitar, year: 2027)
                == [Month(2027, 1), Month(2027, 8)])
    }

    @Test("a ceiling that changes in another month is told, once for each region")
    func unreadCeilings() throws {
        let late = try PolicyFixture.resolved(
            set("purse.ceiling", 5e6, "apbd"),
            set("purse.ceiling", 6e6, "apbd", from: Month(2027, 10)),
            set("purse.ceiling", 7e6, "apbd", from: Month(2027, 11)))
        let unread = late.unreadCeilings
        #expect(unread.map(\.month) == Array(repeating: Month(2027, 11), count: 3))
        #expect(unread.allSatisfy { $0.purse.name == "apbd" && $0.provenance.line == 7 })
    }
}
