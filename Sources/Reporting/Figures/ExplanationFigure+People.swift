import Analysis
import Costing
import Coverage
import Policy
import Quantities

/// Sums of people: months of a year, stocks at its end, coverage.
extension ExplanationFigure {
    /// Person-months of a month's quota in a cell that no purse pays: the largest of any programme.
    private func unpaid(_ month: Int, _ cells: [[Int]: [CostTable.Entry]], _ cell: [Int]) -> Double
    {
        (cells[[month] + cell] ?? []).map(\.personMonths).max() ?? 0
    }

    private var gaps: [[Int]: [CostTable.Entry]] {
        Dictionary(grouping: entries { $0.bearer == .gap }) { [$0.month, $0.region, $0.segment] }
    }

    /// Regions by segments, as positions.
    var cells: [[Int]] {
        regions.flatMap { region in segments.map { [region, $0] } }
    }

    private func record(_ month: Int, _ segment: Int) -> MonthRecord {
        result.projection.segments[segment].months[month]
    }

    /// A figure that is a sum over the year's months; nil for any other.
    func monthly(_ measure: Measure) -> FigureSum? {
        let gaps = gaps
        var sum = FigureSum()
        for month in months {
            var (all, paid) = (0.0, 0.0)
            for cell in cells {
                let record = record(month, cell[1])
                let funded = record.exposure(Status.publiclyFunded, region: cell[0])
                let unpaid = unpaid(month, gaps, cell)
                let part = funded > 0 ? max(0, funded - unpaid) / funded : 1
                guard let value = flow(measure, record, cell[0]) else { return nil }
                all += value
                switch measure {
                case .fundedPersonMonths, .waitingPersonMonths: paid += value * part
                case .gapPersonMonths: paid += unpaid
                default: paid += value
                }
            }
            let date = policy.horizon.lowerBound.advanced(by: month)
            let how = abs(all - paid) > 1e-9 * max(1, all) && measure != .gapPersonMonths
            sum.add(
                Phrase { _ in date.description }, paid, measure.unit,
                how: how ? Phrase.paidOf(all, all - paid, measure.unit) : nil)
        }
        return sum
    }

    /// What a month of a region adds to a figure, before what is unpaid is taken off.
    private func flow(_ measure: Measure, _ record: MonthRecord, _ region: Int) -> Double? {
        switch measure {
        case .fundedPersonMonths: record.exposure(Status.publiclyFunded, region: region)
        case .waitingPersonMonths:
            record.exposure([.fundedFirst, .fundedSecond], region: region)
        case .selfPersonMonths: record.exposure(Status.selfPaid, region: region)
        case .employerPersonMonths: record.exposure([.employer], region: region)
        case .workerPersonMonths: record.exposure(Status.allCases, region: region)
        case .unfilledPersonMonths: record.unfilled[region]
        case .enrolled: record.enrolled[region]
        case .released: record.released[region]
        case .deaths: record.exits(.death, region: region)
        case .gapPersonMonths: 0
        default: nil
        }
    }

    /// Who is protected at the end of the year, by who pays; nil for other figures.
    func stocks(_ measure: Measure) -> FigureSum? {
        let last = months.upperBound
        /// Persons of some statuses after the year's last month.
        func stock(_ statuses: [Status]) -> Double {
            cells.reduce(0) {
                $0
                    + result.projection.segments[$1[1]].stock(
                        statuses, month: last, region: $1[0])
            }
        }
        var sum = FigureSum()
        switch measure {
        case .workersAtEnd: workers(&sum, stock(Status.allCases))
        case .gapAtEnd:
            sum.add(
                Phrase(id: "dalam kuota", en: "on the quota"), stock(Status.publiclyFunded), .person
            )
            sum.add(Phrase.paidByPurses, -figure(.fundedAtEnd), .person)
        case .fundedAtEnd, .protectedAtEnd:
            let unpaid = figure(.gapAtEnd)
            sum.add(
                Phrase.paidByPurses, figure(.fundedAtEnd), .person,
                how: unpaid > 0
                    ? Phrase.paidOf(stock(Status.publiclyFunded), unpaid, .person) : nil)
            if measure == .protectedAtEnd {
                sum.add(
                    Phrase(id: "membayar sendiri", en: "paying for themselves"),
                    stock(Status.selfPaid), .person)
                sum.add(
                    Phrase(id: "dibayar pemberi kerja", en: "paid by employers"),
                    stock([.employer]), .person)
            }
        default: return nil
        }
        return sum
    }

    private func workers(_ sum: inout FigureSum, _ end: Double) {
        func flows(_ value: (MonthRecord, Int) -> Double) -> Double {
            cells.reduce(0) { total, cell in
                months.reduce(total) { $0 + value(record($1, cell[1]), cell[0]) }
            }
        }
        let start = cells.reduce(0) {
            $0
                + result.projection.segments[$1[1]].stock(
                    Status.allCases, month: months.lowerBound, region: $1[0])
        }
        sum.add(
            Phrase(id: "pekerja pada awal tahun", en: "workers at the year's start"), start, .person
        )
        sum.add(Phrase(id: "pekerja baru", en: "new workers"), flows { $0.entrants[$1] }, .person)
        for cause in ExitCause.allCases {
            sum.add(Phrase.leaving(cause), -flows { $0.exits(cause, region: $1) }, .person)
        }
        sum.close(at: end, .person, rest: Phrase.sumRounding)
    }

    /// A ratio: the terms above the line, their sum, what it is divided by.
    func quotient(
        _ top: FigureSum, _ over: Double, _ unit: Unit, by label: Phrase, _ under: Double,
        _ underUnit: Unit
    ) -> FigureSum {
        var sum = top
        if top.terms.count > 1 { sum.add(Phrase(id: "pembilang", en: "numerator"), over, unit) }
        sum.add(
            Phrase(same: "\(Phrase.denominator): \(label)"), under, underUnit)
        return sum
    }
}
