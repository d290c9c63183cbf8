import Quantities

/// Reads the way in which a file writes numbers.
///
/// `locale: id-ID` or `locale: en-US`, at the top of a file or in an entry with a table. Without
/// one, numbers with two meanings are faults.
///
/// What a locale decides is `1.234`: a thousand or one and a bit. Nothing is inferred from the
/// other numbers of a file, since one changed line would change what all others mean.
package struct LocaleReader {
    /// Where faults are noted.
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
