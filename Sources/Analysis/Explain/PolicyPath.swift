import Policy
import Quantities

/// What `explain` can be asked about: a parameter, a law, a contribution, a purse, or a result.
///
/// Written `quota.petani@35.74`, `law.bpu.jkm.amount`, `contribution.petani@35.74`,
/// `purse.dbh-cht@35.74`, `public_bill_rp.petani@35.74`.
package struct PolicyPath: Sendable, Hashable {
    /// What a path names before its segment and region.
    package enum Subject: Sendable, Hashable {
        case parameter(ParameterDefinition)
        /// A path in the law tree, without `law.`.
        case law(String)
        /// What a person-month costs, with its legal basis.
        case contribution
        case result(Quantity)
        /// A purse of the scenario, by its position: what it could pay and paid.
        case purse(Int)
    }

    package let subject: Subject
    /// A segment or purse; nil for all.
    package let member: String?
    package let region: RegionCode?

    package init(subject: Subject, member: String?, region: RegionCode?) {
        self.subject = subject
        self.member = member
        self.region = region
    }

    package func regions(of policy: ResolvedPolicy) -> [RegionCode] {
        policy.regions.filter { region?.contains($0) ?? true }
    }

    /// The segments, by position, that the path speaks of.
    package func segments(of policy: ResolvedPolicy) -> [Int] {
        policy.segments.indices.filter { member == nil || policy.segments[$0].id.name == member }
    }
}
