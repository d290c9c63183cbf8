import Analysis
import Costing
import Coverage
import Formats
import Policy
import Quantities

/// What a result shows about its inputs that their author should look at.
struct InputWarnings {
    let result: ScenarioResult
    let workspace: Workspace
    private let unlikely: [PolicyDoubt]

    init(result: ScenarioResult, workspace: Workspace) {
        (self.result, self.workspace) = (result, workspace)
        unlikely = result.policy.doubts
    }

    private var policy: ResolvedPolicy { result.policy }

    /// Quotas above the eligible, ceilings that are read later than written, ceilings below what
    /// was spent before; then what is unlikely, and what nothing can come of.
    var all: [Diagnostic] {
        unfilledQuotas + unreadCeilings + overspentCeilings + doubts + coverageAboveAll + noDeaths
    }

    private var doubts: [Diagnostic] {
        unlikely.map {
            warning(
                at: $0.place, Phrase.doubt($0, workspace.catalogue.regions),
                hint: Phrase.doubtHint($0))
        }
    }

    /// One warning for each region where more are protected than employed, in the first such year;
    /// none where the opening stock already says so.
    private var coverageAboveAll: [Diagnostic] {
        let told = unlikely.filter {
            if case .fewerEmployed = $0.kind { true } else { false }
        }.flatMap(\.regions)
        let summary = result.summary
        return policy.regions.enumerated().compactMap { position, region in
            guard !told.contains(region) else { return nil }
            for (year, number) in summary.years.enumerated() {
                let employed = summary.employed[year][position]
                let protected = summary.total(.protectedAtEnd, year: year, region: position)
                guard employed > 0, protected > employed * (1 + Tolerance.relative) else {
                    continue
                }
                let step = policy.timeline(Parameters.employed, region).step(
                    at: min(Month(number, 12), policy.horizon.upperBound))
                return warning(
                    at: step?.provenance,
                    Phrase(
                        "\(plain: protected.rounded()) orang terlindungi di"
                            + " \(workspace.catalogue.regions.name(of: region)) pada akhir"
                            + " \(digits: number), lebih banyak daripada \(plain: employed)"
                            + " penduduk bekerja: cakupannya melebihi 100 %",
                        en: "\(plain: protected.rounded()) persons are protected in"
                            + " \(workspace.catalogue.regions.name(of: region)) at the end of"
                            + " \(digits: number), more than the \(plain: employed) employed:"
                            + " coverage is above 100 %"
                    ))
            }
            return nil
        }
    }

    /// One warning where people are paid for and none of them ever dies.
    private var noDeaths: [Diagnostic] {
        let summary = result.summary
        let segments = policy.segments.indices.filter {
            summary.overall(.fundedPersonMonths, segment: $0) > 0
                && summary.overall(.deaths, segment: $0) == 0
        }
        guard !segments.isEmpty else { return [] }
        let names = segments.map { policy.segments[$0].id.name }
        let area = policy.regions.first.map { $0.parent ?? $0 }?.code ?? ""
        return [warning(at: nil, Phrase.noDeaths(names), hint: Phrase.noDeathsHint(area))]
    }

    /// A warning where a value was set; at the scenario where nobody wrote it.
    private func warning(
        at place: Provenance?, _ message: Phrase, hint: Phrase? = nil
    ) -> Diagnostic {
        let written = place.flatMap { $0.line > 0 ? $0 : nil }
        return Diagnostic(
            .warning,
            at: written.map { Position($0) } ?? Position(file: policy.scenario.file),
            sourceLine: written.flatMap { workspace.files.line(at: Position($0)) }, message,
            hint: hint)
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
                        Phrase(
                            "kuota '\(segment.segment)' di"
                                + " \(workspace.catalogue.regions.name(of: region)) melebihi yang"
                                + " memenuhi syarat: sampai \(most.rounded(.up)) orang tak terisi"
                                + " (\(date))",
                            en: "the quota of '\(segment.segment)' in"
                                + " \(workspace.catalogue.regions.name(of: region)) is above the"
                                + " eligible: up to \(most.rounded(.up)) persons unfilled (\(date))"
                        )))
            }
        }
        return found
    }

    /// One warning for each line and month that changes a ceiling without a plan.
    private var unreadCeilings: [Diagnostic] {
        struct Key: Hashable {
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
                Phrase.ceilingUnread(
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
            let (purse, region) = (policy.purses[position].id, policy.regions[row.region])
            guard let plan = policy.planMonths(in: region, year: row.year).last else { return nil }
            return warning(
                at: lowering(purse, region, at: plan),
                Phrase(
                    "'\(purse)' di \(workspace.catalogue.regions.name(of: region)) sudah membayar"
                        + " \(row.paid) ketika pagunya diturunkan menjadi \(row.closing) pada"
                        + " \(plan): \(row.paid - row.closing) di atas pagu",
                    en: "'\(purse)' in \(workspace.catalogue.regions.name(of: region)) had paid"
                        + " \(row.paid) when its ceiling was lowered to \(row.closing) in \(plan):"
                        + " \(row.paid - row.closing) above the ceiling"
                ),
                hint: Phrase(
                    id: "kurangi kuota atau bulan sebelum itu, atau bayar kelebihannya dari sumber"
                        + " dana lain",
                    en: "lower the quota or the months before it, or pay the excess from another"
                        + " purse"
                ))
        }
    }

    /// The value that set the ceiling of a plan: of its parts the one that changed last.
    private func lowering(
        _ purse: PurseID, _ region: RegionCode, at plan: Month
    ) -> Provenance? {
        Parameters.ceilingParts.compactMap { policy.timeline($0, purse, region).step(at: plan) }
            .filter { $0.provenance.line > 0 }
            .max { $0.from < $1.from }?.provenance
    }
}

extension Workspace {
    /// What the authors of scenarios should look at in their inputs, each thing once.
    package func warnings(of results: [ScenarioResult]) -> [Diagnostic] {
        results.flatMap { InputWarnings(result: $0, workspace: self).all }.withoutRepeats
    }

    /// Scenarios that stand beside a baseline of other segments, one warning for each.
    package func warnings(of comparison: Comparison) -> [Diagnostic] {
        let base = comparison.baseline.policy.segments.map(\.id.name)
        return comparison.alternatives.compactMap { result in
            let own = result.policy.segments.map(\.id.name)
            guard Set(own) != Set(base) else { return nil }
            return Diagnostic(
                .warning, at: Position(file: result.policy.scenario.file),
                Phrase.otherSegments(
                    result.name, only: own.filter { !base.contains($0) },
                    lacks: base.filter { !own.contains($0) }))
        }
    }
}

extension [Diagnostic] {
    /// Each once, where several scenarios share a file.
    package var withoutRepeats: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }
    }
}
