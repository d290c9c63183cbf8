import LinearAlgebra
import Policy
import Quantities
import Testing

@testable import Coverage

struct SegmentModelTests {
    @Test("opening shares put workers where they say; the rest is unprotected")
    func openingStock() throws {
        var cell = PlainCell()
        cell.workers = 2_000
        (cell.openingFunded, cell.openingSelf, cell.openingEmployer) = (0.1, 0.05, 0.2)
        (cell.openingLapsed, cell.openingLapsedVested) = (0.02, 0.03)
        let policy = try PlainScenario.single(cell, months: 3).resolved()
        let opening = try SegmentModel(policy, SegmentID("segment-0")).opening
        let expected: [Double] = [1_200, 0, 0, 200, 0, 0, 100, 400, 40, 60]
        for status in 0..<10 { #expect(isNear(opening[0, status], expected[status])) }
    }

    @Test("cohorts share the opening stock")
    func openingByCohort() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.openingSelf = 0.5
        let shares = [0.1, 0.2, 0.3, 0.15, 0.15, 0.1]
        let bands = PlainCohort.bands(
            stock: shares, entrants: shares, deaths: Array(repeating: 0, count: 6))
        let policy = try PlainScenario.single(cell, months: 3, cohorts: bands).resolved()
        let model = try SegmentModel(policy, SegmentID("segment-0"))
        #expect(model.cohortCount == 6 && model.opening.rows == 6)
        for (lane, share) in shares.enumerated() {
            #expect(isNear(model.opening[lane, 0], 500 * share))
            #expect(isNear(model.opening[lane, Status.selfPaying.rawValue], 500 * share))
        }
    }

    @Test("funded months begin in the start month and follow the calendar, not the horizon")
    func fundedMonths() throws {
        var cell = PlainCell()
        cell.workers = 100
        cell.quota = PlainSteps(.heads(50))
        cell.fundedMonths = PlainSteps(4)
        cell.fundingStart = PlainSteps(3)
        var plain = PlainScenario.single(cell, months: 1)
        plain.horizon = Month(2026, 8)...Month(2027, 12)
        let quotas = try plain.months().map { $0.quota[0] }
        let funded = zip(plain.horizon, quotas).filter { $0.1 > 0 }.map { $0.0.description }
        #expect(funded == ["2027-03", "2027-04", "2027-05", "2027-06"])
        #expect(Set(quotas) == [0, 50])
    }

