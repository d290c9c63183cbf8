import Foundation
import Testing

/// What `lindung calibrate` says of months that cannot be compared, and what it did with them.
@Suite struct CalibrateFindingsTests {
    /// The rows of one segment of the made-up table, without what is odd there.
    private static let rows: [[String]] = {
        let path = LindungProcess.root + "/scenarios/pemantauan/contoh-buatan.csv"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).prefix(5).map(String.init)
        }.filter { $0[1] == "ojek" && $0[0] != "35.14" && $0[0] != "35.74" }
    }()

    /// The people of a row go to several regions in the shares given; the last gets the rest.
    private static func divided(_ row: [String], _ shares: [(String, Double)]) -> [[String]] {
        var left = Int(row[4]) ?? 0
        return shares.enumerated().map { position, share in
            let isLast = position == shares.count - 1
            let part = isLast ? left : Int(Double(Int(row[4]) ?? 0) * share.1)
            left -= part
            return [share.0] + row[1...3] + ["\(part)"]
        }
    }

    /// Rows of the same cell added up.
    private static func added(_ rows: [[String]]) -> [[String]] {
        var sums: [[String]: Int] = [:]
        var order: [[String]] = []
        for row in rows {
            let cell = Array(row[0...3])
            if sums[cell] == nil { order.append(cell) }
            sums[cell, default: 0] += Int(row[4]) ?? 0
        }
        return order.map { $0 + ["\(sums[$0] ?? 0)"] }
    }

    private static let split = rows.flatMap { row in
        row[0] == "35.78" && row[2] >= "2025-01"
            ? divided(row, [("35.78", 0.7), ("35.79", 0.3)]) : [row]
    }
    private static let dissolved = rows.flatMap { row in
        row[0] == "35.78"
            ? row[2] >= "2025-01" ? divided(row, [("35.77", 0.6), ("35.79", 0.4)]) : [row] : [row]
    }
    private static let merged = added(
        rows.map { $0[0] == "35.26" && $0[2] >= "2025-01" ? ["35.07"] + $0[1...] : $0 })
    private static let missing = rows.filter {
        !($0[0] == "35.07" && ("2024-05"..."2024-06").contains($0[2]))
    }
    private static let partly = rows.filter {
        !($0[0] == "35.07" && $0[3] == "mandiri" && ("2024-05"..."2024-09").contains($0[2]))
    }
    private static let nowhere = rows.map { row in
        row[0] == "35.07" && row[2] == "2024-08" && row[3] == "mandiri"
            ? row[0...3] + ["\((Int(row[4]) ?? 0) + 900)"] : row
    }
    private static let revised =
        rows
        + rows.filter { $0[0] == "35.07" && $0[2] == "2024-08" && $0[3] != "pemberi kerja" }
        .prefix(2).map { Array($0[0...3]) + ["\((Int($0[4]) ?? 0) + 1)"] }

    private static let causes =
        rows
        + [("35.07", 20), ("35.26", 6), ("35.78", 27)].flatMap { region, people in
            (2...12).flatMap { month in
                [("pindah", people), ("meninggal", people / 4)].map { cause, count in
                    [region, "ojek", "2024-\(month < 10 ? "0" : "")\(month)", cause, "\(count)"]
                }
            }
        }

    private static func output(_ rows: [[String]], _ arguments: String...) throws -> String {
        let folder = try TemporaryFolder()
        let lines = [["wilayah", "segmen", "bulan", "status", "jumlah"]] + rows
        try lines.map { $0.joined(separator: ",") + "\n" }.joined()
            .write(toFile: folder.path("x.csv"), atomically: true, encoding: .utf8)
        let run = try LindungProcess(["calibrate", folder.path("x.csv")] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        return run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    @Test(
        "What is odd is named with region and month, and with what was done",
        arguments: [
            (
                split,
                "Yang ditemukan - 2025-01: 35.78 dipecah menjadi 35.78, 35.79 (13.496 lalu 13.489"
                    + " orang); perubahan itu tidak dipakai, dan masing-masing dihitung sebagai"
                    + " daerah sendiri rate.",
                "What was found - 2025-01: 35.78 was split into 35.78, 35.79 (13,496 persons"
                    + " before, 13,489 after); the change was left out, and each is taken as a"
                    + " region of its own rate."
            ),
            (
                dissolved,
                "Yang ditemukan - 2025-01: 35.78 dipecah menjadi 35.77, 35.79 (13.496 lalu 13.489"
                    + " orang); perubahan itu",
                "What was found - 2025-01: 35.78 was split into 35.77, 35.79 (13,496 persons"
                    + " before, 13,489 after); the change"
            ),
            (
                merged,
                "Yang ditemukan - 2025-01: 35.07, 35.26 digabung menjadi 35.07 (12.004 lalu 12.002"
                    + " orang); perubahan itu tidak dipakai,",
                "What was found - 2025-01: 35.07, 35.26 were merged into 35.07 (12,004 persons"
                    + " before, 12,002 after); the change was left out,"
            ),
            (
                missing,
                "Yang ditemukan - ojek, 35.07 Kabupaten Malang: tanpa data lengkap pada 2024-05,"
                    + " 2024-06; pasangan bulan dengannya tidak dipakai rate.",
                "What was found - ojek, 35.07 Kabupaten Malang: no complete counts in 2024-05,"
                    + " 2024-06; pairs of months with them were left out rate."
            ),
            (
                partly,
                "tanpa data lengkap pada 5 bulan antara 2024-05 dan 2024-09; pasangan bulan",
                "no complete counts in 5 months between 2024-05 and 2024-09; pairs of months"
            ),
            (
                nowhere,
                "Yang ditemukan - ojek, 35.07 Kabupaten Malang, 2024-08: 883 orang muncul entah"
                    + " dari mana; bulan ini tidak dipakai",
                "What was found - ojek, 35.07 Kabupaten Malang, 2024-08: 883 persons appear from"
                    + " nowhere; this month was left out"
            ),
            (
                revised,
                "Yang ditemukan - ojek, 35.07 Kabupaten Malang: angka diperbaiki baris yang lebih"
                    + " bawah, pada 2024-08 (2 angka); yang terakhir dipakai rate.",
                "What was found - ojek, 35.07 Kabupaten Malang: later rows revise counts of"
                    + " 2024-08 (cells: 2); the last ones were used rate."
            ),
            (
                causes,
                "rate.age_limit, rate.out_of_labour_force hanya diketahui jumlahnya dengan yang"
                    + " lain (keluar, semua sebab), jadi tidak masuk settings.csv; baris berstatus"
                    + " 'batas umur', 'keluar angkatan kerja' membedakannya. rate.death: diketahui"
                    + " tetapi tidak masuk settings.csv; kelompok umur skenario membawa kematian"
                    + " dan batas umurnya sendiri, dan mortality.load mengalikan kematian.",
                "rate.age_limit, rate.out_of_labour_force are known only as a sum with the others"
                    + " (leaving, all causes), so they are not in settings.csv; rows of status"
                    + " 'past the age limit', 'out of the labour force' tell them apart."
                    + " rate.death: told but not in settings.csv; the cohorts of a scenario bring"
                    + " deaths and ages of their own, and mortality.load multiplies deaths."
            ),
        ])
    func told(_ rows: [[String]], _ indonesian: String, _ english: String) throws {
        for (language, sentence) in [("id", indonesian), ("en", english)] {
            let output = try Self.output(rows, "--lang", language)
            #expect(output.contains(sentence), "\(output.suffix(1500))")
        }
    }

    @Test("A table without oddities is said to have none")
    func plain() throws {
        #expect(try !Self.output(Self.rows, "--lang", "en").contains("What was found"))
    }

    @Test("Rates of causes are events over person-years, and a scenario takes who moved away")
    func rates() throws {
        let folder = try TemporaryFolder()
        _ = try Self.output(
            Self.causes, "--out", folder.path("a"), "--format", "csv", "--quiet")
        let settings = try String(contentsOfFile: folder.path("a/settings.csv"), encoding: .utf8)
        #expect(settings.contains("rate.moved_away,35.78,ojek,"))
        #expect(!settings.contains("rate.death"))
        let rates = try String(contentsOfFile: folder.path("a/rates.csv"), encoding: .utf8)
        let row = rates.split(separator: "\n").first { $0.hasPrefix("ojek,35.78,rate.moved_away,") }
        let value = Double(row?.split(separator: ",")[3] ?? "") ?? 0
        // 27 in each of 11 of 23 months, of 13,497 people.
        #expect(abs(value / (27.0 * 11 / 23 * 12 / 13_497) - 1) < 0.05, "\(rates)")
    }

    @Test("A gap costs what the people of a segment would cost, and the answer says on what basis")
    func prices() throws {
        let folder = try TemporaryFolder()
        let rows = [("petani", 100), ("perangkat-desa", 50)].flatMap { segment, people in
            (1...3).flatMap { month in
                ["belum terlindungi", "dibiayai"].map { status in
                    "35.74,\(segment),2026-0\(month),\(status),\(people),"
                        + (status == "dibiayai" ? "\(people + 10)" : "")
                }
            }
        }
        try (["wilayah,segmen,bulan,status,jumlah,direncanakan"] + rows).map { $0 + "\n" }.joined()
            .write(toFile: folder.path("x.csv"), atomically: true, encoding: .utf8)
        let run = try LindungProcess(
            "calibrate", folder.path("x.csv"), "--out", folder.path("a"), "--format", "csv",
            "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        let told = try String(contentsOfFile: folder.path("a/monitoring.csv"), encoding: .utf8)
        // Village staff are wage earners: 0.54 and 0.30 % of Rp 1,000,000.
        #expect(
            told.contains(
                ",10,84000,8400,jkk jkm,pu,1000000,apbd,2026-03,segments.yaml\n"), "\(told)")
        #expect(
            told.contains(
                ",10,168000,16800,jkk jkm,bpu,1000000,apbd,2026-03,segments.yaml\n"))
        let report = try String(contentsOfFile: folder.path("a/report.md"), encoding: .utf8)
        #expect(
            report.contains(
                "what whoever closes the gap is charged under the law of 2026-03; programmes,"
                    + " route and base as the source has them"))
    }
}
