import Analysis
import Formats
import Policy
import Quantities

/// Reads what reaching people costs beyond their contributions, by segment.
///
///     outreach:
///       petani: { 30 %: 5000, 60 %: 20000 }          of the eligible of a region and year
///       ojek: { 500: 5000, 2000: 20000 }             persons of a region and year
///       nelayan: { cost: 10000, saturation: 90 % }   as outreach tires
struct AllocationOutreachReader {
    private static let curve = ["cost", "saturation"]

    let rules: AllocationRuleReader

    private var session: ReadingSession { rules.session }

    /// By position of the segment; what has a fault is left out.
    func read(_ root: YAMLNode) -> [Int: AllocationOutreach] {
        let names = rules.scenario.segments.map(\.id.name)
        var found: [Int: AllocationOutreach] = [:]
        for entry in rules.entries("outreach", of: root) {
            let segment = session.word(
                entry.key, among: names, at: entry.position,
                Phrase.unknownMember(.segment, entry.key),
                hint: Phrase.nearest(entry.key, among: names))
            guard let fields = entry.value.entries, !fields.isEmpty else {
                session.fault(
                    entry.value.position, Phrase.expected(Phrase.outreachPieces),
                    hint: Phrase.outreachHint)
                continue
            }
            let isCurve = fields.contains { Self.curve.contains($0.key) }
            let outreach = isCurve ? curve(entry) : pieces(fields)
            guard let position = segment.flatMap({ names.firstIndex(of: $0) }) else { continue }
            found[position] = outreach
        }
        return found
    }

    /// Outreach that tires; nil with a fault.
    private func curve(_ entry: YAMLEntry) -> AllocationOutreach? {
        FieldReader(session: session).check(entry.value, allowed: Self.curve)
        let nodes = Self.curve.map { entry.value[$0]?.value }
        for (name, node) in zip(Self.curve, nodes) where node == nil {
            session.fault(
                entry.position, Phrase.missingField(name),
                hint: Phrase.outreachFieldHint(name))
        }
        let (cost, most) = (nodes[0].flatMap(self.cost), nodes[1].flatMap(rules.share))
        if most == 0, let node = nodes[1] {
            session.fault(
                node.position,
                Phrase(id: "'saturation' harus di atas 0", en: "'saturation' must be above 0"),
                hint: Phrase.outreachFieldHint("saturation"))
            return nil
        }
        guard let cost, let most else { return nil }
        return AllocationOutreach(cost: cost, saturation: most)
    }

    /// Pieces as they are written; nil with a fault.
    ///
    /// Faults: ends that do not rise or are of two kinds, costs that do not rise. Where outreach
    /// gets cheaper the later pieces would be used without those before them.
    private func pieces(_ entries: [YAMLEntry]) -> AllocationOutreach? {
        var (found, isSound): ([AllocationOutreach.Piece], Bool) = ([], true)
        let isShare = entries[0].key.hasSuffix("%")
        for entry in entries {
            guard let end = end(entry), let cost = cost(entry.value) else {
                isSound = false
                continue
            }
            let before = found.last
            found.append(AllocationOutreach.Piece(upTo: end, cost: cost))
            if entry.key.hasSuffix("%") != isShare {
                session.fault(
                    entry.position, Phrase.outreachOfTwoKinds(entry.key),
                    hint: Phrase.leaveVerbOut)
            } else if let before, end <= before.upTo {
                session.fault(
                    entry.position, Phrase.outreachOverlaps(entry.key), hint: Phrase.leaveVerbOut)
            } else if let before, cost <= before.cost {
                session.fault(
                    entry.value.position,
                    Phrase.outreachGetsCheaper(
                        entry.key, Rupiah(Int64(cost)), Rupiah(Int64(before.cost))),
                    hint: Phrase.outreachDearerHint(before.cost))
            } else {
                continue
            }
            isSound = false
        }
        return isSound ? AllocationOutreach(isShare: isShare, pieces: found) : nil
    }

    /// Where a piece ends: a share of the eligible above 0, or whole persons; nil with a fault.
    private func end(_ entry: YAMLEntry) -> Double? {
        let reader = ScalarReader(session: session, locale: rules.locale)
        let isShare = entry.key.hasSuffix("%")
        guard
            let end = reader.number(
                entry.key, unit: isShare ? .share : .person, at: entry.position)
        else { return nil }
        guard end > 0, isShare ? end <= 1 : end == end.rounded() else {
            session.fault(
                entry.position, Phrase.notAnOutreachEnd(entry.key),
                hint: Phrase.outreachEndHint(end, isShare: isShare))
            return nil
        }
        return end
    }

    /// Whole rupiah, 0 or more; nil with a fault.
    private func cost(_ node: YAMLNode) -> Double? {
        guard let cost = rules.number(node, .rupiah) else { return nil }
        guard cost >= 0, cost == cost.rounded() else {
            session.fault(
                node.position, Phrase.notAnOutreachCost(node.text ?? ""),
                hint: Phrase.outreachCostHint(cost))
            return nil
        }
        return cost
    }
}
