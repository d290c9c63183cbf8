import Foundation
import Testing

/// `lindung stage` over the budget of Kota Probolinggo, and locks in copies of it.
@Suite struct StageCommandTests {
    private static let file = "scenarios/kota-probolinggo/tahapan-2026.yaml"

    /// A copy of the example in a folder of its own, over the shipped `dasar`.
    private struct Copy {
        let folder: TemporaryFolder
        let file: String
        let apbd: String

        init() throws {
            folder = try TemporaryFolder()
            let source = LindungProcess.root + "/scenarios/kota-probolinggo/"
            let files = FileManager.default
            try files.copyItem(
                atPath: source + "tahapan-2026.yaml", toPath: folder.path("tahapan-2026.yaml"))
            try files.copyItem(atPath: source + "tahapan", toPath: folder.path("tahapan"))
            (file, apbd) = (folder.path("tahapan-2026.yaml"), folder.path("tahapan/apbd.yaml"))
            try replace("tahapan/rkpd.yaml", "../dasar.yaml", source + "dasar.yaml")
        }

        /// Replaces a text in a file of the copy.
        func replace(_ name: String, _ old: String, _ new: String) throws {
            let text = try String(contentsOfFile: folder.path(name), encoding: .utf8)
            #expect(text.contains(old))
            try text.replacingOccurrences(of: old, with: new)
                .write(toFile: folder.path(name), atomically: true, encoding: .utf8)
        }

        /// A scenario that hangs under a stage of the copy.
        func child(_ stage: String) throws -> String {
            try """
            name: usul
            title: { id: Usul, en: A proposal }
            stage: ./tahapan-2026.yaml#\(stage)
            levers:
              quota.ojek: { from: 2026-01, value: 100, mark: A, range: 50 .. 150, source: uji }
            """.write(toFile: folder.path("usul.yaml"), atomically: true, encoding: .utf8)
            return folder.path("usul.yaml")
        }
    }

    @Test(arguments: ["id", "en"])
    func helpIsWordForWord(_ language: String) throws {
        let run = try LindungProcess("stage", "--help", "--lang", language)
        #expect(run.status == 0)
        try Snapshot.check(run.output, "stage.\(language).txt")
    }

