import Foundation
import Testing

/// Commands begin with the answer to their question, and say it on one screen.
@Suite struct AnswerCommandTests {
    private static let malang = ["dasar", "petani-9-bulan", "petani-12-bulan"].map {
        "scenarios/kab-malang/\($0).yaml"
    }
    private static let dasar = "scenarios/kota-probolinggo/dasar.yaml"

    /// The output with every line break as a blank.
    private static func flat(_ run: LindungProcess) -> String {
        run.output.replacing("\n", with: " ")
    }

    /// The rows of a table in a folder, by column.
    private static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    @Test(
        "More people for nine months or fewer for twelve: the money is the same, the rest is said",
        arguments: [
            (
                "id",
                [
                    "Uang sama (+Rp 3,02 miliar terhadap 'dasar')",
                    "melindungi lebih banyak orang untuk waktu lebih pendek",
                    "Petani: 20.000 orang × 9 bulan, bukan 15.000 × 12",
                    "9.909 orang-bulan lebih banyak di masa tunggu",
                    "akhir tahun 19,3 % dibanding 20,2 %",
                    "DBH cukai hasil tembakau kini membayar Petani (Rp 1,31 miliar)",
                    "Buruh tani dan pabrik tembakau (Rp 355,8 juta) pindah dari DBH cukai hasil"
                        + " tembakau ke APBD provinsi (Rp 74,63 juta), CSR dan donasi (Rp 131,8"
                        + " juta) dan APBD kabupaten/kota (Rp 149,4 juta)",
                ]
            ),
            (
                "en",
                [
                    "Same money (+Rp 3.02 billion against 'dasar')",
                    "protects more people for a shorter time",
                    "20,000 persons × 9 months, not 15,000 × 12", "9,909 more person-months wait",
                    "19.3 % against 20.2 % at the end of the year",
                ]
            ),
        ])
    func malangQuestion(_ language: String, _ sentences: [String]) throws {
        let run = try LindungProcess(
            ["compare"] + Self.malang + ["--lang", language], environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        let text = Self.flat(run)
        for sentence in sentences { #expect(text.contains(sentence), "\(sentence)\n\(text)") }
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 46)
        #expect(lines.first?.contains("3") == true, "the answer comes first")
        let years = lines.filter { $0.hasPrefix("2027 ") }
        #expect(years.count == 3, "the year that differs, of every scenario")
        let mark = language == "id" ? "." : ","
        for (row, waiting) in zip(years, ["5.840", "47.116", "37.207"]) {
            #expect(row.contains(waiting.replacing(".", with: mark)), "\(row)")
        }
    }

    @Test("Whoever was pushed off a purse is found again on another, to the rupiah")
    func movesAddUp() throws {
        let folder = try TemporaryFolder()
        let names = ["dasar", "bulan-dipotong", "dbhcht-dipangkas", "mandiri"]
        for files in [Self.malang, names.map { "scenarios/kota-probolinggo/\($0).yaml" }] {
            let run = try LindungProcess(
                ["compare"] + files
                    + ["--quiet", "--out", folder.path("out"), "--baseline", "dasar"])
            #expect(run.status == 0, "\(run.errors)")
            let balance = try Self.rows(folder.path("out/balance.csv"))
            var cells: [String: [String: [String: Int]]] = [:]
            for row in balance {
                let cell = ["year", "region", "segment"].compactMap { row[$0] }
                    .joined(separator: " ")
                let paid = row.filter { $0.key.hasSuffix("_rp") && $0.key != "needs_rp" }
                cells[cell, default: [:]][row["scenario"] ?? ""] = paid.mapValues { Int($0) ?? 0 }
            }
            let moves = try Self.rows(folder.path("out/purse-moves.csv"))
            #expect(!moves.isEmpty)
            for scenario in Set(balance.compactMap { $0["scenario"] }) {
                let expected = cells.values.reduce(0) { sum, cell in
                    let (base, other) = (cell["dasar"] ?? [:], cell[scenario] ?? [:])
                    let falls = base.map { max(0, $0.value - (other[$0.key] ?? 0)) }
                    let rises = base.map { max(0, (other[$0.key] ?? 0) - $0.value) }
                    return sum + min(falls.reduce(0, +), rises.reduce(0, +))
                }
                let found = moves.filter { $0["scenario"] == scenario }
                    .reduce(0) { $0 + (Int($1["moved_rp"] ?? "") ?? 0) }
                #expect(found == expected, "\(scenario)")
            }
        }
        #expect(
            try Self.rows(folder.path("out/purse-moves.csv")).allSatisfy {
                $0["from_purse"] != $0["to_purse"]
            })
    }

