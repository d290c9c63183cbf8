import Analysis
import Formats
import Policy
import Quantities

extension Workspace {
    /// A scenario with its levers ready to be turned.
    ///
    /// Of a scenario of several regions only the one asked for is read; what is borrowed and
    /// forecast stays as it is, since no region depends on another.
    ///
    /// - Parameters:
    ///   - policy: what the file says, resolved.
    ///   - region: nil for all regions at once.
    ///   - start: the month from which changes hold.
    /// - Throws: ``InputFaults``.
    package func trial(
        of policy: ResolvedPolicy, region: RegionCode?, from start: Month
    ) throws(InputFaults) -> Trial {
        var scenario = policy.scenario
        if let region { scenario = try self.scenario(of: scenario, region) }
        do {
            return try Trial(of: scenario, from: start, law: law)
        } catch {
            throw trialFaults(error, scenario)
        }
    }

    /// What is wrong with turned levers, in the words that a file with them would get.
    package func trialFaults(_ error: any Error, _ scenario: Scenario) -> InputFaults {
        if let faults = error as? PolicyFaults {
            let words = PolicyDiagnostics(of: scenario, regions: catalogue.regions, files: files)
            return InputFaults(words.diagnostics(faults.faults))
        }
        let message = faults(error, []).diagnostics[0]
        return InputFaults([
            Diagnostic(
                at: Position(file: scenario.file), message.message, hint: message.hint)
        ])
    }

    /// A scenario as its file says, of one region alone.
    private func scenario(
        of parent: Scenario, _ region: RegionCode
    ) throws(InputFaults) -> Scenario {
        let file = parent.file
        let text = """
            name: \(Self.quoted(parent.name))
            title: { id: acuan, en: baseline }
            extends: \(Self.quoted(FilePath.name(of: file)))
            regions: ["\(region.code)"]
            """
        // No such file is ever written: it is read where its parent lies.
        let child = FilePath.join(FilePath.folder(of: file), ".\(region.code).coba.yaml")
        files.lay(Array(text.utf8), at: child)
        defer { files.forget(child) }
        let reading = ScenarioReader(catalogue: catalogue, lawUnits: law.units, files: files)
            .read(child)
        guard let scenario = reading.value else { throw InputFaults(reading.diagnostics) }
        try checkLocks(above: child)
        return scenario
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }
}
