import Quantities
import Testing

@testable import Policy

@Suite struct LawTreeTests {
    @Test func aValueHoldsUntilTheNext() throws {
        let tree = try TestLaw.rising()
        #expect(try tree.decimal("a.rate", at: Month(2022, 12)) == TestLaw.number("0.01"))
        let value = try tree.value("a.rate", at: Month(2025, 7))
        #expect(try value.decimal == TestLaw.number("0.02"))
        #expect(value.from == Month(2023, 1))
        #expect(value.until == nil)
        #expect(try tree.value("a.rate", at: Month(2020, 1)).until == Month(2022, 12))
        #expect(value.provenance == TestLaw.place)
        #expect(value.entry.legal == Phrase(same: "PP 1/2000"))
    }

    @Test func aMonthBeforeTheFirstValueIsAGap() throws {
        let tree = try TestLaw.rising()
        let fault = LawFault.noValue(
            path: "a.rate", month: Month(2019, 12), first: Month(2020, 1))
        #expect(throws: fault) { try tree.value("a.rate", at: Month(2019, 12)) }
    }

    @Test func aPeriodThatEndsLeavesAGap() throws {
        let half = LawValue.decimal(TestLaw.number("0.5"))
        let tree = try LawTree(parameters: [
            TestLaw.parameter(
                "a.rate",
                [
                    TestLaw.period(Month(2020, 1), half, until: Month(2020, 6)),
                    TestLaw.period(Month(2021, 1), half),
                ])
        ])
        #expect(try tree.value("a.rate", at: Month(2020, 6)).until == Month(2020, 6))
        #expect(throws: LawFault.self) { try tree.value("a.rate", at: Month(2020, 7)) }
        #expect(throws: LawFault.self) { try tree.value("a.rate", at: Month(2020, 12)) }
        #expect(try tree.decimal("a.rate", at: Month(2021, 1)) == TestLaw.number("0.5"))
        #expect(try tree.parameter("a.rate").values.count == 2)
    }

    @Test func adjoiningPeriodsLeaveNoGap() throws {
        let half = LawValue.decimal(TestLaw.number("0.5"))
        let tree = try LawTree(parameters: [
            TestLaw.parameter(
                "a.rate",
                [
                    TestLaw.period(Month(2020, 1), half, until: Month(2020, 12)),
                    TestLaw.period(Month(2021, 1), half, until: Month(2021, 12)),
                ])
        ])
        #expect(try tree.value("a.rate", at: Month(2020, 12)).until == Month(2020, 12))
        #expect(try tree.value("a.rate", at: Month(2021, 1)).until == Month(2021, 12))
        #expect(throws: LawFault.self) { try tree.value("a.rate", at: Month(2022, 1)) }
    }

    @Test func periodsMustNotOverlapOrRunBackwards() {
        let half = LawValue.decimal(TestLaw.number("0.5"))
        let fault = LawFault.datesOutOfOrder(path: "a", month: Month(2020, 6))
        #expect(throws: fault) {
            try TestLaw.parameter(
                "a",
                [
                    TestLaw.period(Month(2020, 1), half, until: Month(2020, 6)),
                    TestLaw.period(Month(2020, 6), half),
                ])
        }
        #expect(throws: fault) {
            try TestLaw.parameter(
                "a", [TestLaw.period(Month(2020, 6), half, until: Month(2020, 5))])
        }
        #expect(throws: LawFault.datesOutOfOrder(path: "a", month: Month(2020, 1))) {
            try TestLaw.parameter(
                "a", [TestLaw.period(Month(2020, 1), half), TestLaw.period(Month(2020, 1), half)])
        }
    }

    @Test func pathsAreSortedAndUnique() throws {
        let value = [TestLaw.period(Month(2020, 1), .decimal(ExactDecimal(1)))]
        let tree = try LawTree(parameters: [
            TestLaw.parameter("b", value), TestLaw.parameter("a.z", value),
            TestLaw.parameter("a.b", value),
        ])
        #expect(tree.paths == ["a.b", "a.z", "b"])
        #expect(throws: LawFault.unknownPath("c")) { try tree.parameter("c") }
        #expect(throws: LawFault.duplicatePath("b")) {
            try LawTree(parameters: [
                TestLaw.parameter("b", value), TestLaw.parameter("b", value),
            ])
        }
    }

    @Test func numbersOutsideTheirRangeAreRefused() {
        let two = LawValue.decimal(ExactDecimal(2))
        let fault = LawFault.outOfRange(path: "a", value: ExactDecimal(2), allowed: .share)
        #expect(throws: fault) { try TestLaw.parameter("a", [TestLaw.period(Month(2020, 1), two)]) }
        let half = LawValue.decimal(TestLaw.number("0.5"))
        #expect(throws: LawFault.self, "a flag is 0 or 1") {
            try TestLaw.parameter("a", unit: .flag, [TestLaw.period(Month(2020, 1), half)])
        }
    }

    @Test func aValueOfAnotherKindIsNamed() throws {
        let tree = try TestLaw.rising()
        let fault = LawFault.wrongKind(path: "a.rate", expected: .scale, found: .decimal)
        #expect(throws: fault) { try tree.value("a.rate", at: Month(2021, 1)).scale }
    }

    @Test func bandsIncludeTheirBoundAndTheLastHasNone() throws {
        let table = try LawBrackets([
            .init(upTo: Rupiah(1_099), base: Rupiah(1_000), mark: .secondary),
            .init(upTo: Rupiah(1_299), base: Rupiah(1_200)),
            .init(upTo: nil, base: Rupiah(1_400)),
        ])
        let bases = [0, 1_099, 1_100, 1_299, 1_300, 9_999_999].map {
            table.row(for: Rupiah($0)).base.amount
        }
        #expect(bases == [1_000, 1_000, 1_200, 1_200, 1_400, 1_400])
        #expect(table.row(for: .zero).mark == .secondary)
    }

    @Test func bandsMustCoverAllIncomesInOrder() {
        #expect(throws: LawBrackets.Fault.empty) { try LawBrackets([]) }
        #expect(throws: LawBrackets.Fault.lastIsBounded) {
            try LawBrackets([.init(upTo: Rupiah(5), base: Rupiah(1))])
        }
        #expect(throws: LawBrackets.Fault.outOfOrder(position: 0)) {
            try LawBrackets([
                .init(upTo: nil, base: Rupiah(1)), .init(upTo: nil, base: Rupiah(2)),
            ])
        }
        #expect(throws: LawBrackets.Fault.baseFalls(position: 1)) {
            try LawBrackets([
                .init(upTo: Rupiah(5), base: Rupiah(2)), .init(upTo: nil, base: Rupiah(1)),
            ])
        }
    }
}
