import Analysis
import Formats
import Policy
import Quantities

extension Workspace {
    /// What becomes of the expectations of scenarios, in their order; none for a scenario without.
    ///
    /// - Throws: ``InputFaults`` for a condition that makes of a value what its key does not
    ///   accept, at the line of the statement.
    package func expectationFindings(
        of results: [ScenarioResult]
    ) async throws(InputFaults) -> [[ExpectationFinding]] {
        var findings: [[ExpectationFinding]] = []
        for result in results {
            do {
                findings.append(try await result.expectationFindings(law: law))
            } catch let fault as PolicyFaults {
                let words = PolicyDiagnostics(
                    of: result.policy.scenario, regions: catalogue.regions, files: files)
                throw InputFaults(words.diagnostics(fault.faults))
            } catch {
                throw faults(error, [result.policy])
            }
        }
        return findings
    }
}
