/// The largest difference seen, and where.
struct Discrepancy {
    private(set) var size = 0.0
    private(set) var place = "nowhere"

    /// Notes a difference; one that is not a number is larger than any.
    mutating func note(_ found: Double, _ expected: Double, _ name: @autoclosure () -> String) {
        let difference = abs(found - expected)
        guard !(difference <= size) else { return }
        size = difference.isNaN ? .infinity : difference
        place = "\(name()): \(found), expected \(expected)"
    }
}
