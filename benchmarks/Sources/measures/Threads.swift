#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Work in equal parts, each on a thread of its own.
enum Threads {
    private final class Part {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }

    /// Runs parts of `0..<count` and waits for all; `part` is told which thread it is on.
    static func run(
        _ count: Int, on threads: Int, _ part: @escaping (Range<Int>, Int) -> Void
    ) throws {
        let handles = try (1..<threads).map { thread in
            try start(Part { part(slice(count, thread, threads), thread) })
        }
        part(slice(count, 0, threads), 0)
        for handle in handles { pthread_join(handle, nil) }
    }

    private static func slice(_ count: Int, _ thread: Int, _ threads: Int) -> Range<Int> {
        count * thread / threads..<count * (thread + 1) / threads
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
