import Policy
import Quantities

@testable import Coverage

/// The same facts twice: as cells for the plain loop, and as a scenario for the product.
struct PlainScenario {
    var regions: [RegionCode]
    var horizon: ClosedRange<Month>
    var cohorts: [PlainCohort] = []
    /// By segment, then region.
    var cells: [[PlainCell]]

    var monthCount: Int { horizon.upperBound - horizon.lowerBound + 1 }

    func segment(_ position: Int) -> SegmentID { SegmentID("segment-\(position)") }

    func plainLoop(segment: Int, region: Int) -> PlainLoop {
        PlainLoop(
            cell: cells[segment][region], cohorts: cohorts,
            firstMonthOfYear: horizon.lowerBound.monthOfYear)
    }

    func resolved() throws -> ResolvedPolicy {
        try scenario().resolved()
    }

    func scenario() -> Scenario {
        let name = Phrase(id: "uji", en: "test")
        var settings: [Setting] = []
        for (s, row) in cells.enumerated() {
            for (r, cell) in row.enumerated() {
                settings += self.settings(cell, member: segment(s).name, regions[r])
            }
        }
        return Scenario(
            name: "plain", title: name, file: "plain.yaml", regions: regions, horizon: horizon,
            segments: cells.indices.map {
                Segment(id: segment($0), name: name, provenance: .test)
            },
            purses: [
                Purse(
                    id: PurseID("apbd"), name: name, payer: .apbd, segments: nil,
                    programmes: [.jkk, .jkm], budgetLines: [], provenance: .test)
            ],
            cohorts: cohorts.map {
                Cohort(
                    ageFrom: $0.ageFrom, ageUntil: $0.ageFrom + $0.width - 1, sex: $0.sex,
                    stockShare: $0.stockShare, entrantShare: $0.entrantShare,
                    deathRate: $0.deathRate, provenance: .test)
            }, layers: [Layer(name: "plain", settings: settings)])
    }

    private func settings(_ cell: PlainCell, member: String, _ region: RegionCode) -> [Setting] {
        let maker = SettingMaker(member: member, region: region, start: horizon.lowerBound)
        var result = [
            maker.fixed("route", .word(cell.waits ? "bpu" : "pu")),
            maker.fixed("base", .number(1_000_000)),
            maker.fixed("workers", .number(cell.workers)),
            maker.fixed("opening.funded", .number(cell.openingFunded)),
            maker.fixed("opening.self", .number(cell.openingSelf)),
            maker.fixed("opening.employer", .number(cell.openingEmployer)),
            maker.fixed("opening.lapsed", .number(cell.openingLapsed)),
            maker.fixed("opening.lapsed_vested", .number(cell.openingLapsedVested)),
        ]
        result += levers(cell, maker)
        let rates: [(String, KeyPath<PlainRates, Double>)] = [
            ("self_enrolment", \.selfEnrolment), ("employer_enrolment", \.employerEnrolment),
            ("employer_loss", \.employerLoss), ("lapse", \.lapse), ("return", \.returning),
            ("graduation", \.graduation), ("death", \.death),
            ("out_of_labour_force", \.outOfLabourForce), ("moved_away", \.movedAway),
            ("age_limit", \.ageLimit),
        ]
        for (name, path) in rates {
            result.append(maker.dated("rate." + name, cell.rates) { .number($0[keyPath: path]) })
        }
        return result
    }

    private func levers(_ cell: PlainCell, _ maker: SettingMaker) -> [Setting] {
        [
            maker.dated("quota", cell.quota) {
                switch $0 {
                case .heads(let heads): .heads(heads)
                case .share(let share): .share(share)
                }
            },
            maker.dated("funding.months", cell.fundedMonths) { .number(Double($0)) },
            maker.dated("funding.start", cell.fundingStart) { .number(Double($0)) },
            maker.dated("refill", cell.refill) { .flag($0) },
            maker.dated("retention", cell.retention) { .number($0) },
            maker.dated("eligible_share", cell.eligibleShare) { .number($0) },
            maker.dated("waiting_restarts", cell.restarts) { .flag($0) },
            maker.dated("mortality.load", cell.load) { .number($0) },
            maker.dated("entrants", cell.entrants) {
                switch $0 {
                case .perMonth(let persons): .perMonth(persons)
                case .perYearOfOpening(let rate): .perYear(rate)
                }
            },
        ]
    }
}

/// Writes the settings of one segment in one region.
struct SettingMaker {
    let member: String
    let region: RegionCode
    let start: Month

    func fixed(_ path: String, _ value: SettingValue) -> Setting {
        dated(path, PlainSteps(value)) { $0 }
    }

    func dated<Value>(
        _ path: String, _ steps: PlainSteps<Value>, _ value: (Value) -> SettingValue
    ) -> Setting {
        guard let definition = Parameters.definition(path) else {
            preconditionFailure("no parameter \(path)")
        }
        return Setting(
            address: Address(subject: .parameter(definition), member: member, region: region),
            points: steps.steps.map {
                .init(from: start.advanced(by: $0.from), value: value($0.value))
            }, provenance: .test)
    }
}

extension Provenance {
    static let test = Provenance(file: "plain.yaml", line: 1, column: 1, layer: "plain")
}

extension PlainCohort {
    /// Three bands of both sexes, in the order given, each leading to the next of its sex.
    static func bands(
        stock: [Double], entrants: [Double], deaths: [Double], order: [Int] = Array(0..<6)
    ) -> [PlainCohort] {
        let ages = [(18, 7), (25, 20), (45, 20)]
        let places = (0..<6).map { place in order.firstIndex(of: place) ?? place }
        return order.map { place in
            var cohort = PlainCohort()
            (cohort.ageFrom, cohort.width) = ages[place % 3]
            cohort.sex = place < 3 ? "male" : "female"
            cohort.stockShare = stock[place]
            cohort.entrantShare = entrants[place]
            cohort.deathRate = deaths[place]
            cohort.next = place % 3 == 2 ? nil : places[place + 1]
            return cohort
        }
    }
}
