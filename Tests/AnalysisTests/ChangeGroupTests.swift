import Policy
import Testing

@testable import Analysis

@Suite struct ChangeGroupTests {
    private func changes(_ keys: [(String, String?)]) -> [PolicyChange] {
        keys.map { path, member in
            let parameter = Parameters.definition(path).map(Address.Subject.parameter)
            return PolicyChange(parameter ?? .law(String(path.dropFirst(4))), member: member)
        }
    }

    @Test("Few changes stand alone")
    func alone() {
        let groups = ChangeGroup.groups(
            of: changes([("quota", "petani"), ("rate.lapse", nil), ("law.bpu.jkm.amount", nil)]))
        #expect(groups.map(\.name) == ["quota.petani", "rate.lapse", "law.bpu.jkm.amount"])
    }

    @Test("More than ten are grouped by key, then by the first word, then by role")
    func grouped() {
        let segments = (1...8).map { "s\($0)" }
        let quotas = segments.map { ("quota", Optional($0)) }
        let lapses = segments.map { ("rate.lapse", Optional($0)) }
        let byKey = ChangeGroup.groups(of: changes(quotas + lapses))
        #expect(byKey.map(\.name) == ["quota", "rate.lapse"])
        #expect(byKey.map(\.changes.count) == [8, 8])

        let rates = ["lapse", "return", "death"].map { ("rate." + $0, Optional("s1")) }
        let byWord = ChangeGroup.groups(of: changes(quotas + rates), limit: 3)
        #expect(byWord.map(\.name) == ["quota", "rate"])

        let byRole = ChangeGroup.groups(
            of: changes([("quota", "a"), ("rate.lapse", "a"), ("law.x", nil)]), limit: 2)
        #expect(byRole.map(\.name) == ["lever", "assumption", "law"])
    }
}
