import Foundation

extension ReadSheet {
    /// The sheets of a workbook (`.xlsx`), in its order, each cell as it was last computed.
    ///
    /// - Throws: ``WorkbookFault``. Inflated parts are bounded and document types refused, so that
    ///   no archive fills the memory.
    package static func sheets(of data: Data) throws(WorkbookFault) -> [ReadSheet] {
        let archive = try WorkbookArchive(data)
        let root = try relations("_rels/.rels", of: archive)
        let book =
            root.values.first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard archive.has(book) else { throw .notAWorkbook }
        let parts = try relations(relationsPart(of: book), of: archive)
        var listed: [(name: String, id: String, isHidden: Bool)] = []
        var countsFrom1904 = false
        try WorkbookMarkup.read(book, of: archive) { name, attributes in
            if name == "workbookPr" {
                countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
            }
            guard name == "sheet", let id = attributes["id"] else { return }
            let state = attributes["state"] ?? "visible"
            listed.append((attributes["name"] ?? "", id, state != "visible"))
        }
        func part(_ type: String) -> String? {
            parts.values.first { $0.type == type }.map { resolved($0.target, from: book) }
        }
        var words = WorkbookWords()
        if let strings = part("sharedStrings") { try words.readTexts(strings, of: archive) }
        if let styles = part("styles") { try words.readStyles(styles, of: archive) }
        words.countsFrom1904 = countsFrom1904
        var sheets: [ReadSheet] = []
        var left = cellLimit
        for entry in listed {
            guard let relation = parts[entry.id], relation.type == "worksheet" else { continue }
            var sheet = ReadSheet(name: entry.name, isHidden: entry.isHidden)
            try sheet.read(resolved(relation.target, from: book), words, atMost: left, of: archive)
            left -= sheet.cells.count
            sheets.append(sheet)
        }
        guard !sheets.isEmpty else { throw .notAWorkbook }
        return sheets
    }

    /// More cells than a workbook that people fill in has.
    static let cellLimit = 1_000_000

    private typealias Relation = (type: String, target: String)

    /// What a part relates to, by identifier; nothing where it has no relations.
    private static func relations(
        _ part: String, of archive: WorkbookArchive
    ) throws(WorkbookFault) -> [String: Relation] {
        guard archive.has(part) else { return [:] }
        var found: [String: Relation] = [:]
        try WorkbookMarkup.read(part, of: archive) { name, attributes in
            guard name == "Relationship", attributes["TargetMode"] != "External",
                let id = attributes["Id"], let target = attributes["Target"]
            else { return }
            let type = FilePath.name(of: attributes["Type"] ?? "")
            found[id] = (type, target.hasPrefix("/") ? String(target.dropFirst()) : target)
        }
        return found
    }

    private static func relationsPart(of part: String) -> String {
        FilePath.join(FilePath.folder(of: part), "_rels/\(FilePath.name(of: part)).rels")
    }

    /// The part that another one names: from the archive's root, or beside it.
    private static func resolved(_ target: String, from part: String) -> String {
        let folder = FilePath.folder(of: part)
        return target.hasPrefix(folder + "/") ? target : FilePath.join(folder, target)
    }

    /// Reads the cells of a sheet.
    private mutating func read(
        _ part: String, _ words: WorkbookWords, atMost limit: Int, of archive: WorkbookArchive
    ) throws(WorkbookFault) {
        let reader = SheetCells(words, limit)
        try WorkbookMarkup.read(
            part, of: archive, begin: { reader.begin($0, $1) }, end: { reader.end($0, $1) })
        guard !reader.isTooLarge else { throw .tooLarge }
        (cells, merged) = (reader.cells, reader.merged)
    }
}

/// The cells of one sheet as its elements come.
private final class SheetCells {
    private let words: WorkbookWords
    private let limit: Int
    private(set) var cells: [CellPlace: ReadSheet.Content] = [:]
    private(set) var merged: [CellRange] = []
    /// Beyond these, merged cells are read as what they are without: a value and empty cells.
    private static let mergeLimit = 10_000
    private(set) var isTooLarge = false
    /// Where the next cell stands that does not say where it does.
    private var next = CellPlace(-1, 0)
    private var type = ""
    private var style = 0
    private var value: String?
    private var inline = ""
    private var hasFormula = false

    init(_ words: WorkbookWords, _ limit: Int) {
        self.words = words
        self.limit = limit
    }

    func begin(_ name: String, _ attributes: WorkbookMarkup.Attributes) {
        switch name {
        case "row":
            let row = attributes["r"].flatMap { Int($0) }.map { $0 - 1 } ?? next.row + 1
            next = CellPlace(row, 0)
        case "c":
            if let place = attributes["r"].flatMap({ CellPlace($0) }) { next = place }
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            (value, inline, hasFormula) = (nil, "", false)
        case "f": hasFormula = true
        case "mergeCell":
            if let range = attributes["ref"].flatMap({ CellRange($0) }),
                merged.count < Self.mergeLimit
            {
                merged.append(range)
            }
        default: break
        }
    }

    func end(_ name: String, _ text: String) {
        switch name {
        case "v": value = text
        case "t": inline += text
        case "c":
            if let content = content {
                if cells.count < limit { cells[next] = content } else { isTooLarge = true }
            }
            next.column += 1
        default: break
        }
    }

    private var content: ReadSheet.Content? {
        if type == "inlineStr" { return inline.isEmpty ? nil : .text(inline) }
        guard let value, !value.isEmpty else { return hasFormula ? .notComputed : nil }
        switch type {
        case "s":
            guard let index = Int(value), words.texts.indices.contains(index) else { return nil }
            let text = words.texts[index]
            return text.isEmpty ? nil : .text(text)
        case "str": return .text(value)
        case "b": return .flag(value == "1" || value == "true")
        case "e": return .error(value)
        default: return Double(value).map { words.content($0, style: style) } ?? .text(value)
        }
    }
}
