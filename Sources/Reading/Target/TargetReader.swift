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
    static let fields = [
        "name", "title", "description", "locale", "scenario", "outcome", "reach", "dial", "draws",
        "design", "seed", "grid",
    ]
    static let grids = 2...4096

    let workspace: Workspace
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
                    session.fault(
                        field.position,
                        Phrase(
                            id: "'\(name)' hanya berarti bersama 'draws'",
                            en: "'\(name)' means something beside 'draws' only"))
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

private struct AimReader {
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
                Phrase(
                    id: "'reach' harus punya tepat satu batas",
                    en: "'reach' must have exactly one bound"), hint: Phrase.reachHint)
            return nil
        }
        guard let outcome, let level = level(entries[0].value, of: outcome) else { return nil }
        return TargetAim(outcome, bound, level)
    }

    /// The number that is wanted, in the outcome's unit.
    private func level(_ node: YAMLNode, of outcome: Outcome) -> Double? {
        guard let text = node.text else {
            keys.session.fault(node.position, Phrase.expected(Phrase.aNumber))
            return nil
        }
        return OutcomeReader(
            session: keys.session, context: keys.context(layer: SweepPlan.layerName)
        ).level(text, of: outcome.quantity, keys.locale, at: node.position)
    }
}

/// Reads the section `dial`: keys whose numbers go from one end to another together.
///
///     dial:
///       quota.petani: { from: 2027-01, scale: 1 .. 5 }
///       funding.months: 4 .. 12
///       rate.lapse: 0.5 .. 0.1
///
/// The two numbers are the values at dial 0 and dial 1, whichever is the greater. Each is read as
/// the value of the key would be, with `from`, `until`, `unit`, `mark` and `source` beside it.
struct DialReader {
    static let verbs = ["value", "scale", "add"]

    let keys: SweepKeys

    /// The dial; nil where any of its keys is faulty.
    func read(_ root: YAMLNode) -> TargetDial? {
        guard let section = root["dial"] else {
            keys.session.fault(
                Position(file: keys.file), Phrase.missingField("dial"), hint: Phrase.dialHint)
            return nil
        }
        guard let entries = section.value.entries, !entries.isEmpty else {
            keys.session.fault(
                section.value.position,
                Phrase(
                    id: "'dial' harus berisi kunci yang digerakkan bersama",
                    en: "'dial' must hold the keys that move together"), hint: Phrase.dialHint)
            return nil
        }
        var read: [DialledLever] = []
        for entry in entries {
            guard let key = key(entry) else { continue }
            if read.contains(where: { $0.name == key.name }) {
                keys.session.fault(entry.position, Phrase.twice(entry.key))
            } else {
                read.append(key)
            }
        }
        return read.count == entries.count ? TargetDial(read) : nil
    }

    /// One key; nil with a fault.
    private func key(_ entry: YAMLEntry) -> DialledLever? {
        guard let address = keys.address(entry), let text = text(of: entry),
            let ends = ends(text), isSliding(address, text)
        else { return nil }
        var context = keys.context(layer: TargetDial.layerName)
        context.whole = text.text
        let reader = SettingReader(session: keys.session, context: context)
        let settings = ends.map { end in
            reader.setting(Self.entry(entry, text, taking: end), address)
        }
        guard let first = settings[0], let from = first.points.first?.value.number,
            let to = settings[1]?.points.first?.value.number
        else { return nil }
        guard from != to else {
            keys.session.fault(
                text.position,
                Phrase(
                    id: "'\(entry.key)' mulai dan berakhir di angka yang sama",
                    en: "'\(entry.key)' begins and ends at the same number"),
                hint: Phrase.dialEnds(text.text ?? "", keys.locale))
            return nil
        }
        return DialledLever(first, from: from, to: to)
    }

    /// The node that holds the two numbers; nil with a fault.
    ///
    /// `{ scale: 0,5 .. 2 }` is cut at its comma by YAML, and is told so.
    private func text(of entry: YAMLEntry) -> YAMLNode? {
        let fields = entry.value.entries ?? []
        if let cut = entry.value.cutNumbers.first {
            keys.session.fault(
                cut.entry.position, Phrase.strayNumber(cut.entry.key),
                hint: Phrase.quoteCommas(cut.whole, keys.locale))
            return nil
        }
        if let spread = fields.first(where: { ["range", "distribution"].contains($0.key) }) {
            keys.session.fault(
                spread.position,
                Phrase(
                    id: "'\(entry.key)' digerakkan oleh 'dial', jadi tidak boleh punya rentang"
                        + " sendiri",
                    en: "'\(entry.key)' is moved by the dial and cannot have a range of its own"))
            return nil
        }
        let field = fields.first { Self.verbs.contains($0.key) }
        let node = field?.value ?? entry.value
        guard node.text != nil else {
            keys.session.fault(
                entry.position,
                Phrase(
                    id: "'\(entry.key)' tidak punya angka awal dan akhir",
                    en: "'\(entry.key)' has no number to begin with and to end at"),
                hint: Phrase.dialHint)
            return nil
        }
        return node
    }

    /// The texts on both sides of the dots; nil with a fault.
    private func ends(_ node: YAMLNode) -> [YAMLNode]? {
        guard let texts = ScalarReader.halves(of: node.text ?? "") else {
            keys.session.fault(
                node.position, Phrase.dialNotTwoNumbers(node.text ?? ""),
                hint: Phrase.dialEnds(node.text ?? "", keys.locale))
            return nil
        }
        return texts.map {
            YAMLNode(content: .scalar($0, isQuoted: true), position: node.position)
        }
    }

    private func isSliding(_ address: Address, _ node: YAMLNode) -> Bool {
        guard case .parameter(let definition) = address.subject else { return true }
        if case .number = definition.domain { return true }
        keys.session.fault(
            node.position,
            Phrase(
                id: "'\(address)' bukan angka, jadi tidak dapat digerakkan",
                en: "'\(address)' is not a number and cannot be moved"),
            hint: Phrase(
                id: "tetapkan di sebuah skenario, lalu tanyakan sasarannya untuk tiap pilihan",
                en: "set it in a scenario, and ask for the target under each choice"))
        return false
    }

    private static func entry(
        _ entry: YAMLEntry, _ node: YAMLNode, taking end: YAMLNode
    ) -> YAMLEntry {
        guard let fields = entry.value.entries else {
            return YAMLEntry(key: entry.key, position: entry.position, value: end)
        }
        let taken = fields.map { field in
            verbs.contains(field.key) && field.value.text == node.text
                ? YAMLEntry(key: field.key, position: field.position, value: end) : field
        }
        return YAMLEntry(
            key: entry.key, position: entry.position,
            value: YAMLNode(content: .mapping(taken), position: entry.value.position))
    }
}