    @Test(arguments: ["id", "en"])
    func theExampleIsWordForWord(_ language: String) throws {
        let run = try LindungProcess(
            ["stage", Self.file, "--lang", language], environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        try Snapshot.check(run.output, "stage-probolinggo.\(language).txt")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    /// Processors differ in the last bits: persons to 1e-9, money to a few rupiah.
    @Test func theExampleComesToWhatStandsBesideIt() throws {
        let run = try LindungProcess("stage", Self.file, "--format", "csv")
        let stem = LindungProcess.root + "/" + Self.file.dropLast(".yaml".count)
        let expected = try String(contentsOfFile: stem + ".expected.csv", encoding: .utf8)
        let rows = expected.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(run.rows.count == rows.count)
        for (a, b) in zip(rows, run.rows).flatMap({ zip($0, $1) }) where a != b {
            let (x, y) = (Double(a) ?? .nan, Double(b) ?? .infinity)
            #expect(abs(x - y) <= max(2.5, 1e-9 * abs(x)), "\(a), \(b)")
        }
    }

    /// Equal persons are one group, and so are equal months; other numbers are other people.
    @Test(arguments: [
        (["1925,23100", "1925,23100"], 1925, 23_100), (["1925,14437", "1925,8663"], 1925, 23_100),
        (["1925,23100", "300,3600"], 2225, 26_700), (["1925,14437", "0,8663"], 1925, 23_100),
    ])
    func twoPursesOfOneGroup(_ rows: [String], _ persons: Int, _ months: Int) throws {
        let copy = try Copy()
        let path = copy.folder.path("tahapan/realisasi-2026.csv")
        let table = try String(contentsOfFile: path, encoding: .utf8)
        let old = "35.74,nelayan,dbh-cht,388080000,1925,23100"
        #expect(table.contains(old))
        let new = """
            35.74,nelayan,dbh-cht,200000000,\(rows[0])
            35.74,nelayan,apbd-kabkota,188080000,\(rows[1])
            """
        let before = try LindungProcess("stage", copy.file, "--format", "csv")
        try table.replacing(old, with: new).write(
            toFile: path, atomically: true, encoding: .utf8)
        let after = try LindungProcess("stage", copy.file, "--format", "csv")
        #expect(after.status == 0, "\(after.errors)")
        func paid(_ run: LindungProcess) throws -> [Double] {
            let row = try #require(run.rows.first { $0[0] == "realisation" })
            return row[3...5].compactMap { Double($0) }
        }
        let (was, now) = (try paid(before), try paid(after))
        #expect(now[0] - was[0] == Double(persons - 1925))
        #expect(now[1] - was[1] == Double(months - 23_100))
        #expect(now[2] == was[2])
    }

    /// Paid over planned, by purse and in all.
    @Test func absorption() throws {
        let run = try LindungProcess("stage", Self.file, "--format", "csv")
        let start = try #require(run.rows.firstIndex { $0.last == "absorption_share" })
        let rows = run.rows[(start + 1)...].prefix { $0.count == 4 && Double($0[1]) != nil }
        #expect(rows.last?.first == "total" && rows.count > 2)
        var sums = (0.0, 0.0)
        for row in rows {
            let (planned, paid) = (try #require(Double(row[1])), try #require(Double(row[2])))
            #expect(
                planned == 0 ? row[3].isEmpty : abs((Double(row[3]) ?? 0) - paid / planned) < 1e-12)
            if row[0] == "total" {
                #expect(sums == (planned, paid))
            } else {
                sums = (sums.0 + planned, sums.1 + paid)
            }
        }
    }

    /// A row of realisation, what it becomes, and what is said of it.
    private static let odd: [(old: String, new: String, id: String, en: String)] = [
        (
            "petani,dbh-cht,806400000,", "petani,dbh-cht,806400,",
            "petani, 35.74 dibayar Rp 17 per orang-bulan; iurannya Rp 8.400 – 16.800",
            "petani, 35.74 was paid Rp 17 a person-month; its contribution is Rp 8,400 – 16,800"
        ),
        (
            "petani,dbh-cht,806400000,", "petani,dbh-cht,860400000,",
            "petani, 35.74 dibayar Rp 17.925 per orang-bulan; iurannya Rp 8.400 – 16.800",
            "petani, 35.74 was paid Rp 17,925 a person-month; its contribution is Rp 8,400 – 16,800"
        ),
        (
            "nelayan,dbh-cht,388080000,1925,23100", "nelayan,dbh-cht,3880800000,19250,231000",
            "19.250 orang dibayari untuk nelayan, 35.74, padahal pekerjanya ",
            "19,250 persons were paid for of nelayan, 35.74, which has "
        ),
        (
            "35.74,kader,apbd-kabkota,", "35.73,kader,apbd-kabkota,",
            "kader, 35.73 tidak ada dalam skenario tahap terakhir",
            "kader, 35.73 is not in the scenario of the last stage"
        ),
        (
            "petani,dbh-cht,806400000,4000,48000", "petani,csr,806400000,4000,48000",
            "'csr' di Kota Probolinggo membayar Rp 806.400.000, padahal pagunya Rp ",
            "'csr' in Kota Probolinggo paid Rp 806,400,000, but its ceiling is Rp "
        ),
    ]

    @Test("What no plan has is asked about, at its row", arguments: odd.indices)
    func oddRealisation(_ index: Int) throws {
        let (old, new, id, en) = Self.odd[index]
        let copy = try Copy()
        try copy.replace("tahapan/realisasi-2026.csv", old, new)
        for (language, word, expected) in [("id", "peringatan", id), ("en", "warning", en)] {
            let run = try LindungProcess("stage", copy.file, "--lang", language)
            #expect(run.status == 0, "\(run.errors)")
            let said = run.errors.split(separator: "\n").filter { $0.contains(expected) }
            #expect(said.count == 1, "\(run.errors)")
            #expect(said.first?.contains("realisasi-2026.csv:") ?? false)
            #expect(said.first?.contains(": \(word): ") ?? false)
        }
        let plain = try LindungProcess("stage", Self.file)
        #expect(plain.errors.isEmpty, "the example is plausible: \(plain.errors)")
    }

    @Test("Every row adds: parts to the difference, purses and segments to the bill")
    func everyRowAdds() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess("stage", Self.file, "--out", folder.path("a"), "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
                == DrawnPictureTests.drawn([
                    "datapackage.json", "manifest.json", "report.md", "stage-absorption.csv",
                    "stage-purses.csv",
                    "stages.csv", "stages.vl.json", "variance-purses.csv", "variance-segments.csv",
                ]))
        func rows(_ name: String) throws -> [[String]] {
            try String(contentsOfFile: folder.path("a/\(name).csv"), encoding: .utf8)
                .split(separator: "\n").dropFirst().map {
                    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                }
        }
        var bySegment: [String: Int] = [:]
        for row in try rows("variance-segments") {
            let money = row[4...].compactMap { Int($0) }
            #expect(money.count == 6 && money[1] - money[0] == money[2], "\(row)")
            #expect(money[3] + money[4] + money[5] == money[2], "\(row)")
            bySegment[row[1], default: 0] += money[2]
        }
        var byPurse: [String: Int] = [:]
        for row in try rows("variance-purses") { byPurse[row[1], default: 0] += Int(row[5]) ?? 0 }
        #expect(byPurse == bySegment)
        let bills = try rows("stages").compactMap { Int($0[5]) }
        let steps = zip(bills, bills.dropFirst()).map { $1 - $0 }
        #expect(try rows("stages").dropFirst().map { byPurse[$0[0]] } == steps)
    }

    @Test("A lock is kept beside the stages, and locking again changes nothing")
    func locking() throws {
        let copy = try Copy()
        let before = try String(contentsOfFile: copy.file, encoding: .utf8)
        let run = try LindungProcess("stage", copy.file, "--lock", "apbd")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("APBD            2025-11-28  2025-11-28"))
        let path = copy.folder.path("tahapan-2026.lock.yaml")
        let lock = try String(contentsOfFile: path, encoding: .utf8)
        #expect(lock.contains("  apbd:\n    date: 2025-11-28\n    locked: 2025-11-28\n"))
        for input in ["data:purses.yaml", "tahapan/apbd.yaml", "tahapan/rkpd.yaml"] {
            #expect(lock.contains("      \"\(input)\": "), "\(lock)")
        }
        #expect(!lock.contains("tahapan-2026.yaml"))
        let again = try LindungProcess(
            "stage", copy.file, "--lock", "apbd", "--date", "2026-01-02")
        #expect(again.status == 0, "\(again.errors)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == lock)
        #expect(try String(contentsOfFile: copy.file, encoding: .utf8) == before)
        let child = try LindungProcess("run", try copy.child("apbd"))
        #expect(child.output.contains("di atas APBD 2026, terkunci 2025-11-28"))
    }

