/// Poverty of all people of some regions, in forms that add over regions.
///
/// No persons means that it is not known; then all is 0.
public struct PovertyFigures: Sendable, Hashable {
    /// All people.
    public let persons: Double
    /// Indices times persons, in the order of ``PovertyIndex``: the first are the poor.
    public let sums: SIMD4<Double>
    /// Rupiah a year that would close the gap, in prices of the start: P1 x line x persons x 12.
    public let gapRupiah: Double

    /// Nothing is known.
    public static let unknown = PovertyFigures(persons: 0, sums: .zero, gapRupiah: 0)

    init(persons: Double, sums: SIMD4<Double>, gapRupiah: Double) {
        self.persons = persons
        self.sums = sums
        self.gapRupiah = gapRupiah
    }

    /// The figures of one region.
    public init(_ indices: PovertyIndices, line: Double, persons: Double) {
        let values = SIMD4(indices.headcount, indices.gap, indices.severity, indices.watts)
        self.init(
            persons: persons, sums: values * persons,
            gapRupiah: indices.gap * line * persons * 12)
    }

    /// Whether there is anything.
    public var isKnown: Bool { persons > 0 }

    /// An index of all these people; NaN where it is not known.
    public subscript(index: PovertyIndex) -> Double {
        guard isKnown else { return .nan }
        return switch index {
        case .headcount: sums.x / persons
        case .gap: sums.y / persons
        case .severity: sums.z / persons
        case .watts: sums.w / persons
        }
    }

    /// Persons below the line; NaN where not known.
    public var poor: Double { isKnown ? sums.x : .nan }

    /// All regions together; unknown where any is, and where there is none.
    public static func total(_ parts: some Sequence<PovertyFigures>) -> PovertyFigures {
        var sum = unknown
        for part in parts {
            guard part.isKnown else { return .unknown }
            sum = PovertyFigures(
                persons: sum.persons + part.persons, sums: sum.sums + part.sums,
                gapRupiah: sum.gapRupiah + part.gapRupiah)
        }
        return sum
    }
}
