import Policy
import Quantities

/// A sum of money that cannot be counted in whole rupiah.
///
/// Every value by itself is one that may be written; together they come to more than any budget
/// has, and its last rupiah would be lost in a table that must add up.
package struct MoneyFault: Error, Sendable, Equatable {
    package enum Subject: Sendable, Equatable {
        /// A figure, of which a segment has the largest part.
        case measure(Measure, SegmentID)
        case ceilings(PurseID)
    }

    package let subject: Subject
    /// Where the largest part is.
    package let region: RegionCode
    /// When the largest part is.
    package let year: Int
    /// The whole sum, rupiah.
    package let amount: Double
    package let keys: [String]

    /// The most of a figure that is counted, rupiah: beyond it fractions skip whole numbers.
    static let mostMoney = 9e15
    /// The most that all ceilings may come to, rupiah: they are added up as whole numbers.
    static let mostCeilings = 4e18

    /// The most that may be, rupiah.
    package var most: Double {
        if case .measure = subject { Self.mostMoney } else { Self.mostCeilings }
    }
}

extension Summary {
    /// Whether every sum of money over years, regions and segments can be counted.
    var isCountable: Bool { largestMoney.amount <= MoneyFault.mostMoney }

    /// Refuses sums of money that cannot be counted.
    ///
    /// - Throws: ``MoneyFault`` for the largest of them.
    func checkMoney(_ policy: ResolvedPolicy) throws(MoneyFault) {
        let largest = largestMoney
        guard largest.amount > MoneyFault.mostMoney else { return }
        var (place, most) = ((year: 0, region: 0, segment: 0), -1.0)
        for year in years.indices {
            for region in 0..<regionCount {
                for segment in 0..<segmentCount {
                    let part = self[largest.measure, year, region, segment].magnitude
                    if part > most { (place, most) = ((year, region, segment), part) }
                }
            }
        }
        throw MoneyFault(
            subject: .measure(largest.measure, policy.segments[place.segment].id),
            region: policy.regions[place.region], year: years[place.year],
            amount: largest.amount, keys: largest.measure.factors)
    }

    private var largestMoney: (measure: Measure, amount: Double) {
        let cells = years.count * regionCount * segmentCount
        return Measure.money.map { measure in
            let start = measure.rawValue * cells
            return (measure, values[start..<start + cells].reduce(0) { $0 + $1.magnitude })
        }.max { $0.amount < $1.amount } ?? (.publicBill, 0)
    }
}

extension ResolvedPolicy {
    /// Refuses ceilings whose sum over purses, regions and years cannot be counted.
    ///
    /// - Throws: ``MoneyFault`` for the largest of them.
    func checkCeilings() throws(MoneyFault) {
        var (sum, most) = (0.0, -1.0)
        var place = (purse: 0, region: 0, year: 0)
        for (purse, source) in purses.enumerated() {
            for (region, code) in regions.enumerated() {
                for (year, window) in yearWindows.enumerated() {
                    let start = horizon.lowerBound
                    let ends = [window.lowerBound, window.upperBound - 1].map {
                        ceilingParts(source.id, code, at: start.advanced(by: $0)).ceiling
                    }
                    let part = max(ends[0], ends[1])
                    sum += part
                    if part > most { (place, most) = ((purse, region, year), part) }
                }
            }
        }
        guard sum > MoneyFault.mostCeilings else { return }
        let purse = purses[place.purse].id
        throw MoneyFault(
            subject: .ceilings(purse), region: regions[place.region],
            year: Array(years)[place.year], amount: sum,
            keys: [
                Parameters.ceiling.definition.path, Parameters.purseRevenue.definition.path,
            ])
    }
}

extension Measure {
    /// Those that count rupiah.
    fileprivate static let money = allCases.filter { $0.unit == .rupiah }

    fileprivate var factors: [String] {
        let (people, base) = (Parameters.workers.definition.path, Parameters.base.definition.path)
        return switch self {
        case .jkkBenefit:
            [
                Parameters.accidentCost.definition.path, Parameters.accidentRate.definition.path,
                people,
            ]
        case .jkmBenefit, .scholarship: [Parameters.mortalityLoad.definition.path, people]
        default: [base, people]
        }
    }
}
