internal import Optimization
import Quantities

/// Makes whole persons of a programme's solution without breaking what money allows.
///
/// Persons are rounded down; then rules that rounding broke are mended by one person at a time,
/// where nothing else gets worse; then persons are added while they fit, those first who bring most
/// for their price. Ceilings, eligible persons and caps hold exactly: their rows are sums of whole
/// rupiah or persons, which `Double` adds without error below 9 x 10^15. A rule that wants at least
/// something may stay short by less than a few persons; what stays short is told.
struct AllocationRounding {
    /// A limit that whole persons do not quite keep.
    struct Shortfall: Equatable {
        let limit: AllocationLimit
        /// In the row's own unit: rupiah for ceilings, persons, or millions of rupiah.
        let amount: Double
    }

    private(set) var persons: [Double]
    private let problem: AllocationProblem
    /// Every limit of the programme, written over options alone.
    private let rows: [Row]
    /// By option: its rows and coefficients.
    private var columns: [[Entry]]
    /// By row: the sum at present.
    private var sums: [Double] = []

    /// An option's coefficient in a row.
    private typealias Entry = (row: Int, value: Double)

    private struct Row {
        let limit: AllocationLimit
        let lower: Double
        let upper: Double
        /// Its options, those with several terms once for each.
        var members: [Int] = []

        /// How far a sum lies outside the bounds, rounding errors of fractions forgiven.
        func excess(_ sum: Double) -> Double {
            let slack = limit.isExact ? 0 : Tolerance.slack(sum)
            return max(lower - slack - sum, sum - upper - slack, 0)
        }
    }

    /// Which persons are added where they fit, once all numbers are rounded down.
    enum Filling {
        case none
        /// Those whom rounding to the nearest whole number would have kept: money that is left may
        /// be meant to be.
        case nearest
        case all
    }

    init(_ programme: AllocationProgramme, _ values: [Double], _ filling: Filling) {
        problem = programme.problem
        let count = problem.options.count
        persons = values.prefix(count).map { max(0, ($0 + 1e-6).rounded(.down)) }
        (rows, columns) = Self.read(programme)
        let fractions = zip(values, persons).map { $0 - $1 }
        sums = Array(repeating: 0, count: rows.count)
        for option in 0..<count {
            for entry in columns[option] { sums[entry.row] += entry.value * persons[option] }
        }
        mend()
        if !problem.outreach.isEmpty { tidy() }
        if filling != .none { fill(fractions, filling) }
    }

    /// The rows that limit options, with sums of persons written out; ceilings in whole rupiah.
    private static func read(_ programme: AllocationProgramme) -> ([Row], [[Entry]]) {
        var rows: [Row] = []
        var columns = Array(
            repeating: [Entry](), count: programme.problem.options.count)
        for (index, limit) in programme.limits.enumerated() where limit.source != .definition {
            let position = LinearProgramme.Row(index: index)
            let unit = limit.isMoney ? AllocationProblem.million : 1
            let bounds = programme.linear.bounds(of: position)
            var row = Row(
                limit: limit, lower: limit.exact(bounds.lower * unit),
                upper: limit.exact(bounds.upper * unit))
            for (variable, coefficient) in programme.linear.terms(of: position) {
                for option in programme.options(of: variable) {
                    columns[option].append((rows.count, limit.exact(coefficient * unit)))
                    row.members.append(option)
                }
            }
            rows.append(row)
        }
        return (rows, columns)
    }

    /// What is not quite kept, in the order of rows.
    var shortfalls: [Shortfall] {
        rows.indices.compactMap { row in
            let excess = rows[row].excess(sums[row])
            return excess > 0 ? Shortfall(limit: rows[row].limit, amount: excess) : nil
        }
    }

    /// Whether a step of an option makes no row worse than it is.
    private func fits(_ option: Int, _ step: Double) -> Bool {
        guard persons[option] + step >= 0 else { return false }
        return columns[option].allSatisfy { entry in
            let (row, sum) = (rows[entry.row], sums[entry.row])
            let next = row.excess(sum + step * entry.value)
            return next == 0 || next < row.excess(sum)
        }
    }

    private mutating func move(_ option: Int, _ step: Double) {
        persons[option] += step
        for entry in columns[option] { sums[entry.row] += step * entry.value }
    }

    /// Moves persons of a broken row's options, in order, until it holds or nothing fits; the
    /// rows that limit from above first.
    private mutating func mend() {
        let broken = rows.indices.filter { rows[$0].excess(sums[$0]) > 0 }
        let (above, below) = (
            broken.filter { sums[$0] > rows[$0].upper }, broken.filter { sums[$0] < rows[$0].lower }
        )
        for row in above + below {
            for option in rows[row].members where rows[row].excess(sums[row]) > 0 {
                let value = columns[option].reduce(0) { $0 + ($1.row == row ? $1.value : 0) }
                guard value != 0 else { continue }
                let step: Double = (sums[row] > rows[row].upper) == (value > 0) ? -1 : 1
                while rows[row].excess(sums[row]) > 0, fits(option, step) { move(option, step) }
            }
        }
    }

    /// Moves persons of a purse into cheaper pieces of outreach where there is room, as far as no
    /// row gets worse: where money is left the programme need not fill pieces in order.
    private mutating func tidy() {
        let options = problem.options
        for option in options.indices where options[option].piece > 0 {
            // Pieces of a cell and purse stand beside each other, cheapest first.
            let first =
                option
                - options[..<option].reversed().prefix {
                    $0.cell == options[option].cell && $0.purse == options[option].purse
                }.count
            for cheaper in first..<option {
                while persons[option] > 0, exchange(option, cheaper) {}
            }
        }
    }

    /// Takes one person from an option to another one, unless a row gets worse by it.
    private mutating func exchange(_ option: Int, _ other: Int) -> Bool {
        let touched = (columns[option] + columns[other]).map(\.row)
        let before = touched.map { rows[$0].excess(sums[$0]) }
        move(option, -1)
        move(other, 1)
        let isWorse = zip(touched, before).contains { rows[$0].excess(sums[$0]) > $1 }
        if isWorse {
            move(option, 1)
            move(other, -1)
        }
        return !isWorse
    }

    /// Adds persons while they fit, those first who bring most for their price: the largest
    /// fractions become whole before anybody else is added, so that even plans stay even.
    private mutating func fill(_ fractions: [Double], _ filling: Filling) {
        let worth = problem.options.map { problem.value(of: $0) / $0.price }
        let order = problem.options.indices.sorted { one, other in
            worth[one] != worth[other]
                ? worth[one] > worth[other]
                : (fractions[other], one) < (fractions[one], other)
        }
        let least = filling == .all ? 1e-6 : 0.5
        for option in order where worth[option] > 0 && fractions[option] > least {
            if fits(option, 1) { move(option, 1) }
        }
        guard filling == .all else { return }
        for option in order {
            while worth[option] > 0, fits(option, 1) { move(option, 1) }
        }
    }
}

extension AllocationLimit {
    package var isMoney: Bool {
        if case .ceiling = source { true } else { false }
    }

    /// Whether its numbers are whole rupiah or persons, so that its sums have no error.
    var isExact: Bool {
        if case .outreach = source { return true }
        return isMoney || source == .eligible
    }

    /// A number of the row without the error of the programme's unit of money.
    fileprivate func exact(_ number: Double) -> Double { isMoney ? number.rounded() : number }
}

extension AllocationProgramme {
    func options(of variable: LinearProgramme.Variable) -> [Int] {
        if variable.index < problem.options.count { return [variable.index] }
        return sums[variable.index] ?? []
    }
}
