#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Seconds since some moment.
struct Clock {
    /// By the clock on the wall.
    let wall: Double
    /// Spent by this process on all its threads.
    let processor: Double

    static func now() -> Clock {
        Clock(
            wall: seconds(of: CLOCK_MONOTONIC), processor: seconds(of: CLOCK_PROCESS_CPUTIME_ID))
    }

    private static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// What other programs read.
enum StandardOutput {
    /// Sends what has been printed on its way, even into a pipe.
    static func flush() { fflush(nil) }
}
