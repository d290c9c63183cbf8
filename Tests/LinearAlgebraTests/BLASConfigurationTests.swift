import LinearAlgebra
import Testing

@Suite struct BLASConfigurationTests {
    @Test func `BLAS runs on one thread in a build that keeps to it`() {
        let configuration = BLASConfiguration.current
        #expect(configuration.threadCount == 1)
        #expect(configuration.threading == .posixThreads || configuration.threading == .sequential)
        #expect(configuration.isReproducible)
    }

    @Test func `version and kernel are known`() {
        let configuration = BLASConfiguration.current
        #expect(configuration.build.hasPrefix("OpenBLAS"))
        #expect(!configuration.coreName.isEmpty)
    }
}
