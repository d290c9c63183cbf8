import Foundation
import Testing

@testable import Formats
@testable import Quantities

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
            var file = try AtomicFile("a.csv", over: .any, in: files)
            try file.write(Array("isi".utf8))
            #expect(try names().allSatisfy { $0.hasSuffix(".tmp") })
            try file.commit()
        }
        #expect(try names() == ["a.csv"])
        #expect(try text("a.csv") == "isi")
    }

    @Test func anAbandonedFileLeavesTheOldOne() throws {
        try AtomicFile.write(Array("lama".utf8), to: "a.csv", over: .any, in: files)
        do {
            var file = try AtomicFile("a.csv", over: .any, in: files)
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

    /// Writes results as a command does.
    private func write(
        _ contents: [String: String], to folder: String = "hasil", replacesOthers: Bool = false
    ) throws {
        var output = try OutputFolder(folder, replacesOthers: replacesOthers, in: files)
        var lines: [String] = []
        for (name, text) in contents.sorted(by: { $0.key < $1.key }) {
            let bytes = Array(text.utf8)
            try output.write(bytes, to: name)
            lines.append("{\"file\":\"\(name)\",\"sha256\":\"\(SHA256(bytes).hexadecimal)\"}")
        }
        let manifest = "{\"program\":\"lindung\",\"outputs\":[\(lines.joined(separator: ","))]}"
        try output.write(Array(manifest.utf8), to: "manifest.json")
        try output.commit()
    }

    private func reason(_ body: () throws -> Void) throws -> OutputFault.Reason? {
        do {
            try body()
            return nil
        } catch let fault as OutputFault {
            return fault.reason
        }
    }

    @Test func anExistingFolderIsReplacedWholeAndKeepsWhatIsNotItsOwn() throws {
        try write(["a": "lama", "b": "lama"])
        try Data("catatan".utf8).write(to: URL(fileURLWithPath: root + "/hasil/catatan.txt"))
        try FileManager.default.createDirectory(
            atPath: root + "/hasil/dalam/lagi", withIntermediateDirectories: true)
        try write(["a": "baru", "c": "baru"])
        #expect(try names("hasil") == ["a", "c", "catatan.txt", "dalam", "manifest.json"])
        #expect(try text("hasil/a") == "baru")
        #expect(try text("hasil/catatan.txt") == "catatan")
        #expect(try names("hasil/dalam") == ["lagi"])
        #expect(try names() == ["hasil"], "no hidden folder is left")
    }

    @Test func filesOfOthersAreReplacedOnlyWhereThatIsAsked() throws {
        try FileManager.default.createDirectory(
            atPath: root + "/hasil", withIntermediateDirectories: false)
        try Data("saya".utf8).write(to: URL(fileURLWithPath: root + "/hasil/report.md"))
        #expect(try reason { try write(["report.md": "baru"]) } == .holds(["report.md"]))
        #expect(try reason { try write(["x.csv": "baru"]) } == .holds(["report.md"]))
        #expect(try text("hasil/report.md") == "saya")
        try write(["report.md": "baru"], replacesOthers: true)
        #expect(try text("hasil/report.md") == "baru")
        // A result that was edited is somebody's work.
        try Data("disunting".utf8).write(to: URL(fileURLWithPath: root + "/hasil/report.md"))
        #expect(try reason { try write(["report.md": "lagi"]) } == .holds(["report.md"]))
        #expect(try text("hasil/report.md") == "disunting")
        #expect(try names() == ["hasil"])
    }

    @Test func aFolderInTheWayOfAFileIsNeverReplaced() throws {
        for name in ["a", "manifest.json"] {
            try FileManager.default.createDirectory(
                atPath: root + "/hasil/\(name)/isi", withIntermediateDirectories: true)
            #expect(try reason { try write(["a": "x"], replacesOthers: true) } == .holds([name]))
            #expect(try names("hasil/\(name)") == ["isi"])
            try FileManager.default.removeItem(atPath: root + "/hasil/\(name)")
        }
    }

    @Test func inputsAreNeverReplaced() throws {
        try write(["a.csv": "1"])
        try Data("name: x".utf8).write(to: URL(fileURLWithPath: root + "/x.yaml"))
        _ = try files.read("x.yaml")
        _ = try files.read("hasil/a.csv")
        for old in [AtomicFile.Predecessor.any, .own(["name"])] {
            let found = try reason { try AtomicFile.write([1], to: "x.yaml", over: old, in: files) }
            #expect(found == .isInput)
        }
        #expect(try reason { try write(["b.csv": "2"], replacesOthers: true) } == .isInput)
        #expect(try text("x.yaml") == "name: x")
        #expect(try text("hasil/a.csv") == "1")
    }

    @Test func aFileIsReplacedWhereItBeginsAsOursDoOrIsEmpty() throws {
        func old(_ content: String) throws -> OutputFault.Reason? {
            try Data(content.utf8).write(to: URL(fileURLWithPath: root + "/a.csv"))
            return try reason {
                try AtomicFile.write([1], to: "a.csv", over: .own(["tahun,", "tahun;"]), in: files)
            }
        }
        #expect(try old("") == nil)
        #expect(try old("tahun;isi") == nil)
        #expect(try old("tahun") == .exists)
        #expect(try old("surat") == .exists)
        #expect(try text("a.csv") == "surat")
    }

    @Test func theCurrentFolderAndASweepAreNotReplaced() throws {
        #expect(try reason { try write(["a": "x"], to: ".") } == .isInUse)
        try FileManager.default.createDirectory(
            atPath: root + "/sapuan", withIntermediateDirectories: false)
        try Data("isi".utf8).write(to: URL(fileURLWithPath: root + "/sapuan/sweep.store"))
        let found = try reason { try write(["a": "x"], to: "sapuan", replacesOthers: true) }
        #expect(found == .holdsSweep)
        #expect(try names("sapuan") == ["sweep.store"])
    }

    @Test func namesOfHiddenFilesCannotBeGuessed() {
        let long = "/a/" + String(repeating: "x", count: 250)
        let names = Set((0..<100).map { _ in HiddenName.beside(long) })
        #expect(names.count == 100)
        #expect(names.allSatisfy { $0.hasPrefix("/a/.lindung-") && $0.utf8.count < 60 })
    }

    /// Whoever looks finds one set or the other, though two write at once.
    @Test func twoWritersAtOnce() async throws {
        await withTaskGroup(of: Void.self) { group in
            for writer in ["satu", "dua"] {
                group.addTask {
                    for round in 0..<20 {
                        let text = "\(writer) \(round)"
                        try? self.write(["a": text, "b": text, "c": text, writer: text])
                    }
                }
            }
            group.addTask {
                for _ in 0..<400 {
                    // Names are read of one open folder, so that a change of names in between
                    // cannot mix two sets.
                    let descriptor = open(self.root + "/hasil", O_RDONLY | O_DIRECTORY)
                    defer { close(descriptor) }
                    guard descriptor >= 0 else { continue }
                    let path = "/proc/self/fd/\(descriptor)/"
                    let found = ["a", "b", "c"].compactMap {
                        try? String(contentsOfFile: path + $0, encoding: .utf8)
                    }
                    #expect(found.count < 3 || Set(found).count == 1, "\(found)")
                }
            }
        }
        #expect(OutputFolder.written(in: root + "/hasil").count == 5)
        #expect(try names("hasil").count == 5)
        #expect(try names() == ["hasil"])
    }

    @Test func faults() throws {
        try AtomicFile.write([], to: "berkas", over: .any, in: files)
        func reason(_ path: String) -> OutputFault.Reason? {
            do throws(OutputFault) {
                try AtomicFile.write([1], to: path, over: .any, in: files)
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
            .isInput, .exists, .holds(["a"]), .holdsSweep, .isInUse, .nameTooLong, .system(5),
        ]
        for reason in reasons {
            let fault = OutputFault(path: "hasil", reason: reason).diagnostic
            #expect(fault.rendered(in: .indonesian).hasPrefix("hasil: galat: "))
            #expect(fault.rendered(in: .english) != fault.rendered(in: .indonesian))
        }
    }
}
