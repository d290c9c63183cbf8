import Testing

@testable import Policy

struct ConcurrentMapTests {
    @Test("every element is mapped once, into its own place", arguments: [0, 1, 7, 1_000])
    func order(count: Int) {
        let numbers = Array(0..<count)
        #expect(numbers.concurrentMap { "\($0 * $0)" } == numbers.map { "\($0 * $0)" })
    }

    @Test("maps within maps come to an end")
    func nested() {
        let sums = Array(0..<50).concurrentMap { row in
            Array(0..<50).concurrentMap { $0 * row }.reduce(0, +)
        }
        #expect(sums == (0..<50).map { $0 * 1_225 })
    }
}
