import CExpat

/// Reads the elements of a part, as they come.
///
/// Names lose their prefix. A document type is refused: no program writes one into a workbook, and
/// it can define entities that unfold without end.
final class WorkbookMarkup {
    typealias Attributes = [String: String]

    /// A cell holds 32,767 characters; what an element has beyond this is not kept.
    private static let textLimit = 1 << 18

    private let part: String
    private let begin: (String, Attributes) -> Void
    private let end: (String, String) -> Void
    private var text: [UInt8] = []
    private(set) var hasDocumentType = false

    /// - Parameters:
    ///   - begin: gets an element's name and attributes.
    ///   - end: gets its name, and the text since the last begin or end of an element.
    private init(
        _ part: String, begin: @escaping (String, Attributes) -> Void,
        end: @escaping (String, String) -> Void
    ) {
        self.part = part
        self.begin = begin
        self.end = end
    }

    /// Reads a part of an archive.
    ///
    /// - Throws: ``WorkbookFault``.
    static func read(
        _ part: String, of archive: WorkbookArchive,
        begin: @escaping (String, Attributes) -> Void,
        end: @escaping (String, String) -> Void = { _, _ in }
    ) throws(WorkbookFault) {
        guard let parser = XML_ParserCreate(nil) else { throw .damaged(part: part) }
        defer { XML_ParserFree(parser) }
        let markup = WorkbookMarkup(part, begin: begin, end: end)
        try withExtendedLifetime(markup) { () throws(WorkbookFault) in
            markup.listen(to: parser)
            try archive.read(part) { block throws(WorkbookFault) in
                try markup.parse(block, parser, isLast: false)
            }
            try markup.parse(UnsafeRawBufferPointer(start: nil, count: 0), parser, isLast: true)
        }
    }

    private func parse(
        _ block: UnsafeRawBufferPointer, _ parser: XML_Parser, isLast: Bool
    ) throws(WorkbookFault) {
        let bytes = block.bindMemory(to: CChar.self)
        let status = XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
        if hasDocumentType { throw .declaresEntities(part: part) }
        guard status == XML_STATUS_OK else { throw .damaged(part: part) }
    }

    private func listen(to parser: XML_Parser) {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                WorkbookMarkup.of(context).began(name, attributes)
            }, { context, name in WorkbookMarkup.of(context).ended(name) })
        XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let text else { return }
            let markup = WorkbookMarkup.of(context)
            guard markup.text.count < WorkbookMarkup.textLimit else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
            markup.text.append(contentsOf: bytes)
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            WorkbookMarkup.of(context).hasDocumentType = true
        }
        // Stops before anything that the type defines is unfolded.
        XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
            WorkbookMarkup.of(context).hasDocumentType = true
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> WorkbookMarkup {
        guard let context else { preconditionFailure("a parser without its reader") }
        return Unmanaged<WorkbookMarkup>.fromOpaque(context).takeUnretainedValue()
    }

    private func began(
        _ name: UnsafePointer<XML_Char>?, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        var attributes: Attributes = [:]
        var next = list
        while let key = next?[0], let value = next?[1] {
            attributes[Self.plain(key)] = String(cString: value)
            next = next?.advanced(by: 2)
        }
        text.removeAll(keepingCapacity: true)
        if let name { begin(Self.plain(name), attributes) }
    }

    private func ended(_ name: UnsafePointer<XML_Char>?) {
        if let name { end(Self.plain(name), String(decoding: text, as: UTF8.self)) }
        text.removeAll(keepingCapacity: true)
    }

    /// A name without its prefix.
    private static func plain(_ name: UnsafePointer<XML_Char>) -> String {
        let whole = String(cString: name)
        guard let colon = whole.lastIndex(of: ":") else { return whole }
        return String(whole[whole.index(after: colon)...])
    }
}
