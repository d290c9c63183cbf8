import Quantities

extension ScenarioAttribution {
    /// The part of each changed key in the difference of each figure, by year.
    ///
    /// Keys: `scenario`, `change`, `year`, `quantity`. For each year and quantity the parts sum to
    /// the difference; money parts are whole rupiah and still do.
    ///
    ///     column     unit     content
    ///     scenario            the alternative's name
    ///     change              a changed key or group of keys, as ``ChangeGroup`` names it
    ///     year                budget year
    ///     quantity            a ``Measure``, by its name
    ///     unit                of the part: Rp, person-month, person
    ///     part                in that unit; negative where the change lowers the figure
    ///
    /// Ratios are left out: the parts of a ratio would not sum to the ratio of summed figures.
    public var table: ResultTable {
        let years = baseline.summary.years
        let rows = Measure.allCases.flatMap { measure in
            years.indices.flatMap { year in
                zip(groups, parts(of: measure, year: year)).map {
                    (measure: measure, year: years[year], group: $0, part: $1)
                }
            }
        }
        return ResultTable("attribution", rows) {
            Key("scenario") { _ in alternative.name }
            Key("change", \.group.name)
            Key("year") { String($0.year) }
            Key("quantity", \.measure.name)
            Column("unit", .word, \.measure.unit.rawValue)
            Column("part", .factor, \.part)
        }
    }

    /// The part of each changed key in the headline figures of the whole horizon, and their sum.
    ///
    /// Keys: `scenario`, `change`, where `total` is the whole difference. Stocks are those of the
    /// last year.
    public var overview: ResultTable {
        let names = groups.map(\.name) + ["total"]
        let headline: [Measure] = [
            .publicBill, .gap, .fundedPersonMonths, .waitingPersonMonths, .protectedAtEnd,
        ]
        return ResultTable("attribution-overview", names.indices) {
            Key("scenario") { _ in alternative.name }
            Key("change") { names[$0] }
            for measure in headline {
                let parts = overall(measure)
                let column = parts + [parts.reduce(0, +)]
                Column(.measure(measure)) { column[$0] }
            }
        }
    }

    private func overall(_ measure: Measure) -> [Double] {
        let years = Array(baseline.summary.years.indices)
        let counted = measure.isStock ? years.suffix(1) : years[...]
        return counted.reduce(groups.map { _ in 0 }) { sums, year in
            zip(sums, parts(of: measure, year: year)).map { $0 + $1 }
        }
    }

    /// The parts of all groups in one figure's difference in a year, summed over regions and
    /// segments. Money is rounded so that the parts still sum to the difference.
    ///
    /// Attribution is linear, so the parts of a sum over cells are the sums of the cells' parts.
    public func parts(of measure: Measure, year: Int) -> [Double] {
        let summary = baseline.summary
        let cells = summary.cells(of: measure, year: year)
        let exact = parts.map { row in cells.reduce(0) { $0 + row[$1] } }
        guard measure.unit == .rupiah else { return exact }
        let difference =
            alternative.summary.total(measure, year: year) - summary.total(measure, year: year)
        return Self.rounded(exact, to: difference)
    }

    /// Whole numbers near the parts that sum to a whole difference: the largest fractions are
    /// rounded up until the sum is right.
    ///
    ///     [0.5, 0.5, 1.0] to 2   // 1, 0, 1
    ///
    /// Parts may be negative, which is why ``apportioned(_:total:)`` does not serve here.
    static func rounded(_ parts: [Double], to difference: Double) -> [Double] {
        var whole = parts.map { $0.rounded(.down) }
        let left = Int((difference - whole.reduce(0, +)).rounded())
        let order = parts.indices.sorted { a, b in
            let (fa, fb) = (parts[a] - whole[a], parts[b] - whole[b])
            return fa == fb ? a < b : fa > fb
        }
        guard left > 0, !order.isEmpty else { return whole }
        for unit in 0..<left { whole[order[unit % order.count]] += 1 }
        return whole
    }
}

extension Summary {
    /// The positions of a measure's values in a year. One run of numbers, since region and segment
    /// run fastest.
    func cells(of measure: Measure, year: Int) -> Range<Int> {
        let first = (measure.rawValue * years.count + year) * regionCount * segmentCount
        return first..<first + regionCount * segmentCount
    }
}
