import Formats
import Policy
import Quantities

/// Reads the levers that a scenario's author would have others turn first.
///
///     try: [quota.petani, quota.nelayan, purse.ceiling.dbh-cht]
///
/// They change no result.
struct TriedLeverReader {
    /// Fewer are no choice, more are no help.
    static let count = 3...5

    let session: ReadingSession
    let context: SettingContext

    /// The levers in the order written; those at fault are left out.
    func read(_ entry: YAMLEntry) -> [Address] {
        guard let items = entry.value.items, Self.count.contains(items.count) else {
            session.fault(
                entry.value.position,
                Phrase(
                    id: "'try' butuh daftar tiga sampai lima tuas",
                    en: "'try' needs a list of three to five levers"), hint: example)
            return []
        }
        let reader = AddressReader(session: session, context: context)
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let key = FieldReader(session: session).text(item) else { return nil }
            guard seen.insert(key).inserted else {
                session.fault(item.position, Phrase.twice(key))
                return nil
            }
            guard isLever(key, at: item.position) else { return nil }
            return reader.address(key, at: item.position, in: .lever)
        }
    }

    /// Whether a key is decided by the planner and says whose lever it is; keys that are none are
    /// told by their own reader.
    private func isLever(_ key: String, at position: Position) -> Bool {
        guard let (definition, member) = Parameters.definition(in: key) else { return true }
        guard definition.role == .lever else {
            session.fault(
                position,
                Phrase(id: "'\(key)' bukan tuas", en: "'\(key)' is no lever"), hint: example)
            return false
        }
        guard member == nil, definition.scope != .region else { return true }
        session.fault(
            position,
            Phrase(
                id: "'\(key)' ada untuk tiap segmen atau sumber dana; sebutkan satu",
                en: "there is a '\(key)' for each segment or purse; name one"), hint: example)
        return false
    }

    /// A list that the scenario accepts as it stands.
    private var example: Phrase {
        let segments = (context.reach.members(.segment) ?? []).prefix(2).map { "quota.\($0)" }
        let purses = (context.reach.members(.purse) ?? []).prefix(3).map { "purse.ceiling.\($0)" }
        let list = (segments + purses).joined(separator: ", ")
        return Phrase(id: "contoh: 'try: [\(list)]'", en: "for example 'try: [\(list)]'")
    }
}
