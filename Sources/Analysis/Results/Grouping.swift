import Policy
import Quantities

package enum Grouping: String, Sendable, CaseIterable {
    /// One row, a row for each region, a row for each segment.
    case total, region, segment

    /// The region and segment positions of each row; nil stands for all. Positions in the policy's
    /// regions and segments.
    package func rows(of policy: ResolvedPolicy) -> [(region: Int?, segment: Int?)] {
        switch self {
        case .total: [(nil, nil)]
        case .region: policy.regions.indices.map { ($0, nil) }
        case .segment: policy.segments.indices.map { (nil, $0) }
        }
    }

    /// The label of a row: a code, an identifier, or nothing.
    package func label(_ row: (region: Int?, segment: Int?), of policy: ResolvedPolicy) -> String {
        row.region.map { policy.regions[$0].code } ?? row.segment.map {
            policy.segments[$0].id.name
        } ?? ""
    }
}
