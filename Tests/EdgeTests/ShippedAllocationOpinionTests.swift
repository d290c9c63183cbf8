import Testing
import _TestSupport

@testable import Analysis
@testable import Formats
@testable import Optimization
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

    /// Ends of our own come from prices alone; those of HiGHS from a row that holds the objective.
    /// Where every cell brings its own number of families a billionth of the best value moves
    /// thousands of persons, so that only a question in which equals are equal can be compared.
    @Test("Both leave the same range open", arguments: ["orang-bulan"])
    func sameRange(_ name: String) throws {
        let highs = try #require(HighsLibrary.shared)
        let workspace = try SweepFixture.workspace.get()
        let question = try workspace.allocationQuestion(
            "../../scenarios/jawa-timur/alokasi-\(name).yaml"
        ).value
        let answer = try workspace.allocation(question).answer
        let spans = try #require(answer.spans)
        let (data, programme) = (answer.problem.data, AllocationProgramme(answer.problem))
        let farmers = try #require(data.segments.firstIndex { $0.name == "petani" })
        let widest = try #require(spans.max { $0.width < $1.width })
        #expect(widest.width > 1000)
        for span in [spans[data.segments.count + farmers], widest] {
            let sum = programme.persons(
                span.year, Array(data.regions.indices), [span.segment])
            let theirs = try highs.ends(of: sum, in: programme.linear, at: answer.solution)
            #expect(abs(span.least - theirs.least) < 2, "\(span) and \(theirs)")
            #expect(abs(span.most - theirs.most) < 2, "\(span) and \(theirs)")
        }
    }
}
