import CZip
import Foundation

/// The parts of a workbook's archive, inflated one by one and never beyond a limit.
///
/// What an archive says of its sizes is not believed: bytes are counted as they come out.
final class WorkbookArchive {
    /// Of all parts together, inflated.
    static let sizeLimit = 256 << 20

    private let archive: OpaquePointer
    private let bytes: UnsafeMutableRawPointer
    private var left = WorkbookArchive.sizeLimit

    /// - Throws: ``WorkbookFault`` for bytes that are no archive.
    init(_ data: Data) throws(WorkbookFault) {
        if data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .olderOrLocked }
        bytes = .allocate(byteCount: max(data.count, 1), alignment: 1)
        data.copyBytes(to: UnsafeMutableRawBufferPointer(start: bytes, count: data.count))
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(bytes, UInt64(data.count), 0, &error) else {
            bytes.deallocate()
            throw .notAWorkbook
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            bytes.deallocate()
            throw .notAWorkbook
        }
        self.archive = archive
    }

    func has(_ part: String) -> Bool { zip_name_locate(archive, part, 0) >= 0 }

    /// The bytes of a part, in blocks.
    ///
    /// - Throws: ``WorkbookFault`` for a part that is missing or damaged, and beyond the limit.
    func read(
        _ part: String, each: (UnsafeRawBufferPointer) throws(WorkbookFault) -> Void
    ) throws(WorkbookFault) {
        guard let file = zip_fopen(archive, part, 0) else { throw .damaged(part: part) }
        defer { zip_fclose(file) }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { block.deallocate() }
        while true {
            let count = zip_fread(file, block.baseAddress, UInt64(block.count))
            guard count >= 0 else { throw .damaged(part: part) }
            guard count > 0 else { return }
            left -= Int(count)
            guard left >= 0 else { throw .tooLarge }
            try each(UnsafeRawBufferPointer(rebasing: block[..<Int(count)]))
        }
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }
}
