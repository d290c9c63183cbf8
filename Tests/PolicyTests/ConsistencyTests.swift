import Quantities
import Testing

@testable import Policy

/// Faults between parameters that are each in range, and of values that shifts leave behind.
struct ConsistencyTests {
    private let petani = SegmentID("petani")

    private func set(
        _ path: String, _ value: SettingValue, _ member: String? = nil, _ region: String? = nil,
        line: Int = 5
    ) -> Setting {
        PolicyFixture.setting(PolicyFixture.address(path, member, region), value, line: line)
    }

    @Test("ends: a value until a month with nothing below it")
    func ends() {
        let address = PolicyFixture.address("base")
        let ending = PolicyFixture.setting(
            address, .number(1e6), until: Month(2027, 6), line: 4)
        let rest = [set("workers", .number(1)), set("route", .word("bpu"))]
        let faults = PolicyFixture.faults([ending] + rest, needed: nil)
        #expect(faults.count == 6)
        #expect(
            faults.first
                == .ends(
                    address: PolicyFixture.address("base", "petani", "35.05"),
                    after: Month(2027, 6), PolicyFixture.place(4)))
        #expect(PolicyFixture.faults([ending]).isEmpty)
        let throughout = PolicyFixture.setting(address, .number(1e6), until: Month(2028, 12))
        #expect(PolicyFixture.faults([throughout] + rest, needed: nil).isEmpty)
    }

    @Test("a higher layer may go on where a value ends")
    func continued() throws {
        let ending = PolicyFixture.setting(
            PolicyFixture.address("base"), .number(1e6), until: Month(2026, 12), line: 4)
        let going = PolicyFixture.setting(
            PolicyFixture.address("base"), .number(2e6), from: Month(2027, 1), line: 6)
        let rest = [set("workers", .number(1)), set("route", .word("bpu"))]
        let layers = [Layer(name: "packet", settings: [ending] + rest)]
        let policy = try PolicyFixture.scenario(layers + [Layer(name: "plan", settings: [going])])
            .resolved()
        let base = policy.timeline(Parameters.base, petani, PolicyFixture.malang)
        #expect(base[Month(2026, 12)] == 1e6 && base[Month(2027, 1)] == 2e6)
    }

    @Test("a quota is judged again where its purses, programmes or policy change")
    func laterChanges() {
        let quota = set("quota", .heads(3), "petani")
        let programmes = PolicyFixture.setting(
            PolicyFixture.address("programmes", "petani"), .words(["jht"]), from: Month(2027, 3))
        let cut = set("budget.policy", .word("cap-heads"))
        #expect(
            PolicyFixture.faults([quota, programmes, cut]) == [
                .noPurseForProgramme(segment: petani, programme: .jht, PolicyFixture.place(5))
            ])
    }

    @Test("notWhole: months that a shift leaves between whole numbers")
    func notWhole() {
        let third = PolicyFixture.setting(
            PolicyFixture.address("funding.months", "petani", "35.74"), .number(0.3),
            from: Month(2027, 1), verb: .scale, line: 6)
        #expect(
            PolicyFixture.faults([third]) == [
                .notWhole(
                    address: PolicyFixture.address("funding.months", "petani", "35.74"),
                    month: Month(2027, 1), value: 12 * 0.3, PolicyFixture.place(6))
            ])
        let quarter = PolicyFixture.setting(
            PolicyFixture.address("funding.months"), .number(0.75), verb: .scale)
        #expect(PolicyFixture.faults([quarter]).isEmpty)
    }

    @Test("noPurseForProgramme: a quota to be cut, with a programme that nobody may pay")
    func noPurseForProgramme() {
        let quota = set("quota", .heads(3), "petani")
        let programmes = set("programmes", .words(["jkk", "jkm", "jht"]), "petani")
        let cut = set("budget.policy", .word("cap-heads"))
        #expect(
            PolicyFixture.faults([quota, programmes, cut]) == [
                .noPurseForProgramme(segment: petani, programme: .jht, PolicyFixture.place(5))
            ])
        // Without a cut the gap shows it.
        #expect(PolicyFixture.faults([quota, programmes]).isEmpty)
    }

    @Test("pursesPayPart: a quota to be cut to purses that may only pay a part")
    func pursesPayPart() {
        let quota = set("quota", .heads(3), "petani")
        let shares = [
            set("purse.share", .number(0.3), "apbd"), set("purse.share", .number(0.25), "cht"),
        ]
        let cut = set("budget.policy", .word("cap-months"))
        #expect(
            PolicyFixture.faults([quota, cut] + shares) == [
                .pursesPayPart(
                    segment: petani, region: PolicyFixture.blitar, share: 0.55,
                    PolicyFixture.place(5))
            ])
        #expect(PolicyFixture.faults([quota] + shares).isEmpty)
        #expect(PolicyFixture.faults([quota, cut, shares[0]]).isEmpty)
    }

    @Test("noProgramme: a quota without any programme")
    func noProgramme() {
        let none = set("programmes", .words([]), "petani")
        #expect(
            PolicyFixture.faults([set("quota", .heads(3)), none])
                == [.noProgramme(segment: petani, PolicyFixture.place(5))])
        #expect(PolicyFixture.faults([none]).isEmpty)
    }

    @Test("an entry wins by the address it is written with, not by the rows of its table")
    func writtenAddress() throws {
        let row = Setting(
            address: PolicyFixture.address("quota", "petani", "35.74"),
            entry: PolicyFixture.address("quota"), points: [.init(from: nil, value: .heads(70))],
            provenance: PolicyFixture.place(3))
        let literal = set("quota", .heads(9), "petani")
        let policy = try PolicyFixture.resolved(literal, row)
        let quota = policy.timeline(Parameters.quota, petani, PolicyFixture.malang)
        #expect(quota[Month(2026, 1)] == .heads(9))
    }
}
