import Foundation
import Testing

/// Whatever is asked, the first line that is printed is a sentence of the answer, with a number.
@Suite struct OpeningTests {
    /// Small inputs of all kinds: a region, farmers, two years.
    private static let files = [
        "dasar.yaml": """
        name: dasar
        title: { id: dasar, en: base }
        regions: ["35.74"]
        horizon: { from: 2025-01, until: 2026-12 }
        segments: [petani]
        purses: [apbd-kabkota]
        cohorts: { table: \(LindungProcess.root)/notebooks-data/mortality/cohorts.csv }
        levers:
          quota.petani: 1000
          funding.purses.petani: [apbd-kabkota]
          purse.ceiling.apbd-kabkota: 150000000
        assumptions:
          workers.petani: 2000
          retention: 0.2
          rate.lapse: 0.1 .. 0.4
          population: 250000
          poverty.headcount: 0.06
          poverty.line: 600000
          poverty.gini: 0.37

        """,
        "potong.yaml": """
        name: potong
        title: { id: potong, en: cut }
        extends: dasar.yaml
        levers:
          budget.policy: { from: 2026-01, value: cap-heads }

        """,
        "sapuan.yaml": """
        name: sapuan
        title: { id: sapuan, en: sweep }
        scenario: dasar.yaml
        policies:
          apa-adanya: {}
          separuh: { quota: { scale: 0.5 } }
        design: { kind: lhs, points: 32, seed: 1 }
        inputs:
          rate.lapse: 0.1 .. 0.4
          purse.ceiling.apbd-kabkota: { scale: 0.2 .. 1.5 }
        outcomes: [gap_rp, funded_person_months]

        """,
        "alokasi.yaml": """
        name: alokasi
        title: { id: alokasi, en: allocation }
        scenario: dasar.yaml
        objective: protected_person_months

        """,
        "tahapan.yaml": """
        name: tahapan
        title: { id: tahapan, en: stages }
        year: 2026
        stages:
          rkpd: { date: 2025-06-30, scenario: ./dasar.yaml }
          apbd: { date: 2025-11-28, scenario: ./potong.yaml }

        """,
    ]

