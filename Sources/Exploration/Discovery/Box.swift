/// What one input must be for a point to lie in a box.
public struct BoxLimit: Sendable, Equatable {
    /// The values allowed.
    public enum Allowed: Sendable, Equatable {
        /// Numbers from `lower` to `upper`, both included; nil where that side is open.
        case range(lower: Double?, upper: Double?)
        /// Some of the categories that occur, in the order of their text.
        case categories([String])
    }

    /// The input that is limited, as a sweep names it.
    public let input: String
    /// Which of its values lie inside the box.
    public let allowed: Allowed

    /// Limits an input.
    public init(input: String, allowed: Allowed) {
        self.input = input
        self.allowed = allowed
    }

    /// Whether a number is allowed; false for categories.
    public func contains(_ value: Double) -> Bool {
        guard case .range(let lower, let upper) = allowed else { return false }
        return value >= lower ?? -.infinity && value <= upper ?? .infinity
    }

    /// Whether a category is allowed; false for numbers.
    public func contains(_ value: String) -> Bool {
        guard case .categories(let labels) = allowed else { return false }
        return labels.contains(value)
    }
}

/// A rule of the form "growth at most 3.1 % and price at least Rp 45,000": a scenario in words.
///
/// Only restricted inputs have a limit. A limit on numbers lies midway between the values of the
/// last point inside and the first one outside.
public struct Box: Sendable, Equatable {
    /// In the order of the inputs.
    public let limits: [BoxLimit]

    /// Makes a box from limits; none means that every point lies in it.
    public init(_ limits: [BoxLimit]) { self.limits = limits }

    /// How many inputs are restricted.
    public var restrictedCount: Int { limits.count }
}

extension PrimPoints {
    /// The points that lie in a box; limits on unknown inputs let nothing pass.
    ///
    /// - Complexity: O(r n) for r limits.
    public func points(in box: Box) -> [Int] {
        let columns = box.limits.map { limit in
            (limit, inputs.first { $0.name == limit.input }?.values)
        }
        return (0..<count).filter { point in
            columns.allSatisfy { limit, values in
                switch values {
                case .numbers(let numbers): limit.contains(numbers[point])
                case .categories(let labels): limit.contains(labels[point])
                case nil: false
                }
            }
        }
    }
}
