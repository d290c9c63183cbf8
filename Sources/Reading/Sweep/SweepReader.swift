import Analysis
import Formats
import Policy
import Quantities

/// Reads sweep files: what `sweep`, `sense`, `discover` and `robust` ask about.
///
///     name: bulan-dan-kuota
///     title: { id: Bulan dan kuota, en: Months and quotas }
///     scenario: ../dasar.yaml
///     policies:
///       dasar: {}
///       sembilan-bulan: { funding.months: 9 }
///       mandiri: ../mandiri.yaml
///     design: { kind: lhs, points: 200, seed: 7 }
///     inputs:
///       quota.petani: { scale: [0.5, 1, 1.5] }
///       rate.lapse: 0.05 .. 0.5
///     outcomes: [public_bill_rp, "funded_person_months.petani 2027"]
///
/// Every fault of the file, of the scenarios that it names and of its table of points is collected
/// before reading stops. The parts have readers of their own:
///
/// | Section | Reader |
/// |---|---|
/// | `scenario` | ``SweepScenarios`` |
/// | `policies` | ``SweepAlternatives`` |
/// | `design`, `points` | ``SweepDesigns``, ``SweepPoints`` |
/// | `inputs`, `correlations` | ``SweepInputs``, ``SweepLevels``, ``SweepCorrelations`` |
/// | `outcomes`, `rules` | ``SweepOutcomes``, ``SweepRules`` |
/// | `groups` | ``SweepGroups`` |
///
/// A plan names its inputs and policies but holds no numbers of a result; what is computed from it
/// is the business of ``SweepFolder`` or of another method.
package struct SweepReader {
    static let fields = [
        "name", "title", "description", "locale", "scenario", "policies", "design", "inputs",
        "correlations", "points", "outcomes", "rules", "groups",
    ]

    let workspace: Workspace

    package init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    /// What the file asks about; it needs no design, and one that is there is checked all the same.
    ///
    /// - Parameter file: the path, as messages are to name it.
    package func subject(_ file: String) -> Reading<SweepSubject> {
        let reading = read(file, seed: nil, needsDesign: false)
        return Reading(value: reading.value?.subject, diagnostics: reading.diagnostics)
    }

    /// What the file asks about, and at which points.
    ///
    /// - Parameter seed: in place of the file's.
    package func plan(_ file: String, seed: UInt64? = nil) -> Reading<SweepPlan> {
        let reading = read(file, seed: seed, needsDesign: true)
        let plan = reading.value.flatMap { parts in
            parts.design.map { SweepPlan(parts.subject, design: $0) }
        }
        return Reading(value: plan, diagnostics: reading.diagnostics)
    }

    private struct Parts: Sendable {
        let subject: SweepSubject
        /// At which points; nil where the file has no design, or a faulty one.
        let design: SweepDesign?
    }

    /// Everything that the file says; its parts are all read, whatever is wrong with some.
    private func read(_ file: String, seed: UInt64?, needsDesign: Bool) -> Reading<Parts> {
        let session = ReadingSession(files: workspace.files)
        guard let root = YAMLReader(session: session).root(of: file) else {
            return Reading(value: nil, diagnostics: session.diagnostics)
        }
        FieldReader(session: session).check(root, allowed: Self.fields) { key in
            Parameters.definition(in: key).map { _ in
                Phrase(
                    id: "pindahkan ke bawah 'inputs:' atau ke salah satu kebijakan",
                    en: "move it below 'inputs:' or into a policy")
            }
        }
        let base = SweepScenarios(session: session, workspace: workspace).base(of: root)
        let keys = SweepKeys(session: session, workspace: workspace, root: root, scenario: base)
        let designs = SweepDesigns(keys: keys, root: root, seed: seed, isNeeded: needsDesign)
        let inputs = SweepInputs(keys: keys, points: designs.points).read(root)
        let subject = subject(root, keys, inputs)
        let design = designs.design(of: inputs, correlations: subject?.correlations ?? [])
        return Reading(
            value: subject.map { Parts(subject: $0, design: design) },
            diagnostics: session.diagnostics)
    }

    /// Everything but the design; nil where a part of it is missing.
    ///
    /// Outcomes that only a rule speaks of are looked at too, after the others.
    private func subject(
        _ root: YAMLNode, _ keys: SweepKeys, _ inputs: [SweepInput]
    ) -> SweepSubject? {
        let (session, place) = (keys.session, Position(file: keys.file))
        let fields = FieldReader(session: session)
        let name = fields.text("name", of: root, at: place)
        let title = root["title"].flatMap { _ in fields.phrase("title", of: root, at: place) }
        let outcomes = SweepOutcomes(keys: keys).read(root)
        let rules = SweepRules(keys: keys).read(root)
        let pairs = SweepCorrelations(keys: keys).read(root, inputs)
        let groups = SweepGroups(session: session, inputs: inputs.map { ($0.name, $0.key) })
            .read(root)
        let alternatives = SweepAlternatives(keys: keys, inputs: inputs).read(root)
        guard let name, !inputs.isEmpty, !alternatives.isEmpty, !outcomes.isEmpty else {
            return nil
        }
        let extra = rules.map(\.outcome).filter { !outcomes.contains($0) }
        return SweepSubject(
            name: name, title: title ?? Phrase(id: name, en: name), file: keys.file,
            alternatives: alternatives, correlations: pairs,
            outcomes: outcomes + extra.withoutRepeats, rules: rules, groups: groups)
    }
}

extension Workspace {
    /// Reads a sweep file.
    ///
    /// - Parameter seed: in place of the file's.
    /// - Throws: ``InputFaults`` with everything that was found, warnings included.
    package func sweep(_ file: String, seed: UInt64? = nil) throws(InputFaults) -> Checked<
        SweepPlan
    > {
        let reading = SweepReader(self).plan(file, seed: seed)
        guard let plan = reading.value else { throw InputFaults(reading.diagnostics) }
        return Checked(plan, reading.diagnostics)
    }
}

extension Workspace {
    /// Reads a sweep file that is to be evaluated in memory.
    ///
    /// - Throws: ``InputFaults``, also where the file is no sweep.
    package func sweepToEvaluate(
        _ file: String, seed: UInt64? = nil
    ) throws(InputFaults) -> Checked<SweepPlan> {
        guard try isSweep(file) else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: file),
                    Phrase(id: "berkas ini bukan sapuan", en: "this file is not a sweep"),
                    hint: Phrase(
                        id: "sebutkan berkas sapuan (dengan 'scenario', 'inputs', 'design') atau"
                            + " folder hasilnya",
                        en: "name a sweep file (with 'scenario', 'inputs', 'design') or the folder"
                            + " of its results"
                    ))
            ])
        }
        return try sweep(file, seed: seed)
    }
}

extension [Outcome] {
    /// Each once, in order.
    fileprivate var withoutRepeats: [Outcome] {
        var seen: Set<Outcome> = []
        return filter { seen.insert($0).inserted }
    }
}
