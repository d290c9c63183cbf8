import Formats
import Policy
import Quantities

/// Reads the scenarios that a sweep file names, and notes what is wrong with them where they stand.
struct SweepScenarios {
    let session: ReadingSession
    let workspace: Workspace

    /// The scenario under all policies; nil with a fault where there is none that can be used.
    func base(of root: YAMLNode) -> Scenario? {
        guard let entry = root["scenario"] else {
            session.fault(
                Position(file: root.position.file), Phrase.missingField("scenario"),
                hint: Phrase.scenarioHint(scenarioNear(root.position.file)))
            return nil
        }
        return scenario(entry.value)
    }

    /// The path of a scenario beside a file, or in the folder above it; nil where there is none.
    private func scenarioNear(_ file: String) -> String? {
        let folder = FilePath.folder(of: file)
        for above in ["", "../"] {
            let place = FilePath.join(folder, above.isEmpty ? "." : above)
            for name in session.files.names(in: place) where name.hasSuffix(".yaml") {
                let text = (try? session.files.read(place + "/" + name))?.text ?? ""
                let isScenario = text.split(separator: "\n").contains {
                    $0.hasPrefix("regions:") || $0.hasPrefix("extends:")
                }
                if isScenario { return above + name }
            }
        }
        return nil
    }

    /// The scenario whose path a node holds, beside the file of that node. A locked stage that it
    /// hangs under must be as it was locked.
    func scenario(_ node: YAMLNode) -> Scenario? {
        guard let path = FieldReader(session: session).text(node) else { return nil }
        let file = FilePath.join(FilePath.folder(of: node.position.file), path)
        guard session.source(file, namedAt: node.position) != nil else { return nil }
        let reading = ScenarioReader(
            catalogue: workspace.catalogue, lawUnits: workspace.law.units, files: session.files
        ).read(file)
        session.take(reading.diagnostics)
        guard let scenario = reading.value, isSound(scenario) else { return nil }
        do throws(InputFaults) {
            try workspace.checkLocks(above: file)
            return scenario
        } catch {
            session.take(error.diagnostics)
            return nil
        }
    }

    func isSound(_ scenario: Scenario) -> Bool {
        do throws(PolicyFaults) {
            _ = try scenario.resolved()
            return true
        } catch {
            let words = PolicyDiagnostics(
                of: scenario, regions: workspace.catalogue.regions, files: session.files)
            session.take(words.diagnostics(error.faults))
            return false
        }
    }
}

extension ReadingSession {
    func take(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            let place = diagnostic.position
            if place.line > 0 { _ = source(place.file) }
            switch diagnostic.severity {
            case .error: fault(place, diagnostic.message, hint: diagnostic.hint)
            case .warning: warn(place, diagnostic.message, hint: diagnostic.hint)
            }
        }
    }
}
