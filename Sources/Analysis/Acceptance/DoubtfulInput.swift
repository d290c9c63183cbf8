import Policy
import Quantities

/// An input that somebody has to accept by name before a report is final: one that is assumed,
/// borrowed from another region, or older than it may be.
package struct DoubtfulInput: Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        /// Without a text or arithmetic that vouches for it.
        case assumed
        case borrowed
        /// Older than ``SourceDate/usualYears`` before the first year, unless its author vouches
        /// for longer.
        case stale
    }

    /// A value of a segment, purse or region from a month on.
    package struct Cell: Sendable {
        package let member: String?
        package let region: RegionCode
        package let from: Month
        package let value: SettingValue
        package let provenance: Provenance
        package let reasons: Set<Reason>
    }

    package let definition: ParameterDefinition
    /// Those that are doubtful, by member and region; at least one.
    package let cells: [Cell]

    package var key: String { definition.path }

    package var reasons: [Reason] {
        let all = cells.reduce(into: Set<Reason>()) { $0.formUnion($1.reasons) }
        return Reason.allCases.filter(all.contains)
    }

    /// The weakest mark; nil where no cell has one.
    package var mark: EvidenceMark? {
        let marks = cells.compactMap(\.provenance.mark)
        return marks.isEmpty ? nil : .weakest(of: marks)
    }

    /// All that an acceptance is of: it lapses as soon as any of this changes.
    package var identity: String {
        let text = SettingText(language: nil)
        return cells.map { cell in
            [
                cell.member ?? "", cell.region.code, "\(cell.from)", text.text(cell.value),
                text.unit(cell.value, of: definition).rawValue,
                cell.provenance.mark?.rawValue ?? "", cell.provenance.borrowedFrom?.code ?? "",
                cell.provenance.date?.text ?? "",
            ].joined(separator: "\t")
        }.joined(separator: "\n")
    }
}

extension ResolvedPolicy {
    /// Every input that has to be accepted, in the order of the catalogue.
    ///
    /// A decision of the scenario's author without a mark is none, and neither is a value that
    /// nobody has set.
    package var doubtfulInputs: [DoubtfulInput] {
        Parameters.catalogue.compactMap { definition in
            let cells = members(of: definition).flatMap { member in
                regions.flatMap { doubtful(definition, member, $0) }
            }
            return cells.isEmpty ? nil : DoubtfulInput(definition: definition, cells: cells)
        }
    }

    private func doubtful(
        _ definition: ParameterDefinition, _ member: String?, _ region: RegionCode
    ) -> [DoubtfulInput.Cell] {
        let spans = settings(definition, member: member, region: region)?.spans(in: horizon) ?? []
        return spans.compactMap { _, step in
            let provenance = step.provenance
            guard provenance.line > 0 else { return nil }
            var reasons: Set<DoubtfulInput.Reason> = []
            if provenance.mark?.mustBeShown ?? (definition.role == .assumption) {
                reasons.insert(.assumed)
            }
            if provenance.borrowedFrom != nil { reasons.insert(.borrowed) }
            if provenance.date?.isStale(in: horizon.lowerBound.year) == true {
                reasons.insert(.stale)
            }
            return reasons.isEmpty
                ? nil
                : DoubtfulInput.Cell(
                    member: member, region: region, from: step.from, value: step.value,
                    provenance: provenance, reasons: reasons)
        }
    }
}
