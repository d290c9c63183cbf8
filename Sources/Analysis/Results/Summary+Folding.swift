import Policy
import Welfare

extension Summary {
    /// The same figures with regions summed into provinces or one, or segments into one.
    ///
    /// For whoever asks a summary for all its totals: each cell is read once. The order of
    /// summation is that of ``total(_:year:region:segment:)``, so
    ///
    ///     folded(grouping).total(m, year: y) == total(m, year: y)     // bit for bit
    ///
    /// and likewise with the regions of `.region` and the segments of `.segment`; a province of
    /// `.province` has the bits of a scenario of its regions alone. Employed persons are missing,
    /// zero, where those of any region are; likewise poverty.
    ///
    /// - Parameters:
    ///   - policy: whose figures they are.
    ///   - keepsSegments: whether the segments of each place stay apart.
    /// - Complexity: O(values).
    package func folded(
        _ grouping: Grouping, of policy: ResolvedPolicy, keepsSegments: Bool = false
    ) -> Summary {
        let places = grouping.places(of: policy)
        let count = (places.max() ?? 0) + 1
        let columns = grouping == .segment || keepsSegments ? segmentCount : 1
        let (width, cells) = (count * columns, regionCount * segmentCount)
        var sums = Array(repeating: 0.0, count: Measure.allCases.count * years.count * width)
        for block in 0..<Measure.allCases.count * years.count {
            for region in 0..<regionCount {
                let first = block * width + places[region] * columns
                for segment in 0..<segmentCount {
                    sums[first + (columns > 1 ? segment : 0)] +=
                        values[block * cells + region * segmentCount + segment]
                }
            }
        }
        /// What the regions of each place have.
        func parts<Part>(_ row: [Part]) -> [[Part]] {
            var parts = Array(repeating: [Part](), count: count)
            for (place, part) in zip(places, row) { parts[place].append(part) }
            return parts
        }
        return Summary(
            years: years, regionCount: count, segmentCount: columns, monthsModelled: monthsModelled,
            employed: employed.map { row in
                parts(row).map { $0.contains(0) ? 0 : $0.reduce(0, +) }
            },
            poverty: poverty.map { row in parts(row).map { .total($0) } }, values: sums)
    }
}
