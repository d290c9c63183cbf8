import Analysis
import Exploration
import Formats
import Policy
import Quantities

extension Workspace {
    /// Reads what `sense` is asked about.
    ///
    /// A scenario needs no sweep file: what it is not certain of is varied, and the figures that a
    /// planner asks for first are looked at.
    ///
    /// - Parameters:
    ///   - file: a sweep file, or a scenario.
    ///   - policy: one of the sweep's; the first where nil.
    ///   - groups: inputs to be moved together, `NAME=INPUT,INPUT`, in place of the file's.
    /// - Throws: ``InputFaults``.
    package func senseQuestion(
        _ file: String, policy: String? = nil, groups: [String] = []
    ) throws(InputFaults) -> Checked<SensitivityQuestion> {
        let checked = try ungroupedQuestion(file, policy: policy)
        guard !groups.isEmpty else { return checked }
        var question = checked.value
        let session = ReadingSession(files: files)
        let reader = SweepGroups(
            session: session,
            inputs: question.inputs.map { input in
                (input.name, input.name.split(separator: " ").first.map(String.init) ?? "")
            }, isAsked: true)
        question.groups = reader.read(options: groups)
        guard session.diagnostics.isEmpty else { throw InputFaults(session.diagnostics) }
        return Checked(question, checked.warnings)
    }

    /// What is asked, with the groups of the file.
    private func ungroupedQuestion(
        _ file: String, policy: String?
    ) throws(InputFaults) -> Checked<SensitivityQuestion> {
        guard try isSweep(file) else {
            let reading = try self.policy(file)
            let scenario = reading.value.scenario
            if let policy {
                throw InputFaults(
                    option: "--policy",
                    Phrase(
                        id: "berkas ini skenario, bukan sapuan; tidak ada kebijakan '\(policy)'",
                        en: "this file is a scenario, not a sweep; there is no policy '\(policy)'"))
            }
            guard !scenario.uncertainInputs.isEmpty else {
                throw InputFaults([
                    Diagnostic(
                        at: Position(file: file), Phrase.nothingUncertain,
                        hint: Phrase(
                            id: "beri rentang di skenario ('range: 5 .. 50'), atau pakai berkas"
                                + " sapuan dengan 'inputs'",
                            en: "give ranges in the scenario ('range: 5 .. 50'), or use a sweep"
                                + " file with 'inputs'"
                        ))
                ])
            }
            return Checked(SensitivityQuestion(scenario), reading.warnings)
        }
        let reading = SweepReader(self).subject(file)
        guard let subject = reading.value else { throw InputFaults(reading.diagnostics) }
        return Checked(
            SensitivityQuestion(subject, try Self.alternative(policy, of: subject)),
            reading.diagnostics)
    }

    /// The alternative of a name; the first where none is asked for.
    private static func alternative(
        _ name: String?, of subject: SweepSubject
    ) throws(InputFaults) -> SweepSubject.Alternative {
        guard let name else { return subject.alternatives[0] }
        let names = subject.alternatives.map(\.name)
        guard let found = subject.alternatives.first(where: { $0.name == name }) else {
            throw InputFaults(
                option: "--policy", Phrase.unknownPolicy(name),
                hint: Phrase.choices(names, nearestTo: name))
        }
        return found
    }

    /// Whether a file is a sweep and not a scenario: it names a scenario, or what it varies.
    ///
    /// Looked at before either reader is asked, so that a fault is told by the right one.
    ///
    /// - Throws: ``InputFaults`` where it cannot be read.
    func isSweep(_ file: String) throws(InputFaults) -> Bool {
        let session = ReadingSession(files: files)
        guard let root = YAMLReader(session: session).root(of: file) else {
            throw InputFaults(session.diagnostics)
        }
        return ["scenario", "inputs", "design", "outcomes"].contains { root[$0] != nil }
    }

    /// A scenario as a function of its inputs.
    ///
    /// Resolving it once finds what is wrong with the scenario itself; what is wrong with single
    /// points is found when they are evaluated, and does not stop the others.
    ///
    /// - Throws: ``InputFaults`` where it does not go together.
    package func model(_ question: SensitivityQuestion) throws(InputFaults) -> PointModel {
        do {
            return try PointModel(
                question.scenario, inputs: question.inputs, outcomes: question.outcomes, law: law)
        } catch let faults as PolicyFaults {
            let words = PolicyDiagnostics(
                of: question.scenario, regions: catalogue.regions, files: files)
            throw InputFaults(words.diagnostics(faults.faults))
        } catch {
            throw self.faults(error, [])
        }
    }

    /// The runs of a method for a question.
    ///
    /// - Parameters:
    ///   - samples: base points or repetitions; the method's standard number where nil.
    ///   - seed: of what is drawn.
    ///   - isGroupAsked: whether groups were asked for, and not only written in the file.
    ///
    /// - Throws: ``InputFaults`` for a number of samples that the method cannot take.
    package func plan(
        _ method: SensitivityMethod, _ question: SensitivityQuestion, samples: Int?, seed: UInt64,
        isGroupAsked: Bool = false
    ) throws(InputFaults) -> SensitivityPlan {
        if method == .tornado, samples != nil {
            throw InputFaults(
                option: "--samples",
                Phrase(
                    id: "tornado tidak mengacak; --samples hanya untuk morris dan sobol",
                    en: "a tornado draws nothing; --samples is for morris and sobol"))
        }
        if method == .tornado, isGroupAsked {
            throw InputFaults(
                option: "--group",
                Phrase(
                    id: "tornado menggeser masukan satu per satu; --group hanya untuk morris dan"
                        + " sobol",
                    en: "a tornado moves inputs one by one; --group is for morris and sobol"))
        }
        // Every outcome of every run is kept until the method makes its figures of them.
        let most = 100_000_000 / ((question.inputs.count + 2) * max(1, question.outcomes.count))
        if let samples, samples > most {
            throw InputFaults(
                option: "--samples",
                Phrase(
                    "paling banyak \(most) untuk masukan dan hasil sebanyak ini",
                    en: "at most \(most) for this many inputs and outcomes"))
        }
        do {
            return try SensitivityPlan(
                method, question.inputs, groups: question.groups, samples: samples, seed: seed)
        } catch {
            throw Self.sensing(error, file: question.file)
        }
    }

    /// What a method makes of its runs.
    ///
    /// - Parameter level: of intervals, such as 0.95.
    ///
    /// - Throws: ``InputFaults`` where too much failed, or for a level that is none.
    package func answer(
        _ runs: SensitivityRuns, _ question: SensitivityQuestion, level: Double
    ) throws(InputFaults) -> SensitivityAnswer {
        do {
            return try runs.answer(level: level)
        } catch {
            var faults = Self.sensing(error, file: question.file).diagnostics
            // What stopped the analysis is known: the reasons of the runs that failed.
            faults += Phrase.reasons(runs.failures.map(\.error)).map {
                Diagnostic(.warning, at: Position(file: question.file), $0)
            }
            throw InputFaults(faults)
        }
    }

    /// What a design or an analysis refuses, in words.
    private static func sensing(_ error: any Error, file: String) -> InputFaults {
        guard let fault = error as? SensitivityFault else {
            return InputFaults([
                Diagnostic(at: Position(file: file), Phrase.cannotDraw("\(error)"))
            ])
        }
        let place = Phrase.sensingOption(fault) ?? file
        return InputFaults([
            Diagnostic(
                at: Position(file: place), Phrase.sensing(fault),
                hint: Phrase.sensingHint(fault))
        ])
    }
}
