import Analysis
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// Turned levers that become a scenario beside the one that was tried.
struct KeptTrial: Sendable {
    let open: OpenTrial
    let entry: ScenarioFolder.Entry
    let folder: ScenarioFolder
    let changes: [Trial.Change]
    /// Where relative paths begin.
    let files: SourceFiles

    /// Writes the scenario; of one that speaks of several regions also its part for this region,
    /// which it is compared with.
    ///
    /// - Returns: the files without their ending, the one to compare with first.
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func write(named name: String) throws -> [String] {
        let name = try FileStem.checked(name)
        var stems = [entry.stem]
        if open.isNarrowed {
            let base = "\(entry.stem)-\(open.place.replacing(".", with: "-"))"
            try write(base, Phrase(same: "\(entry.title), \(regionName)"), changes: [])
            stems = [base]
        }
        try write(
            name,
            Phrase(
                "Percobaan dari \(entry.title): \(name)", en: "Tried out of \(entry.title): \(name)"
            ),
            changes: changes)
        return stems + [name]
    }

    private var regionName: String { open.placeName(in: .indonesian) }

    private func write(_ stem: String, _ title: Phrase, changes: [Trial.Change]) throws {
        let text = open.trial.scenarioFile(
            stem, title: title, changes: changes, parent: FilePath.name(of: entry.file),
            isNarrowed: open.isNarrowed)
        try AtomicFile.write(
            Array(text.utf8), to: FilePath.join(folder.path, stem + ".yaml"),
            over: .own([Trial.mark]), in: files)
    }
}
