import Policy
import Quantities

/// Reads the way in which a file writes numbers.
///
/// `locale: id-ID` or `locale: en-US`, at the top of a file or in an entry with a table. Without
/// one, numbers with two meanings are faults.
///
/// What a locale decides is `1.234`: a thousand or one and a bit. Nothing is inferred from the
/// other numbers of a file, since one changed line would change what all others mean.
struct LocaleReader {
    /// Where faults are noted.
    let session: ReadingSession

    /// One of the known locales; nil with a fault otherwise.
    func locale(_ node: YAMLNode) -> NumberLocale? {
        if let locale = node.text.flatMap(NumberLocale.init(rawValue:)) { return locale }
        session.fault(
            node.position, Messages.unknownLocale(node.text ?? ""),
            hint: Messages.choices(NumberLocale.allCases.map(\.rawValue)))
        return nil
    }
}

extension SettingContext {
    /// How a table writes numbers that an entry names; nothing at all where the entry's own
    /// `locale` is faulty.
    ///
    /// The entry says, or else: shipped tables and those that the program wrote have decimal
    /// points, whatever the file that names them; a table beside a file is written as the file is.
    func locale(of path: String, in entry: YAMLNode, _ session: ReadingSession) -> NumberLocale?? {
        if let field = entry["locale"] {
            return LocaleReader(session: session).locale(field.value).map { .some($0) }
        }
        let isBeside = path.hasPrefix("./") || path.hasPrefix("../")
        guard isBeside, !session.isResult(tablePath(path)) else { return .some(.english) }
        return .some(locale)
    }

    /// Where a table is that the file names: beside the file after `./` or `../`, else in the data
    /// directory.
    func tablePath(_ path: String) -> String {
        isShipped(path)
            ? FilePath.join(catalogue.folder, path) : FilePath.join(FilePath.folder(of: file), path)
    }

    /// Whether a table is one of the data folder, as its path says.
    func isShipped(_ path: String) -> Bool {
        !path.hasPrefix("./") && !path.hasPrefix("../")
    }
}

extension ReadingSession {
    /// Whether a table is a result of the program: one that the manifest beside it names, and that
    /// still has its commas between cells.
    func isResult(_ table: String) -> Bool {
        let manifest = FilePath.join(FilePath.folder(of: table), "manifest.json")
        guard files.exists(manifest), let text = (try? files.read(manifest))?.text,
            text.contains("\"program\": \"lindung\""),
            text.contains("\"file\": \"\(FilePath.name(of: table))\""),
            let header = source(table)?.lines.first
        else { return false }
        return !header.contains(";")
    }
}
