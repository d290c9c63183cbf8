import Forecasting
import LinearAlgebra

/// A tree with the series of its nodes, all ending at one time.
package struct SeriesHierarchy: Sendable {
    /// Why a tree and a table do not go together.
    package enum Fault: Error, Equatable {
        /// A leaf without a series.
        case noSeries(node: String)
        /// A node whose steps are others than those of the first.
        case otherSteps(node: String, than: String)
    }

    /// A parent whose published figures are not the sums of those of its children.
    package struct Difference: Sendable {
        package let node: String
        /// At how many times of all at which both are known.
        package let times: (different: Int, all: Int)
        /// Where the two lie farthest apart in parts of the sum.
        package let widest: (time: SeriesTime, published: Double, sum: Double)
    }

    /// What a published total may lie from the sum of its parts, in parts of it: rounding.
    private static let slack = 1e-6

    package let hierarchy: Hierarchy
    /// The series of each node, in the order of the hierarchy's names.
    package let nodes: [SeriesTable.Member]
    /// Upper nodes without a series of their own, which have the sum of their leaves.
    package let summed: [String]
    /// Nodes that end before others, with the steps that were left empty.
    package let shortened: [(node: String, steps: Int)]
    /// Series of the table that are no nodes.
    package let strangers: [String]

    /// Lays the series of a table on a tree.
    package init(_ hierarchy: Hierarchy, _ table: SeriesTable) throws(Fault) {
        let first = hierarchy.structure.upperCount
        let known = hierarchy.names.map { table[$0] }
        for (place, member) in known.enumerated() where place >= first && member == nil {
            throw .noSeries(node: hierarchy.names[place])
        }
        let members = known.compactMap { $0 }
        let model = members[0]
        for member in members
        where member.first.kind != model.first.kind || member.stride != model.stride
            || (member.first.ordinal - model.first.ordinal) % model.stride != 0
        {
            throw .otherSteps(node: member.name, than: model.name)
        }
        let end = members.map(\.last).max() ?? model.last
        var shortened: [(String, Int)] = []
        let ended = known.map { member in
            member.map { member in
                let steps = (end.ordinal - member.last.ordinal) / member.stride
                if steps > 0 { shortened.append((member.name, steps)) }
                return member.lengthened(by: steps)
            }
        }
        let leaves = ended[first...].compactMap { $0 }
        var summed: [String] = []
        nodes = ended.enumerated().compactMap { place, member in
            if let member { return member }
            summed.append(hierarchy.names[place])
            let parts = hierarchy.structure.upper[place].map { leaves[$0] }
            return SeriesTable.Member(sumOf: parts, name: hierarchy.names[place])
        }
        self.hierarchy = hierarchy
        self.summed = summed
        self.shortened = shortened
        let names = Set(hierarchy.names)
        strangers = table.members.map(\.name).filter { !names.contains($0) }
    }

    /// A row for each step from the first of any series, a column for each node; NaN for none.
    package var history: Matrix { table(nodes.map(\.series.values)) }

    /// Rows of nodes, each ending at the last step, as one table.
    package func table(_ columns: [[Double]]) -> Matrix {
        let rows = columns.map(\.count).max() ?? 0
        return Matrix(rows: rows, columns: columns.count) { row, node in
            let step = row - (rows - columns[node].count)
            return step < 0 ? .nan : columns[node][step]
        }
    }

    /// Parents whose own figures differ from the sums of their children's.
    package var differences: [Difference] {
        let history = history
        let first = nodes.max { $0.series.count < $1.series.count } ?? nodes[0]
        return hierarchy.structure.upper.indices.compactMap { node in
            let children = hierarchy.parents.indices.filter { hierarchy.parents[$0] == node }
            var (all, different, most) = (0, 0, 0.0)
            var widest = (time: first.first, published: 0.0, sum: 0.0)
            for row in 0..<history.rows {
                let sum = children.reduce(0) { $0 + history[row, $1] }
                let published = history[row, node]
                guard !sum.isNaN, !published.isNaN else { continue }
                all += 1
                let distance = abs(published - sum) / max(abs(sum), abs(published), 1e-300)
                guard distance > Self.slack else { continue }
                different += 1
                if distance > most {
                    (most, widest) = (distance, (first.time(row), published, sum))
                }
            }
            return different > 0
                ? Difference(
                    node: hierarchy.names[node], times: (different, all), widest: widest) : nil
        }
    }
}

extension SeriesTable.Member {
    /// The same series with empty steps at its end.
    fileprivate func lengthened(by steps: Int) -> SeriesTable.Member {
        guard steps > 0 else { return self }
        let values = series.values + [Double](repeating: .nan, count: steps)
        return SeriesTable.Member(
            name: name, series: TimeSeries(values, period: series.period), first: first,
            stride: stride, lines: lines + [Int?](repeating: nil, count: steps))
    }

    /// The sum of series that end at one time, over the steps that all have.
    fileprivate init(sumOf parts: [SeriesTable.Member], name: String) {
        let shortest = parts.min { $0.series.count < $1.series.count } ?? parts[0]
        let count = shortest.series.count
        let values = (0..<count).map { step in
            parts.reduce(0) { $0 + $1.series.values[$1.series.count - count + step] }
        }
        self.init(
            name: name, series: TimeSeries(values, period: shortest.series.period),
            first: shortest.first, stride: shortest.stride,
            lines: [Int?](repeating: nil, count: count))
    }
}
