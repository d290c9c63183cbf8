import CZip
import Foundation

/// Makes archives as tests need them.
enum ZipFile {
    /// The bytes of an archive with these parts, deflated.
    static func bytes(_ parts: [(name: String, text: [UInt8])]) throws -> Data {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString + ".zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var error: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            throw CocoaError(.fileWriteUnknown)
        }
        var kept: [UnsafeMutableRawPointer] = []
        defer { for bytes in kept { bytes.deallocate() } }
        for (name, text) in parts {
            let bytes = UnsafeMutableRawPointer.allocate(byteCount: text.count, alignment: 1)
            bytes.copyMemory(from: text, byteCount: text.count)
            kept.append(bytes)
            let source = zip_source_buffer(archive, bytes, UInt64(text.count), 0)
            zip_file_add(archive, name, source, 0)
        }
        guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    /// A workbook of one sheet.
    static func workbook(
        sheet: String, styles: String = "<styleSheet/>", texts: String = "<sst/>"
    ) throws -> Data {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func part(_ name: String, _ text: String) -> (name: String, text: [UInt8]) {
            (name, Array(text.utf8))
        }
        return try bytes([
            part(
                "_rels/.rels",
                """
                <Relationships><Relationship Id="a" Type="\(relations)/officeDocument"
                  Target="/xl/book.xml"/></Relationships>
                """),
            part(
                "xl/book.xml",
                """
                <x:workbook xmlns:x="m" xmlns:r="\(relations)"><x:sheets>
                  <x:sheet name="Lembar" sheetId="1" r:id="one" state="hidden"/>
                </x:sheets></x:workbook>
                """),
            part(
                "xl/_rels/book.xml.rels",
                """
                <Relationships>
                  <Relationship Id="one" Type="\(relations)/worksheet" Target="sheets/a.xml"/>
                  <Relationship Id="two" Type="\(relations)/styles" Target="/xl/styles.xml"/>
                  <Relationship Id="tri" Type="\(relations)/sharedStrings" Target="texts.xml"/>
                </Relationships>
                """),
            part("xl/sheets/a.xml", sheet), part("xl/styles.xml", styles),
            part("xl/texts.xml", texts),
        ])
    }
}
