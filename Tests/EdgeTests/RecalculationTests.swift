import Foundation
import Testing

@testable import Formats
@testable import Reporting

/// What LibreOffice computes from a workbook's formulas is what the program found; skipped where
/// it is not installed, and run by `make sheets`.
@Suite struct RecalculationTests {
    private static let program = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Recalculates every file on load.
    private static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
        <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """

    /// The workbook without what its formulas come to.
    private static func stripped(_ workbook: Workbook) -> Workbook {
        var workbook = workbook
        for index in workbook.sheets.indices {
            for (place, cell) in workbook.sheets[index].cells {
                guard case .formula(let formula, _) = cell.content else { continue }
                workbook.sheets[index].cells[place]?.content = .formula(formula, 0)
            }
        }
        return workbook
    }

    /// The workbook as LibreOffice opens, computes and saves it.
    private static func recalculated(_ workbook: Workbook) throws -> [ReadSheet] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("hasil.xlsx")
        try Data(stripped(workbook).bytes()).write(to: file)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("profile/user"), withIntermediateDirectories: true)
        try Self.settings.write(
            to: folder.appendingPathComponent("profile/user/registrymodifications.xcu"),
            atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(program))
        process.arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
            "xlsx", "--outdir", folder.path + "/out", file.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try ReadSheet.sheets(
            of: Data(contentsOf: folder.appendingPathComponent("out/hasil.xlsx")))
    }

    @Test(
        "The same sums, to the rupiah", .enabled(if: program != nil),
        arguments: ResultWorkbookTests.cases)
    func sameSums(_ files: [String]) throws {
        let (report, results) = try ResultWorkbookTests.results(files)
        let workbook = report.workbook(results, in: .indonesian)
        let sheets = try Self.recalculated(workbook)
        try ResultWorkbookTests.check(sheets, results)
        var formulas = 0
        for (written, read) in zip(workbook.sheets, sheets) {
            for (place, cell) in written.cells {
                guard case .formula(_, let value) = cell.content else { continue }
                formulas += 1
                guard case .number(let number, _) = read.cells[place] else {
                    Issue.record("\(written.name)!\(place) holds no number")
                    continue
                }
                #expect(abs(number - value) < 1e-6, "\(written.name)!\(place)")
            }
        }
        #expect(formulas > 50)
    }
}
