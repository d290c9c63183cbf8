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

    /// Products one after another, as many on each thread.
    static func job(_ products: Int, threads: Int) -> Job {
        let results = (0..<threads).map { _ in Lanes(rows: order * order / Lanes.width) }
        return {
            Threads.run(products, on: threads) { range, thread in
                let n = Int32(order)
                for _ in range {
                    cblas_dgemm(
                        CblasColMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, left, n, right, n,
                        0, results[thread].base, n)
                }
            }
            let check = results[0].base[0]
            return { [check] }
        }
    }

    private static func filled(by step: Int) -> [Double] {
        openblas_set_num_threads(1)
        return (0..<order * order).map { Double($0 * step % 1009) / 1009 }
    }
}

extension Measure {
    /// What two cores can give: sixteen dense products, one thread.
    static let dense = Measure(name: "dense") { DenseProduct.job(16, threads: 1) }

    /// The same on two threads.
    static let denseOnTwo = Measure(name: "dense-two-threads") { DenseProduct.job(16, threads: 2) }
}
