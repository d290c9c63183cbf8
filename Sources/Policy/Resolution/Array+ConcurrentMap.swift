import Dispatch

extension Array where Element: Sendable {
    /// The same as `map`, on as many threads as there are processors: for parts that do not know
    /// of each other and take far longer than handing them out.
    package func concurrentMap<Value: Sendable>(
        _ transform: @Sendable (Element) -> Value
    ) -> [Value] {
        [Value](unsafeUninitializedCapacity: count) { places, initialized in
            // Each part writes its own place alone.
            nonisolated(unsafe) let first = places.baseAddress
            DispatchQueue.concurrentPerform(iterations: count) { place in
                guard let first else { return }
                (first + place).initialize(to: transform(self[place]))
            }
            initialized = count
        }
    }
}
