import CBLAS

/// The product of two full matrices of order 1024 by the BLAS: the fastest that this core
/// multiplies and adds in practice.
enum DenseProduct {
    private static let order = 1024
    private static let left = filled(by: 31)
    private static let right = filled(by: 17)

    /// Operations a second, in thousand millions: the better of two products after a first one
    /// that wakes the processor's wide units.
    static func rate() -> Double {
        var result = [Double](repeating: 0, count: order * order)
        let times = (0..<3).map { _ in
            let start = Clock.now().processor
            let n = Int32(order)
            cblas_dgemm(
                CblasColMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, left, n, right, n, 0,
                &result, n)
            return Clock.now().processor - start
        }
        let best = times.dropFirst().reduce(times[0], min)
        return 2 * Double(order * order * order) / best * 1e-9
    }

    private static func filled(by step: Int) -> [Double] {
        openblas_set_num_threads(1)
        return (0..<order * order).map { Double($0 * step % 1009) / 1009 }
    }
}
