import Policy
import Quantities
import Testing

@testable import Analysis

/// Inputs that have to be accepted by name.
@Suite struct DoubtfulInputTests {
    private static func place(
        _ mark: EvidenceMark?, borrowed: String? = nil, date: SourceDate? = nil
    ) -> Provenance {
        Provenance(
            file: "data.csv", line: 2, column: 1, layer: "data", mark: mark,
            borrowedFrom: borrowed.flatMap { RegionCode($0) }, date: date)
    }

    private static func input(
        _ path: String, _ value: SettingValue, _ place: Provenance
    ) throws -> DoubtfulInput? {
        let definition = try #require(Parameters.definition(path))
        let setting = Setting(
            address: Address(subject: .parameter(definition)),
            points: [.init(from: nil, value: value)], provenance: place)
        return try AnalysisFixture().with("ragu", [setting]).scenario.resolved().doubtfulInputs
            .first { $0.key == path }
    }

    @Test("Assumed, borrowed and stale are told apart; what is vouched for does not wait")
    func reasons() throws {
        let quota = SettingValue.heads(9)
        #expect(try Self.input("quota", quota, Self.place(.primary)) == nil)
        // A decision is nobody's assumption.
        #expect(try Self.input("quota", quota, Self.place(nil)) == nil)
        #expect(
            try Self.input("retention", .number(0.1), Self.place(nil))?.reasons == [.assumed])
        for mark in [EvidenceMark.assumed, .memory, .conflict, .gap] {
            #expect(try Self.input("quota", quota, Self.place(mark))?.reasons == [.assumed])
        }
        #expect(
            try Self.input("quota", quota, Self.place(.secondary, borrowed: "35"))?.reasons
                == [.borrowed])
        let all = try Self.input(
            "quota", quota, Self.place(.assumed, borrowed: "35", date: SourceDate("2019")))
        #expect(all?.reasons == [.assumed, .borrowed, .stale])
    }

    @Test(
        "A source is stale two years before the first year, unless its author vouches for longer",
        arguments: [
            ("2025", nil, false), ("2023", nil, false), ("2023-01", nil, false),
            ("2022", nil, true), ("2022-12", nil, true), ("2015", "2025", false),
            ("2015", "2025-06", false), ("2015", "2024", true), ("2024", "2024", true),
        ] as [(String, String?, Bool)])
    func stale(_ date: String, _ until: String?, _ isStale: Bool) throws {
        let date = try #require(SourceDate(date, until: until))
        let found = try Self.input("quota", .heads(9), Self.place(.primary, date: date))
        #expect((found != nil) == isStale)
        #expect(found?.reasons ?? [.stale] == [.stale])
    }

    @Test("A remark is no date")
    func remarks() {
        for text in ["", "2023/2024", "akhir 2023", "20231", "2023-13"] {
            #expect(SourceDate(text) == nil, "\(text)")
        }
        #expect(SourceDate("2023", until: "nanti") == nil)
    }

    @Test("An acceptance holds while value, mark, origin and date stay as they are")
    func identity() throws {
        let place = Self.place(.assumed, borrowed: "35", date: SourceDate("2024"))
        let first = try #require(try Self.input("quota", .heads(9), place))
        #expect(try Self.input("quota", .heads(9), place)?.identity == first.identity)
        let others = [
            try Self.input("quota", .heads(10), place),
            try Self.input("quota", .share(0.9), place),
            try Self.input("quota", .heads(9), Self.place(.memory, borrowed: "35")),
            try Self.input("quota", .heads(9), Self.place(.assumed, borrowed: "61")),
        ]
        for other in others { #expect(try #require(other).identity != first.identity) }
        func standing(_ digest: String) -> InputStanding {
            InputStanding(
                name: "dasar", file: "dasar.yaml", inputs: [(first, "kini")],
                acceptances: [
                    Acceptance(
                        input: "quota", value: "9", digest: digest, mark: "A",
                        name: "Kepala Bidang",
                        date: "2025-11-28", reason: "")
                ])
        }
        #expect(standing("kini").waiting.isEmpty)
        #expect(standing("dulu").waiting.count == 1)
        #expect(standing("dulu").entries[0].lapsed?.name == "Kepala Bidang")
        #expect([standing("dulu"), standing("dulu")].waitingCount == 1)
    }
}
