internal import COpenBLAS

/// Which BLAS this process runs, for `doctor` and for a run's manifest.
///
/// Results agree to the last bit on one kernel and to about 1e-10 between kernels.
public struct BLASConfiguration: Sendable, Equatable {
    /// How OpenBLAS was built to divide work.
    public enum Threading: Sendable, Hashable {
        /// No threads at all.
        case sequential
        /// Its own threads; their number is set for the whole process.
        case posixThreads
        /// Its setting of the number of threads holds only for the thread that makes it.
        case openMP
        /// A code that this version does not know.
        case unknown(Int)
    }

    /// Version and build options as OpenBLAS reports them.
    public let build: String
    /// The processor family whose kernels were picked at start, such as `SkylakeX`.
    public let coreName: String
    /// Threads a call uses; 1, because this module asks for it.
    public let threadCount: Int
    /// How the library divides work, which decides whether the setting can be trusted.
    public let threading: Threading

    /// What this process uses, after asking for one thread.
    public static var current: BLASConfiguration {
        SingleThread.require()
        return BLASConfiguration(
            build: openblas_get_config().map { String(cString: $0) } ?? "",
            coreName: openblas_get_corename().map { String(cString: $0) } ?? "",
            threadCount: Int(openblas_get_num_threads()),
            threading: threading(openblas_get_parallel()))
    }

    private static func threading(_ code: Int32) -> Threading {
        switch code {
        case OPENBLAS_SEQUENTIAL: .sequential
        case OPENBLAS_THREAD: .posixThreads
        case OPENBLAS_OPENMP: .openMP
        default: .unknown(Int(code))
        }
    }

    /// Whether calls from several threads give the bits that one thread gives: one thread per
    /// call, and a build whose setting holds for the whole process.
    public var isReproducible: Bool {
        threadCount == 1 && (threading == .posixThreads || threading == .sequential)
    }
}

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

/// The conventions of LAPACK calls in one place.
enum LAPACK {
    /// What the returned code says: nil for success, the positive code for a failure of the
    /// numbers. A negative code names a wrong argument, which is this module's bug and traps.
    static func failure(_ info: Int32) -> Int? {
        precondition(info >= 0, "argument \(-info) of a LAPACK call is wrong")
        return info == 0 ? nil : Int(info)
    }

    /// For calls that cannot fail once their arguments are right.
    static func requireSuccess(_ info: Int32) {
        precondition(info == 0, "a LAPACK call that cannot fail returned \(info)")
    }

    static func letter(_ scalar: Unicode.Scalar) -> CChar { CChar(scalar.value) }
}
