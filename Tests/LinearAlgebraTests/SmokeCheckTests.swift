import LinearAlgebra
import Testing

@Suite struct SmokeCheckTests {
    @Test func `the installed library answers every problem`() throws {
        let check = try BLASConfiguration.smokeCheck()
        #expect(Set(check.worstErrors.keys) == Set(SmokeCheck.Problem.allCases))
        #expect(check.worstErrors.values.allSatisfy { $0 <= SmokeCheck.tolerance })
    }
}
