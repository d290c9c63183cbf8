import Formats
import Policy
import Quantities

/// Reads keys such as `quota.petani@35.74`.
///
/// `key[.segment or purse][@region]`: the longest parameter path that the key begins with is the
/// parameter, the rest after a dot is the member. Segments and purses must exist and belong to the
/// scenario; so must regions, where a province stands for all regions in it.
///
/// | Written | Means |
/// |---|---|
/// | `retention` | every segment, every region |
/// | `quota.petani` | one segment, every region |
/// | `quota.petani@35` | one segment, the regions of a province |
/// | `purse.ceiling.dbh-cht@35.05` | one purse, one region |
/// | `budget.revision_month@35.74` | a region's own parameter |
///
/// A region may also be written by its code of BPS or its name. It is cut off first, at the first
/// `@`; the path is then sought from the longest beginning down, so that of two paths of which one
/// begins the other the longer counts.
struct AddressReader {
    let session: ReadingSession
    let context: SettingContext

    /// The address that a key of a section means; nil where it means none.
    ///
    /// A parameter under the wrong section is a fault, and its address is returned all the same, so
    /// that the value behind it is checked in the same reading. Faults of a key stand at the key.
    ///
    /// - Parameters:
    ///   - key: as written, such as `quota.petani@35.74`.
    ///   - position: the place of the key.
    ///   - section: where the key stands, which must be the parameter's role.
    func address(_ key: String, at position: Position, in section: ParameterDefinition.Role)
        -> Address?
    {
        let (name, regionText) = Self.parts(of: key)
        let region = regionText.flatMap { self.region($0, at: position) }
        guard regionText == nil || region != nil else { return nil }
        if section == .law { return law(name, region, at: position) }
        guard let (definition, member) = Parameters.definition(in: name) else {
            noteUnknown(key, name: name, at: position, in: section)
            return nil
        }
        if definition.role != section {
            session.fault(
                position, Phrase.wrongSection(key, role: definition.role, section: section),
                hint: Phrase.moveTo(definition.role))
        }
        guard let member else {
            return Address(subject: .parameter(definition), region: region)
        }
        guard accepts(member, definition, key: key, at: position) else { return nil }
        return Address(subject: .parameter(definition), member: member, region: region)
    }

    /// The address that a key outside of sections means, such as `law.bpu.jkm.amount`; nil with a
    /// fault where it means none.
    func address(_ key: String, at position: Position) -> Address? {
        let (key, role) = context.section(of: key)
        return address(key, at: position, in: role)
    }

    /// A key without its region, and the region.
    ///
    /// A second `@` stays with the region, which then is no code.
    private static func parts(of key: String) -> (name: String, region: String?) {
        guard let at = key.firstIndex(of: "@") else { return (key, nil) }
        return (String(key[..<at]), String(key[key.index(after: at)...]))
    }

    /// A path of the law; the law's tree is one for all regions.
    ///
    /// Keys under `law` have no `law.` of their own: `bpu.jkm.amount`. Faults: a lever or
    /// assumption, told with its section; a path that the tree does not have; a region behind a
    /// path that it has.
    private func law(_ name: String, _ region: RegionCode?, at position: Position) -> Address? {
        guard context.lawUnits[name] != nil else {
            if let (definition, _) = Parameters.definition(in: name) {
                session.fault(
                    position, Phrase.wrongSection(name, role: definition.role, section: .law),
                    hint: Phrase.moveTo(definition.role))
            } else {
                let bare = name.hasPrefix("law.") ? String(name.dropFirst(4)) : name
                let near = Suggestion.closest(to: bare, among: context.lawUnits.keys.sorted())
                session.fault(
                    position, Phrase.unknownKey(name),
                    hint: near.map { Phrase.didYouMean($0, Phrase.lawWord) }
                        ?? Phrase.seeLawPaths)
            }
            return nil
        }
        if region != nil {
            session.fault(
                position,
                Phrase(
                    id: "'\(name)' berlaku nasional dan tidak memakai '@daerah'",
                    en: "'\(name)' holds nationwide and takes no '@region'"))
            return nil
        }
        return Address(subject: .law(name))
    }

