import Formats
import Foundation
import Policy
import Quantities

/// The shipped data in use: catalogues and law, and the scenarios read against them.
///
///     let workspace = try Workspace(asked: nil)
///     let reading = try workspace.policy("scenarios/jawa-timur/dasar.yaml")
///     let result = try ScenarioResult(reading.value, law: workspace.law)
///
/// The command, tests and any other edge go this way from files to results.
public struct Workspace: Sendable {
    /// Where relative paths begin.
    public let files: SourceFiles
    /// The folder in use.
    public let data: DataDirectory
    /// Regions, segments and purses that exist.
    public let catalogue: Catalogue
    /// The law as enacted, before any scenario changes it.
    public let law: LawTree

    /// Finds and reads the data folder.
    ///
    /// - Parameters:
    ///   - asked: the folder that was asked for; nil searches the usual places.
    ///   - scenario: a scenario file near which the folder may be.
    /// - Throws: ``InputFaults``.
    public init(
        asked: String?, scenario: String? = nil, executable: String? = nil,
        files: SourceFiles = SourceFiles()
    ) throws(InputFaults) {
        self.files = files
        data = try Self.folder(asked, scenario, executable, files)
        law = try Self.law(in: data, files)
        let reading = CatalogueReader(files: files).read(data, lawUnits: law.units)
        guard let catalogue = reading.value else { throw InputFaults(reading.diagnostics) }
        self.catalogue = catalogue
    }

    /// The data folder alone.
    ///
    /// - Throws: ``InputFaults`` where there is none.
    public static func folder(
        _ asked: String?, _ scenario: String?, _ executable: String?, _ files: SourceFiles
    ) throws(InputFaults) -> DataDirectory {
        let found = DataDirectory.find(
            asked: asked, scenario: scenario, executable: executable, files: files)
        guard let found else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: asked ?? DataDirectory.name), Phrase.noDataFolder,
                    hint: Phrase.noDataFolderHint)
            ])
        }
        return found
    }

    /// The law tree alone.
    ///
    /// - Throws: ``InputFaults`` with every law file that is missing, or every fault of them.
    public static func law(
        in data: DataDirectory, _ files: SourceFiles
    ) throws(InputFaults) -> LawTree {
        let folder = data.file("law")
        let session = ReadingSession(files: files)
        let found = files.names(in: folder)
        for name in LawReader.files where !found.contains(name) {
            let near = Suggestion.closest(
                to: name, among: found.filter { !LawReader.files.contains($0) })
            session.fault(
                Position(file: folder + "/" + name), Phrase.lawFileMissing(name),
                hint: near.map { Phrase.renameFile($0, to: name) } ?? Phrase.lawFileMissingHint)
        }
        guard session.diagnostics.isEmpty else { throw InputFaults(session.diagnostics) }
        var reader = LawReader(session: session)
        let paths = found.filter { $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }
        guard let law = reader.read(paths) else { throw InputFaults(session.diagnostics) }
        return law
    }

    /// Reads and resolves a scenario; the warnings come with it. A locked stage that it hangs under
    /// must be as it was locked.
    ///
    /// - Throws: ``InputFaults`` with everything that was found, warnings included.
    public func policy(_ file: String) throws(InputFaults) -> Checked<ResolvedPolicy> {
        let reader = ScenarioReader(
            catalogue: catalogue, lawUnits: law.units, files: files)
        let reading = reader.read(file)
        guard let scenario = reading.value else { throw InputFaults(reading.diagnostics) }
        try checkLocks(above: file)
        do throws(PolicyFaults) {
            return Checked(try scenario.resolved(), reading.diagnostics)
        } catch {
            let words = PolicyDiagnostics(of: scenario, regions: catalogue.regions, files: files)
            throw InputFaults(reading.diagnostics + words.diagnostics(error.faults))
        }
    }
}
