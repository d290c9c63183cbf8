/// Where intervals come from, by the name that a command takes.
package enum IntervalName: String, Sendable, CaseIterable {
    /// The method's own.
    case analytic
    /// Ranks of the method's errors at earlier origins.
    case conformal
}
