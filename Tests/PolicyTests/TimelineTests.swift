import Quantities
import Testing

@testable import Policy

struct TimelineTests {
    private let law = PolicyFixture.place(1, layer: "law")
    private let plan = PolicyFixture.place(2, layer: "plan")
    private let pack = PolicyFixture.place(3, layer: "pack")

    /// 10 from 2026-01, 20 from 2027-01, 30 from 2028-01.
    private var rising: Timeline<Double> {
        Timeline(
            steps: [(2026, 10.0), (2027, 20), (2028, 30)].map {
                .init(from: Month($0.0, 1), value: $0.1, provenance: law)
            })
    }

    private func step(
        _ year: Int, _ month: Int, _ value: Double, _ by: Provenance
    ) -> Timeline<Double>.Step {
        .init(from: Month(year, month), value: value, provenance: by)
    }

    private func values(_ timeline: Timeline<Double>, _ months: [Month]) -> [Double] {
        months.map { timeline[$0] }
    }

    @Test("a step holds from its month until the next")
    func steps() {
        #expect(rising.step(at: Month(2025, 12)) == nil)
        #expect(rising[Month(2026, 1)] == 10 && rising[Month(2026, 12)] == 10)
        #expect(rising[Month(2027, 1)] == 20 && rising[Month(2035, 6)] == 30)
        let texts = rising.mapValues { "\(Int($0))" }
        #expect(texts[Month(2027, 5)] == "20" && texts.steps[1].provenance == law)
    }

    @Test("`from` replaces for good, later steps of the law included")
    func from() {
        let changed = rising.replaced(by: [step(2026, 7, 5, plan)])
        let months = [Month(2026, 6), Month(2026, 7), Month(2027, 1), Month(2030, 1)]
        #expect(values(changed, months) == [10, 5, 5, 5])
        #expect(changed.step(at: Month(2028, 2))?.replaced == [law])
        #expect(rising.replaced(by: []) == rising)
    }

    @Test("`until` lets the law return, with the step that then holds")
    func until() {
        let changed = rising.replaced(by: [step(2026, 7, 5, plan)], through: Month(2027, 6))
        let months = [Month(2026, 7), Month(2027, 6), Month(2027, 7), Month(2028, 1)]
        #expect(values(changed, months) == [5, 5, 20, 30])
        #expect(changed.step(at: Month(2027, 7))?.provenance == law)
        #expect(changed.steps.count == 4)
        // Ending right before a step repeats nothing.
        let whole = rising.replaced(by: [step(2026, 1, 5, plan)], through: Month(2026, 12))
        #expect(whole.steps.map(\.value) == [5, 20, 30])
    }

    @Test("several dated values replace as one")
    func series() {
        let newer = [step(2026, 3, 1, plan), step(2027, 9, 2, plan)]
        let changed = rising.replaced(by: newer, through: Month(2028, 5))
        let months = [Month(2026, 2), Month(2027, 8), Month(2027, 9), Month(2028, 6)]
        #expect(values(changed, months) == [10, 1, 2, 30])
        #expect(changed.step(at: Month(2027, 9))?.replaced == [law])
    }

    @Test("`shift` changes values and keeps the law's steps")
    func shift() {
        let changed = rising.shifted(from: Month(2026, 7), by: plan) { $0 * 2 }
        let months = [Month(2026, 6), Month(2026, 7), Month(2027, 1), Month(2028, 1)]
        #expect(values(changed, months) == [10, 20, 40, 60])
        #expect(changed.step(at: Month(2027, 3))?.provenance == plan)
        #expect(changed.step(at: Month(2027, 3))?.replaced == [law])
        #expect(changed.step(at: Month(2026, 3))?.replaced == [])
    }

    @Test("`shift` with `until` changes only what lies between")
    func shiftUntil() {
        let changed = rising.shifted(
            from: Month(2026, 7), through: Month(2027, 6), by: plan
        ) { $0 + 1 }
        let months = [
            Month(2026, 6), Month(2026, 7), Month(2027, 6), Month(2027, 7), Month(2028, 1),
        ]
        #expect(values(changed, months) == [10, 11, 21, 20, 30])
        #expect(changed.step(at: Month(2027, 7))?.provenance == law)
    }

    @Test("a shift begins where the timeline does")
    func shiftBefore() {
        let changed = rising.shifted(from: Month(2020, 1), by: plan) { $0 + 1 }
        #expect(changed.steps.map(\.value) == [11, 21, 31])
        #expect(changed.steps.map(\.from) == rising.steps.map(\.from))
    }

    @Test("who was replaced is kept, latest first")
    func history() {
        let once = rising.replaced(by: [step(2026, 7, 5, plan)])
        let twice = once.shifted(from: Month(2026, 9), by: pack) { $0 + 1 }
        let thrice = twice.replaced(by: [step(2026, 9, 1, law)])
        #expect(twice.step(at: Month(2026, 9))?.replaced == [plan, law])
        #expect(thrice.step(at: Month(2026, 10))?.replaced == [pack, plan, law])
        #expect(thrice.step(at: Month(2026, 8))?.replaced == [law])
    }
}