    @Test(arguments: ["id", "en"])
    func runIsOneScreen(_ language: String) throws {
        let run = try LindungProcess(
            ["run", Self.malang[0], "--lang", language], environment: ["COLUMNS": "100"])
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 46, "\(lines.count)")
        #expect(lines.allSatisfy { $0.count <= 100 || $0.contains("lindung run") })
        let text = Self.flat(run)
        #expect(text.contains(language == "id" ? "Rp 12,86 miliar" : "Rp 12.86 billion"))
        #expect(!text.contains(language == "id" ? "ditutup" : "if the gap"), "there is no gap")
        #expect(!text.contains("gap.payer"))
        let whole = try LindungProcess(
            ["run", Self.malang[0], "--full", "--lang", language], environment: ["COLUMNS": "100"])
        for heading in language == "id"
            ? ["Menurut segmen", "Tanda data", "Apa yang dibeli perlindungan"]
            : ["By segment", "Data marks", "What protection buys"]
        {
            #expect(whole.output.contains(heading) && !run.output.contains(heading), "\(heading)")
        }
    }

    @Test("A gap stands in the answer, with what would be if it were closed")
    func gapIsSaid() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("kurang.yaml")
        try """
        name: kurang
        title: { id: Kurang, en: Short }
        extends: \(LindungProcess.root)/\(Self.malang[0])
        levers:
          quota.petani: { from: 2028-01, value: 200000 }
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess("run", file, "--lang", "en", "--out", folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        let text = Self.flat(run)
        #expect(text.contains(/is a gap, from 2028 on, and [\d,]+ person-months are not paid/))
        #expect(text.contains(/If the gap were closed: [\d.]+ % on average, [\d.]+ % at the end/))
        let price = "The gap is counted at what Regency or city budget (APBD) would have to pay"
        #expect(text.contains(price + " (gap.payer)."))
        let last = try #require(try Self.rows(folder.path("out/yearly-total.csv")).last)
        let share = try #require(
            last["coverage_if_gap_closed_end_of_workers_share"].flatMap(Double.init))
        #expect(text.contains(String(format: "%.1f %% at the end", share * 100)))
        let svg = try String(contentsOfFile: folder.path("out/coverage.svg"), encoding: .utf8)
        #expect(svg.contains("average, if the gap were closed"))
    }

    @Test(
        "How many are poor is said as not known where the table has no number",
        arguments: [
            (
                "id",
                "5,69 % penduduk Kota Probolinggo hidup di bawah garis kemiskinan; berapa orang dan"
                    + " berapa kesenjangan mereka tidak diketahui."
            ),
            (
                "en",
                "5.69 % of people in Kota Probolinggo live below the poverty line; how many persons"
                    + " and how much their gap comes to is not known."
            ),
        ])
    func unknownPersons(_ language: String, _ sentence: String) throws {
        let folder = try TemporaryFolder()
        let data = folder.path("data")
        try FileManager.default.copyItem(
            atPath: LindungProcess.root + "/notebooks-data", toPath: data)
        let table = data + "/poverty/poverty.csv"
        try String(contentsOfFile: table, encoding: .utf8)
            .replacing("\n35.74,2025,5.69,0.36,0.05,14110,", with: "\n35.74,2025,5.69,0.36,0.05,,")
            .write(toFile: table, atomically: true, encoding: .utf8)
        let run = try LindungProcess(
            "poverty", "state", "35.74", "--data", data, "--lang", language)
        #expect(run.status == 0, "\(run.errors)")
        #expect(Self.flat(run).contains(sentence), "\(run.output)")
    }

    @Test(
        "What was cut is told by scenario, and only where something was",
        arguments: [
            (
                "id", "Kuota yang dipotong",
                [
                    "200.000 orang-bulan (2025–2030), terbanyak pada 2026: 5.000 orang, bulannya"
                        + " dikurangi; terbesar Pedagang kecil dan kaki lima, 2026, 12 → 4 bulan"
                        + " (pagu habis: DBH cukai hasil tembakau, CSR dan donasi, APBD"
                        + " kabupaten/kota dan APBD provinsi)",
                    "terbanyak pada 2027: 5.000 orang diminta, 1.828 berlaku",
                ]
            ),
            (
                "en", "Quotas that were cut",
                [
                    "200,000 person-months (2025–2030), most in 2026: 5,000 persons for fewer"
                        + " months; the largest Small traders and street vendors, 2026, 12 → 4"
                        + " months (ceiling used up: Tobacco excise share (DBH-CHT), ",
                    "most in 2027: 5,000 persons asked, 1,828 in force",
                ]
            ),
        ])
    func cutsAreTold(_ language: String, _ heading: String, _ sentences: [String]) throws {
        let folder = "scenarios/kota-probolinggo/"
        let names = ["bulan-dipotong", "dbhcht-dipangkas"].map { folder + $0 + ".yaml" }
        let run = try LindungProcess(
            ["compare", Self.dasar] + names + ["--lang", language], environment: ["COLUMNS": "100"])
        let text = Self.plain(run)
        for sentence in sentences { #expect(text.contains(sentence), "\(sentence)\n\(text)") }
        let one = try LindungProcess("run", names[0], "--lang", language)
        #expect(Self.plain(one).contains(sentences[0]), "\(one.output)")
        let whole = try LindungProcess(
            ["compare", Self.dasar] + names + ["--full", "--lang", language])
        #expect(whole.output.contains("\(heading): 'dbhcht-dipangkas'"), "each year and segment")
        let none = try LindungProcess(["compare"] + Self.malang + ["--lang", language])
        #expect(!none.output.contains(heading))
    }

    /// The output with every run of blanks as one.
    private static func plain(_ run: LindungProcess) -> String {
        run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("The last line is a command that gives the same output")
    func commandIsGiven() throws {
        for words in [["run", Self.dasar, "--lang=en"], ["compare"] + Self.malang] {
            let run = try LindungProcess(words + ["-q"], environment: ["COLUMNS": "90"])
            let last = try #require(run.output.split(separator: "\n").last)
            let command = try #require(last.split(separator: ": ", maxSplits: 1).last)
            #expect(command == "lindung " + words.joined(separator: " "))
            let again = try LindungProcess(
                command.split(separator: " ").dropFirst().map(String.init),
                environment: ["COLUMNS": "90"])
            #expect(again.output == run.output)
        }
        let folder = try TemporaryFolder()
        _ = try LindungProcess(
            "run", Self.dasar, "--out", folder.path("a b"), "--quiet",
            environment: ["LINDUNG_LANG": "en"])
        let report = try String(contentsOfFile: folder.path("a b/report.md"), encoding: .utf8)
        #expect(report.hasSuffix("```\nlindung run \(Self.dasar) --lang en\n```\n"))
    }

    /// A child of Probolinggo's baseline with one lever.
    private static func child(_ lever: String, _ folder: TemporaryFolder) throws -> LindungProcess {
        let file = folder.path("anak.yaml")
        try """
        name: anak
        title: { id: Anak, en: Child }
        extends: \(LindungProcess.root)/\(dasar)
        levers:
          \(lever)
        """.write(toFile: file, atomically: true, encoding: .utf8)
        return try LindungProcess("compare", Self.dasar, file)
    }

    @Test(
        "A scenario that changes nothing says why",
        arguments: [
            (
                "quota.petani: { from: 2029-01, value: 4098 }",
                "nilai 'quota.petani' sama dengan nilai skenario acuan"
            ),
            (
                "funding.months.formal: 6",
                "'funding.months.formal' tidak berpengaruh karena segmen 'formal' tidak punya kuota"
            ),
            (
                "purse.ceiling.apbd-kabkota: { from: 2025-01, value: 900000000000 }",
                "'purse.ceiling.apbd-kabkota' tidak berpengaruh karena sumber dana 'apbd-kabkota'"
                    + " membayar sama banyaknya"
            ),
        ])
    func nothingChanges(_ lever: String, _ reason: String) throws {
        let run = try Self.child(lever, try TemporaryFolder())
        #expect(run.status == 0, "\(run.errors)")
        let text = Self.flat(run)
        #expect(text.contains("'anak' tidak mengubah apa pun: " + reason), "\(text.prefix(600))")
    }

    @Test("Coverage changes by percentage points, not percent")
    func pointsAndPercent() throws {
        let run = try Self.child(
            "quota.petani: { from: 2027-01, value: 6000 }", try TemporaryFolder())
        let text = Self.flat(run)
        #expect(text.contains("'anak' berbeda dari 'dasar' mulai 2027"))
        #expect(
            text.contains(/rata-rata [\d,]+ % \(\+[\d,]+ poin persen\)/), "\(text.prefix(600))")
    }

    @Test(arguments: [
        (["check", dasar, "--lang", "en"], "Passed: 1 scenario meets all checks"),
        (["diff", dasar, "scenarios/kota-probolinggo/mandiri.yaml"], "pada 2 kunci: quota.ped"),
        (["doctor", "--lang", "en"], "parts passed"),
        (
            [
                "tariff", "--route", "bpu", "--base", "1000000", "--programmes", "jkk,jkm",
                "--payer", "self", "--date", "2026-05",
            ], "Iuran seluruhnya Rp 8.400 per orang sebulan."
        ),
        (
            ["stage", "scenarios/kota-probolinggo/tahapan-2026.yaml"],
            "Kebutuhan iuran Rp 2,53 miliar di RKPD menjadi Rp 2,09 miliar di Realisasi"
        ),
        (["poverty", "state", "35.74"], "14.110 orang (5,69 %) di Kota Probolinggo"),
        (["poverty", "path", dasar], "P0 5,69 % (14.110 orang) pada 2025 menjadi"),
    ])
    func firstLines(_ words: [String], _ answer: String) throws {
        let run = try LindungProcess(words)
        let first = run.output.split(separator: "\n").prefix(3).joined(separator: " ")
        #expect(first.contains(answer), "\(first)")
    }
}
