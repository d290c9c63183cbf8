import Quantities
import Testing

@testable import Policy

/// Scenarios with one fault each.
struct PolicyFaultTests {
    private let petani = SegmentID("petani")
    private let malang = PolicyFixture.malang

    private func set(
        _ path: String, _ value: SettingValue, _ member: String? = nil, _ region: String? = nil,
        from: Month? = nil, line: Int = 5
    ) -> Setting {
        PolicyFixture.setting(
            PolicyFixture.address(path, member, region), value, from: from, line: line)
    }

    @Test("missing: a parameter without standard value that no layer sets, in each cell")
    func missing() {
        let faults = PolicyFixture.faults(
            [set("workers", .number(1)), set("route", .word("pu"))], needed: nil)
        #expect(faults.count == 6)
        let address = PolicyFixture.address("base", "petani", "35.05")
        #expect(faults.first == .missing(address: address))
    }

    @Test("gap: the first value begins after the horizon")
    func gap() {
        let faults = PolicyFixture.faults(
            [
                set("workers", .number(1)), set("base", .number(1)),
                set("route", .word("bpu")),
                set("route", .word("pu"), "ojek", "35.74", from: Month(2026, 4)),
            ], needed: nil)
        #expect(faults.isEmpty)
        let late = PolicyFixture.faults(
            [
                set("workers", .number(1), from: Month(2026, 3)), set("base", .number(1)),
                set("route", .word("bpu")),
            ], needed: nil)
        #expect(late.count == 6)
        #expect(
            late.last
                == .gap(
                    address: PolicyFixture.address("workers", "ojek", "62.71"),
                    firstValue: Month(2026, 3), horizonStart: Month(2026, 1),
                    PolicyFixture.place(5)))
    }

    @Test("outOfRange: a value, or what a shift makes of it, outside the accepted range")
    func outOfRange() {
        let direct = PolicyFixture.faults([set("rate.lapse", .number(-0.1), "petani", "35.74")])
        let lapse = PolicyFixture.address("rate.lapse", "petani", "35.74")
        #expect(
            direct == [
                .outOfRange(
                    address: lapse, month: Month(2026, 1), value: -0.1, range: 0...100,
                    PolicyFixture.place(5))
            ])
        let shift = PolicyFixture.setting(
            PolicyFixture.address("retention", "ojek", "35.05"), .number(0.7),
            from: Month(2027, 1), verb: .add, line: 6)
        let shifted = PolicyFixture.faults([set("retention", .number(0.5)), shift])
        #expect(
            shifted == [
                .outOfRange(
                    address: PolicyFixture.address("retention", "ojek", "35.05"),
                    month: Month(2027, 1), value: 1.2, range: 0...1, PolicyFixture.place(6))
            ])
        #expect(PolicyFixture.faults([set("quota", .share(1.2))]).count == 6)
        #expect(PolicyFixture.faults([set("quota", .heads(1.2))]).isEmpty)
    }

    @Test("sharesExceedOne: opening shares of a cell")
    func openingShares() {
        let faults = PolicyFixture.faults([
            set("opening.funded", .number(0.6)),
            set("opening.self", .number(0.5), "petani", "35.74", line: 8),
        ])
        #expect(
            faults == [
                .sharesExceedOne(
                    segment: petani, region: malang, total: 1.1, PolicyFixture.place(8))
            ])
    }

    @Test("sharesExceedOne looks at the start of the horizon, not before it")
    func openingSharesBefore() {
        let faults = PolicyFixture.faults([
            set("opening.funded", .number(0.9), from: Month(2020, 1)),
            set("opening.funded", .number(0.2)), set("opening.self", .number(0.3)),
        ])
        #expect(faults.isEmpty)
    }

    @Test("purseMayNotPay: a purse named for a segment that its rules exclude")
    func purseMayNotPay() {
        let purses = [
            PolicyFixture.purse("apbd"), PolicyFixture.purse("dd", segments: [SegmentID("ojek")]),
        ]
        let named = set("funding.purses", .words(["apbd", "dd"]))
        let faults = PolicyFixture.faults([named], purses: purses)
        #expect(
            faults == [
                .purseMayNotPay(
                    purse: PurseID("dd"), segment: petani, PolicyFixture.place(5))
            ])
    }

    @Test("noPurse: a quota that none of the purses may pay")
    func noPurse() {
        let purses = [PolicyFixture.purse("dd", segments: [SegmentID("ojek")])]
        let quota = set("quota", .heads(3), "petani", "62.71", from: Month(2027, 5))
        let faults = PolicyFixture.faults([quota], purses: purses)
        #expect(faults == [.noPurse(segment: petani, PolicyFixture.place(5))])
        #expect(PolicyFixture.faults([set("quota", .heads(0))], purses: purses).isEmpty)
        #expect(PolicyFixture.faults([set("quota", .share(0.1))], purses: []).count == 2)
    }

    @Test("fundingPastDecember: months that do not fit behind their start")
    func pastDecember() {
        let faults = PolicyFixture.faults([
            set("funding.months", .number(9)),
            set("funding.start", .number(6), "petani", "35.74", line: 7),
        ])
        #expect(faults.count == 1)
        guard case .fundingPastDecember(petani, malang, 6, 9, _)? = faults.first else {
            Issue.record("found \(faults)")
            return
        }
        #expect(PolicyFixture.faults([set("funding.start", .number(2))]).count == 6)
        #expect(
            PolicyFixture.faults([
                set("funding.start", .number(6)), set("funding.months", .number(7)),
            ]).isEmpty)
    }

    @Test("fundingPastDecember: a start that moves later, and no window that has passed")
    func pastDecemberLater() {
        let moved = PolicyFixture.faults([
            set("funding.months", .number(9)),
            set("funding.start", .number(6), "petani", "35.74", from: Month(2028, 1), line: 7),
        ])
        let expected = PolicyFault.fundingPastDecember(
            segment: petani, region: malang, start: 6, months: 9, PolicyFixture.place(7))
        #expect(moved == [expected])
        let past = PolicyFixture.faults([
            set("funding.months", .number(12), from: Month(2020, 1)),
            set("funding.months", .number(4), from: Month(2026, 1)),
            set("funding.start", .number(9)),
        ])
        #expect(past.isEmpty)
    }

    @Test("every fault is reported, not the first alone")
    func allFaults() {
        let faults = PolicyFixture.faults([
            set("rate.lapse", .number(-1), "petani", "35.74"),
            set("retention", .number(2), "ojek", "35.05"),
            set("eligible_share", .number(3), "ojek", "35.05"),
        ])
        #expect(faults.count == 3)
    }
}