    @Test("a share quota counts the eligible of the moment, entrants included")
    func shareQuota() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.openingEmployer = 0.4
        cell.eligibleShare = PlainSteps(0.5)
        cell.entrants = PlainSteps(.perMonth(100))
        cell.quota = PlainSteps(.share(0.2))
        let months = try PlainScenario.single(cell, months: 2).months()
        // 0.2 x 0.5 x (600 + 100), then with another 100.
        #expect(isNear(months[0].quota[0], 70))
        #expect(isNear(months[1].quota[0], 80))
    }

    @Test("entrants per year and opening worker come in twelfths")
    func entrants() throws {
        var cell = PlainCell()
        cell.workers = 1_200
        cell.entrants = PlainSteps(
            steps: [(0, .perYearOfOpening(0.03)), (2, .perMonth(7))])
        let months = try PlainScenario.single(cell, months: 4).months()
        for (found, expected) in zip(months.map { $0.entrants[0] }, [3, 3, 7, 7.0]) {
            #expect(isNear(found, expected, 1e-12))
        }
    }

    @Test("bands lead to the next of their sex, oldest first; the last leads out")
    func ageSteps() {
        let bands = [(18, 24, "male"), (25, 64, "male"), (18, 39, "female"), (40, 64, "female")]
        let cohorts = bands.map {
            Cohort(
                ageFrom: $0.0, ageUntil: $0.1, sex: $0.2, stockShare: 0.25, entrantShare: 0.25,
                deathRate: 0, provenance: .test)
        }
        let steps = AgeStep.steps(cohorts)
        #expect(steps.map(\.cohort) == [3, 1, 0, 2])
        #expect(steps.map(\.next) == [nil, nil, 1, 3])
        let widths: [Double] = [25, 40, 7, 22]
        #expect(steps.map(\.share) == widths.map { 1 / $0 })
    }

    @Test("each January but the first, 1/width of a band moves on and nobody moves twice")
    func ageing() throws {
        var cell = PlainCell()
        cell.workers = 700
        let stock = [1.0, 0, 0, 0, 0, 0]
        let bands = PlainCohort.bands(
            stock: stock, entrants: stock, deaths: Array(repeating: 0, count: 6))
        let plain = PlainScenario.single(cell, months: 26, cohorts: bands)
        let model = try SegmentModel(plain.resolved(), SegmentID("segment-0"))
        let pack = SegmentPack(model, regions: Array(repeating: 0, count: 8))
        let state = pack.start()
        func live(_ months: Range<Int>) {
            let cut = WorldBuffer(rows: months.count)
            let record = WorldBuffer(rows: months.count * PackRecord.rows)
            cut.fill(1)
            pack.advance(state, months, cut: cut.base, record: record.base)
        }
        func unprotected(_ cohort: Int) -> Double {
            state.population.row(cohort * Status.count)[0]
        }
        live(0..<12)
        #expect(unprotected(0) == 700)
        live(12..<13)
        #expect(isNear(unprotected(0), 600))
        #expect(isNear(unprotected(1), 100))
        #expect(unprotected(2) == 0)
        live(13..<25)
        #expect(isNear(unprotected(2), 5))
        #expect(isNear((0..<6).reduce(0) { $0 + unprotected($1) }, 700))
    }

    @Test("out of the last band people leave at the age limit")
    func ageLimit() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        let last = [0, 0, 1.0, 0, 0, 0]
        let bands = PlainCohort.bands(
            stock: last, entrants: last, deaths: Array(repeating: 0, count: 6))
        let months = try PlainScenario.single(cell, months: 14, cohorts: bands).months()
        let left = months.map { $0.exits(.ageLimit, region: 0) }
        // One twentieth in January 2027.
        #expect(left.enumerated().allSatisfy { $0.offset == 12 || $0.element == 0 })
        #expect(isNear(left[12], 50))
    }

    @Test("the load factor multiplies the cohort's death rate")
    func loadFactor() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.load = PlainSteps(steps: [(0, 1), (2, 3)])
        cell.rates = PlainSteps(PlainRates(death: 0.5))
        let bands = PlainCohort.bands(
            stock: Array(repeating: 1.0 / 6, count: 6), entrants: [1, 0, 0, 0, 0, 0],
            deaths: Array(repeating: 0.012, count: 6))
        for (cohorts, rate) in [([], 0.5), (bands, 0.012)] {
            let months = try PlainScenario.single(cell, months: 4, cohorts: cohorts).months()
            var rates = PlainRates()
            for (month, load) in [(0, 1.0), (2, 3.0)] {
                rates.death = rate * load
                let share =
                    months[month].exits(.death, region: 0)
                    / months[month].stock(Status.allCases, region: 0)
                #expect(isNear(share, rates.monthlyShare(rates.death), 1e-14))
            }
        }
    }

    @Test("a rate that makes no operator is a fault that names it")
    func refused() throws {
        var cell = PlainCell()
        cell.workers = 10
        let bands = PlainCohort.bands(
            stock: Array(repeating: 1.0 / 6, count: 6), entrants: [1, 0, 0, 0, 0, 0],
            deaths: Array(repeating: -0.5, count: 6))
        let region = try #require(RegionCode("35.74"))
        let fault = CoverageFault.inLane(
            segment: SegmentID("segment-0"), region: region,
            .invalidRate(key: "rate.death", value: -0.5))
        #expect(throws: fault) {
            try PlainScenario.single(cell, months: 2, cohorts: bands).resolved().projected()
        }
    }
}
