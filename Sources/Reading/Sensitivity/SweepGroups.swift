import Analysis
import Formats
import Quantities

/// Reads groups of inputs, whose members `sense` moves together.
///
///     groups:
///       pagu: [purse.ceiling.dbh-cht, purse.ceiling.apbd-provinsi]
///       perilaku: [rate.lapse, retention]
///
/// An input is named as it is written in `inputs`; a key that is varied in several ways, such as
/// from two months on, means all of them. Inputs in no group stand alone. Groups that overlap, name
/// what does not vary, or name nothing, are refused.
struct SweepGroups {
    let session: ReadingSession
    /// What varies: names, and the keys that they begin with.
    let inputs: [(name: String, key: String)]
    /// Whether the groups are those of options and not of a file.
    var isAsked = false

    /// The groups of a file's section.
    func read(_ root: YAMLNode) -> [InputGroup] {
        guard let section = root["groups"], !section.value.isNull else { return [] }
        guard let entries = section.value.entries else {
            session.fault(
                section.value.position,
                Phrase(
                    id: "'groups' harus berisi nama kelompok dan masukannya",
                    en: "'groups' must hold names of groups with their inputs"),
                hint: example)
            return []
        }
        let lists = entries.map { entry in
            (
                name: entry.key, position: entry.position,
                members: entry.value.items.map { items in
                    items.compactMap { item in item.text.map { ($0, item.position) } }
                } ?? []
            )
        }
        return groups(lists)
    }

    /// The groups of options: `pagu=purse.ceiling.dbh-cht, rate.lapse`.
    func read(options texts: [String]) -> [InputGroup] {
        let place = Position(file: "--group")
        let lists = texts.map { text in
            let halves = text.split(separator: "=", maxSplits: 1).map {
                $0.trimmingSpaces
            }
            let members = halves.count < 2 ? [] : halves[1].split(separator: ",")
            return (
                name: halves.first ?? text, position: place,
                members: members.map { ($0.trimmingSpaces, place) }
            )
        }
        return groups(lists)
    }

    /// Groups with their members found among the inputs; faulty ones are left out.
    private func groups(
        _ lists: [(name: String, position: Position, members: [(String, Position)])]
    ) -> [InputGroup] {
        var groups: [InputGroup] = []
        for list in lists {
            let found = list.members.map { members(of: list.name, $0, $1, groups) }
            let names = found.flatMap { $0 }
            if list.members.isEmpty {
                session.fault(
                    list.position,
                    Phrase(
                        id: "kelompok '\(list.name)' tidak menyebut masukan",
                        en: "group '\(list.name)' names no input"),
                    hint: example)
            } else if groups.contains(where: { $0.name == list.name })
                || inputs.contains(where: { $0.name == list.name && !names.contains($0.name) })
            {
                session.fault(
                    list.position,
                    Phrase(
                        id: "nama '\(list.name)' sudah dipakai",
                        en: "the name '\(list.name)' is taken already"),
                    hint: Phrase(
                        id: "beri kelompok ini nama lain", en: "give this group another name"))
            } else if !names.isEmpty {
                groups.append(InputGroup(list.name, of: names))
            }
        }
        return groups
    }

    /// The inputs that a text names; none after a fault.
    private func members(
        of group: String, _ text: String, _ position: Position, _ earlier: [InputGroup]
    ) -> [String] {
        let exact = inputs.map(\.name).filter { $0 == text }
        let names = exact.isEmpty ? inputs.filter { $0.key == text }.map(\.name) : exact
        if names.isEmpty {
            session.fault(
                position,
                Phrase(id: "'\(text)' tidak divariasikan", en: "'\(text)' is not varied"),
                hint: Phrase.nearest(text, among: inputs.map(\.name)))
        }
        guard let other = earlier.first(where: { !Set($0.inputs).isDisjoint(with: names) }) else {
            return names
        }
        session.fault(
            position,
            Phrase(
                id: "'\(text)' ada di kelompok '\(other.name)' dan '\(group)'",
                en: "'\(text)' is in the groups '\(other.name)' and '\(group)'"),
            hint: Phrase(
                id: "hapus dari salah satunya; sebuah masukan hanya ada di satu kelompok",
                en: "take it out of one of them; an input is in one group alone"))
        return []
    }

    /// What to write instead, with inputs that vary.
    private var example: Phrase {
        let some = inputs.prefix(2).map(\.name).joined(separator: ", ")
        if isAsked {
            return Phrase(
                id: "misalnya --group \"bersama=\(some)\"",
                en: "for instance --group \"together=\(some)\"")
        }
        return Phrase(
            id: "misalnya groups: { bersama: [\(some)] }",
            en: "for instance groups: { together: [\(some)] }")
    }
}

extension Substring {
    /// Without blanks at either end.
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
