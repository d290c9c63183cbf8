import Quantities
import Testing

@testable import Analysis
@testable import Optimization

/// Outreach that gets dearer, against other ways to write it and against its curve.
@Suite struct AllocationOutreachTests {
    /// One purse that pays for all segments of two regions and years.
    private func problem(_ seed: Int, isShare: Bool) -> AllocationProblem {
        var random = RandomAllocation(seed: UInt64(seed) + 15_000)
        var data = random.data(
            years: 2, regions: 2, segments: 3, purses: 1, prices: 150_000...250_000,
            eligible: 20...200, ceilings: 5_000_000...60_000_000)
        data.workers = data.workers.map { 100 * $0 }
        let plans = [0, 2].map { segment -> (Int, AllocationOutreach) in
            var (end, cost) = (0.0, 0.0)
            let pieces = (0..<3).map { _ in
                end += isShare ? random.whole(1...3) / 10 : random.whole(10...50)
                cost += random.whole(1000...90_000)
                return AllocationOutreach.Piece(upTo: end, cost: cost)
            }
            return (segment, AllocationOutreach(isShare: isShare, pieces: pieces))
        }
        return AllocationProblem(
            data, objective: .protectedPersonMonths, pooled: seed % 2 == 0 ? [0] : [],
            outreach: Dictionary(uniqueKeysWithValues: plans))
    }

    /// The same written without pieces: one variable for the persons of a cell and one for its
    /// outreach, which lies above the line of every piece.
    private func lines(_ problem: AllocationProblem) throws -> Double {
        let data = problem.data
        var programme = LinearProgramme(.maximise)
        var spent: [AllocationLimit: [(LinearProgramme.Variable, Double)]] = [:]
        for cell in data.eligible.indices {
            let (year, region, segment) = data.parts(of: cell)
            let plan = problem.outreach[segment]
            let most = problem.widths(of: cell).reduce(0, +)
            let persons = programme.addVariable(cost: 12, upper: most)
            let outreach = programme.addVariable()
            var (end, before) = (0.0, 0.0)
            let widths = plan?.widths(of: data.eligible[cell]) ?? []
            for (piece, width) in zip(plan?.pieces ?? [], widths) {
                // outreach >= cost of all before + slope x (persons - end before), in millions.
                programme.addRow(
                    [(outreach, 1), (persons, -piece.cost / 1e6)],
                    lower: (before - piece.cost * end) / 1e6)
                before += piece.cost * width
                end += width
            }
            let limit = AllocationLimit(
                .ceiling(0), year: year, region: problem.pooled.isEmpty ? region : nil)
            spent[limit, default: []] += [(persons, data.prices[0][cell] / 1e6), (outreach, 1)]
        }
        for pot in problem.pots(data.ceilings) {
            programme.addRow(spent[pot.limit] ?? [], upper: pot.rupiah / 1e6)
        }
        return try programme.solution().objective
    }

    @Test("Pieces come to the same as lines above which outreach lies", arguments: 1...40)
    func agreesWithLines(seed: Int) throws {
        let problem = problem(seed, isShare: seed % 3 != 0)
        let answer = try problem.answer()
        let lines = try lines(problem)
        #expect(abs(answer.relaxed - lines) < 1e-6 * lines, "seed \(seed)")
        #expect(answer.rounded <= answer.relaxed + 1e-6)
        #expect(answer.rounded >= 0.98 * answer.relaxed, "seed \(seed)")
    }

    /// Cheaper pieces are full before dearer ones begin, and what is spent is the cost of as many.
    @Test("Pieces are filled in order", arguments: 1...40)
    func inOrder(seed: Int) throws {
        let problem = problem(seed, isShare: seed % 3 != 0)
        let answer = try problem.answer()
        var (persons, money) = ([Int: Double](), [Int: Double]())
        for (option, count) in zip(problem.options, answer.persons) {
            persons[option.cell, default: 0] += count
            money[option.cell, default: 0] += count * option.outreach
        }
        for (cell, count) in persons {
            let plan = problem.outreach[problem.data.parts(of: cell).segment]
            let cost = plan?.cost(of: count, eligible: problem.data.eligible[cell]) ?? 0
            #expect(money[cell] == cost, "seed \(seed) cell \(cell)")
        }
        let spent = zip(problem.options, answer.persons).reduce(0) { $0 + $1.0.price * $1.1 }
        #expect(spent <= problem.data.ceilings[0].reduce(0, +))
    }

