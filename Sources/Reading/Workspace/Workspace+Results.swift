import Analysis
import Costing
import Coverage
import Formats
import Policy
import Quantities

extension Workspace {
    /// Computes resolved scenarios on as many threads as there are processors, in order.
    ///
    /// - Throws: ``InputFaults`` for what the scenarios ask that the law or the model refuses: the
    ///   first fault of each, in their order.
    public func results(
        of policies: [ResolvedPolicy], progress: (@Sendable (Int) -> Void)? = nil
    ) async throws -> [ScenarioResult] {
        do {
            return try await evaluated(policies, law: law, progress: progress)
        } catch {
            // Which scenario failed first depends on threads; what is told must not.
            let found = policies.flatMap(firstFault)
            throw found.isEmpty ? faults(error, policies) : InputFaults(found)
        }
    }

    /// The fault that stops a scenario alone; empty where none does.
    private func firstFault(_ policy: ResolvedPolicy) -> [Diagnostic] {
        do {
            _ = try ScenarioResult(policy, law: law)
            return []
        } catch {
            return faults(error, [policy]).diagnostics
        }
    }

    /// Puts scenarios beside a baseline.
    ///
    /// - Throws: ``InputFaults`` where they cannot stand side by side.
    public func comparison(
        of results: [ScenarioResult], baseline: String
    ) throws(InputFaults) -> Comparison {
        do throws(Comparison.Fault) {
            return try Comparison(results, baseline: baseline)
        } catch {
            throw InputFaults([diagnostic(error, results)])
        }
    }

    /// What a reader is told about scenarios that cannot stand side by side.
    private func diagnostic(
        _ fault: Comparison.Fault, _ results: [ScenarioResult]
    ) -> Diagnostic {
        let place = { (name: String) in
            Position(file: results.last { $0.name == name }?.policy.scenario.file ?? name)
        }
        switch fault {
        case .unknownBaseline(let name, let known):
            return Diagnostic(
                at: Position(file: "--baseline"), Phrase.unknownScenario(name),
                hint: Phrase.choices(known, nearestTo: name))
        case .duplicateName(let name):
            return Diagnostic(
                at: place(name), Phrase.duplicateScenario(name), hint: Phrase.renameScenario)
        case .differentYears(let name, let years, let base):
            return Diagnostic(
                at: place(name), Phrase.otherYears(name, years, base),
                hint: Phrase.sameHorizon)
        case .differentRegions(let name, let only, let lacks):
            let names = { (codes: [RegionCode]) in
                codes.map { "\($0.code) \(catalogue.regions.name(of: $0))" }
            }
            return Diagnostic(
                at: place(name),
                Phrase.otherRegions(name, only: names(only), lacks: names(lacks)),
                hint: Phrase.sameRegions)
        }
    }

    /// What a computation throws, in words.
    public func faults(_ error: any Error, _ policies: [ResolvedPolicy]) -> InputFaults {
        let scenario = Position(file: policies.first?.scenario.file ?? "")
        let diagnostic =
            switch error {
            case let fault as LawSettingFault:
                Diagnostic(
                    at: Position(fault.setting.provenance),
                    sourceLine: files.line(at: Position(fault.setting.provenance)),
                    Phrase.law(fault.fault),
                    hint: Phrase.lawHint(fault.fault))
            case let fault as LawFault:
                Diagnostic(at: scenario, Phrase.law(fault), hint: Phrase.lawHint(fault))
            case let fault as TariffFault:
                Diagnostic(
                    at: scenario,
                    Phrase.inCell(
                        fault.segment, catalogue.regions.name(of: fault.region), fault.month,
                        Phrase.law(fault.fault)), hint: Phrase.lawHint(fault.fault))
            case let fault as CoverageFault:
                Diagnostic(
                    at: scenario, Phrase.coverage(fault, catalogue.regions),
                    hint: Phrase.coverageHint(fault))
            case let fault as MoneyFault:
                Diagnostic(
                    at: scenario,
                    Phrase.tooMuchMoney(fault, catalogue.regions.name(of: fault.region)),
                    hint: Phrase.tooMuchMoneyHint(fault))
            case let fault as PolicyMismatch:
                Diagnostic(
                    at: Position(file: policies.last?.scenario.file ?? ""),
                    Phrase.mismatch(fault), hint: Phrase.sameFrame)
            default: Diagnostic(at: scenario, Phrase.notComputable("\(error)"))
            }
        return InputFaults([diagnostic])
    }
}
