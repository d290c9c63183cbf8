import Policy
import Quantities

/// Reads the way in which a file writes numbers.
struct LocaleReader {
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