    @Test("A stage edited after its lock stops it and all that hang under it")
    func editedAfterItsLock() throws {
        let copy = try Copy()
        let locked = try LindungProcess("stage", copy.file, "--lock", "apbd", "--quiet")
        #expect(locked.status == 0, "\(locked.errors)")
        try copy.replace("tahapan/apbd.yaml", "scale: 0.7", "scale: 0.6")
        let command = "lindung stage \(copy.file) --unlock apbd"
        let id = """
            \(copy.file):24:3: galat: APBD 2026 sudah dikunci (2025-11-28), tetapi dasarnya \
            berubah: 'tahapan/apbd.yaml'
                apbd:
                ^
              petunjuk: kembalikan isinya dan tulis perubahan di tahap berikutnya; atau buka \
            kuncinya dengan alasan: '\(command) --date TANGGAL --reason "ALASAN"', lalu kunci lagi

            """
        let en = """
            \(copy.file):24:3: error: APBD 2026 is locked (2025-11-28), but what it rests on has \
            changed: 'tahapan/apbd.yaml'
                apbd:
                ^
              hint: put it back and write the change in the next stage; or unlock it with a \
            reason: '\(command) --date DAY --reason "REASON"', and lock it again

            """
        let child = try copy.child("apbd")
        for arguments in [
            ["stage", copy.file], ["stage", copy.file, "--lock", "apbd"], ["run", child],
            ["compare", child], ["check", child],
        ] {
            let run = try LindungProcess(arguments)
            #expect(run.status == 2)
            #expect(run.errors == id)
            #expect(try LindungProcess(arguments + ["--lang", "en"]).errors == en)
        }
        let free = try LindungProcess("check", try copy.child("kua-ppas"), "--quiet")
        #expect(free.errors.isEmpty && free.status != 2)
        try copy.replace("tahapan/apbd.yaml", "scale: 0.6", "scale: 0.7")
        #expect(try LindungProcess("stage", copy.file).status == 0)
    }

