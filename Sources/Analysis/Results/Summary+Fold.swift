import Welfare

extension Summary {
    /// The same figures with regions, segments or both summed into one.
    ///
    /// For whoever asks a summary for all its totals: each cell is read once. The order of
    /// summation is that of ``total(_:year:region:segment:)``, so
    ///
    ///     folded(grouping).total(m, year: y) == total(m, year: y)     // bit for bit
    ///
    /// and likewise with the regions of `.region` and the segments of `.segment`. Employed persons
    /// are missing, zero, where those of any region are; likewise poverty.
    ///
    /// - Complexity: O(values).
    func folded(_ grouping: Grouping) -> Summary {
        let (hasRegions, hasSegments) = (grouping == .region, grouping == .segment)
        let width = (hasRegions ? regionCount : 1) * (hasSegments ? segmentCount : 1)
        let cells = regionCount * segmentCount
        var sums = Array(repeating: 0.0, count: Measure.allCases.count * years.count * width)
        for block in 0..<Measure.allCases.count * years.count {
            for region in 0..<regionCount {
                for segment in 0..<segmentCount {
                    let place = hasRegions ? region : hasSegments ? segment : 0
                    sums[block * width + place] +=
                        values[
                            block * cells + region * segmentCount + segment]
                }
            }
        }
        return Summary(
            years: years, regionCount: hasRegions ? regionCount : 1,
            segmentCount: hasSegments ? segmentCount : 1, monthsModelled: monthsModelled,
            employed: hasRegions
                ? employed : employed.map { [$0.contains(0) ? 0 : $0.reduce(0, +)] },
            poverty: hasRegions ? poverty : poverty.map { [.total($0)] }, values: sums)
    }

    /// Takes figures as they are, in the order of ``values``.
    private init(
        years: [Int], regionCount: Int, segmentCount: Int, monthsModelled: [Int],
        employed: [[Double]], poverty: [[PovertyFigures]], values: [Double]
    ) {
        self.years = years
        self.regionCount = regionCount
        self.segmentCount = segmentCount
        self.monthsModelled = monthsModelled
        self.employed = employed
        self.poverty = poverty
        self.values = values
    }
}
