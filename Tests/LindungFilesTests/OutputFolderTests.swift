import Foundation
import Testing

@testable import LindungFiles

/// Files and folders that appear whole or not at all.
@Suite struct OutputFolderTests {
    private let root: String
    private let files: SourceFiles

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/lindung-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        files = SourceFiles(root: root)
    }

    private func names(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).sorted()
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: root + "/" + name, encoding: .utf8)
    }

    @Test func aFileIsThereOnlyOnceItIsWhole() throws {
        do {
            var file = try AtomicFile("a.csv", in: files)
            try file.write(Array("isi".utf8))
            #expect(try names().allSatisfy { $0.hasSuffix(".tmp") })
            try file.commit()
        }
        #expect(try names() == ["a.csv"])
        #expect(try text("a.csv") == "isi")
    }

    @Test func anAbandonedFileLeavesTheOldOne() throws {
        try AtomicFile.write(Array("lama".utf8), to: "a.csv", in: files)
        do {
            var file = try AtomicFile("a.csv", in: files)
            try file.write(Array("baru".utf8))
        }
        #expect(try names() == ["a.csv"])
        #expect(try text("a.csv") == "lama")
    }

    @Test func aFolderAppearsWhole() throws {
        do {
            var folder = try OutputFolder("jauh/hasil", in: files)
            try folder.write([1], to: "a")
            #expect(try !names("jauh").contains("hasil"))
            try folder.write([2], to: "b")
            try folder.commit()
        }
        #expect(try names("jauh") == ["hasil"])
        #expect(try names("jauh/hasil") == ["a", "b"])
    }

    @Test func anAbandonedFolderLeavesNothing() throws {
        do {
            var folder = try OutputFolder("hasil", in: files)
            try folder.write([1], to: "a")
        }
        #expect(try names().isEmpty)
    }

    @Test func anExistingFolderKeepsItsOtherFiles() throws {
        try FileManager.default.createDirectory(
            atPath: root + "/hasil", withIntermediateDirectories: false)
        try AtomicFile.write(Array("lama".utf8), to: "hasil/a", in: files)
        try AtomicFile.write(Array("lain".utf8), to: "hasil/z", in: files)
        do {
            var folder = try OutputFolder("hasil", in: files)
            try folder.write(Array("baru".utf8), to: "a")
            #expect(try text("hasil/a") == "lama")
            try folder.commit()
        }
        #expect(try names("hasil") == ["a", "z"])
        #expect(try text("hasil/a") == "baru")
    }

    @Test func faults() throws {
        try AtomicFile.write([], to: "berkas", in: files)
        func reason(_ path: String) -> OutputFault.Reason? {
            do throws(OutputFault) {
                try AtomicFile.write([1], to: path, in: files)
                return nil
            } catch {
                return error.reason
            }
        }
        #expect(reason(".") == .isFolder)
        #expect(reason("tidak/ada.csv") == .noFolder("tidak"))
        #expect(reason("berkas/a.csv") == .isFile("berkas"))
        #expect(reason("/dev/full") == .diskFull)
        #expect(throws: OutputFault(path: "berkas", reason: .isFile("berkas"))) {
            _ = try OutputFolder("berkas", in: files)
        }
        #expect(try names() == ["berkas"])
    }

    @Test func everyFaultHasWordsInBothLanguages() {
        let reasons: [OutputFault.Reason] = [
            .noFolder("a"), .isFolder, .isFile("a"), .notAllowed, .diskFull, .closedPipe,
            .system(5),
        ]
        for reason in reasons {
            let fault = OutputFault(path: "hasil", reason: reason).diagnostic
            #expect(fault.rendered(in: .indonesian).hasPrefix("hasil: galat: "))
            #expect(fault.rendered(in: .english) != fault.rendered(in: .indonesian))
        }
    }
}
