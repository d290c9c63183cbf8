import Quantities
import Testing

@testable import Policy

/// Segments, purses and the values that speak of them.
struct SegmentTests {
    @Test("a purse pays the programmes and segments of its rules")
    func mayPay() {
        let (ojek, petani) = (SegmentID("ojek"), SegmentID("petani"))
        let wide = PolicyFixture.purse("apbd", programmes: [.jkk])
        #expect(wide.mayPay(.jkk, for: ojek) && !wide.mayPay(.jkm, for: ojek))
        let narrow = PolicyFixture.purse("dd", segments: [ojek])
        #expect(narrow.mayPay(.jkm, for: ojek) && !narrow.mayPay(.jkm, for: petani))
    }

    @Test("the budget line in force is the newest for the programme, else the newest for all")
    func budgetLine() {
        func line(_ year: Int, _ programme: Programme?, _ office: String)
            -> Purse.BudgetLine
        {
            .init(
                from: Month(year, 1), programme: programme, account: nil, office: office,
                provenance: PolicyFixture.place(1))
        }
        let purse = Purse(
            id: PurseID("apbd"), name: PolicyFixture.name, payer: .apbd, segments: nil,
            programmes: [.jkk], budgetLines: [line(2025, nil, "a"), line(2026, .jkk, "b")],
            provenance: PolicyFixture.place(1))
        #expect(purse.budgetLine(for: .jkk, at: Month(2024, 12)) == nil)
        #expect(purse.budgetLine(for: .jkk, at: Month(2025, 6))?.office == "a")
        #expect(purse.budgetLine(for: .jkk, at: Month(2026, 1))?.office == "b")
        #expect(purse.budgetLine(for: .jkm, at: Month(2026, 1))?.office == "a")
    }

    @Test("purses of a segment: all by rank, or those chosen in their order")
    func purses() throws {
        let chosen = PolicyFixture.setting(
            PolicyFixture.address("funding.purses", "ojek"), .words(["cht", "apbd"]),
            from: Month(2027, 1))
        let policy = try PolicyFixture.resolved(chosen)
        func names(_ segment: String, _ month: Month) -> [String] {
            policy.purses(for: SegmentID(segment), PolicyFixture.malang, at: month).map(\.id.name)
        }
        #expect(names("ojek", Month(2026, 12)) == ["apbd", "cht"])
        #expect(names("ojek", Month(2027, 1)) == ["cht", "apbd"])
        #expect(names("petani", Month(2027, 1)) == ["apbd", "cht"])
    }

    @Test("a setting's number can be changed without its kind")
    func settingValue() {
        let values: [SettingValue] = [
            .number(2), .heads(2), .share(2), .perMonth(2), .perYear(2),
        ]
        for value in values {
            #expect(value.number == 2 && value.mapNumber { $0 * 3 }.number == 6)
            #expect(value.mapNumber { $0 } == value)
        }
        #expect(SettingValue.flag(true).mapNumber { $0 * 3 } == .flag(true))
        #expect(SettingValue.word("pu").number == nil)
    }

    @Test("programmes are in catalogue order; only BPU has waiting months")
    func programmes() {
        #expect([Programme.jkp, .jkm, .jp, .jkk, .jht].sorted() == [.jkk, .jkm, .jht, .jp, .jkp])
        #expect(RegistrationRoute.allCases.filter(\.hasWaitingMonths) == [.bpu])
    }

    @Test("a cohort is as wide as its ages")
    func cohortWidth() {
        let cohort = Cohort(
            ageFrom: 18, ageUntil: 24, sex: "male", stockShare: 1, entrantShare: 1, deathRate: 0,
            provenance: PolicyFixture.place(1))
        #expect(cohort.width == 7)
    }
}
