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
struct AddressReader {
    /// Where faults are noted.
    let session: ReadingSession
    /// What the file may speak of.
    let context: SettingContext

    /// The address that a key of a section means; nil where it means none.
    func address(_ key: String, at position: Position, in section: ParameterDefinition.Role)
        -> Address?
    {
        let (name, regionText) = Self.parts(of: key)
        let region = regionText.flatMap { self.region($0, at: position) }
        guard regionText == nil || region != nil else { return nil }
        if section == .law { return law(name, region, at: position) }
        guard let (definition, member) = Self.definition(in: name) else {
            noteUnknown(key, name: name, at: position, in: section)
            return nil
        }
        if definition.role != section {
            session.fault(
                position, Messages.wrongSection(key, role: definition.role, section: section),
                hint: Messages.moveTo(definition.role))
        }
        guard let member else {
            return Address(subject: .parameter(definition), region: region)
        }
        guard accepts(member, definition, key: key, at: position) else { return nil }
        return Address(subject: .parameter(definition), member: member, region: region)
    }

    /// A key without its region, and the region.
    private static func parts(of key: String) -> (name: String, region: String?) {
        guard let at = key.firstIndex(of: "@") else { return (key, nil) }
        return (String(key[..<at]), String(key[key.index(after: at)...]))
    }

    /// The longest parameter path that a name begins with, and what follows it.
    static func definition(in name: String) -> (ParameterDefinition, member: String?)? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        for length in stride(from: parts.count, through: 1, by: -1) {
            let path = parts[..<length].joined(separator: ".")
            guard let definition = Parameters.definition(path) else { continue }
            let rest = parts[length...].joined(separator: ".")
            return (definition, length == parts.count ? nil : rest)
        }
        return nil
    }

    /// A path of the law; the law's tree is one for all regions.
    private func law(_ name: String, _ region: RegionCode?, at position: Position) -> Address? {
        guard context.lawPaths.contains(name) else {
            if let (definition, _) = Self.definition(in: name) {
                session.fault(
                    position, Messages.wrongSection(name, role: definition.role, section: .law),
                    hint: Messages.moveTo(definition.role))
            } else {
                let bare = name.hasPrefix("law.") ? String(name.dropFirst(4)) : name
                let near = Suggestion.closest(to: bare, among: context.lawPaths.sorted())
                session.fault(
                    position, Messages.unknownKey(name),
                    hint: near.map { Messages.didYouMean($0, Messages.lawWord) }
                        ?? Messages.seeLawPaths)
            }
            return nil
        }
        if region != nil {
            session.fault(position, Messages.lawHasNoRegion(name))
            return nil
        }
        return Address(subject: .law(name))
    }

    /// Whether a segment or purse may stand behind the parameter.
    private func accepts(
        _ member: String, _ definition: ParameterDefinition, key: String, at position: Position
    ) -> Bool {
        guard definition.scope != .region else {
            session.fault(
                position, Messages.takesNoMember(definition.path, member),
                hint: Messages.writeKey(definition.path))
            return false
        }
        let existing = context.existing(definition.scope)
        guard existing.contains(member) else {
            let near = Suggestion.closest(
                to: member, among: (context.reach.members(definition.scope) ?? []) + existing)
            session.fault(
                position, Messages.unknownKey(key),
                hint: near.map { Messages.didYouMean(definition, member: $0) }
                    ?? Messages.knownMembers(
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
                position, Messages.notInScenario(definition.scope, member),
                hint: Messages.addToList(definition.scope, member))
        case .package:
            session.warn(position, Messages.notInScenario(definition.scope, member))
        case .catalogue: break
        }
        return context.kind != .scenario
    }

    /// Tells of a key that is no parameter, with the nearest one where one is near.
    private func noteUnknown(
        _ key: String, name: String, at position: Position, in section: ParameterDefinition.Role
    ) {
        if context.lawPaths.contains(name) {
            session.fault(
                position, Messages.lawKeyElsewhere(key), hint: Messages.moveTo(.law))
            return
        }
        session.fault(
            position, Messages.unknownKey(key),
            hint: Self.suggestion(for: name) ?? Messages.keys(of: section))
    }

    /// The parameter nearest to a name, with what follows it kept.
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
            Messages.didYouMean(
                $0.definition, member: $0.rest.isEmpty ? nil : $0.rest.joined(separator: "."))
        }
    }
}

extension AddressReader {
    /// A region code that exists and that the scenario speaks of; nil otherwise.
    func region(_ text: String, at position: Position) -> RegionCode? {
        guard let code = RegionCode(text) else {
            session.fault(
                position, Messages.notARegionCode(text), hint: Messages.regionCodeHint(text))
            return nil
        }
        guard context.catalogue.regions.exists(code) else {
            session.fault(position, Messages.noSuchRegion(text), hint: Messages.seeRegions)
            return nil
        }
        guard !context.reach.touches(code) else { return code }
        let name = context.catalogue.regions.name(of: code)
        switch context.kind {
        case .scenario:
            session.fault(
                position, Messages.regionNotInScenario(text, name), hint: Messages.addRegion(text))
        case .package:
            session.warn(position, Messages.regionNotInScenario(text, name))
        case .catalogue: break
        }
        return context.kind == .scenario ? nil : code
    }
}
