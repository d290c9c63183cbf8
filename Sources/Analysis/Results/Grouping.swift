import Policy
import Quantities

/// What figures are summed to.
package enum Grouping: String, Sendable, CaseIterable {
    /// One row, a row for each province, region or segment.
    case total, province, region, segment

    /// Those that say something of a policy: provinces where its regions lie in several.
    package static func cases(of policy: ResolvedPolicy) -> [Grouping] {
        allCases.filter { $0 != .province || policy.provinces.count > 1 }
    }

    /// The place and segment positions of each row; nil stands for all. Positions are those of
    /// ``Summary/folded(_:of:)``: provinces in order, or the policy's regions and segments.
    package func rows(of policy: ResolvedPolicy) -> [(region: Int?, segment: Int?)] {
        switch self {
        case .total: [(nil, nil)]
        case .province: policy.provinces.indices.map { ($0, nil) }
        case .region: policy.regions.indices.map { ($0, nil) }
        case .segment: policy.segments.indices.map { (nil, $0) }
        }
    }

    /// The province or region of a row; nil for all.
    package func region(
        _ row: (region: Int?, segment: Int?), of policy: ResolvedPolicy
    ) -> RegionCode? {
        row.region.map { (self == .province ? policy.provinces : policy.regions)[$0] }
    }

    /// The label of a row: a code, an identifier, or nothing.
    package func label(_ row: (region: Int?, segment: Int?), of policy: ResolvedPolicy) -> String {
        region(row, of: policy)?.code ?? row.segment.map { policy.segments[$0].id.name } ?? ""
    }

    /// The position of each region's place among those that are summed to.
    func places(of policy: ResolvedPolicy) -> [Int] {
        switch self {
        case .total, .segment: policy.regions.map { _ in 0 }
        case .region: Array(policy.regions.indices)
        case .province:
            policy.regions.map { region in
                policy.provinces.firstIndex { $0.contains(region) } ?? 0
            }
        }
    }
}
