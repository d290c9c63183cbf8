import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Work in small parts, which threads take as they come to them.
enum Threads {
    private final class Part {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }

    /// How many parts each thread is to have: halves that are fixed beforehand would wait for the
    /// slower core.
    private static let parts = 32

    /// Runs parts of `0..<count` and waits for all; `part` is told which thread it is on.
    static func run(
        _ count: Int, on threads: Int, _ part: @escaping (Range<Int>, Int) -> Void
    ) throws {
        let size = max(1, count / (threads * parts))
        let next = Counter()
        func work(_ thread: Int) {
            while true {
                let first = next.take() * size
                guard first < count else { return }
                part(first..<min(count, first + size), thread)
            }
        }
        let handles = try (1..<threads).map { thread in try start(Part { work(thread) }) }
        work(0)
        for handle in handles { pthread_join(handle, nil) }
    }

    /// Counts up, one thread at a time.
    private final class Counter: Sendable {
        private let next = Atomic(0)
        func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
    }

    private static func start(_ part: Part) throws -> pthread_t {
        #if canImport(Glibc)
            var handle = pthread_t()
        #else
            var handle: pthread_t?
        #endif
        let place = Unmanaged.passRetained(part)
        let status = pthread_create(&handle, nil, runPart, place.toOpaque())
        #if canImport(Glibc)
            guard status == 0 else { throw NoThread(status: status) }
            return handle
        #else
            guard status == 0, let handle else { throw NoThread(status: status) }
            return handle
        #endif
    }

    #if canImport(Glibc)
        private static let runPart:
            @convention(c) (UnsafeMutableRawPointer?) ->
                UnsafeMutableRawPointer? = { place in
                    if let place { Unmanaged<Part>.fromOpaque(place).takeRetainedValue().run() }
                    return nil
                }
    #else
        private static let runPart:
            @convention(c) (UnsafeMutableRawPointer) ->
                UnsafeMutableRawPointer? = { place in
                    Unmanaged<Part>.fromOpaque(place).takeRetainedValue().run()
                    return nil
                }
    #endif
}

/// The system gave no thread.
struct NoThread: Error {
    let status: Int32
}
