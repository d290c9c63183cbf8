import Analysis
import Formats
import Policy
import Quantities

/// Reads the field `stage` of a scenario.
struct StageReferenceReader {
    /// Where faults are noted.
    let session: ReadingSession

    /// The stage that a field names; nil after a fault.
    ///
    /// Faults: a text without `#` and a stage; a file that cannot be read or has any fault; a stage
    /// that it does not have; realisation, which has no scenario to build on.
    func read(_ field: YAMLEntry) -> StageReference? {
        guard let text = FieldReader(session: session).text(field.value) else { return nil }
        let place = field.value.position
        let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            session.fault(place, Phrase.notAStage(text), hint: Phrase.stageExample)
            return nil
        }
        let file = FilePath.join(FilePath.folder(of: place.file), parts[0])
        let reader = StageFileReader(session: session)
        guard let stage = reader.stage(parts[1], at: place),
            let stages = reader.read(file, namedAt: place)
        else { return nil }
        guard let entry = stages[stage] else {
            session.fault(
                place, Phrase.stageMissing(stage, file),
                hint: Phrase.choices(stages.entries.map(\.stage.rawValue)))
            return nil
        }
        guard stage != .realisation else {
            session.fault(place, Phrase.underRealisation, hint: Phrase.underRealisationHint)
            return nil
        }
        return StageReference(stages: stages, entry: entry)
    }
}

extension Workspace {
    /// The stage that a scenario hangs under, as a line of its report; nil where there is none.
    ///
    ///     di atas APBD 2026, terkunci 2025-11-28
    ///
    /// - Throws: ``InputFaults`` where the stages or their locks can no longer be read.
    public func stageNote(under scenario: Scenario) throws(InputFaults) -> Phrase? {
        guard let stage = lineage(of: scenario.file).stages.first else { return nil }
        let lock = try locks(of: stage.stages).locks[stage.entry.stage]
        return Phrase.under(stage, locked: lock?.locked)
    }
}
