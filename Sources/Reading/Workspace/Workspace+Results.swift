import Analysis
import Costing
import Coverage
import Formats
import Policy
import Quantities
import Sampling

extension Workspace {
    /// Computes resolved scenarios on as many threads as there are processors, in order.
    ///
    /// - Throws: ``InputFaults`` for what the scenarios ask that the law or the model refuses: the
    ///   first fault of each, in their order.
    package func results(
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
    package func comparison(
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
                at: Position(file: "--baseline"),
                Phrase(
                    id: "tidak ada skenario bernama '\(name)' di antara yang dibandingkan",
                    en: "none of the compared scenarios is named '\(name)'"),
                hint: Phrase.choices(known, nearestTo: name))
        case .duplicateName(let name):
            return Diagnostic(
                at: place(name),
                Phrase(
                    id: "dua skenario bernama '\(name)'", en: "two scenarios are named '\(name)'"),
                hint: Phrase(id: "ubah 'name' di salah satunya", en: "change 'name' in one of them")
            )
        case .differentYears(let name, let years, let base):
            return Diagnostic(
                at: place(name), Phrase.otherYears(name, years, base),
                hint: Phrase(id: "beri 'horizon' yang sama", en: "give them the same horizon"))
        case .differentRegions(let name, let only, let lacks):
            let names = { (codes: [RegionCode]) in
                codes.map { "\($0.code) \(catalogue.regions.name(of: $0))" }
            }
            return Diagnostic(
                at: place(name),
                Phrase.otherRegions(name, only: names(only), lacks: names(lacks)),
                hint: Phrase(
                    id: "bandingkan skenario dari daerah yang sama",
                    en: "compare scenarios of the same regions"))
        }
    }

    package func faults(_ error: any Error, _ policies: [ResolvedPolicy]) -> InputFaults {
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

extension Workspace {
    /// Evaluates scenarios at many draws of what is uncertain in them, the baseline first.
    ///
    /// A scenario without uncertain inputs may stand among others: its draws are all the same. A
    /// draw without a result is no fault; ``reasons(_:)`` says why there is none.
    ///
    /// - Parameters:
    ///   - plan: how many draws, of which design, from which seed.
    ///   - concurrency: how many chunks of draws are evaluated at a time; it changes no bit.
    ///   - each: gets every draw, in order.
    ///   - progress: gets how many draws are done.
    /// - Throws: ``InputFaults`` where nothing is uncertain, the design has too few dimensions or
    ///   no draw of a scenario has a result; what `each` throws.
    package func ensemble(
        of policies: [ResolvedPolicy], plan: EnsemblePlan, concurrency: Int,
        each: ((EnsembleDraw) throws -> Void)? = nil, progress: ((Int) -> Void)? = nil
    ) async throws -> Ensemble {
        guard policies.contains(where: { !$0.scenario.uncertainInputs.isEmpty }) else {
            throw InputFaults(
                option: "--draws", Phrase.nothingToDraw, hint: Phrase.nothingToDrawHint)
        }
        let ensemble: Ensemble
        do {
            ensemble = try await Ensemble(
                policies, law: law, plan: plan, concurrency: concurrency, progress: progress,
                each: each)
        } catch let fault as DesignFault {
            throw Self.faults(fault)
        } catch let fault as DistributionFault {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: policies[0].scenario.file), Phrase.distribution(fault),
                    hint: Phrase.distributionHint(fault))
            ])
        }
        for member in ensemble.members where member.failures.count == plan.draws {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: member.policy.scenario.file),
                    Phrase(
                        "tidak satu pun simulasi acak '\(member.name)' punya hasil:"
                            + " \(reasons(member)[0])",
                        en: "not one draw of '\(member.name)' has a result: \(reasons(member)[0])"),
                    hint: Phrase(
                        id: "persempit rentang masukannya", en: "narrow the ranges of its inputs"))
            ])
        }
        return ensemble
    }

    /// Why the first draws of a scenario that have no result have none.
    ///
    /// The words are those that reading the drawn values in a file would give, without place and
    /// line: the value that was drawn stands in none.
    package func reasons(_ member: EnsembleMember) -> [Phrase] {
        member.failures.first.map { _, error in
            guard let faults = error as? PolicyFaults else {
                return self.faults(error, [member.policy]).diagnostics[0].message
            }
            let words = PolicyDiagnostics(
                of: member.policy.scenario, regions: catalogue.regions, files: files)
            return words.diagnostics(faults.faults).first?.message
                ?? Phrase.notComputable("\(error)")
        }
    }

    /// What a design refuses. Names come from one scenario's inputs or the union of several, so
    /// that they are never twice; what is left is a number of draws.
    static func faults(_ fault: DesignFault) -> InputFaults {
        switch fault {
        case .badDimensions(let count, let most):
            InputFaults(
                option: "--design",
                Phrase(
                    id: "sobol mengenal paling banyak \(most) masukan, skenario ini punya \(count)",
                    en: "sobol knows at most \(most) inputs, and there are \(count)"),
                hint: Phrase(id: "pakai --design lhs", en: "use --design lhs"))
        case .badCount(let count, let most):
            InputFaults(option: "--draws", Phrase.badDrawCount(count, most))
        case .duplicateName, .unknownName:
            InputFaults(option: "--draws", Phrase.cannotDraw("\(fault)"))
        }
    }
}
