import Foundation
import Policy

/// A file that a run read, named by its content.
public struct InputFile: Sendable, Hashable {
    /// As the reader of a message would name it.
    public let path: String
    public let digest: SHA256

    /// Names files by their content, in order of path.
    ///
    /// - Throws: ``InputFaults`` where a file can no longer be read.
    public static func named(
        _ paths: Set<String>, in files: SourceFiles
    ) throws(InputFaults) -> [InputFile] {
        var inputs: [InputFile] = []
        for path in paths.sorted() {
            guard let data = FileManager.default.contents(atPath: files.absolute(path)) else {
                throw InputFaults([
                    Diagnostic(at: Position(file: path), Messages.unreadable(path, .unreadable))
                ])
            }
            inputs.append(InputFile(path: path, digest: SHA256(data)))
        }
        return inputs
    }
}

extension Workspace {
    /// The files that scenarios rest on: theirs, their parents' and packages', tables, catalogues
    /// and law.
    public func inputs(_ scenarios: [Scenario]) throws(InputFaults) -> [InputFile] {
        var paths: Set<String> = [
            data.file("regions/regions.csv"), data.file("segments.yaml"), data.file("purses.yaml"),
        ]
        for parameter in law.parameters {
            for step in parameter.timeline.steps {
                paths.insert(step.provenance.file)
            }
        }
        for scenario in scenarios { paths.formUnion(scenario.sourceFiles) }
        return try InputFile.named(paths, in: files)
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
