import Analysis
import Formats
import Policy

extension Workspace {
    /// The files that scenarios rest on: theirs, their parents' and packages', tables, catalogues
    /// and law.
    ///
    /// A change in any of them changes the manifest, and nothing else of the disk enters a result.
    ///
    /// - Throws: ``InputFaults`` where a file has gone since it was read.
    ///
    /// - Parameter tables: tables of the data folder that results rest on besides.
    public func inputs(
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
    /// Every file that set something in it.
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
    public func inputs(
        of scenarios: [Scenario], askedIn file: String
    ) throws(InputFaults) -> [InputFile] {
        let found = try inputs(scenarios)
        guard !found.contains(where: { $0.path == file }) else { return found }
        return (found + (try InputFile.named([file], in: files))).sorted { $0.path < $1.path }
    }
}
