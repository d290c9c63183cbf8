import Analysis
import Formats
import Quantities

/// What the commands about poverty record, and what they refuse together.
public enum PovertyInputs {
    /// `state` was asked about nothing, or about two things.
    public static var oneState: InputFaults {
        InputFaults(option: "state", Phrase.oneState)
    }

    /// Refuses options that a question does not use.
    ///
    /// - Parameter options: by name; nil where not given.
    /// - Throws: ``InputFaults`` with each that is given.
    public static func refuse(_ options: [(name: String, value: String?)]) throws(InputFaults) {
        let given = options.filter { $0.value != nil }
        guard !given.isEmpty else { return }
        throw InputFaults(
            given.map {
                Diagnostic(at: Position(file: $0.name), Phrase.notOfThisState($0.name))
            })
    }

    /// Where draws came from, as a manifest has it; nothing without draws.
    public static func options(_ plan: EnsemblePlan?) -> [(String, String)] {
        plan.map { [("draws", String($0.draws)), ("design", $0.design.rawValue)] } ?? []
    }
}

extension Workspace {
    /// The shipped tables that a region's state is read from.
    public var povertyFiles: [String] {
        ["poverty/poverty.csv", "poverty/inequality.csv", "regions/regions.csv"].map(data.file)
    }

    /// Files by their content.
    ///
    /// - Throws: ``InputFaults`` where one has gone since it was read.
    public func named(_ paths: [String]) throws(InputFaults) -> [InputFile] {
        try InputFile.named(Set(paths), in: files)
    }
}
