import Testing
import _TestSupport

@testable import Analysis
@testable import Formats
@testable import Reading

/// The shipped allocations against HiGHS on the same programmes; skipped where HiGHS is not
/// installed (`make opinion`).
@Suite(.enabled(if: HighsLibrary.shared != nil))
struct ShippedAllocationOpinionTests {
    @Test(
        "Both come to the same best",
        arguments: ["orang-bulan", "daerah-terlemah", "keluarga", "biaya-terendah", "tangguh"])
    func sameBest(_ name: String) throws {
        let highs = try #require(HighsLibrary.shared)
        let workspace = try SweepFixture.workspace.get()
        let question = try workspace.allocationQuestion(
            "../../scenarios/jawa-timur/alokasi-\(name).yaml"
        ).value
        let answer = try workspace.allocation(question).answer
        guard case .optimal(let theirs) = try highs.answer(mps: answer.problem.mps()) else {
            Issue.record("HiGHS has no answer")
            return
        }
        let sign: Double = question.objective == .cost ? 1 : -1
        let ours = answer.relaxed / answer.problem.unit
        #expect(abs(sign * ours - theirs) <= 1e-7 * abs(theirs), "\(ours) and \(theirs)")
    }
}
