import Analysis
import Costing
import Policy
import Quantities

/// What a result shows about its inputs that their author should look at.
struct InputWarnings {
    /// The scenario with everything computed from it.
    let result: ScenarioResult
    /// Names regions and reads lines.
    let workspace: Workspace

    /// The resolved scenario.
    private var policy: ResolvedPolicy { result.policy }

    /// Quotas above the eligible, ceilings that are read later than written, ceilings below what
    /// was spent before.
    var all: [Diagnostic] { unfilledQuotas + unreadCeilings + overspentCeilings }

    /// A warning where a value was set; at the scenario where nobody wrote it.
    private func warning(at place: Provenance?, _ message: Phrase) -> Diagnostic {
        let written = place.flatMap { $0.line > 0 ? $0 : nil }
        return Diagnostic(
            .warning,
            at: written.map { Position($0) } ?? Position(file: policy.scenario.file),
            sourceLine: written.flatMap { workspace.line(at: $0) }, message)
    }

    /// One warning for each segment and region whose quota is at least a person above the eligible
    /// in some month.
    private var unfilledQuotas: [Diagnostic] {
        var found: [Diagnostic] = []
        for segment in result.projection.segments {
            for (position, region) in policy.regions.enumerated() {
                let unfilled = segment.months.map { $0.unfilled[position] }
                guard let most = unfilled.max(), most >= 1,
                    let month = unfilled.firstIndex(of: most)
                else { continue }
                let date = policy.horizon.lowerBound.advanced(by: month)
                let quota = policy.timeline(Parameters.quota, segment.segment, region)
                found.append(
                    warning(
                        at: quota.step(at: date)?.provenance,
                        Messages.quotaAboveEligible(
                            segment.segment, workspace.catalogue.regions.name(of: region), most,
                            date)))
            }
        }
        return found
    }

    /// One warning for each line and month that changes a ceiling without a plan.
    private var unreadCeilings: [Diagnostic] {
        /// What one warning is about.
        struct Key: Hashable {
            /// The line that sets the ceiling.
            let place: Provenance
            /// The month from which it was to hold.
            let month: Month
        }
        var order: [Key] = []
        var found: [Key: [ResolvedPolicy.UnreadCeiling]] = [:]
        for unread in policy.unreadCeilings {
            let key = Key(place: unread.provenance, month: unread.month)
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(unread)
        }
        return order.compactMap { key in
            guard let changes = found[key], let first = changes.first else { return nil }
            let next = changes.compactMap { nextPlan(after: $0.month, $0.region) }.min()
            return warning(
                at: key.place,
                Messages.ceilingUnread(
                    first.purse, key.month, next: next, regions: Set(changes.map(\.region)).count))
        }
    }

    /// The next month in which a region plans; nil past the horizon.
    private func nextPlan(after month: Month, _ region: RegionCode) -> Month? {
        (month.year...month.year + 1).lazy
            .flatMap { policy.planMonths(in: region, year: $0) }
            .first { $0 > month }
    }

    /// One warning for each purse, region and year that had spent more than the ceiling of
    /// perubahan leaves it.
    private var overspentCeilings: [Diagnostic] {
        result.purseRows.compactMap { row in
            guard case .purse(let position) = row.bearer, row.paid > row.closing else { return nil }
            let (purse, region) = (policy.fundingSources[position].id, policy.regions[row.region])
            let plan = policy.planMonths(in: region, year: row.year).last
            let ceiling = policy.timeline(Parameters.ceiling, purse, region)
            return warning(
                at: plan.flatMap { ceiling.step(at: $0)?.provenance },
                Messages.ceilingOverspent(
                    purse, workspace.catalogue.regions.name(of: region), row.year, paid: row.paid,
                    ceiling: row.closing))
        }
    }
}
