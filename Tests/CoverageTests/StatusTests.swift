import Testing

@testable import Coverage

struct StatusTests {
    @Test("the ten statuses in the order of the model")
    func symbols() {
        let symbols = Status.allCases.map(\.symbol)
        #expect(symbols == ["U", "F1", "F2", "F", "S1", "S2", "S", "E", "L", "LV"])
        #expect(Status.allCases.map(\.rawValue) == Array(0..<10))
    }

    @Test("protected and enrollable share everyone")
    func groups() {
        let all = Status.protected + Status.enrollable
        #expect(Set(all) == Set(Status.allCases) && all.count == 10)
        #expect(Set(Status.waiting).isSubset(of: Set(Status.protected)))
        #expect(Status.publiclyFunded.map(\.symbol) == ["F1", "F2", "F"])
        #expect(Status.selfPaid.map(\.symbol) == ["S1", "S2", "S"])
    }

    @Test("causes of leaving have words")
    func causes() {
        let words = ExitCause.allCases.map(\.symbol)
        #expect(words == ["death", "age_limit", "out_of_labour_force", "moved_away"])
    }
}
