import Analysis
import Formats
import Policy
import Quantities
import Sampling

/// Reads files that ask what a target needs.
///
///     name: sasaran-cakupan-2029
///     title: { id: Cakupan 40 % pada 2029, en: Coverage of 40 % in 2029 }
///     scenario: dasar.yaml
///     outcome: coverage_protected_end_of_workers_share 2029
///     reach: { at_least: 40 % }
///     dial:
///       quota.petani: { from: 2027-01, scale: 1 .. 5 }
///     draws: 200
///
/// The options of the command make the same mapping, so that both are read and refused alike.
struct TargetReader {
    /// What may stand at the top of a file.
    static let fields = [
        "name", "title", "description", "locale", "scenario", "outcome", "reach", "dial", "draws",
        "design", "seed", "grid",
    ]
    /// How many even steps a dial can be cut into.
    static let grids = 2...4096

    /// Catalogues and law, and the way to scenarios.
    let workspace: Workspace
    /// Collects what is wrong with the file.
    let session: ReadingSession

    /// The question of a mapping; every fault of it is noted.
    ///
    /// - Parameter options: what the command line says in place of the file.
    func read(_ root: YAMLNode, _ options: TargetOptions) -> TargetQuestion? {
        FieldReader(session: session).check(root, allowed: Self.fields) { key in
            Parameters.definition(in: key).map { _ in
                let locale = root["locale"]?.value.text.flatMap(NumberLocale.init(rawValue:))
                return Phrase.moveToDial(key, root[key]?.value.text ?? "", locale)
            }
        }
        let scenarios = SweepScenarios(session: session, workspace: workspace)
        let base = scenarios.base(of: root)
        let keys = SweepKeys(session: session, workspace: workspace, root: root, scenario: base)
        let aim = AimReader(keys: keys).read(root)
        let dial = DialReader(keys: keys).read(root)
        let grid = grid(root, options)
        let plan = plan(root, options, base)
        let name = FieldReader(session: session).text(
            "name", of: root, at: Position(file: keys.file))
        let title = root["title"].flatMap { _ in
            FieldReader(session: session).phrase(
                "title", of: root, at: Position(file: keys.file))
        }
        guard let base, let aim, let dial, let grid, let name else { return nil }
        let problem = TargetProblem(base, dial: dial, aim: aim, intervals: grid)
        for place in [0.0, 1] where !scenarios.isSound(problem.scenario(at: dial.point(place))) {
            break
        }
        return TargetQuestion(
            name: name, title: title ?? Phrase.targetTitle(aim), file: keys.file,
            problem: problem, plan: plan)
    }

    /// How many even steps; nil with a fault.
    private func grid(_ root: YAMLNode, _ options: TargetOptions) -> Int? {
        let place = root["grid"]?.value.position ?? Position(file: "--grid")
        let written = root["grid"].map { $0.value.text.flatMap(Int.init) ?? 0 }
        let count = options.grid ?? written ?? TargetProblem.intervals
        guard Self.grids.contains(count) else {
            session.fault(place, Phrase.badGrid(Self.grids))
            return nil
        }
        return count
    }

    /// How many draws, of which design, from which seed; nil where none are asked for.
    private func plan(
        _ root: YAMLNode, _ options: TargetOptions, _ scenario: Scenario?
    ) -> EnsemblePlan? {
        let kind = design(root, options)
        let seed = whole("seed", root)
        guard let draws = options.draws ?? whole("draws", root).map({ Int($0) }), draws != 0 else {
            for name in ["design", "seed"] {
                if let field = root[name] {
                    session.fault(field.position, Phrase.needsDrawsField(name))
                }
            }
            return nil
        }
        let place = root["draws"]?.value.position ?? Position(file: "--draws")
        guard (1...EnsemblePlan.most).contains(draws) else {
            session.fault(place, Phrase.badDrawCount(draws))
            return nil
        }
        if let scenario, scenario.uncertainInputs.isEmpty {
            session.fault(place, Phrase.nothingToDraw, hint: Phrase.nothingToDrawHint)
        }
        return EnsemblePlan(
            draws: draws, design: kind ?? .monteCarlo, seed: options.seed ?? seed ?? 1)
    }

    /// The design of the options or the file; nil where neither names one, or with a fault.
    private func design(_ root: YAMLNode, _ options: TargetOptions) -> DesignKind? {
        guard options.design == nil, let node = root["design"]?.value else { return options.design }
        let text = node.text ?? ""
        return session.word(
            DesignKind.self, text, at: node.position, Phrase.unknownDesign(text))
    }

    /// A whole number of the file; nil where it is absent, or with a fault.
    private func whole(_ name: String, _ root: YAMLNode) -> UInt64? {
        guard let field = root[name] else { return nil }
        if let number = field.value.text.flatMap(UInt64.init), number < 1 << 62 { return number }
        session.fault(field.value.position, Phrase.notWhole(name))
        return nil
    }
}

/// Reads what is wanted: `outcome` and `reach`.
private struct AimReader {
    /// Where faults are noted; knows the scenario.
    let keys: SweepKeys

    /// The aim; nil with a fault.
    func read(_ root: YAMLNode) -> TargetAim? {
        let fields = FieldReader(session: keys.session)
        let outcome = fields.text("outcome", of: root, at: Position(file: keys.file)).flatMap {
            SweepOutcomes(keys: keys).outcome(
                $0, at: root["outcome"]?.value.position ?? Position(file: keys.file))
        }
        let names = TargetAim.Bound.allCases.map(\.rawValue)
        guard let section = root["reach"] else {
            keys.session.fault(
                Position(file: keys.file), Phrase.missingField("reach"),
                hint: Phrase.reachHint)
            return nil
        }
        fields.check(section.value, allowed: names)
        let entries = (section.value.entries ?? []).filter { names.contains($0.key) }
        guard entries.count == 1, let bound = TargetAim.Bound(rawValue: entries[0].key) else {
            keys.session.fault(
                (entries.dropFirst().first?.position ?? section.value.position),
                Phrase.reachOneBound, hint: Phrase.reachHint)
            return nil
        }
        guard let outcome, let level = level(entries[0].value, of: outcome) else { return nil }
        return TargetAim(outcome, bound, level)
    }

    /// The number that is wanted, in the outcome's unit.
    ///
    /// A share above 1 is a percentage without its sign, except for ratios that may exceed 1.
    private func level(_ node: YAMLNode, of outcome: Outcome) -> Double? {
        let unit = outcome.quantity.unit
        guard let text = node.text else {
            keys.session.fault(node.position, Phrase.expected(Phrase.aNumber))
            return nil
        }
        guard
            let level = ScalarReader(session: keys.session, locale: keys.locale)
                .number(text, unit: unit, at: node.position)
        else { return nil }
        let isBounded = unit == .share && !outcome.quantity.name.hasPrefix("claim_ratio")
        if isBounded, !(0...1).contains(level) {
            keys.session.fault(
                node.position, Phrase.reachNotAShare(text, outcome.quantity.name),
                hint: Phrase.reachShareHint(level, text))
            return nil
        }
        return level
    }
}
