import LinearAlgebra
import Testing
import _TestSupport

@Suite struct SingleThreadTests {
    @Test func `calls from many tasks give the bits of one call`() async {
        var random = SeededDraws(9)
        let (a, b) = (random.matrix(120, 120), random.matrix(120, 120))
        let alone = a * b
        let equal = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<24 { group.addTask { a * b == alone } }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(equal)
        #expect(BLASConfiguration.current.threadCount == 1)
    }
}
