import Analysis
import Formats
import Quantities

extension StageLocks {
    var text: String {
        var lines = [
            "# Kunci tahapan anggaran, ditulis oleh 'lindung stage'; jangan disunting tangan.",
            "# Locks of budget stages, written by 'lindung stage'; not to be edited by hand.",
            locks.isEmpty ? "stages: {}" : "stages:",
        ]
        for (stage, lock) in locks.sorted(by: { $0.key < $1.key }) {
            lines += [
                "  \(stage.rawValue):", "    date: \(lock.date)", "    locked: \(lock.locked)",
                "    version: \(lock.version)", "    bill_rp: \(lock.bill.amount)", "    inputs:",
            ]
            lines += lock.inputs.sorted { $0.key < $1.key }.map {
                "      \(Self.quoted($0.key)): \($0.value)"
            }
        }
        if !unlocked.isEmpty { lines.append("unlocked:") }
        lines += unlocked.map {
            "  - { stage: \($0.stage.rawValue), locked: \($0.locked), unlocked: \($0.unlocked), "
                + "bill_rp: \($0.bill.amount), reason: \(Self.quoted($0.reason)) }"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.map { character in
            switch character {
            case "\"", "\\": "\\\(character)"
            case "\n": "\\n"
            case "\t": "\\t"
            default: String(character)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}

/// Reads the locks of a stages file.
struct StageLockReader {
    let session: ReadingSession

    /// The locks; none where there is no file, nil after a fault.
    ///
    /// Faults: anything that `lindung stage` does not write; a lock whose place cannot be read
    /// would let its stage be edited.
    func read(_ file: String) -> StageLocks? {
        guard session.files.exists(file) else { return StageLocks() }
        let faultsBefore = session.diagnostics.count
        guard let root = YAMLReader(session: session).root(of: file) else { return nil }
        FieldReader(session: session).check(root, allowed: ["stages", "unlocked"])
        var locks = StageLocks()
        for entry in root["stages"]?.value.entries ?? [] {
            let stage = StageFileReader(session: session).stage(entry.key, at: entry.position)
            if let stage { locks.locks[stage] = lock(entry) }
        }
        locks.unlocked = (root["unlocked"]?.value.items ?? []).compactMap(unlocking)
        return session.diagnostics.count == faultsBefore ? locks : nil
    }

    private func lock(_ entry: YAMLEntry) -> StageLocks.Lock? {
        let (fields, node) = (FieldReader(session: session), entry.value)
        fields.check(node, allowed: ["date", "locked", "version", "bill_rp", "inputs"])
        let texts = ["date", "locked", "version"].map {
            fields.text($0, of: node, at: entry.position)
        }
        let bill = self.bill(node, at: entry.position)
        guard let inputs = node["inputs"]?.value.entries, !inputs.isEmpty else {
            session.fault(entry.position, Phrase.missingField("inputs"))
            return nil
        }
        let digests = inputs.map { ($0.key, fields.text($0.value) ?? "") }
        guard let date = texts[0], let locked = texts[1], let version = texts[2], let bill else {
            return nil
        }
        return StageLocks.Lock(
            date: date, locked: locked, version: version, bill: bill,
            inputs: Dictionary(digests, uniquingKeysWith: { first, _ in first }))
    }

    private func unlocking(_ node: YAMLNode) -> StageLocks.Unlocking? {
        let fields = FieldReader(session: session)
        let names = ["stage", "locked", "unlocked", "reason"]
        fields.check(node, allowed: names + ["bill_rp"])
        let texts = names.map { fields.text($0, of: node, at: node.position) }
        guard let word = texts[0],
            let stage = StageFileReader(session: session).stage(word, at: node.position),
            let locked = texts[1], let unlocked = texts[2], let reason = texts[3],
            let bill = self.bill(node, at: node.position)
        else { return nil }
        return StageLocks.Unlocking(
            stage: stage, locked: locked, unlocked: unlocked, bill: bill, reason: reason)
    }

    private func bill(_ node: YAMLNode, at place: Position) -> Rupiah? {
        guard let text = FieldReader(session: session).text("bill_rp", of: node, at: place)
        else { return nil }
        if let amount = Int64(text), amount >= 0 { return Rupiah(amount) }
        session.fault(node["bill_rp"]?.value.position ?? place, Phrase.notWholeRupiah(text))
        return nil
    }
}
