import Analysis
import Formats
import Policy
import Quantities

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
    /// The fields of an entry that may hold the two numbers.
    static let verbs = ["value", "scale", "add"]

    /// Reads keys; knows the scenario.
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
                section.value.position, Phrase.dialNotMapping, hint: Phrase.dialHint)
            return nil
        }
        var read: [DialKey] = []
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
    private func key(_ entry: YAMLEntry) -> DialKey? {
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
                text.position, Phrase.dialStandsStill(entry.key),
                hint: Phrase.dialEnds(text.text ?? "", keys.locale))
            return nil
        }
        return DialKey(first, from: from, to: to)
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
            keys.session.fault(spread.position, Phrase.dialSpreads(entry.key))
            return nil
        }
        let field = fields.first { Self.verbs.contains($0.key) }
        let node = field?.value ?? entry.value
        guard node.text != nil else {
            keys.session.fault(
                entry.position, Phrase.dialNeedsEnds(entry.key), hint: Phrase.dialHint)
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

    /// Whether the key is a number; words and flags have nothing between them.
    private func isSliding(_ address: Address, _ node: YAMLNode) -> Bool {
        guard case .parameter(let definition) = address.subject else { return true }
        if case .number = definition.domain { return true }
        keys.session.fault(
            node.position, Phrase.dialNotANumber("\(address)"), hint: Phrase.dialWordHint)
        return false
    }

    /// An entry with one number in place of the two.
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
