import Policy
import Quantities
import Testing

@testable import Coverage

/// The check of a projection's laws notices each way of breaking them.
struct CoverageBalanceTests {
    private func sound() throws -> Projection {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.quota = PlainSteps(.heads(200))
        cell.rates = PlainSteps(PlainRates(lapse: 1, death: 0.01))
        return try PlainScenario.single(cell, months: 5).resolved().projected()
    }

    private func broken(_ change: (inout MonthRecords) -> Void) throws -> Projection {
        let sound = try sound()
        var months = sound.segments[0].months
        change(&months)
        let segment = SegmentProjection(
            segment: sound.segments[0].segment, months: months,
            closing: sound.segments[0].closing, cut: sound.segments[0].cut)
        return Projection(policy: sound.policy, segments: [segment])
    }

    @Test func soundProjectionPasses() throws {
        let projection = try sound()
        try projection.checkBalance()
        #expect(projection.worstImbalance < 1e-14)
    }

    @Test func lostHeadsAreNamed() throws {
        let projection = try broken { $0[MonthRow.exits, 2, 0] -= 0.5 }
        #expect {
            try projection.checkBalance()
        } throws: { error in
            guard
                case CoverageFault.headsNotConserved(let segment, let month, let difference)? =
                    error as? CoverageFault
            else { return false }
            return segment == "segment-0" && month == 2 && isNear(difference, 5e-4, 1e-5)
        }
        #expect(projection.worstImbalance > 4e-4)
    }

    @Test func negativeStockIsNamed() throws {
        let projection = try broken { months in
            months[MonthRow.start, 0, 0] += 3
            months[MonthRow.start + 8, 0, 0] -= 3
        }
        let fault = CoverageFault.negativeStock(segment: "segment-0", month: 0, value: -3)
        #expect(throws: fault) { try projection.checkBalance() }
    }

    @Test func exceededQuotaIsNamed() throws {
        let projection = try broken { $0[MonthRow.quota, 3, 0] = 150 }
        #expect {
            try projection.checkBalance()
        } throws: { error in
            guard
                case CoverageFault.quotaExceeded(_, 3, let excess)? = error as? CoverageFault
            else { return false }
            return isNear(excess, 50)
        }
    }
}