    /// The files in a folder.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in files {
            try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8)
        }
        return folder
    }

    /// Words of commands; a word that ends in `.yaml` is a file of the folder.
    private static let commands: [[String]] = [
        ["run", "dasar.yaml"], ["run", "potong.yaml", "--full"],
        ["run", "dasar.yaml", "--draws", "8"],
        ["compare", "dasar.yaml", "potong.yaml"], ["compare", "dasar.yaml"],
        ["allocate", "alokasi.yaml"], ["stage", "tahapan.yaml"],
        ["sweep", "sapuan.yaml", "--out", "sapuan"], ["history", "sapuan"],
        ["check", "dasar.yaml"], ["accept", "dasar.yaml"], ["diff", "dasar.yaml", "potong.yaml"],
        ["explain", "dasar.yaml", "quota.petani"], ["explain", "dasar.yaml", "rate.lapse"],
        ["explain", "dasar.yaml", "law.bpu.jkm.amount"],
        ["explain", "dasar.yaml", "law.bpu.bands"],
        ["explain", "dasar.yaml", "contribution"], ["explain", "dasar.yaml", "gap_rp.petani"],
        ["explain", "dasar.yaml", "purse.apbd-kabkota"], ["init", "35.74"], ["init", "35"],
        ["sense", "sapuan.yaml"], ["sense", "sapuan.yaml", "--method", "morris", "--samples", "4"],
        ["sense", "sapuan.yaml", "--method", "sobol", "--samples", "32"],
        ["discover", "sapuan.yaml", "--outcome", "gap_rp", "--above", "1000000"],
        ["robust", "sapuan.yaml", "--outcome", "funded_person_months", "--best", "high"],
        ["robust", "sapuan.yaml", "--outcome", "gap_rp", "--best", "low"],
        question + ["--at-least", "2000"], question + ["--equals", "15000"],
        question + ["--at-least", "12000"], question + ["--at-least", "90000"],
        question + ["--at-least", "14000", "--draws", "8"],
        ["poverty", "state", "35.74"], ["poverty", "state", "35"],
        [
            "poverty", "state", "--line", "125", "--households",
            "\(LindungProcess.root)/scenarios/kemiskinan/haughton-khandker.csv",
        ],
        [
            "poverty", "state", "--line", "89", "--mean", "109.9", "--grouped",
            "\(LindungProcess.root)/scenarios/kemiskinan/india-1983.csv",
        ],
        ["template", "--region", "35.74", "--out", "isian.xlsx"], ["import", "isian.xlsx"],
        ["calibrate", "\(LindungProcess.root)/scenarios/pemantauan/contoh-buatan.csv"],
        ["poverty", "path", "dasar.yaml"],
        ["poverty", "target", "dasar.yaml", "--p0", "5 %", "--by", "2026"],
        ["poverty", "target", "dasar.yaml", "--p0", "50 %", "--by", "2026"],
        ["poverty", "target", "dasar.yaml", "--p1", "0.01 %", "--by", "2026"],
        ["poverty", "components", "35.74", "--from", "2018", "--to", "2025"],
        [
            "tariff", "--route", "bpu", "--base", "1000000", "--programmes", "jkk,jkm", "--payer",
            "apbd", "--date", "2026-05",
        ], ["doctor"],
        ["forecast", "\(LindungProcess.root)/Tests/CommandTests/Series/umk.csv", "--horizon", "2"],
        ["backtest", "\(LindungProcess.root)/Tests/CommandTests/Series/umk.csv", "--horizon", "2"],
    ]

    /// Asks how many persons a sum of person-months needs.
    private static let question = [
        "target", "dasar.yaml", "--lever", "quota.petani", "--value", "0 .. 2000", "--outcome",
        "funded_person_months 2026",
    ]

    /// The names of commands in a help text, below the heading.
    private static func names(_ help: String) -> [String] {
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.hasPrefix("SUBCOMMANDS:") && !$0.hasPrefix("COMMANDS:") }
            .dropFirst()
            .prefix { !$0.isEmpty }.compactMap { line in
                line.firstMatch(of: /^  (\w[\w-]*)/).map { String($0.output.1) }
            }
    }

    @Test("Every command is asked something")
    func allCommands() throws {
        let all = Self.names(try LindungProcess("--help", "--lang", "en").output)
        #expect(all.count > 12)
        // Two write a file, and what `report` says is looked at where it is made; `schema` is for
        // programs.
        for name in all where !["report", "plot", "schema"].contains(name) {
            #expect(Self.commands.contains { $0[0] == name }, "\(name)")
        }
        let poverty = Self.names(try LindungProcess("poverty", "--help", "--lang", "en").output)
        #expect(poverty.count == 4)
        for name in poverty {
            #expect(Self.commands.contains { $0.prefix(2) == ["poverty", name] }, "\(name)")
        }
    }

    @Test("The first line is a sentence with a number", arguments: ["id", "en"])
    func firstLine(_ language: String) throws {
        let folder = try Self.folder()
        for words in Self.commands {
            let typed = words.map { word in
                word.hasSuffix(".yaml") || word == "isian.xlsx" || word == "sapuan"
                    ? folder.path(word) : word
            }
            let run = try LindungProcess(
                typed + ["--lang", language], environment: ["COLUMNS": "100"])
            let first = run.output.split(separator: "\n").first.map(String.init) ?? ""
            #expect(!run.output.isEmpty && run.status < 2, "\(words): \(run.errors)")
            #expect(first.contains(/\d/), "\(words): \(first)")
            // A sentence goes on to its end, on this line or another, before anything else is said.
            let paragraph = run.output.split(separator: "\n", omittingEmptySubsequences: false)
                .prefix { !$0.isEmpty }
            let ends = words[0] == "init" ? first : paragraph.last.map(String.init) ?? ""
            #expect(ends.hasSuffix("."), "\(words): \(ends)")
            #expect(first.firstMatch(of: #/^(# )?['\p{Lu}\d]/#) != nil, "\(words): \(first)")
            // Not a title, a label or a size; a verdict may stand before a colon.
            let isLabelled = first.firstMatch(of: #/^\S+: /#) != nil
            #expect(!isLabelled || ["check", "doctor"].contains(words[0]), "\(words): \(first)")
            #expect(first.split(separator: " ").count > 3, "\(words): \(first)")
        }
    }
}
