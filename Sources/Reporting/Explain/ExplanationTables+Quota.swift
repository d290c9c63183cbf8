import Analysis
import Costing
import Coverage
import Policy
import Quantities

/// What became of a quota: asked, in force, filled, paid, and what bound it.
extension ExplanationTables {
    private static let quotaCells = 3

    /// The sections below a quota's value; none in a month without a quota.
    func quotaSections(_ names: RegionTable) -> [Report.Section] {
        let policy = result.policy
        let asked = Set(path.regions(of: policy))
        let cells = policy.regions.indices.filter { asked.contains(policy.regions[$0]) }.flatMap {
            region in path.segments(of: policy).map { (region: region, segment: $0) }
        }.filter { quota($0.region, $0.segment).asked > 0 }
        guard !cells.isEmpty else { return [] }
        guard cells.count > Self.quotaCells else {
            return cells.map { section($0.region, $0.segment, names) }
        }
        let cut = cells.filter {
            let quota = quota($0.region, $0.segment)
            return quota.inForce < quota.asked
        }
        let shown = cut.isEmpty ? cells : cut
        return [
            Report.Section(
                heading: Phrase.askedAndInForce, note: Phrase.quotasOf(cells.count, cut.count),
                .table(table(shown)))
        ]
    }

    /// The path's quotas in the month; nil where nobody asks for any.
    func quotaAnswer(_ names: RegionTable) -> Phrase? {
        let policy = result.policy
        let asked = Set(path.regions(of: policy))
        let segments = path.segments(of: policy)
        let cells = policy.regions.indices.filter { asked.contains(policy.regions[$0]) }.flatMap {
            region in segments.map { (region: region, segment: $0) }
        }
        let quotas = cells.map { quota($0.region, $0.segment) }
        guard quotas.contains(where: { $0.asked > 0 }) else { return nil }
        let paid = cells.reduce(0) { $0 + max(0, filled($1) - unpaid($1)) }
        return Phrase.quotaAnswer(
            month, segments.count == 1 ? policy.segments[segments[0]].name : nil, place(names),
            asked: quotas.reduce(0) { $0 + $1.asked },
            inForce: quotas.reduce(0) { $0 + $1.inForce }, paid: paid)
    }

    private func filled(_ cell: (region: Int, segment: Int)) -> Double {
        result.projection.segments[cell.segment].months[offset]
            .exposure(Status.publiclyFunded, region: cell.region)
    }

    /// Those of them for whom no purse pays.
    private func unpaid(_ cell: (region: Int, segment: Int)) -> Double {
        result.costs.entries.filter {
            $0.month == offset && $0.region == cell.region && $0.segment == cell.segment
                && $0.bearer == .gap
        }.map(\.personMonths).max() ?? 0
    }

    private func quota(_ region: Int, _ segment: Int) -> QuotaMonth {
        result.quota(offset, region: region, segment: segment)
    }

    private var offset: Int { month - result.policy.horizon.lowerBound }

    private func section(_ region: Int, _ segment: Int, _ names: RegionTable) -> Report.Section {
        let policy = result.policy
        let quota = quota(region, segment)
        let record = result.projection.segments[segment].months[offset]
        let (filled, unpaid) = (filled((region, segment)), unpaid((region, segment)))
        let cuts = result.cuts.filter {
            $0.region == region && $0.segment == segment && $0.months.contains(offset)
        }
        var card = FactCard()
        func persons(_ count: Double) -> Phrase {
            Phrase(same: "\({ FigureSum.text(count, .person, $0) })")
        }
        let (code, id) = (policy.regions[region], policy.segments[segment])
        card.add(
            Phrase(id: "kuota", en: "quota"),
            Phrase(same: "\(id.name), \(names.name(of: code)) (\(code)), \(month)"))
        card.add(Phrase(id: "diminta", en: "asked"), persons(quota.asked))
        card.add(Phrase(id: "berlaku", en: "in force"), persons(quota.inForce))
        card.add(Phrase(id: "terisi", en: "filled"), persons(filled))
        if record.unfilled[region] > 0.5 {
            card.add(
                Phrase(
                    id: "tak terisi, pekerja yang memenuhi syarat habis",
                    en: "unfilled, no eligible worker left"), persons(record.unfilled[region]))
        }
        card.add(Phrase(id: "terbayar", en: "paid"), persons(max(0, filled - unpaid)))
        if unpaid > 0 {
            card.add(
                Phrase(id: "tak terbayar (kekurangan pagu)", en: "unpaid (gap)"), persons(unpaid))
        }
        card.add(Phrase(id: "sebabnya", en: "why"), list: cuts.flatMap { reasons($0, code, id.id) })
        return Report.Section(
            heading: Phrase.askedAndInForce, .card(card),
            data: [table([(region: region, segment: segment)])])
    }

    /// Why a quota was cut: the rule, what fitted, then each purse.
    private func reasons(
        _ cut: BudgetCut, _ region: RegionCode, _ segment: SegmentID
    ) -> [Phrase] {
        let policy = result.policy
        let start = policy.horizon.lowerBound
        let (from, until) = (
            start.advanced(by: cut.window.lowerBound), start.advanced(by: cut.window.upperBound - 1)
        )
        let rule = policy.timeline(Parameters.budgetPolicy, segment, region).step(at: from)
        let place = rule?.provenance.place ?? ""
        return [
            Phrase.cutRule(cut.isByMonths, place),
            Phrase.cutFits(cut, from, until),
        ]
            + cut.limits.filter { result.binding(cut).contains($0) }.map { limit in
                let source = policy.purses[limit.purse]
                let ceiling = policy.timeline(Parameters.ceiling, source.id, region).step(at: from)
                return Phrase.cutPurse(
                    Phrase.bound(source.name, limit.rule), limit.offered, limit.left,
                    ceiling?.value ?? 0, ceiling?.provenance.place ?? "")
            }
    }

    private func table(_ cells: [(region: Int, segment: Int)]) -> ResultTable {
        ResultTable("quota", cells) {
            Key("region") { result.policy.regions[$0.region].code }
            Key("segment") { result.policy.segments[$0.segment].id.name }
            Column("asked_persons", .person) { quota($0.region, $0.segment).asked }
            Column("in_force_persons", .person) { quota($0.region, $0.segment).inForce }
            Column("bound", .word) { cell in
                result.bound(
                    result.cuts.filter {
                        $0.region == cell.region && $0.segment == cell.segment
                            && $0.months.contains(offset)
                    })
            }
        }
    }
}
