import Policy
import Quantities

/// Which purses pay a segment's bill, in which order and how far, as plain numbers. Made once:
/// paying a month's bill then only reads arrays.
struct PurseRules: Sendable {
    /// Where purses are listed by rank.
    let policy: ResolvedPolicy
    /// By segment, then `month * regions + region`: positions of purses in order of payment.
    private let orders: [[[Int]]]
    /// By purse, then `month * regions + region`.
    private let ceilings: [[Double]]
    /// By purse, then `month * regions + region`: the largest part of a bill.
    private let shares: [[Double]]
    /// By purse and segment: the programmes that may be paid.
    private let payable: [[Set<Programme>]]
    private let regionCount: Int

    /// Reads the rules out of a policy.
    ///
    /// A purse that may pay nothing for a segment is left out of its order. An empty list of a
    /// segment stands for all purses by rank.
    init(_ policy: ResolvedPolicy) {
        self.policy = policy
        let sources = policy.fundingSources
        regionCount = policy.regions.count
        let rank = Dictionary(
            sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        orders = policy.segments.map { segment in
            let chosen = policy.panel(Parameters.fundingPurses, segment.id)
            let all = sources.indices.filter { source in
                sources[source].programmes.contains { sources[source].mayPay($0, for: segment.id) }
            }
            return chosen.map { names in
                names.isEmpty ? all : names.compactMap { rank[$0] }.filter(all.contains)
            }
        }
        func panel(_ key: ParameterKey<Double>) -> [[Double]] {
            sources.map { source in policy.panel(key, source.id) }
        }
        ceilings = panel(Parameters.ceiling)
        shares = panel(Parameters.purseShare)
        payable = sources.map { source in
            policy.segments.map { segment in
                source.programmes.filter { source.mayPay($0, for: segment.id) }
            }
        }
    }

    /// The yearly ceilings of all purses in a region, as they stand in a month; whole rupiah.
    func ceilings(region: Int, month: Int) -> [Double] {
        ceilings.map { $0[month * regionCount + region].rounded() }
    }

    /// The purses that pay for a segment, first to pay first.
    func order(segment: Int, region: Int, month: Int) -> [Int] {
        orders[segment][month * regionCount + region]
    }

    /// Whether a purse may pay a programme of a segment.
    func mayPay(_ purse: Int, _ programme: Programme, segment: Int) -> Bool {
        payable[purse][segment].contains(programme)
    }

    /// The largest part of a bill that a purse pays.
    func share(_ purse: Int, region: Int, month: Int) -> Double {
        shares[purse][month * regionCount + region]
    }
}
