import Foundation
import Testing

/// The sizes that keep a file readable in one sitting.
@Suite struct SizeTests {
    private let sources: [SourceTree.File]
    private let all: [SourceTree.File]

    init() throws {
        sources = try SourceTree("Sources").files
        all = sources + (try SourceTree("Tests").files)
    }

    @Test("Files: median up to 130 lines, nine in ten under 300, none over 450")
    func files() {
        let lengths = sources.map(\.lines.count).sorted()
        #expect(quantile(lengths, 0.5) <= 130)
        #expect(quantile(lengths, 0.9) < 300)
        for file in all { #expect(file.lines.count <= 450, "\(file.path)") }
    }

    @Test("Functions: median up to 7 lines, nine in ten under 22, none over 50")
    func functions() {
        let lengths = sources.flatMap { $0.functions.map(\.length) }.sorted()
        #expect(lengths.count > 300)
        #expect(quantile(lengths, 0.5) <= 7)
        #expect(quantile(lengths, 0.9) <= 22)
        for file in all {
            for function in file.functions {
                #expect(function.length <= 50, "\(file.path):\(function.line)")
            }
        }
    }

    @Test("Folders of sources: at most 16 files")
    func folders() {
        let folders = Dictionary(grouping: sources) {
            ($0.path as NSString).deletingLastPathComponent
        }
        for (folder, files) in folders {
            #expect(files.count <= 16, "\(folder)")
        }
    }

    @Test("Lines: 100 columns")
    func columns() {
        let wide = all.flatMap { file in
            file.lines.enumerated().filter { _, line in
                // Most lines are short in bytes too, which is known without counting characters.
                line.utf8.count > 100 && line.count > 100 && !line.contains("http")
            }.map { "\(file.path):\($0.offset + 1)" }
        }
        #expect(wide == [])
    }

    private func quantile(_ sorted: [Int], _ share: Double) -> Int {
        sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
