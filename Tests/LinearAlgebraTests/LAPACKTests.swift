import Testing

@testable import LinearAlgebra

@Suite struct LAPACKTests {
    @Test func `a positive code is a failure of the numbers`() {
        #expect(LAPACK.failure(0) == nil)
        #expect(LAPACK.failure(3) == 3)
    }

    @Test func `a negative code traps`() async {
        await #expect(processExitsWith: .failure) { _ = LAPACK.failure(-4) }
        await #expect(processExitsWith: .failure) { LAPACK.requireSuccess(1) }
    }
}
