import Policy
import Quantities
import Testing
import _TestSupport

@testable import Analysis

/// Differences between stages, split over people, months and price.
@Suite struct StageVarianceTests {
    private static let seed: UInt64 = 20_260_112

    private static func part(
        _ segment: String, _ persons: Double, _ months: Double, _ amounts: [String: Rupiah]
    ) -> StageAccount.Part {
        StageAccount.Part(
            .init(AnalysisFixture.regions[0], segment), persons: persons,
            personMonths: persons * months, amounts: amounts)
    }

    /// 100 x 12 x 16,800 becomes 150 x 9 x 16,800: the price is out of it, and people and months
    /// each get half of what they do before and after the other.
    @Test func twoFactorsByHand() {
        let old = Self.part("petani", 100, 12, ["dbh-cht": Rupiah(20_160_000)])
        let new = Self.part("petani", 150, 9, ["dbh-cht": Rupiah(22_680_000)])
        let split = StageVariance.split(from: old, to: new)
        #expect(split.people == Rupiah(50 * 16_800 * 21 / 2))
        #expect(split.months == Rupiah(-3 * 16_800 * 125))
        #expect(split.price == .zero)
        #expect(split.sum == Rupiah(2_520_000))
    }

    /// A plain second way: the average over the six orders of changing one factor after another.
    @Test func equalsTheAverageOverAllOrders() {
        var draws = SeededDraws(Self.seed)
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        for _ in 0..<200 {
            func factors() -> [Double] {
                [
                    Double(draws.whole(1...5000)), Double(draws.whole(1...12)),
                    Double(draws.whole(5000...20_000)),
                ]
            }
            let (a, b) = (factors(), factors())
            let bills = [a, b].map { Rupiah(Int64($0.reduce(1, *))) }
            let split = StageVariance.split(
                from: Self.part("petani", a[0], a[1], ["x": bills[0]]),
                to: Self.part("petani", b[0], b[1], ["x": bills[1]]))
            var parts = [0.0, 0, 0]
            for order in orders {
                var now = a
                for factor in order {
                    let before = now.reduce(1, *)
                    now[factor] = b[factor]
                    parts[factor] += (now.reduce(1, *) - before) / 6
                }
            }
            #expect(split.sum == bills[1] - bills[0])
            for (part, exact) in zip([split.people, split.months, split.price], parts) {
                #expect(abs(Double(part.amount) - exact) < 1.001, "seed \(Self.seed)")
            }
        }
    }

    @Test("Who comes or goes whole is a difference of people")
    func newcomers() {
        let none = Self.part("ojek", 0, 0, [:])
        let some = Self.part("ojek", 10, 12, ["csr": Rupiah(2_016_000)])
        #expect(StageVariance.split(from: none, to: some).people == Rupiah(2_016_000))
        #expect(StageVariance.split(from: some, to: none).people == Rupiah(-2_016_000))
        #expect(StageVariance.split(from: none, to: none) == .none)
    }

    @Test("Purses and segments add to the same difference, places of one stage only among them")
    func everythingAdds() {
        let old = StageAccount(
            [
                Self.part("petani", 100, 12, ["dbh-cht": Rupiah(20_160_001), "gap": Rupiah(7)]),
                Self.part("ojek", 7, 5, ["csr": Rupiah(588_000)]),
            ], purses: ["dbh-cht", "csr"])
        let new = StageAccount(
            [
                Self.part("pedagang", 3, 11, ["apbd-kabkota": Rupiah(554_402)]),
                Self.part("petani", 97, 11, ["dbh-cht": Rupiah(17_925_600)]),
            ], purses: ["dbh-cht", "apbd-kabkota"])
        let variance = StageVariance(from: old, to: new)
        #expect(variance.rows.map(\.place.segment) == ["petani", "ojek", "pedagang"])
        #expect(variance.purses.map(\.purse) == ["dbh-cht", "csr", "apbd-kabkota", "gap"])
        let byPurse = variance.purses.reduce(Rupiah.zero) { $0 + $1.after - $1.before }
        #expect(byPurse == new.bill - old.bill)
        #expect(variance.split.sum == byPurse)
        #expect(variance.bySegment.reduce(Rupiah.zero) { $0 + $1.split.sum } == byPurse)
        for row in variance.rows { #expect(row.split.sum == row.after - row.before) }
    }

    @Test("A scenario's year has the person-months and the bill of its yearly table")
    func accountOfAScenario() throws {
        let result = try AnalysisFixture().result()
        for (place, year) in result.summary.years.enumerated() {
            let account = StageAccount(result, year: year)
            let bill = result.summary.total(.publicBill, year: place)
            #expect(account.bill == ExpectedRupiah(bill).rounded())
            let gap = result.summary.total(.gap, year: place)
            #expect(account.amount(of: "gap") == ExpectedRupiah(gap).rounded())
            let paid = result.summary.total(.fundedPersonMonths, year: place)
            let unpaid = result.summary.total(.gapPersonMonths, year: place)
            #expect(abs(account.paidPersonMonths - paid) < 1e-6)
            #expect(abs(account.gapPersonMonths - unpaid) < 1e-6)
        }
    }

    @Test("Whom no purse pays for is not among the persons of a stage", arguments: [0, 2e6, 1e12])
    func gapIsNotPaid(ceiling: Double) throws {
        let result = try AnalysisFixture().with(
            "x", [AnalysisFixture.set("purse.ceiling", .number(ceiling))]
        ).result()
        for (place, year) in result.summary.years.enumerated() {
            let account = StageAccount(result, year: year)
            let unpaid = result.summary.total(.gapPersonMonths, year: place)
            #expect(abs(account.gapPersonMonths - unpaid) < 1e-6)
            let asked = account.parts.reduce(0) { $0 + $1.persons }
            switch ceiling {
            case 0: #expect(account.paidPersons == 0 && account.paidPersonMonths == 0 && unpaid > 0)
            case 1e12: #expect(account.paidPersons == asked && unpaid == 0)
            default:
                #expect(account.paidPersonMonths > 0 && unpaid > 0)
                #expect(account.paidPersons <= asked)
            }
        }
    }
}
