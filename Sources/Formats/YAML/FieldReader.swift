import Quantities

/// Reads the fields of a mapping whose names are fixed.
///
/// The keys of settings are read by ``AddressReader``; this reads what surrounds them: headers,
/// catalogues, the fields of `horizon` and `cohorts`.
///
/// Nothing is guessed and nothing is passed over: a field that is not among the allowed ones is a
/// fault, since a misspelt `extend:` would otherwise change the result in silence.
package struct FieldReader {
    package let session: ReadingSession

    package init(session: ReadingSession) {
        self.session = session
    }

    /// Notes fields that a mapping must not have: `judul:` where `title:` is meant.
    ///
    /// A number without a value is what a decimal comma inside braces leaves behind, and told so.
    /// A node that is no mapping has no fields and passes; whoever reads its fields then finds them
    /// missing.
    ///
    /// - Parameters:
    ///   - node: the mapping.
    ///   - allowed: the fields that it may have.
    ///   - locale: by which a number that a comma cut apart is written in the hint.
    ///   - advice: a better hint than the nearest field, where there is one; asked with the unknown
    ///     field.
    /// - Returns: whether it has none of them.
    @discardableResult
    package func check(
        _ node: YAMLNode, allowed: [String], locale: NumberLocale? = nil,
        advice: (String) -> Phrase? = { _ in nil }
    ) -> Bool {
        let cuts = node.cutNumbers
        for cut in cuts {
            session.fault(
                cut.entry.position, Phrase.strayNumber(cut.entry.key),
                hint: Phrase.quoteCommas(cut.whole, locale))
        }
        let unknown = (node.entries ?? []).filter { !allowed.contains($0.key) && !$0.isCutOff }
        for entry in unknown {
            session.fault(
                entry.position,
                Phrase(
                    id: "isian '\(entry.key)' tidak dikenal", en: "unknown field '\(entry.key)'"),
                hint: advice(entry.key)
                    ?? Phrase.nearest(
                        entry.key, among: allowed, else: Phrase.knownFields(allowed)))
        }
        return cuts.isEmpty && unknown.isEmpty
    }

    /// The text of a field that must be there.
    ///
    /// Faults: the field is missing, told at `place`; its value is empty, a list or a mapping, told
    /// there.
    package func text(_ name: String, of node: YAMLNode, at place: Position) -> String? {
        guard let field = node[name] else {
            session.fault(place, Phrase.missingField(name))
            return nil
        }
        return text(field.value)
    }

    /// The text of a node, which must not be empty.
    ///
    /// Numbers are texts too: `name: 2026` is accepted as it is written.
    package func text(_ node: YAMLNode) -> String? {
        guard let text = node.text, !text.isEmpty else {
            session.fault(node.position, Phrase.expected(Phrase(id: "sebuah teks", en: "a text")))
            return nil
        }
        return ControlCharacters.flat(text)
    }

    /// A text in both languages, `{ id: .., en: .. }`, or one text for both.
    ///
    /// Faults: the field or one of its languages is missing; another field than `id` and `en`
    /// stands beside them; a text is empty. One text for both, `title: Dasar`, is meant for names
    /// that are the same in every language.
    ///
    /// - Returns: nil after any of them, so that half a title is never shown.
    package func phrase(_ name: String, of node: YAMLNode, at place: Position) -> Phrase? {
        guard let field = node[name] else {
            session.fault(
                place, Phrase.missingField(name), hint: Phrase.phraseHint(name, field: nil))
            return nil
        }
        guard field.value.entries != nil else {
            return text(field.value).map { Phrase(id: $0, en: $0) }
        }
        check(field.value, allowed: Language.allCases.map(\.rawValue))
        let texts = Language.allCases.map { language -> String? in
            if let entry = field.value[language.rawValue] { return text(entry.value) }
            session.fault(
                field.position, Phrase.missingField(language.rawValue),
                hint: Phrase.phraseHint(name, field: field.value))
            return nil
        }
        guard let id = texts[0], let en = texts[1] else { return nil }
        return Phrase(id: id, en: en)
    }
}

/// Reads the way in which a file writes numbers.
///
/// `locale: id-ID` or `locale: en-US`, at the top of a file or in an entry with a table. Without
/// one, numbers with two meanings are faults.
///
/// What a locale decides is `1.234`: a thousand or one and a bit. Nothing is inferred from the
/// other numbers of a file, since one changed line would change what all others mean.
package struct LocaleReader {
    package let session: ReadingSession

    package init(session: ReadingSession) {
        self.session = session
    }

    /// One of the known locales; nil with a fault otherwise.
    package func locale(_ node: YAMLNode) -> NumberLocale? {
        if let locale = node.text.flatMap(NumberLocale.init(rawValue:)) { return locale }
        session.fault(
            node.position, Phrase.unknownLocale(node.text ?? ""),
            hint: Phrase.choices(NumberLocale.allCases.map(\.rawValue)))
        return nil
    }
}

extension ReadingSession {
    /// Whether a table is a result of the program: one that the manifest beside it names, and that
    /// still has its commas between cells.
    package func isResult(_ table: String) -> Bool {
        let manifest = FilePath.join(FilePath.folder(of: table), "manifest.json")
        guard files.exists(manifest), let text = (try? files.read(manifest))?.text,
            text.contains("\"program\": \"lindung\""),
            text.contains("\"file\": \"\(FilePath.name(of: table))\""),
            let header = source(table)?.lines.first
        else { return false }
        return !header.contains(";")
    }
}