    @Test("Files that ask about a scenario under an edited stage are stopped as well")
    func lockedQuestions() throws {
        let copy = try Copy()
        let child = try copy.child("apbd")
        let locked = try LindungProcess("stage", copy.file, "--lock", "apbd", "--quiet")
        #expect(locked.status == 0, "\(locked.errors)")
        let head = "name: x\ntitle: { id: X, en: X }\nscenario: usul.yaml\n"
        let sweep = copy.folder.path("sapuan.yaml")
        let inputs = """
            design: { kind: mc, points: 3 }
            inputs: { retention: 0.05 .. 0.5 }
            outcomes: [public_bill_rp]

            """
        // The scenario of one policy alone hangs under the stage, too.
        let other = copy.folder.path("kebijakan.yaml")
        let (target, allocation) = (
            copy.folder.path("sasaran.yaml"), copy.folder.path("alokasi.yaml")
        )
        for (file, text) in [
            (sweep, head + "policies: { a: {}, b: { funding.months: 6 } }\n" + inputs),
            (
                other,
                head.replacing("usul", with: "tahapan/apbd")
                    + "policies: { a: {}, b: usul.yaml }\n" + inputs
            ),
            (
                target,
                head + "outcome: public_bill_rp\nreach: { at_most: 4000000000 }\n"
                    + "dial: { quota.petani: { from: 2026-01, value: 0 .. 8000 } }\n"
            ), (allocation, head + "objective: protected_person_months\n"),
        ] { try text.write(toFile: file, atomically: true, encoding: .utf8) }
        let commands = [
            ["sense", child], ["sense", sweep], ["sweep", sweep, "--out", copy.folder.path("a")],
            ["sweep", other, "--out", copy.folder.path("b")],
            ["robust", sweep, "--outcome", "public_bill_rp", "--best", "low"],
            ["discover", sweep, "--outcome", "public_bill_rp", "--above", "0"],
            [
                "target", child, "--lever", "quota.petani", "--value", "0 .. 8000", "--from",
                "2026-01", "--outcome", "public_bill_rp", "--at-most", "4000000000",
            ], ["target", target], ["allocate", allocation],
        ]
        try copy.replace("tahapan/apbd.yaml", "scale: 0.7", "scale: 0.6")
        for command in commands {
            let run = try LindungProcess(command + ["--lang", "en"])
            #expect(run.status == 2, "\(command)")
            #expect(
                run.errors.contains("error: APBD 2026 is locked (2025-11-28), but"), "\(command)")
        }
        try copy.replace("tahapan/apbd.yaml", "scale: 0.6", "scale: 0.7")
        let run = try LindungProcess(["target", target, "--lang", "en"])
        #expect(run.status != 2, "\(run.errors)")
    }

    @Test("Unlocking keeps the day and the reason, and needs both")
    func unlocking() throws {
        let copy = try Copy()
        _ = try LindungProcess("stage", copy.file, "--lock", "apbd", "--quiet")
        let bare = try LindungProcess("stage", copy.file, "--unlock", "apbd")
        #expect(bare.status == 2)
        #expect(
            bare.errors == """
                --unlock: galat: membuka kunci memerlukan --date TANGGAL dan --reason "ALASAN"
                  petunjuk: keduanya disimpan bersama kunci yang dibuka

                """)
        try copy.replace("tahapan/apbd.yaml", "scale: 0.7", "scale: 0.6")
        let run = try LindungProcess(
            "stage", copy.file, "--unlock", "apbd", "--date", "2026-02-03", "--reason",
            "evaluasi \"gubernur\"")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("kunci APBD 2026 dibuka 2026-02-03; "))
        let told = try LindungProcess("stage", copy.file, "--lock", "apbd", "--date", "2026-02-04")
        #expect(told.status == 0, "\(told.errors)")
        #expect(
            told.output.contains(") dibuka\n2026-02-03: evaluasi \"gubernur\"\n")
                || told.output.contains(") dibuka 2026-02-03: evaluasi \"gubernur\"\n"))
        let twice = try LindungProcess(
            "stage", copy.file, "--unlock", "rkpd", "--date", "2026-02-03", "--reason", "x")
        #expect(twice.errors == "--unlock: galat: tahap 'rkpd' tidak terkunci\n")
    }

    @Test(
        "What is wrong with a stages file or its table is told at its place",
        arguments: [
            (
                "tahapan-2026.yaml", "date: 2025-11-28", "date: 2025-08-01", ":24:3: ",
                "stage 'apbd' is dated 2025-08-01, before 'kua-ppas' (2025-08-15)",
                "the dates of stages must not run backwards; check both dates"
            ),
            (
                "tahapan-2026.yaml", "date: 2025-11-28", "date: 2025-11-31", ":25:11: ",
                "'2025-11-31' is not a day", "write year-month-day, such as 2025-11-28"
            ),
            (
                "tahapan-2026.yaml", "  apbd:", "  apdb:", ":24:3: ", "unknown stage 'apdb'",
                "did you mean 'apbd'? (choices: rkpd, kua-ppas, apbd, apbd-perubahan, realisation)"
            ),
            (
                "tahapan-2026.yaml", "tahapan/apbd.yaml", "tahapan/abpd.yaml", ":26:15: ",
                "there is no file", "did you mean './tahapan/apbd.yaml'?"
            ),
            (
                "tahapan/realisasi-2026.csv", "388080000", "-388080000", ":7:23: ",
                "'amount_rp' must not be negative",
                "take refunds off what was paid, and write what is left"
            ),
            (
                "tahapan/realisasi-2026.csv", "nelayan", "nelayn", ":7:7: ",
                "unknown segment 'nelayn'", "did you mean 'nelayan'?"
            ),
            (
                "tahapan/realisasi-2026.csv", "nelayan,dbh-cht", "nelayan,dbhcht", ":7:15: ",
                "unknown purse 'dbhcht'", "did you mean 'dbh-cht'?"
            ),
            (
                "tahapan/realisasi-2026.csv", "1925,23100", "1.925,23100", ":7:33: ", "1.925",
                "locale"
            ),
            (
                "tahapan/realisasi-2026.csv", "1925,23100", "1925,0", ":7:1: ",
                "there is money without person-months for nelayan, 35.74",
                "fill in 'persons' and 'person_months' in one row of that segment"
            ),
            (
                "tahapan/realisasi-2026.csv", "1925,23100", "1925,23101", ":7:1: ",
                "more than 12 months for each person of nelayan, 35.74",
                "'persons' are those paid for, 'person_months' persons times their months"
            ),
        ])
    func faults(
        _ file: String, old: String, new: String, place: String, words: String, hint: String
    )
        throws
    {
        let copy = try Copy()
        try copy.replace(file, old, new)
        let run = try LindungProcess("stage", copy.file, "--lang", "en", "--quiet")
        #expect(run.status == 2)
        let lines = run.errors.split(separator: "\n")
        #expect(
            lines.contains { $0.hasPrefix(copy.folder.path(file) + place) && $0.contains(words) },
            "\(run.errors)")
        #expect(lines.contains { $0.hasPrefix("  hint: ") && $0.contains(hint) }, "\(run.errors)")
    }

    @Test(
        "What is wrong with a scenario under a stage is told where it names the stage",
        arguments: [
            ("./tahapan-2026.yaml", "'./tahapan-2026.yaml' does not name a file and a stage"),
            ("./tahapan-2026.yaml#apdb", "unknown stage 'apdb'"),
            ("./tahapan-2025.yaml#apbd", "there is no file"),
            (
                "./tahapan-2026.yaml#realisation",
                "a scenario cannot build on realisation, which is a table"
            ),
        ])
    func wrongStages(_ stage: String, words: String) throws {
        let copy = try Copy()
        let child = try copy.child("apbd")
        try copy.replace("usul.yaml", "./tahapan-2026.yaml#apbd", stage)
        let run = try LindungProcess("run", child, "--lang", "en")
        #expect(run.status == 2)
        let lines = run.errors.split(separator: "\n")
        #expect(
            lines.contains { $0.hasPrefix("\(child):3:8: error: ") && $0.contains(words) },
            "\(run.errors)")
    }

    @Test("A stage whose scenario hangs under itself is a cycle")
    func cycle() throws {
        let copy = try Copy()
        try copy.replace("tahapan/apbd.yaml", "#kua-ppas", "#apbd")
        let run = try LindungProcess("stage", copy.file, "--lang", "en")
        #expect(run.status == 2)
        #expect(run.errors.contains(" comes back to the same file"), "\(run.errors)")
    }
}
