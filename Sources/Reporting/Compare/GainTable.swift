import Analysis
import Policy
import Quantities

/// Who gains and who loses when a scenario takes the baseline's place: provinces, regions or
/// segments.
package struct GainTable: Sendable {
    private static let figures: [Quantity] = [
        .measure(.protectedAtEnd), .measure(.fundedPersonMonths), .measure(.familiesKept),
        .measure(.publicBill),
    ]

    private struct Row {
        let name: String
        /// Differences, in the order of ``figures``.
        let differences: [Double]
    }

    /// Differences over the whole horizon, people at its end; whoever gains most protected people
    /// first. Those for whom nothing changes are left out.
    package let table: ResultTable
    /// Who gains and loses most, in words.
    package let sentence: Phrase

    /// - Parameters:
    ///   - grouping: provinces, regions or segments.
    ///   - regions: the names of regions.
    package init(
        _ comparison: Comparison, _ alternative: ScenarioResult, by grouping: Grouping,
        _ regions: RegionTable, in language: Language
    ) {
        let baseline = comparison.baseline
        let before = Dictionary(
            grouping.rows(of: baseline.policy).map {
                (grouping.label($0, of: baseline.policy), $0)
            }, uniquingKeysWith: { first, _ in first })
        let places = grouping.rows(of: alternative.policy)
        let figures = alternative.summary.folded(grouping, of: alternative.policy)
        let former = baseline.summary.folded(grouping, of: baseline.policy)
        let all = places.map { place -> Row in
            let label = grouping.label(place, of: alternative.policy)
            let old = before[label]
            let differences = Self.figures.map { quantity in
                quantity.value(
                    figures, year: nil, region: place.region, segment: place.segment)
                    - (old.map {
                        quantity.value(
                            former, year: nil, region: $0.region, segment: $0.segment)
                    } ?? 0)
            }
            let name =
                place.segment.map { alternative.policy.segments[$0].name[language] }
                ?? grouping.region(place, of: alternative.policy).map(regions.name(of:)) ?? label
            return Row(name: name, differences: differences)
        }
        let changed = all.filter { row in row.differences.contains { abs($0) >= 0.5 } }
        let rows = changed.enumerated().sorted {
            let (first, second) = ($0.element.differences[0], $1.element.differences[0])
            return first == second ? $0.offset < $1.offset : first > second
        }.map(\.element)
        table = ResultTable("gains", rows) {
            Key(grouping.rawValue, \.name)
            for (place, quantity) in Self.figures.enumerated() {
                Column(quantity) { $0.differences[place] }
            }
        }
        sentence = Self.sentence(rows, same: all.count - rows.count)
    }

    private static func sentence(_ rows: [Row], same: Int) -> Phrase {
        guard let first = rows.first, let last = rows.last else {
            return Phrase(id: "Tidak ada yang berubah.", en: "Nobody is affected.")
        }
        func people(_ row: Row) -> Phrase {
            let (difference, name) = (row.differences[0], row.name)
            let sign = difference < 0 ? "−" : "+"
            return Phrase(same: "\(name) (\(sign)\(abs(difference).rounded()))")
        }
        let gain = first.differences[0] >= 0.5 ? people(first) : nil
        let loss = last.differences[0] <= -0.5 ? people(last) : nil
        let rest = Phrase("Tanpa perubahan: \(same).", en: "Without change: \(same).")
        let parts = [
            gain.map {
                Phrase(
                    id: "Paling bertambah orang terlindungi: \($0.indonesian).",
                    en: "Most more people protected: \($0.english).")
            },
            loss.map {
                Phrase(
                    id: "Paling berkurang: \($0.indonesian).", en: "Most fewer: \($0.english).")
            },
            gain == nil && loss == nil
                ? Phrase(
                    id: "Jumlah orang terlindungi pada akhir periode tidak berubah.",
                    en: "As many people are protected at the end.") : nil,
            same > 0 ? rest : nil,
        ]
        return Phrase { language in
            parts.compactMap { $0?[language] }.joined(separator: " ")
        }
    }
}

extension Comparison {
    /// Families kept above the line by tenth of their region's people, and how a scenario changes
    /// it. Tenths without any family in either are left out; nil where welfare is not known.
    package func tenths(of alternative: ScenarioResult, in language: Language) -> ResultTable? {
        let before = FamiliesByTenth(baseline).families
        let after = FamiliesByTenth(alternative).families
        let rows = before.indices.filter { before[$0] + after[$0] >= 0.05 }
        guard !rows.isEmpty else { return nil }
        return ResultTable("tenths", rows) {
            Key("tenth") { tenth in
                switch tenth {
                case 0: Phrase(id: "1 (termiskin)", en: "1 (poorest)")[language]
                case 9: Phrase(id: "10 (terkaya)", en: "10 (richest)")[language]
                default: String(tenth + 1)
                }
            }
            Column(baseline.name, .family) { before[$0] }
            Column(alternative.name, .family) { after[$0] }
            Column(Phrase(id: "selisih", en: "difference")[language], .family) {
                after[$0] - before[$0]
            }
        }
    }
}
