import Formats
import Policy
import Quantities
import Sampling

/// Reads the section `correlations` of a scenario: pairs of uncertain inputs whose ranks move
/// together.
///
///     correlations:
///       - { between: [rate.lapse, retention], rank: 0.4 }
///       - { between: [retention, purse.ceiling.dbh-cht scale 2026-01], rank: -0.2 }
///
/// Ranks, not values: inputs of any two distributions can have any rank correlation, and the one
/// that is given is Spearman's. Both signs are meant as they are read: `0.4` lets large values come
/// with large ones.
///
/// An input is named as it is written, with verb and month where it has them. A child's pair
/// replaces the parent's; a parent's pair counts where the child has both inputs.
struct CorrelationReader {
    let session: ReadingSession
    let locale: NumberLocale?
    let layer: String
    let names: [String]

    /// The pairs of a section; faulty ones are left out.
    ///
    /// Faults: no list; an item that lacks `between` or `rank` or has another field; two names that
    /// are one; a rank outside -1 to 1; a pair given twice.
    func read(_ entry: YAMLEntry) -> [RankPair] {
        guard let items = entry.value.items else {
            if !entry.value.isNull {
                session.fault(
                    entry.value.position,
                    Phrase(
                        id: "'correlations' harus berisi daftar pasangan",
                        en: "'correlations' must hold a list of pairs"),
                    hint: Phrase.correlationHint(names))
            }
            return []
        }
        var pairs: [RankPair] = []
        for item in items {
            guard let pair = pair(item) else { continue }
            if pairs.contains(where: { $0.names == pair.names }) {
                session.fault(
                    item.position,
                    Phrase(
                        id: "korelasi '\(pair.first)' dan '\(pair.second)' sudah ditulis",
                        en: "the correlation of '\(pair.first)' and '\(pair.second)' was already"
                            + " given"
                    ))
            } else {
                pairs.append(pair)
            }
        }
        return pairs
    }

    /// One pair; nil after a fault.
    ///
    /// `source` goes into the provenance; a `note` is for readers of the file.
    private func pair(_ item: YAMLNode) -> RankPair? {
        FieldReader(session: session).check(item, allowed: ["between", "rank", "source", "note"])
        let both = (item["between"]?.value.items ?? []).compactMap(\.text)
        guard both.count == 2, both[0] != both[1] else {
            session.fault(
                item["between"]?.value.position ?? item.position,
                Phrase(
                    id: "'between' harus menyebut dua masukan yang berbeda",
                    en: "'between' must name two different inputs"),
                hint: Phrase.correlationHint(names))
            return nil
        }
        guard let field = item["rank"], let text = field.value.text else {
            session.fault(
                item.position, Phrase.missingField("rank"), hint: Phrase.correlationHint(names))
            return nil
        }
        let scalars = ScalarReader(session: session, locale: locale)
        guard let rank = scalars.number(text, unit: .factor, at: field.value.position) else {
            return nil
        }
        guard abs(rank) <= 1 else {
            session.fault(
                field.value.position,
                Phrase(
                    "korelasi \(plain: rank) di luar batas -1 sampai 1",
                    en: "correlation \(plain: rank) is outside -1 to 1"))
            return nil
        }
        return RankPair(
            both[0], both[1], correlation: rank,
            provenance: Evidence(source: item["source"]?.value.text)
                .provenance(at: item.position, layer: layer))
    }

    /// The pairs that hold in a scenario, checked against its inputs and against each other.
    ///
    /// Faults: a name that no uncertain input has, in the file that was asked for; pairs that no
    /// numbers can have at once, told at the pair that breaks it with the nearest possible ones. A
    /// parent's pair of an input that the child does not have is passed over in silence.
    ///
    /// - Parameter chain: the pairs of each file, the one asked for first.
    static func inForce(
        _ chain: [[RankPair]], _ inputs: [VariedInput], _ session: ReadingSession
    ) -> [RankPair] {
        let names = inputs.map(\.name)
        let known = Set(names)
        var pairs: [RankPair] = []
        for (depth, own) in chain.enumerated() {
            for pair in own where !pairs.contains(where: { $0.names == pair.names }) {
                let unknown = [pair.first, pair.second].filter { !known.contains($0) }
                if unknown.isEmpty { pairs.append(pair) }
                guard depth == 0 else { continue }
                for name in unknown {
                    session.fault(
                        Position(pair.provenance),
                        Phrase(
                            id: "'\(name)' bukan masukan yang tidak pasti",
                            en: "'\(name)' is not an uncertain input"),
                        hint: Phrase.nearest(
                            name, among: names, else: Phrase.uncertainHint(names)))
                }
            }
        }
        noteContradiction(pairs, names, session)
        return pairs
    }

    /// Tells of the pair that no numbers can have besides the others.
    private static func noteContradiction(
        _ pairs: [RankPair], _ names: [String], _ session: ReadingSession
    ) {
        do throws(CorrelationFault) {
            _ = try RankCorrelation(
                names: names, pairs: pairs.map { ($0.first, $0.second, $0.correlation) })
        } catch .inconsistent(let fault) {
            let guilty = pairs.first { $0.names == [fault.first, fault.second] }
            guard let pair = guilty ?? pairs.first else { return }
            session.fault(
                Position(pair.provenance), Phrase.impossibleCorrelation(fault),
                hint: Phrase.nearestCorrelation(fault) { first, second in
                    pairs.contains { $0.names == [first, second] }
                })
        } catch {
            // The other faults were told pair by pair.
        }
    }
}

extension RankPair {
    /// The two names, in whatever order they were written.
    fileprivate var names: Set<String> { [first, second] }
}