    /// A million eligible, one purse with the money that a share needs on the curve itself:
    /// `price reached(x) + cost x` for each of the eligible.
    @Test("Twenty pieces and a thousand against the curve", arguments: [0.3, 0.6, 0.9, 1])
    func agreesWithCurve(most: Double) throws {
        var random = RandomAllocation(seed: 5)
        var data = random.data(years: 1, regions: 1, segments: 1, purses: 1)
        let (eligible, price) = (1_000_000.0, 201_600.0)
        data.eligible = [eligible]
        data.prices = [[price]]
        for (asked, cost) in [(0.03, 300_000.0), (0.31, 20_000), (0.52, 300_000), (0.97, 90_000)] {
            let wanted = Saturation.reached(asked, most: most)
            data.ceilings = [[(eligible * (price * wanted + cost * asked)).rounded()]]
            func reached(_ pieces: Int) throws -> Double {
                let outreach = AllocationOutreach(cost: cost, saturation: most, pieces: pieces)
                return try AllocationProblem(
                    data, objective: .protectedPersonMonths, outreach: [0: outreach]
                ).answer().relaxed / 12 / eligible
            }
            let (few, many) = (try reached(AllocationOutreach.usualPieces), try reached(1000))
            #expect(abs(many - wanted) < 1e-4 * wanted, "\(many) of \(wanted)")
            let apart = most < 0.6 ? 6e-3 : 2e-3
            #expect(abs(few - many) < apart * many, "\(few) and \(many)")
            #expect(few <= many + 1e-6)
        }
    }

    /// 10 eligible, to 30 % at Rp 5, to 85 % at Rp 20: 3 persons and 5 more.
    @Test func widthsAndCosts() {
        let plan = AllocationOutreach(
            isShare: true, pieces: [.init(upTo: 0.3, cost: 5), .init(upTo: 0.85, cost: 20)])
        #expect(plan.widths(of: 10) == [3, 5])
        #expect(plan.cost(of: 2, eligible: 10) == 10)
        #expect(plan.cost(of: 5, eligible: 10) == 55)
        #expect(plan.cost(of: 9, eligible: 10).isNaN)
        let persons = AllocationOutreach(
            isShare: false, pieces: [.init(upTo: 4, cost: 5), .init(upTo: 20, cost: 20)])
        #expect(persons.widths(of: 10) == [4, 6])
        #expect(persons.widths(of: 3) == [3, 0])
    }

    /// A purse that pays at most half of a bill and one that matches, with outreach: whole persons
    /// keep both, judged by the money of each cell.
    @Test("Parts and matches hold for whole bills", arguments: 1...20)
    func sharesHold(seed: Int) throws {
        var random = RandomAllocation(seed: UInt64(seed) + 16_000)
        var data = random.data(
            years: 1, regions: 2, segments: 2, purses: 2, prices: 100_000...200_000,
            eligible: 20...60, ceilings: 2_000_000...9_000_000)
        if seed % 2 == 0 {
            data.shares[1] = data.shares[1].map { _ in 0.4 }
        } else {
            data.partners = [nil, 0]
            data.matches[1] = data.matches[1].map { _ in 0.5 }
        }
        let plan = AllocationOutreach(
            isShare: true, pieces: [.init(upTo: 0.4, cost: 10_000), .init(upTo: 0.9, cost: 70_000)])
        let answer = try AllocationProblem(
            data, objective: .protectedPersonMonths, outreach: [0: plan, 1: plan]
        ).answer()
        let plain = PlainAllocation(problem: answer.problem)
        #expect(plain.keepsMoneyAndPeople(answer.persons))
        for cell in data.eligible.indices {
            let (year, region, segment) = data.parts(of: cell)
            func paid(_ purse: Int) -> Double {
                plain.rupiah(
                    answer.persons, year: year, regions: [region], segments: [segment],
                    purse: purse)
            }
            let (first, second) = (paid(0), paid(1))
            let most = seed % 2 == 0 ? 0.4 * (first + second) : 0.5 * first
            #expect(second <= most + 1, "seed \(seed)")
        }
    }
}
