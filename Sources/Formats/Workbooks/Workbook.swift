import CXlsxwriter
import Foundation

/// A workbook (`.xlsx`) that is written.
///
/// The same sheets give the same bytes, whenever and wherever they are written.
package struct Workbook: Sendable {
    package let title: String
    package var sheets: [Sheet]

    package init(title: String, _ sheets: [Sheet]) {
        self.title = title
        self.sheets = sheets
    }

    /// How every file of an archive begins, and so a workbook.
    package static let mark = "PK\u{3}\u{4}"

    /// The bytes of the file.
    ///
    /// - Throws: ``OutputFault`` where no temporary file can be written.
    package func bytes() throws(OutputFault) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.path
        let path = folder + "/lindung-" + UUID().uuidString + ".xlsx"
        PartialFiles.add(path)
        defer {
            unlink(path)
            PartialFiles.forget(path)
        }
        guard let book = workbook_new(path) else {
            throw OutputFault(path: folder, error: errno)
        }
        let texts = TextArena()
        var properties = lxw_doc_properties()
        properties.title = texts.text(title)
        properties.author = texts.text("Lindung")
        properties.created = Self.anyDay
        workbook_set_properties(book, &properties)
        let writer = WorkbookWriter(book, texts)
        for sheet in sheets { writer.add(sheet) }
        guard workbook_close(book) == LXW_NO_ERROR,
            let data = FileManager.default.contents(atPath: path)
        else { throw OutputFault(path: folder, error: errno) }
        return Array(data)
    }

    /// A fixed moment, 1 January 2026: a file's bytes do not depend on when it was written.
    private static let anyDay = time_t(1_767_225_600)
}

/// C strings that live until the workbook is closed.
final class TextArena {
    private var texts: [UnsafeMutablePointer<CChar>] = []

    func text(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard let copy = strdup(text) else { return nil }
        texts.append(copy)
        return copy
    }

    deinit { for text in texts { free(text) } }
}