    /// Whether a segment or purse may stand behind the parameter.
    ///
    /// Faults: a member behind a parameter of regions; one that does not exist. One that exists but
    /// is not of this scenario is a fault in a scenario's own file, whose lists are at hand; a
    /// warning in a package, which serves several; and right in a catalogue. Of a reach that is not
    /// known all members are.
    private func accepts(
        _ member: String, _ definition: ParameterDefinition, key: String, at position: Position
    ) -> Bool {
        guard definition.scope != .region else {
            session.fault(
                position,
                Phrase(
                    id: "'\(definition.path)' milik daerah dan tidak memakai '.\(member)'",
                    en: "'\(definition.path)' belongs to a region and takes no '.\(member)'"),
                hint: Phrase.writeKey(definition.path, context.reach.regions?.first))
            return false
        }
        let existing = context.existing(definition.scope)
        guard existing.contains(member) else {
            let near = Suggestion.closest(
                to: member, among: (context.reach.members(definition.scope) ?? []) + existing)
            session.fault(
                position, Phrase.unknownKey(key),
                hint: near.map { Phrase.didYouMean(definition, member: $0) }
                    ?? Phrase.knownMembers(
                        definition, context.reach.members(definition.scope) ?? existing))
            return false
        }
        guard let members = context.reach.members(definition.scope), !members.contains(member)
        else {
            return true
        }
        switch context.kind {
        case .scenario:
            session.fault(
                position, Phrase.notInScenario(definition.scope, member),
                hint: Phrase.addToList(definition.scope, member))
        case .package:
            session.warn(position, Phrase.notInScenario(definition.scope, member))
        case .catalogue: break
        }
        return context.kind != .scenario
    }

    /// Tells of a key that is no parameter, with the nearest one where one is near.
    ///
    /// A path of the law is told as that, with its section. Where nothing is near, the hint lists
    /// what the section may hold.
    private func noteUnknown(
        _ key: String, name: String, at position: Position, in section: ParameterDefinition.Role
    ) {
        if context.lawUnits[name] != nil {
            session.fault(
                position, Phrase(id: "kunci '\(key)' adalah hukum", en: "key '\(key)' is law"),
                hint: Phrase.moveTo(.law))
            return
        }
        session.fault(
            position, Phrase.unknownKey(key),
            hint: Self.suggestion(for: name) ?? Phrase.keys(of: section))
    }

    /// The parameter nearest to a name, with what follows it kept: `qouta.petani` gives
    /// `quota.petani`.
    ///
    /// Only as many parts of the name are compared as the parameter has, so that a long segment
    /// does not hide a small slip.
    private static func suggestion(for name: String) -> Phrase? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var best: (definition: ParameterDefinition, rest: [String], distance: Int)?
        for definition in Parameters.catalogue {
            let length = definition.path.split(separator: ".").count
            guard parts.count >= length else { continue }
            let head = parts[..<length].joined(separator: ".")
            guard Suggestion.closest(to: head, among: [definition.path]) != nil else { continue }
            let distance = Suggestion.editDistance(head, definition.path)
            if best.map({ distance < $0.distance }) ?? true {
                best = (definition, Array(parts[length...]), distance)
            }
        }
        return best.map {
            Phrase.didYouMean(
                $0.definition, member: $0.rest.isEmpty ? nil : $0.rest.joined(separator: "."))
        }
    }
}

extension AddressReader {
    /// A region that exists and that the scenario speaks of; nil otherwise.
    ///
    /// Faults: a text that names no region, or several. A region outside the scenario is a fault in
    /// its own file and a warning in a package. A province is right where the scenario has one of
    /// its kabupaten.
    func region(_ text: String, at position: Position) -> RegionCode? {
        guard let code = session.region(text, context.catalogue.regions, at: position) else {
            return nil
        }
        guard !context.reach.touches(code) else { return code }
        let name = context.catalogue.regions.name(of: code)
        switch context.kind {
        case .scenario:
            session.fault(
                position, Phrase.regionNotInScenario(code.code, name),
                hint: Phrase(
                    id: "tambahkan '\(code.code)' ke daftar 'regions'",
                    en: "add '\(code.code)' to the list 'regions'"))
        case .package:
            session.warn(position, Phrase.regionNotInScenario(code.code, name))
        case .catalogue: break
        }
        return context.kind == .scenario ? nil : code
    }
}
