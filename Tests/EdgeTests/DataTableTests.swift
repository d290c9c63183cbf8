import Analysis
import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Policy
@testable import Reading
@testable import Reporting

/// Shipped tables that somebody edited: `poverty` and `init` refuse what cannot be, with its place,
/// and show what is blank as not known.
@Suite struct DataTableTests {
    /// The package's own data folder, which every test edits a copy of.
    private static let shipped = URL(fileURLWithPath: FixtureFolder.root)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("notebooks-data")

    /// What is said in English after an edit of one line of a table: that which begins with a text,
    /// or the header.
    private func told(
        _ file: String, _ start: String, _ edit: (String) -> String,
        _ read: (Workspace) throws -> String
    ) throws -> String {
        try FixtureFolder.inFolder([:]) { folder in
            let files = SourceFiles(root: folder)
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: Self.shipped.path, toPath: folder + "/data")
            let path = folder + "/data/" + file
            var lines = try String(contentsOfFile: path, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let place = try #require(lines.firstIndex { $0.hasPrefix(start) })
            lines[place] = edit(lines[place])
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
            do {
                return try read(Workspace(asked: "data", files: files))
            } catch let faults as InputFaults {
                return faults.diagnostics.rendered(in: .english)
            }
        }
    }

    /// The cells of a line with one of them replaced.
    private func cell(_ position: Int, _ text: String) -> (String) -> String {
        { line in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false)
            cells[position] = text[...]
            return cells.joined(separator: ",")
        }
    }

    /// The report on a region.
    private func state(_ workspace: Workspace) throws -> String {
        let errors = try PaymentErrors(leakage: nil, exclusion: nil)
        let state = try PovertyState("35.74", errors: errors, in: workspace)
        return state.report(in: .english).markdown(in: .english)
    }

    private func poverty(_ position: Int, _ text: String) throws -> String {
        try told("poverty/poverty.csv", "35.74,2025", cell(position, text), state)
    }

    private func inequality(_ position: Int, _ text: String) throws -> String {
        try told("poverty/inequality.csv", "35.74,2025", cell(position, text), state)
    }

    @Test(
        "Cells of the poverty table that cannot be are refused with their place",
        arguments: [
            (2, "0", "p0_percent"), (2, "569", "p0_percent"), (2, "100", "p0_percent"),
            (2, "-5.69", "p0_percent"), (3, "-5", "p1"), (3, "101", "p1"), (4, "-1", "p2"),
            (5, "-14110", "poor_persons"), (5, "0", "poor_persons"), (6, "0", "line_rp"),
            (6, "-683244", "line_rp"), (6, "1e18", "line_rp"),
        ])
    func ranges(_ position: Int, _ text: String, _ column: String) throws {
        let words = try poverty(position, text)
        #expect(words.hasPrefix("data/poverty/poverty.csv:143:"), "\(words)")
        #expect(words.contains("for '\(column)' is outside"), "\(words)")
    }

    @Test(
        "Cells of the poverty table that are no numbers are refused with their place",
        arguments: ["nan", "inf", "abc", "n/a", "1e400", "5 persen"])
    func numbers(_ text: String) throws {
        for position in [2, 3, 4, 5, 6] {
            let words = try poverty(position, text)
            #expect(words.hasPrefix("data/poverty/poverty.csv:143:"), "\(words)")
            #expect(words.contains("error: '\(text)'"), "\(words)")
        }
    }

    @Test("A decimal comma is told as one")
    func comma() throws {
        let words = try poverty(3, "\"0,36\"")
        #expect(
            words.contains("'0,36' has a comma; tables of the data folder have decimal points"))
        #expect(words.hasSuffix("hint: did you mean '0.36'?"))
    }

    @Test("Indices fall from P0 to P2, and the poor are a share of somebody")
    func order() throws {
        #expect(
            try poverty(2, "0.0569").contains(
                "error: 'p1' (0.36) cannot be above 'p0_percent' (0.0569)"))
        #expect(try poverty(4, "0.37").contains("error: 'p2' (0.37) cannot be above 'p1' (0.36)"))
        #expect(
            try poverty(5, "900000000").contains("poor people are not 5.69 % of any population"))
    }

    @Test(
        "Gini coefficients and their ranges",
        arguments: [
            (2, "36.9"), (2, "0"), (2, "1"), (2, "-0.3"), (2, "nan"), (2, "1e-16"), (3, "nan"),
            (3, "0.4"), (4, "0.3"), (4, "41"),
        ])
    func gini(_ position: Int, _ text: String) throws {
        let words = try inequality(position, text)
        #expect(words.hasPrefix("data/poverty/inequality.csv:103:"), "\(words)")
    }

    @Test("Headers, doubled rows, open quotes")
    func shape() throws {
        let header = try told("poverty/poverty.csv", "region", cell(3, "P1"), state)
        #expect(header.contains("poverty.csv:1:1: error:"))
        #expect(header.contains("has no column 'p1'"))
        let twice = try told(
            "poverty/poverty.csv", "35.74,2025", { $0 + "\n" + $0.replacing("5.69", with: "50") },
            state)
        #expect(twice.hasPrefix("data/poverty/poverty.csv:144:1: error: two rows for 35.74, 2025"))
        #expect(twice.hasSuffix("hint: the first one is on line 143"))
        let open = try told("poverty/poverty.csv", "35.74,2025", { "\"" + $0 }, state)
        #expect(open.contains("poverty.csv:"))
        #expect(open.contains("quotation mark"))
    }

    @Test("A blank number of the poor or P1 is not known, a blank P0 leaves nothing to show")
    func blanks() throws {
        let poor = try poverty(5, "")
        #expect(poor.contains("gap (published P1)") && poor.contains("not known"))
        #expect(!poor.contains("Rp 0"))
        let gap = try poverty(3, "")
        #expect(gap.contains("not known"))
        #expect(
            try poverty(2, "").hasPrefix(
                "35.74: error: there is no P0, poverty line or Gini coefficient of Kota Prob"))
        #expect(try inequality(3, "").contains("gap (published P1)"))
    }

    @Test("Components read both years as carefully")
    func components() throws {
        let words = try told("poverty/poverty.csv", "35.74,2018", cell(2, "0")) { workspace in
            _ = try PovertyChange("35.74", from: "2018", to: "2025", in: workspace)
            return "nothing"
        }
        #expect(words.contains("value 0 for 'p0_percent' is outside"))
    }

    /// What `init` says, or writes.
    private func template(
        _ file: String, _ start: String, _ edit: @escaping (String) -> String
    ) throws -> String {
        try told(file, start, edit) {
            try ScenarioTemplate("35.07", workspace: $0, in: .english).text
        }
    }

    @Test("init refuses cells that are no numbers, ranges that miss their value, doubled rows")
    func initFaults() throws {
        let workers = "workforce/segments.csv"
        for text in ["abc", "nan", "-5", "1e12", "600000"] {
            let words = try template(workers, "35.07,petani", cell(2, text))
            #expect(words.hasPrefix("data/workforce/segments.csv:93:14: error:"), "\(words)")
        }
        #expect(
            try template(workers, "region", cell(3, "worker_low")).contains(
                "has no column 'workers_low'"))
        #expect(
            try template("coverage/opening.csv", "35.07,petani", { $0 + "\n" + $0 }).contains(
                "error: two rows for 35.07, petani"))
        #expect(
            try template("coverage/opening.csv", "35.07,petani", cell(3, "1.2")).contains(
                "for 'self_share' is outside 0 to 1"))
        #expect(
            try template("budget/purse_ceilings.csv", "35.07,apbdes,2025", cell(4, "nan")).contains(
                "error: 'nan' is not a finite number"))
        #expect(
            try template("coverage/funded_quota.csv", "35.07", { "\"" + $0 }).contains(
                "quotation mark"))
        #expect(
            try template("budget/fiscal.csv", "35.07,apbd.spending", cell(2, "x")).contains(
                "error: 'x' is not a number"))
    }

    @Test("init names what is blank as not known")
    func initBlanks() throws {
        let text = try template("workforce/segments.csv", "35.07,petani", cell(2, ""))
        #expect(text.contains("\n  # workers.petani: not known\n"))
        #expect(!text.contains("workers.petani:\n"))
        #expect(
            try template("coverage/opening.csv", "35.07,petani", cell(3, "")).contains(
                "\n  # opening.self.petani: not known\n"))
        #expect(
            try template("budget/purse_ceilings.csv", "35.07,apbdes,2025", cell(4, "")).contains(
                "\n  # purse.ceiling.apbdes (2025): not known\n"))
    }

    @Test(
        "A law file that is missing is an error, with the file that may be it",
        arguments: LawReader.files)
    func lawFiles(_ name: String) throws {
        try FixtureFolder.inFolder([:]) { folder in
            let manager = FileManager.default
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try manager.copyItem(atPath: Self.shipped.path, toPath: folder + "/data")
            let file = folder + "/data/law/" + name
            try manager.moveItem(atPath: file, toPath: file.replacing(".yaml", with: ".yml"))
            let files = SourceFiles(root: folder)
            let (words, near) = try refusal(files)
            #expect(words == "law file '\(name)' is missing, and with it its rules")
            #expect(near == "the folder holds '\(name.dropLast(4))yml': rename it to '\(name)'")
            try manager.removeItem(atPath: file.replacing(".yaml", with: ".yml"))
            #expect(
                try refusal(files).hint
                    == "take it from the data package again; the folder 'law' is used as a whole")
            let doctor = InstallationCheck(asked: "data", executable: nil, files: files)
            #expect(!doctor.isSound)
            #expect(doctor.findings.contains { $0.part == "law" && !$0.isSound })
        }
    }

    /// A shipped table that a command reads by itself, and a column that it needs.
    static let tables = [
        ("poverty/poverty.csv", "line_rp"), ("poverty/inequality.csv", "gini"),
        ("protection/claim_record.csv", "claim_ratio_jkm_share"),
        ("workforce/segments.csv", "workers_persons"), ("coverage/opening.csv", "funded_share"),
        ("coverage/funded_quota.csv", "quota_persons"), ("budget/purse_ceilings.csv", "ceiling_rp"),
        ("budget/fiscal.csv", "value"), ("regions/regions.csv", "name"),
    ]

    @Test("A shipped table or column that is missing is an error", arguments: tables)
    func missing(_ table: String, _ column: String) throws {
        try FixtureFolder.inFolder([:]) { folder in
            let manager = FileManager.default
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try manager.copyItem(atPath: Self.shipped.path, toPath: folder + "/data")
            let path = folder + "/data/" + table
            var lines = try String(contentsOfFile: path, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let header = lines[0].split(separator: ",").map { $0 == column[...] ? "lain" : $0 }
            #expect(header.contains("lain"), "\(lines[0])")
            lines[0] = header.joined(separator: ",")
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
            let gap = try refusals(SourceFiles(root: folder))
            #expect(
                gap == [
                    Phrase(
                        id: "tabel 'data/\(table)' tidak punya kolom '\(column)'",
                        en: "table 'data/\(table)' has no column '\(column)'")
                ])
            try manager.removeItem(atPath: path)
            let gone = try refusals(SourceFiles(root: folder))
            #expect(
                gone == [
                    Phrase(
                        id: "berkas 'data/\(table)' tidak ada",
                        en: "there is no file 'data/\(table)'")
                ])
        }
    }

    /// What the readers of shipped tables refuse, each thing once.
    private func refusals(_ files: SourceFiles) throws -> Set<Phrase> {
        var told: Set<Phrase> = []
        let readers: [(Workspace) throws -> Void] = [
            { _ = try PovertyRegion.read("35.74", in: $0) }, { _ = try ClaimRecord($0) },
            { _ = try ScenarioTemplate("35.07", workspace: $0, in: .english) },
        ]
        for reader in readers {
            do {
                try reader(Workspace(asked: "data", files: files))
            } catch let faults as InputFaults {
                told.formUnion(faults.diagnostics.filter { $0.severity == .error }.map(\.message))
            }
        }
        return told
    }

    /// The first fault of a law and its hint.
    private func refusal(_ files: SourceFiles) throws -> (words: String, hint: String?) {
        do {
            _ = try Workspace(asked: "data", files: files)
            return ("nothing", nil)
        } catch {
            let first = try #require(error.diagnostics.first)
            return (first.message.english, first.hint?.english)
        }
    }

    @Test("The shipped law is the named set of files")
    func lawSet() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Self.shipped.appendingPathComponent("law").path)
        #expect(names.filter { $0.hasSuffix(".yaml") }.sorted() == LawReader.files)
    }
}
