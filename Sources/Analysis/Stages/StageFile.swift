import Policy
import Quantities

/// The dated stages of a budget year, as their file tells them.
public struct StageFile: Sendable {
    /// One stage.
    public struct Entry: Sendable {
        /// Which step of the budget year it is.
        public let stage: BudgetStage
        /// A day such as `2025-11-28`.
        public let date: String
        /// The scenario that the stage is, or for realisation the table of what was paid; seen from
        /// the root of the session's files.
        public let source: String
        /// What its author says of it.
        public let note: Phrase?
        /// Where its name stands.
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

    /// As it was named.
    public let file: String
    /// As results and the file of locks call it.
    public let name: String
    /// As reports call it.
    public let title: Phrase
    /// The budget year.
    public let year: Int
    /// How its table writes numbers; nil where that is not said.
    package let locale: NumberLocale?
    /// In order of stage and of date.
    public let entries: [Entry]

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

    /// The entry of a stage.
    public subscript(stage: BudgetStage) -> Entry? { entries.first { $0.stage == stage } }

    /// The files of the stages that are scenarios, in order.
    public var scenarios: [String] {
        entries.filter { $0.stage != .realisation }.map(\.source)
    }

    /// Where the locks of its stages are kept: `tahapan-2026.lock.yaml` beside `tahapan-2026.yaml`.
    public var lockFile: String {
        (file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file) + StageLocks.ending
    }
}

/// A stage that a scenario hangs under: `stage: ./tahapan-2026.yaml#apbd`.
///
/// The scenario's parent is then the scenario of that stage.
package struct StageReference: Sendable {
    /// The file of the stages.
    package let stages: StageFile
    /// The stage that is named.
    package let entry: StageFile.Entry

    package init(stages: StageFile, entry: StageFile.Entry) {
        self.stages = stages
        self.entry = entry
    }

    /// The stage with its year: `APBD 2026`.
    package var name: Phrase { Phrase { "\(entry.stage.name[$0]) \(stages.year)" } }
}
