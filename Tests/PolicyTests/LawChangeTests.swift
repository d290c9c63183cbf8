import Quantities
import Testing

@testable import Policy

@Suite struct LawChangeTests {
    private func rates(_ tree: LawTree, _ months: [Month]) throws -> [String] {
        try months.map { try tree.decimal("a.rate", at: $0).description }
    }

    private let months = [Month(2020, 12), Month(2021, 1), Month(2022, 12), Month(2023, 1)]

    @Test func aReplacementFromAMonthDropsLaterSteps() throws {
        let tree = try TestLaw.rising().overriding(
            "a.rate", from: Month(2021, 1), change: .replaced(TestLaw.number("0.05")),
            provenance: TestLaw.scenario)
        #expect(try rates(tree, months) == ["0.01", "0.05", "0.05", "0.05"])
        let value = try tree.value("a.rate", at: Month(2024, 1))
        #expect(value.provenance == TestLaw.scenario)
        #expect(value.replaced == [TestLaw.place])
        #expect(value.entry.mark == .assumed)
        #expect(value.entry.legal == nil)
    }

    @Test func theLawReturnsAfterUntil() throws {
        let tree = try TestLaw.rising().overriding(
            "a.rate", from: Month(2021, 1), until: Month(2022, 11),
            change: .replaced(TestLaw.number("0.05")), provenance: TestLaw.scenario)
        #expect(try rates(tree, months) == ["0.01", "0.05", "0.01", "0.02"])
        #expect(try tree.value("a.rate", at: Month(2022, 12)).provenance == TestLaw.place)
    }

    @Test func aValueBeforeTheLawEndsWithIt() throws {
        let tree = try TestLaw.rising().overriding(
            "a.rate", from: Month(2018, 1), until: Month(2018, 6),
            change: .replaced(TestLaw.number("0.05")), provenance: TestLaw.scenario)
        #expect(try rates(tree, [Month(2018, 6), Month(2020, 1)]) == ["0.05", "0.01"])
        #expect(throws: LawFault.self) { try tree.decimal("a.rate", at: Month(2018, 7)) }
    }

    @Test func shiftsKeepLaterSteps() throws {
        let scaled = try TestLaw.rising().overriding(
            "a.rate", from: Month(2021, 1), change: .scaled(by: TestLaw.number("1.5")),
            provenance: TestLaw.scenario)
        #expect(try rates(scaled, months) == ["0.01", "0.015", "0.015", "0.03"])
        let added = try TestLaw.rising().overriding(
            "a.rate", from: Month(2021, 1), until: Month(2022, 12),
            change: .added(TestLaw.number("0.001")), provenance: TestLaw.scenario)
        #expect(try rates(added, months) == ["0.01", "0.011", "0.011", "0.02"])
    }

    @Test func aShiftOfAScaleChangesItsRates() throws {
        let scale = try TestLaw.scale([(0, "0.1"), (100, "0.2")])
        let tree = try LawTree(parameters: [
            TestLaw.parameter("s", [TestLaw.period(Month(2020, 1), .scale(scale))])
        ]).overriding(
            "s", from: Month(2021, 1), change: .scaled(by: ExactDecimal(2)),
            provenance: TestLaw.scenario)
        let doubled = try TestLaw.scale([(0, "0.2"), (100, "0.4")])
        #expect(try tree.value("s", at: Month(2021, 1)).scale == doubled)
        #expect(try tree.value("s", at: Month(2020, 12)).scale == scale)
    }

    @Test func changesThatMakeNoSenseAreFaults() throws {
        let tree = try TestLaw.rising()
        let from = Month(2021, 1)
        func change(_ path: String, until: Month? = nil, _ change: LawChange) throws {
            _ = try tree.overriding(
                path, from: from, until: until, change: change, provenance: TestLaw.scenario)
        }
        #expect(throws: LawFault.unknownPath("a.rte")) {
            try change("a.rte", .replaced(ExactDecimal(0)))
        }
        #expect(
            throws: LawFault.outOfRange(path: "a.rate", value: ExactDecimal(2), allowed: .share)
        ) {
            try change("a.rate", .replaced(ExactDecimal(2)))
        }
        #expect(throws: LawFault.self) { try change("a.rate", .added(ExactDecimal(1))) }
        let empty = LawFault.emptyPeriod(path: "a.rate", from: from, until: Month(2020, 12))
        #expect(throws: empty) {
            try change("a.rate", until: Month(2020, 12), .replaced(ExactDecimal(0)))
        }
        #expect(throws: LawFault.wrongKind(path: "a.rate", expected: .decimal, found: .text)) {
            try change("a.rate", .replacedBy(.text("x")))
        }
        #expect(throws: LawFault.tooLarge) {
            try change("a.rate", .scaled(by: TestLaw.number("0.00000000000000001")))
        }
    }

    @Test func aShiftNeedsAValue() throws {
        let fault = LawFault.noValue(
            path: "a.rate", month: Month(2019, 1), first: Month(2020, 1))
        #expect(throws: fault) {
            try TestLaw.rising().overriding(
                "a.rate", from: Month(2019, 1), change: .scaled(by: ExactDecimal(1)),
                provenance: TestLaw.scenario)
        }
    }

    @Test func bandsAndWordsCannotBeShifted() throws {
        let tree = try LawTree(parameters: [
            TestLaw.parameter(
                "w", unit: .word, range: nil, [TestLaw.period(Month(2020, 1), .text("labour"))])
        ])
        #expect(throws: LawFault.changeDoesNotFit(path: "w", kind: .text)) {
            try tree.overriding(
                "w", from: Month(2021, 1), change: .added(ExactDecimal(1)),
                provenance: TestLaw.scenario)
        }
        let social = try tree.overriding(
            "w", from: Month(2021, 1), change: .replacedBy(.text("social")),
            provenance: TestLaw.scenario)
        #expect(try social.value("w", at: Month(2021, 1)).text == "social")
    }
}
