import Analysis
import Forecasting
import Formats
import Quantities

/// Makes a series of its observations: in order, at equal steps, each time once.
struct SeriesBuilder {
    let session: ReadingSession
    let file: String
    let period: Int?
    /// Whether rows were refused, so that what seems odd about the others may follow from it.
    let isPartial: Bool

    /// The series; nil where it cannot be used, which is a fault or, of one with a single
    /// observation, a warning.
    func member(_ name: String, _ rows: [SeriesRow]) -> SeriesTable.Member? {
        guard let first = rows.first, isOfOneKind(name, rows) else { return nil }
        let sorted = rows.enumerated().sorted {
            ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }.map(\.element)
        guard let unique = unique(name, sorted), hasOneStep(name, unique) else { return nil }
        if let turned = zip(rows, rows.dropFirst()).first(where: { $1.time < $0.time }) {
            warn(turned.1.position, Phrase.sorted(name, turned.1.time))
        }
        let present = unique.filter { !$0.value.isNaN }
        guard present.count > 1 else {
            warn(first.position, Phrase.tooFewOf(name, present.count))
            return nil
        }
        let stride = zip(unique, unique.dropFirst()).reduce(0) {
            Self.commonDivisor($0, $1.1.time.ordinal - $1.0.time.ordinal)
        }
        let member = laidOut(name, unique, stride: stride)
        note(member, present)
        return member
    }

    private func laidOut(
        _ name: String, _ rows: [SeriesRow], stride: Int
    ) -> SeriesTable.Member {
        let (first, last) = (rows[0].time, rows[rows.count - 1].time)
        let count = (last.ordinal - first.ordinal) / stride + 1
        var values = [Double](repeating: .nan, count: count)
        var lines = [Int?](repeating: nil, count: count)
        for row in rows {
            let step = (row.time.ordinal - first.ordinal) / stride
            values[step] = row.value
            lines[step] = row.position.line
        }
        let year = first.kind.perYear
        let natural = year % stride == 0 ? year / stride : 1
        return SeriesTable.Member(
            name: name, series: TimeSeries(values, period: period ?? natural), first: first,
            stride: stride, lines: lines)
    }

    private func isOfOneKind(_ name: String, _ rows: [SeriesRow]) -> Bool {
        guard let other = rows.first(where: { $0.time.kind != rows[0].time.kind }) else {
            return true
        }
        session.fault(
            other.position, Phrase.mixedKinds(name, other.time, rows[0].time),
            hint: Phrase.oneFrequency)
        return false
    }

    /// Each time once; equal rows count once, and different ones are a fault.
    private func unique(_ name: String, _ sorted: [SeriesRow]) -> [SeriesRow]? {
        var unique: [SeriesRow] = []
        var (again, twice): (SeriesRow?, [SeriesRow]) = (nil, [])
        for row in sorted {
            guard let known = unique.last, known.time == row.time else {
                unique.append(row)
                continue
            }
            if row.value == known.value || row.value.isNaN {
                if again == nil { again = row }
            } else if known.value.isNaN {
                unique[unique.count - 1] = row
            } else {
                twice.append(row)
            }
        }
        guard let other = twice.first else {
            if let again { warn(again.position, Phrase.repeatedRow(name, again.time)) }
            return unique
        }
        let first = unique.first { $0.time == other.time } ?? other
        if twice.count > 1, 2 * twice.count >= unique.count {
            session.fault(
                other.position, Phrase.twoSeries(name, twice.count), hint: Phrase.nameSeries)
        } else {
            session.fault(
                other.position, Phrase.twoValues(name, other.time),
                hint: Phrase.firstWritten(first.position.line))
        }
        return nil
    }

    /// Whether observations keep one distance: yearly ones that become monthly are two series.
    private func hasOneStep(_ name: String, _ rows: [SeriesRow]) -> Bool {
        let steps = zip(rows, rows.dropFirst()).map { $1.time.ordinal - $0.time.ordinal }
        guard let first = steps.first, let last = steps.last else { return true }
        let start = steps.prefix { $0 == first }.count
        let end = steps.reversed().prefix { $0 == last }.count
        if first != last, start > 1, end > 1, start + end == steps.count {
            let row = rows[start + 1]
            session.fault(
                row.position, Phrase.mixedSteps(name, row.time, from: first, to: last),
                hint: Phrase.oneFrequency)
            return false
        }
        let divisor = steps.reduce(0, Self.commonDivisor)
        let span = (rows[rows.count - 1].time.ordinal - rows[0].time.ordinal) / divisor
        guard span > 100 + 20 * rows.count,
            let widest = steps.indices.max(by: { steps[$0] < steps[$1] })
        else { return true }
        let row = rows[widest + 1]
        session.fault(
            row.position, Phrase.farAway(name, row.time, rows[widest].time),
            hint: Phrase.checkTime)
        return false
    }

    private func note(_ member: SeriesTable.Member, _ present: [SeriesRow]) {
        let last = present[present.count - 1]
        let values = present.map(\.value)
        if values.count > 2, values.allSatisfy({ $0 == values[0] }) {
            warn(
                present[0].position, Phrase.constantSeries(member.name, values.count, values[0]))
            return
        }
        // A level that is out of line, after a step that is too: a trend has the first alone.
        guard values.count >= 10, let breaks = try? LevelBreaks(member.series),
            breaks.isLastSuspect, let deviation = breaks.lastDeviation,
            let changes = try? LevelBreaks(member.series.changes), changes.isLastSuspect
        else { return }
        warn(last.position, Phrase.lastBreaks(member.name, last.time, deviation))
    }

    private func warn(_ position: Position, _ message: Phrase, hint: Phrase? = nil) {
        if !isPartial { session.warn(position, message, hint: hint) }
    }

    /// Tells which steps have no value, once for all series that lack the same.
    func noteGaps(_ members: [SeriesTable.Member]) {
        var order: [[String]] = []
        var lacking: [[String]: [SeriesTable.Member]] = [:]
        for member in members where !member.series.isComplete {
            let gaps = member.series.values.indices.filter { member.series.values[$0].isNaN }
            let times = gaps.map { member.time($0).text }
            if lacking[times] == nil { order.append(times) }
            lacking[times, default: []].append(member)
        }
        for times in order {
            guard let members = lacking[times], let first = members.first else { continue }
            let gap = first.series.values.firstIndex(where: \.isNaN) ?? 0
            let line = first.lines[..<gap].reversed().compactMap { $0 }.first ?? first.lines[0]
            warn(
                Position(file: file, line: line ?? 0, column: 1),
                Phrase.gaps(members.map(\.name), times, of: first.series.count))
        }
    }

    /// Tells of a series of totals among others: it is continued on its own.
    func noteTotals(_ members: [SeriesTable.Member], at table: CSVTable) {
        guard members.count > 1 else { return }
        for member in members where CSVTrim.isTotal(member.name) {
            let line = member.lines.compactMap { $0 }.first ?? table.position.line
            warn(
                Position(file: file, line: line, column: 1), Phrase.totalAmong(member.name),
                hint: Phrase.useHierarchy)
        }
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : commonDivisor(b, a % b)
    }
}

extension TimeSeries {
    /// Each step less the one before.
    fileprivate var changes: TimeSeries {
        TimeSeries(zip(values.dropFirst(), values).map { $0 - $1 }, period: period)
    }
}
