import Analysis
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
    package let files: SourceFiles
    package let data: DataDirectory
    package let catalogue: Catalogue
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
    package static func folder(
        _ asked: String?, _ scenario: String?, _ executable: String?, _ files: SourceFiles
    ) throws(InputFaults) -> DataDirectory {
        let found = DataDirectory.find(
            asked: asked, scenario: scenario, executable: executable, files: files)
        guard let found else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: asked ?? DataDirectory.name),
                    Phrase(id: "folder data tidak ditemukan", en: "the data folder was not found"),
                    hint: Phrase(
                        id: "sebutkan dengan --data FOLDER atau LINDUNG_DATA",
                        en: "name it with --data FOLDER or LINDUNG_DATA"))
            ])
        }
        return found
    }

    /// The programs that set documents, beside the data folder or where `$LINDUNG_TOOLS` says.
    ///
    /// - Throws: ``InputFaults`` where there are none.
    package func documentTools() throws(InputFaults) -> DocumentTools {
        try DocumentTools(beside: data.path, in: files)
    }

    /// The law tree alone.
    ///
    /// - Throws: ``InputFaults`` with every law file that is missing, or every fault of them.
    package static func law(
        in data: DataDirectory, _ files: SourceFiles
    ) throws(InputFaults) -> LawTree {
        let folder = data.file("law")
        let session = ReadingSession(files: files)
        let found = files.names(in: folder)
        for name in LawReader.files where !found.contains(name) {
            let near = Suggestion.closest(
                to: name, among: found.filter { !LawReader.files.contains($0) })
            session.fault(
                Position(file: folder + "/" + name),
                Phrase(
                    id: "berkas hukum '\(name)' tidak ada, sehingga aturannya tidak berlaku",
                    en: "law file '\(name)' is missing, and with it its rules"),
                hint: near.map {
                    Phrase(
                        id: "di folder itu ada '\($0)': ubah namanya menjadi '\(name)'",
                        en: "the folder holds '\($0)': rename it to '\(name)'")
                }
                    ?? Phrase(
                        id: "ambil kembali dari paket data; folder 'law' dipakai utuh",
                        en: "take it from the data package again; the folder 'law' is used as a"
                            + " whole"
                    ))
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

extension Workspace {
    /// The files that scenarios rest on: theirs, their parents' and packages', tables, catalogues
    /// and law.
    ///
    /// A change in any of them changes the manifest, and nothing else of the disk enters a result.
    ///
    /// - Throws: ``InputFaults`` where a file has gone since it was read.
    ///
    /// - Parameter tables: tables of the data folder that results rest on besides.
    package func inputs(
        _ scenarios: [Scenario], with tables: [String] = []
    ) throws(InputFaults) -> [InputFile] {
        var paths: Set<String> = [
            data.file("regions/regions.csv"), data.file("segments.yaml"), data.file("purses.yaml"),
        ]
        for parameter in law.parameters {
            for step in parameter.timeline.steps {
                paths.insert(step.provenance.file)
            }
        }
        paths.formUnion(tables.map(data.file))
        for scenario in scenarios {
            paths.formUnion(scenario.sourceFiles)
            paths.formUnion(lineage(of: scenario.file).files)
        }
        return try InputFile.named(paths, in: files)
    }
}

extension Workspace {
    /// A scenario file, its parents and packages: those that set nothing count too, since they say
    /// which regions, months and segments there are. Then the stages that it hangs under, the
    /// nearest first; their files and locks are among the files.
    func lineage(of file: String) -> (files: Set<String>, stages: [StageReference]) {
        let session = ReadingSession(files: files)
        var (found, stages): (Set<String>, [StageReference]) = ([], [])
        var next: [String] = [file]
        while let path = next.popLast() {
            guard found.insert(path).inserted,
                let root = YAMLReader(session: session).root(of: path)
            else { continue }
            let packages = root["packages"]?.value
            let names = [root["extends"]?.value] + (packages?.items ?? [packages])
            next += names.compactMap { $0?.text }.map {
                FilePath.join(FilePath.folder(of: path), $0)
            }
            let named = root["stage"].flatMap { StageReferenceReader(session: session).read($0) }
            guard let stage = named else { continue }
            stages.append(stage)
            next.append(stage.entry.source)
            found.formUnion([stage.stages.file, stage.stages.lockFile].filter(files.exists))
        }
        return (found, stages)
    }
}

extension Scenario {
    var sourceFiles: Set<String> {
        let places =
            layers.flatMap { $0.settings.map(\.provenance) } + cohorts.map(\.provenance)
            + transitions.map(\.provenance)
        return Set(places.map(\.file).filter { !$0.isEmpty }).union([file])
    }
}

extension Workspace {
    /// The files that some scenarios rest on, the file that was asked about among them.
    ///
    /// - Throws: ``InputFaults`` where a file has gone since it was read.
    package func inputs(
        of scenarios: [Scenario], askedIn file: String
    ) throws(InputFaults) -> [InputFile] {
        let found = try inputs(scenarios)
        guard !found.contains(where: { $0.path == file }) else { return found }
        return (found + (try InputFile.named([file], in: files))).sorted { $0.path < $1.path }
    }
}
