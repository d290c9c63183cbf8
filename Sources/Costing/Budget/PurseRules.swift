import Policy
import Quantities

/// Which purses pay a segment's bill, in which order and how far, as plain numbers. Made once:
/// paying a month's bill then only reads arrays.
package struct PurseRules: Sendable {
    /// Where purses are listed by rank.
    package let policy: ResolvedPolicy
    /// Who may be asked for a price; see ``ResolvedPolicy/payers``.
    let payers: [Payer]
    /// By segment, then `month * regions + region`: positions of purses in order of payment.
    private let orders: [[[Int]]]
    /// By segment, then `month * regions + region`: the position among ``payers`` of who would have
    /// to close the gap.
    let gapPayers: [[Int]]
    /// Indexed `(purse * months + month) * regions + region`.
    private let ceilings: [CeilingParts]
    /// By purse, then `month * regions + region`: the largest part of a bill.
    private let shares: [[Double]]
    /// By purse, then `month * regions + region`: rupiah for each rupiah of the partner, 0 for
    /// no rule.
    private let matches: [[Double]]
    /// By purse: the position of the purse that it matches, or -1.
    package let partners: [Int32]
    /// By purse and segment: the programmes that may be paid.
    private let payable: [[Set<Programme>]]
    private let regionCount: Int

    /// Reads the rules out of a policy.
    ///
    /// A purse that may pay nothing for a segment is left out of its order. An empty list of a
    /// segment stands for all purses by rank.
    package init(_ policy: ResolvedPolicy) {
        self.policy = policy
        payers = policy.payers
        let sources = policy.purses
        regionCount = policy.regions.count
        let rank = Dictionary(
            sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        orders = policy.segments.map { segment in
            let chosen = policy.panel(Parameters.fundingPurses, segment.id)
            let all = Self.payers(of: segment.id, sources)
            return chosen.map { names in
                names.isEmpty ? all : names.compactMap { rank[$0] }.filter(all.contains)
            }
        }
        let payers = payers
        gapPayers = policy.segments.map { Self.gapPayers(policy, $0.id, among: payers) }
        func panel(_ key: ParameterKey<Double>) -> [[Double]] {
            sources.map { source in policy.panel(key, source.id) }
        }
        ceilings = sources.flatMap { source -> [CeilingParts] in
            let parts = Parameters.ceilingParts.map { policy.panel($0, source.id) }
            return parts[0].indices.map { CeilingParts(parts[0][$0], parts[1][$0], parts[2][$0]) }
        }
        shares = panel(Parameters.purseShare)
        matches = panel(Parameters.purseMatch)
        partners = sources.map { source in Int32(source.matches.flatMap { rank[$0] } ?? -1) }
        payable = sources.map { source in
            policy.segments.map { segment in
                source.programmes.filter { source.mayPay($0, for: segment.id) }
            }
        }
    }

    private static func gapPayers(
        _ policy: ResolvedPolicy, _ segment: SegmentID, among payers: [Payer]
    ) -> [Int] {
        var known: [PurseID: Int] = [:]
        return policy.panel(Parameters.gapPayer, segment).map { purse in
            if let position = known[purse] { return position }
            let position = payers.firstIndex(of: policy.payer(purse)) ?? 0
            known[purse] = position
            return position
        }
    }

    private static func payers(of segment: SegmentID, _ sources: [Purse]) -> [Int] {
        sources.indices.filter { source in
            sources[source].programmes.contains { sources[source].mayPay($0, for: segment) }
        }
    }

    /// The order that a choice of purses means; an empty one stands for all that may, by rank. For
    /// a drawn list of purses, which no policy was resolved with. Names of purses that may pay
    /// nothing for the segment are passed over.
    package func order(of names: [String], segment: Int) -> [Int] {
        let sources = policy.purses
        let all = Self.payers(of: policy.segments[segment].id, sources)
        guard !names.isEmpty else { return all }
        return names.compactMap { name in all.first { sources[$0].id.name == name } }
    }

    /// The yearly ceilings of all purses in a region, as they stand in a month; whole rupiah.
    package func ceilings(region: Int, month: Int) -> [Double] {
        policy.purses.indices.map { ceilingParts($0, region: region, month: month).ceiling }
    }

    /// What the ceiling of a purse is made of, for a draw that changes a part of it.
    package func ceilingParts(_ purse: Int, region: Int, month: Int) -> CeilingParts {
        ceilings[(purse * policy.monthCount + month) * regionCount + region]
    }

    /// The purses that pay for a segment, first to pay first.
    package func order(segment: Int, region: Int, month: Int) -> [Int] {
        orders[segment][month * regionCount + region]
    }

    /// Whether a purse may pay a programme of a segment.
    package func mayPay(_ purse: Int, _ programme: Programme, segment: Int) -> Bool {
        payable[purse][segment].contains(programme)
    }

    /// The largest part of a bill that a purse pays. The purses behind it are asked for the rest.
    package func share(_ purse: Int, region: Int, month: Int) -> Double {
        shares[purse][month * regionCount + region]
    }

    /// What a purse pays at most for each rupiah of its partner; 0 where it matches nobody.
    package func match(_ purse: Int, region: Int, month: Int) -> Double {
        matches[purse][month * regionCount + region]
    }
}
