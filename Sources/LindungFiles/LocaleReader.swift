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
    /// Where a table is that the file names: beside the file after `./` or `../`, else in the data
    /// directory.
    func tablePath(_ path: String) -> String {
        path.hasPrefix("./") || path.hasPrefix("../")
            ? FilePath.join(FilePath.folder(of: file), path) : catalogue.data.file(path)
    }
}
