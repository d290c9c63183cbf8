internal import COpenBLAS

/// Keeps OpenBLAS on one thread.
///
/// Sums split over threads are added in another order, so a product on two threads differs in
/// its last bits from one on one thread. The package runs scenarios side by side instead, above
/// this module, and asks for one thread before the first call.
enum SingleThread {
    /// Makes the call when it is first read, and never again.
    private static let established: Void = openblas_set_num_threads(1)

    /// Makes sure, once per process, that BLAS uses one thread.
    static func require() { _ = established }
}
