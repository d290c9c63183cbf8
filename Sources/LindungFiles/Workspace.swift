import Analysis
import Foundation
import Policy

/// The shipped data in use: catalogues and law, and the scenarios read against them.
public struct Workspace: Sendable {
    public let files: SourceFiles
    public let data: DataDirectory
    public let catalogue: Catalogue
    public let law: LawTree

    /// Finds and reads the data folder.
    ///
    /// - Parameters:
    ///   - asked: the folder that was asked for; see ``DataDirectory/find(asked:scenario:executable:environment:files:)``.
    ///   - scenario: a scenario file near which the folder may be.
    /// - Throws: ``InputFaults``.
    public init(
        asked: String?, scenario: String? = nil, executable: String? = nil,
        files: SourceFiles = SourceFiles()
    ) throws(InputFaults) {
        self.files = files
        data = try Self.folder(asked, scenario, executable, files)
        law = try Self.law(in: data, files)
        let reading = CatalogueReader(files: files).read(data)
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
                    at: Position(file: asked ?? DataDirectory.name), Messages.noDataFolder,
                    hint: Messages.noDataFolderHint)
            ])
        }
        return found
    }

    /// The law tree alone.
    ///
    /// - Throws: ``InputFaults`` with every fault of every law file.
    public static func law(
        in data: DataDirectory, _ files: SourceFiles
    ) throws(InputFaults) -> LawTree {
        let folder = data.file("law")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: files.absolute(folder)))
        let texts = (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
            (try? files.read(folder + "/" + name)).map { (name: $0.file, text: $0.text) }
        }
        do throws(LawFileFaults) {
            // The folder's own faults, such as a file that cannot be read, come from its reader.
            guard texts.count == names?.count(where: { $0.hasSuffix(".yaml") }), !texts.isEmpty
            else { return try LawReader.read(directory: files.absolute(folder)) }
            return try LawReader.read(texts)
        } catch {
            throw InputFaults(error.faults.map(\.diagnostic))
        }
    }

    /// Reads and resolves a scenario; the warnings come with it.
    ///
    /// - Throws: ``InputFaults`` with everything that was found, warnings included.
    public func policy(
        _ file: String
    ) throws(InputFaults) -> (policy: ResolvedPolicy, warnings: [Diagnostic]) {
        let reader = ScenarioReader(
            catalogue: catalogue, lawPaths: Set(law.paths), files: files)
        let reading = reader.read(file)
        guard let scenario = reading.value else { throw InputFaults(reading.diagnostics) }
        do throws(PolicyFaults) {
            return (try scenario.resolved(), reading.diagnostics)
        } catch {
            let words = PolicyDiagnostics(of: scenario, regions: catalogue.regions, files: files)
            throw InputFaults(reading.diagnostics + words.diagnostics(error.faults))
        }
    }
}
