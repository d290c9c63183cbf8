import Policy
import Quantities

/// A stage that a regional budget goes through in a year, in order.
package enum BudgetStage: String, Sendable, CaseIterable, Comparable {
    case rkpd
    /// What council and head of region agree on before the budget.
    case kuaPpas = "kua-ppas"
    case apbd
    case apbdPerubahan = "apbd-perubahan"
    case realisation

    package static func < (left: BudgetStage, right: BudgetStage) -> Bool {
        left.order < right.order
    }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension BudgetStage {
    /// What planners call it; the same in both languages but for the last.
    package var name: Phrase {
        switch self {
        case .rkpd: Phrase(same: "RKPD")
        case .kuaPpas: Phrase(same: "KUA-PPAS")
        case .apbd: Phrase(same: "APBD")
        case .apbdPerubahan: Phrase(same: "APBD Perubahan")
        case .realisation: Phrase(id: "Realisasi", en: "Realisation")
        }
    }
}

package struct StageFile: Sendable {
    package struct Entry: Sendable {
        package let stage: BudgetStage
        /// A day such as `2025-11-28`.
        package let date: String
        /// The scenario that the stage is, or for realisation the table of what was paid; seen from
        /// the root of the session's files.
        package let source: String
        package let note: Phrase?
        package let place: Provenance

        package init(
            stage: BudgetStage, date: String, source: String, note: Phrase?, place: Provenance
        ) {
            self.stage = stage
            self.date = date
            self.source = source
            self.note = note
            self.place = place
        }
    }

    package let file: String
    package let name: String
    package let title: Phrase
    package let year: Int
    /// How its table writes numbers; nil where that is not said.
    package let locale: NumberLocale?
    /// In order of stage and of date.
    package let entries: [Entry]

    package init(
        file: String, name: String, title: Phrase, year: Int, locale: NumberLocale?,
        entries: [Entry]
    ) {
        self.file = file
        self.name = name
        self.title = title
        self.year = year
        self.locale = locale
        self.entries = entries
    }

    package subscript(stage: BudgetStage) -> Entry? { entries.first { $0.stage == stage } }

    /// The files of the stages that are scenarios, in order.
    package var scenarios: [String] {
        entries.filter { $0.stage != .realisation }.map(\.source)
    }

    /// Where the locks of its stages are kept: `tahapan-2026.lock.yaml` beside `tahapan-2026.yaml`.
    package var lockFile: String {
        (file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file) + StageLocks.ending
    }
}

/// A stage that a scenario hangs under: `stage: ./tahapan-2026.yaml#apbd`.
///
/// The scenario's parent is then the scenario of that stage.
package struct StageReference: Sendable {
    package let stages: StageFile
    package let entry: StageFile.Entry

    package init(stages: StageFile, entry: StageFile.Entry) {
        self.stages = stages
        self.entry = entry
    }

    /// The stage with its year: `APBD 2026`.
    package var name: Phrase { Phrase { "\(entry.stage.name[$0]) \(stages.year)" } }
}

/// The locks of a stages file, and what was unlocked and why.
///
/// They stand in a file beside the stages, `tahapan-2026.lock.yaml`, so that the planner's own file
/// is never written to:
///
///     stages:
///       apbd:
///         date: 2025-11-28
///         locked: 2025-11-28
///         version: 0.4.0
///         bill_rp: 2221060800
///         inputs:
///           "data:purses.yaml": 5f0c...
///           "tahapan/apbd.yaml": 91ab...
///     unlocked:
///       - { stage: apbd, locked: 2025-11-28, unlocked: 2026-02-03, bill_rp: 2221060800,
///           reason: "evaluasi gubernur" }
package struct StageLocks: Sendable, Equatable {
    package static let ending = ".lock.yaml"

    package struct Lock: Sendable, Equatable {
        package let date: String
        package let locked: String
        package let version: String
        package let bill: Rupiah
        /// Digests by name: seen from the folder of the stages, or `data:` and a file of the data
        /// folder, so that neither the current folder nor the place of the data matters.
        package let inputs: [String: String]

        package init(
            date: String, locked: String, version: String, bill: Rupiah, inputs: [String: String]
        ) {
            self.date = date
            self.locked = locked
            self.version = version
            self.bill = bill
            self.inputs = inputs
        }
    }

    package struct Unlocking: Sendable, Equatable {
        package let stage: BudgetStage
        package let locked: String
        package let unlocked: String
        package let bill: Rupiah
        package let reason: String

        package init(
            stage: BudgetStage, locked: String, unlocked: String, bill: Rupiah, reason: String
        ) {
            self.stage = stage
            self.locked = locked
            self.unlocked = unlocked
            self.bill = bill
            self.reason = reason
        }
    }

    package var locks: [BudgetStage: Lock] = [:]
    /// The locks that were opened, the oldest first.
    package var unlocked: [Unlocking] = []

    package init() {}
}
