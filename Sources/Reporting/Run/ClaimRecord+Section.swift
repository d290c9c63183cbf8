import Analysis
import Quantities

extension ClaimRecord {
    /// The table under its heading, with what may be read into it.
    func section(_ result: ScenarioResult) -> Report.Section {
        Report.Section(
            heading: Phrase.besideTheRecord, note: Phrase.recordNote, .table(table(result)),
            data: [])
    }
}
