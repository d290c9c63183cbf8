import Policy
import Quantities
import Testing

@testable import Analysis

/// Expectations against sums that are made by hand.
///
/// In the fixture each region pays for 150 farmers and 150 drivers, who are always found: a
/// person-month costs 1 % of Rp 1,000,000 and Rp 6,800, so the bill of a year is
/// 2 x 300 x 12 x 16,800 = Rp 120,960,000, and purses of two regions hold 2 x 2 x 25 million.
@Suite struct ExpectationFindingTests {
    /// Testing has a type of the same name.
    typealias Expectation = Policy.Expectation

    private static let bill = 120_960_000.0
    private static let ceilings = 100_000_000.0
    private static let place = AnalysisFixture.place

    private static func expectation(
        _ quantity: String, _ claim: Expectation.Claim, under condition: Setting? = nil,
        year: Int? = 2025, segment: SegmentID? = nil
    ) -> Expectation {
        Expectation(
            statement: "\(quantity) \(claim)", reason: Phrase(id: "uji", en: "test"),
            condition: condition,
            figure: .init(quantity: quantity, segment: segment, year: year), claim: claim,
            place: place)
    }

    private static func findings(
        _ expectations: [Expectation], _ fixture: AnalysisFixture = AnalysisFixture()
    ) async throws -> [ExpectationFinding] {
        let plain = fixture.scenario
        let scenario = Scenario(
            name: plain.name, title: plain.title, file: plain.file, regions: plain.regions,
            horizon: plain.horizon, segments: plain.segments, purses: plain.purses,
            knownPurses: [], cohorts: [], transitions: [], layers: plain.layers,
            correlations: [], tried: [], expectations: expectations)
        let law = try AnalysisFixture.law()
        return try await ScenarioResult(try scenario.resolved(), law: law)
            .expectationFindings(law: law)
    }

    private static func finding(_ expectation: Expectation) async throws -> ExpectationFinding {
        try #require(try await findings([expectation]).first)
    }

    private static func scaled(
        _ path: String, _ factor: Double, member: String? = nil, from: Month? = nil
    ) -> Setting {
        let setting = AnalysisFixture.set(path, .number(factor), member: member, from: from)
        return Setting(
            address: setting.address, verb: .scale, points: setting.points,
            provenance: setting.provenance)
    }

    /// Ranges, and how far the bill of 2025 lies outside of them.
    static let ranges: [(range: ClosedRange<Double>, distance: Double)] = [
        (-Double.infinity...bill, 0), (bill...Double.infinity, 0), (bill...bill, 0),
        (-Double.infinity...bill - 1, 1), (bill + 2...Double.infinity, 2),
        (1e8...1.2e8, 960_000), (1.3e8...1.4e8, 9_040_000),
    ]

    @Test("Bounds hold at their very end, and fail by what is beyond it", arguments: ranges)
    func bounds(_ range: ClosedRange<Double>, _ distance: Double) async throws {
        let found = try await Self.finding(Self.expectation("public_bill_rp", .within(range)))
        #expect(found.value == Self.bill)
        #expect(found.distance == distance)
        #expect(found.verdict == (distance == 0 ? .holds : .fails))
    }

    @Test("A year, a segment and the whole horizon")
    func figures() async throws {
        let any: Expectation.Claim = .within(-Double.infinity...Double.infinity)
        let found = try await Self.findings([
            Self.expectation("public_bill_rp", any, year: nil),
            Self.expectation("public_bill_rp", any, segment: AnalysisFixture.farmers),
            Self.expectation("gap_rp", any),
        ])
        #expect(found.map(\.value) == [2 * Self.bill, Self.bill / 2, Self.bill - Self.ceilings])
    }

    /// Halving the ceilings of one purse, Rp 25 million, widens the gap by as much.
    @Test(
        "Movements under a condition",
        arguments: [
            (Expectation.Movement.rises, true), (.doesNotFall, true), (.falls, false),
            (.stays, false), (.doesNotRise, false),
        ])
    func movements(_ movement: Expectation.Movement, _ holds: Bool) async throws {
        let half = Self.scaled("purse.ceiling", 0.5, member: "csr")
        let found = try await Self.finding(
            Self.expectation("gap_rp", .moves(movement), under: half))
        #expect(found.before == Self.bill - Self.ceilings)
        #expect(found.value == Self.bill - 0.75 * Self.ceilings)
        #expect(found.verdict == (holds ? .holds : .fails))
        #expect(found.distance == (holds ? 0 : 0.25 * Self.ceilings))
    }

    @Test("A condition holds from its month on")
    func month() async throws {
        let half = Self.scaled("purse.ceiling", 0.5, from: Month(2026, 1))
        let found = try await Self.findings([
            Self.expectation("gap_rp", .moves(.stays), under: half, year: 2025),
            Self.expectation("gap_rp", .moves(.rises), under: half, year: 2026),
        ])
        #expect(found.map(\.verdict) == [.holds, .holds])
        #expect(found[1].value - found[1].before == 0.5 * Self.ceilings)
    }

    @Test("A bound under a condition is one of what the condition makes")
    func boundUnderCondition() async throws {
        let half = Self.scaled("quota", 0.5)
        let found = try await Self.finding(
            Self.expectation("public_bill_rp", .within(0...Self.bill / 2), under: half))
        #expect(found.value == Self.bill / 2 && found.before == Self.bill)
        #expect(found.verdict == .holds)
    }

    @Test("What should rise and stays fails by nothing; a condition that moves nothing is told")
    func nothingMoves() async throws {
        let same = Self.scaled("purse.ceiling", 1)
        let bill = Self.scaled("purse.ceiling", 0.5)
        let found = try await Self.findings([
            Self.expectation("gap_rp", .moves(.rises), under: same),
            Self.expectation("gap_rp", .moves(.stays), under: same),
            Self.expectation("public_bill_rp", .moves(.rises), under: bill),
            Self.expectation("public_bill_rp", .moves(.stays), under: bill),
        ])
        #expect(found.map(\.verdict) == [.fails, .idle, .fails, .holds])
        #expect(found.map(\.movesNothing) == [true, true, false, false])
        #expect(found.allSatisfy { $0.distance == 0 })
    }

    @Test("A purse that pays in place of another moves something, though no sum does")
    func otherPurse() async throws {
        let ample = AnalysisFixture().with(
            "x", [AnalysisFixture.set("purse.ceiling", .number(1e9))])
        let none = Self.scaled("purse.ceiling", 0, member: "apbd")
        let found = try await Self.findings(
            [Self.expectation("gap_rp", .moves(.stays), under: none)], ample)
        #expect(found.map(\.verdict) == [.holds])
    }

    @Test("A figure that is not known is as nothing claims")
    func unknown() async throws {
        let found = try await Self.finding(
            Self.expectation("poor_persons", .within(-Double.infinity...Double.infinity)))
        #expect(found.verdict == .fails && found.distance == .infinity)
    }

    @Test("A condition that a key does not accept is refused as in a file")
    func refused() async throws {
        let months = Self.scaled("funding.months", 0.125)
        await #expect(throws: PolicyFaults.self) {
            _ = try await Self.finding(
                Self.expectation("gap_rp", .moves(.falls), under: months))
        }
    }

    @Test("What is expected changes no figure")
    func noInput() async throws {
        let fixture = AnalysisFixture()
        let half = Self.scaled("quota", 0.5)
        let found = try await Self.findings(
            [Self.expectation("public_bill_rp", .moves(.falls), under: half)], fixture)
        let plain = try fixture.result()
        #expect(found[0].before == plain.summary.total(.publicBill, year: 0))
    }
}
