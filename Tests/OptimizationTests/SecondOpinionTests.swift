import Optimization
import Testing
import _TestSupport

/// Clp against HiGHS on the same files; skipped where HiGHS is not installed (`make opinion`).
@Suite(.enabled(if: HighsLibrary.shared != nil))
struct SecondOpinionTests {
    @Test("Both come to the same objective, or both to none", arguments: 0..<400)
    func sameObjective(seed: Int) throws {
        let highs = try #require(HighsLibrary.shared)
        let random = RandomProgramme(seed: UInt64(seed), isBounded: seed % 2 == 0)
        let answer = try highs.answer(mps: random.programme.mps())
        do {
            let ours = try random.programme.solution().objective
            guard case .optimal(let theirs) = answer else {
                Issue.record("seed \(seed): \(ours) and \(answer)")
                return
            }
            let sign: Double = random.direction == .minimise ? 1 : -1
            #expect(abs(sign * ours - theirs) <= 1e-9 * max(1, abs(theirs)), "seed \(seed)")
        } catch LinearProgrammeFault.infeasible {
            #expect(answer == .infeasible || answer == .unbounded, "seed \(seed)")
        } catch LinearProgrammeFault.unbounded {
            #expect(answer == .unbounded || answer == .infeasible, "seed \(seed)")
        }
    }
}
