import Formats
import Foundation
import Quantities
import Testing
import _TestSupport

@testable import LindungApp
@testable import Store

/// Questions asked from the page are the command's, whatever ends the process that answers them.
@Suite struct AskPageTests {
    private static let probolinggo = "folder=scenarios%2Fkota-probolinggo"
    private static let dasar = "berkas=scenarios%2Fkota-probolinggo%2Fdasar.yaml"
    private static let sense = "\(probolinggo)&soal=kepekaan&\(dasar)&cara=tornado"

    /// A folder with a sweep that takes minutes.
    private static func longSweep() throws -> String {
        let folder = NSTemporaryDirectory() + "sapuan-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let base = """
            name: dasar
            title: { id: Mulai, en: Start }
            extends: \(OpenDesk.root)/scenarios/jawa-timur/dasar.yaml

            """
        let sweep = """
            name: panjang
            title: { id: Panjang, en: Long }
            scenario: dasar.yaml
            design: { kind: lhs, points: 200000, seed: 1 }
            inputs:
              quota.petani: { scale: 0.5 .. 1.5 }
            outcomes: [public_bill_rp]

            """
        try base.write(toFile: folder + "/dasar.yaml", atomically: true, encoding: .utf8)
        try sweep.write(toFile: folder + "/panjang.yaml", atomically: true, encoding: .utf8)
        return folder
    }

    private static func askSweep(_ runs: OpenRuns, _ folder: String) async throws -> Int64 {
        try await runs.ask(
            FormFields([
                ("folder", folder), ("soal", "sapuan"), ("berkas", folder + "/panjang.yaml"),
            ]).encoded)
    }

    @Test("Each kind of question has its form, and says where a folder has no file for it")
    func forms() async throws {
        let runs = try OpenRuns()
        defer { runs.remove() }
        for kind in AskKind.allCases {
            for language in Language.allCases {
                let page = await runs.open.get(
                    "/tanya", "\(Self.probolinggo)&soal=\(kind.rawValue)", in: language)
                #expect(page.status == 200, "\(kind)")
                #expect(page.text.contains(HTML.escaped(kind.question[language])), "\(kind)")
            }
        }
        let none = await runs.open.get("/tanya", "folder=scenarios%2Fcerita&soal=alokasi")
        #expect(none.text.contains("Folder ini belum punya berkas"))
    }

    @Test("A form becomes the command's words, and what it does not offer is refused")
    func words() throws {
        let desk = OpenDesk.shipped.desk
        let folder = try #require(desk.folder(FormFields(encoded: Self.probolinggo)))
        func words(_ kind: AskKind, _ form: String) throws -> [String] {
            let fields = try AskFields(kind, folder, desk).fields(of: kind)
            return try AskedCommand(kind, fields, FormFields(encoded: form), in: .english).words
        }
        let file = "scenarios/kota-probolinggo/dasar.yaml"
        #expect(
            try words(.sense, Self.sense + "&titik=&benih=7") == [
                "sense", file, "--method", "tornado", "--seed", "7",
            ])
        let target =
            Self.dasar + "&tuas=quota.petani&gerak-jenis=--scale&gerak=-1+..+2"
            + "&besaran=gap_rp+2027&batas-jenis=--at-most&batas=0&simulasi="
        #expect(
            try words(.target, target) == [
                "target", file, "--lever", "quota.petani", "--scale=-1 .. 2", "--outcome",
                "gap_rp 2027", "--at-most", "0",
            ])
        #expect(try words(.povertyState, "daerah=35.74") == ["poverty", "state", "35.74"])
        for (kind, form) in [
            (AskKind.sense, "berkas=%2Fetc%2Fpasswd"), (.sense, ""),
            (.sense, Self.dasar + "&cara=lain"), (.sense, Self.dasar + "&titik=1e3"),
            (.target, Self.dasar + "&batas-jenis=--out&batas=x"),
            (.target, Self.dasar + "&tuas=a%0Ab"), (.povertyTarget, Self.dasar + "&tahun=2029"),
        ] {
            #expect(throws: InputFaults.self, "\(kind) \(form)") { try words(kind, form) }
        }
    }

    @Test("The answer is the command's: its files byte by byte, its sentence, its digest")
    func answered() async throws {
        let runs = try OpenRuns()
        defer { runs.remove() }
        let id = try await runs.ask(Self.sense)
        let run = try await runs.run(id)
        #expect(run.state == .done, "\(run.answer)")
        let out = runs.folder + "/command"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path("lindung"))
        process.arguments = run.words + ["--out", out, "--quiet"]
        process.currentDirectoryURL = URL(fileURLWithPath: OpenDesk.root)
        try process.run()
        process.waitUntilExit()
        let names = try FileManager.default.contentsOfDirectory(atPath: out)
        #expect(names.count > 3)
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: out + "/" + name))
            #expect(try runs.file(id, name) == bytes, "\(name)")
        }
        #expect(run.digest == SHA256(try runs.file(id, "manifest.json")).hexadecimal)
        let page = await runs.open.get("/tanya/jalan", "id=\(id)")
        #expect(page.text.contains(HTML.escaped(run.answer)))
        #expect(page.text.contains(run.digest))
        let csv = try #require(names.first { $0.hasSuffix(".csv") })
        let table = await runs.open.get("/tanya/tabel.csv", "id=\(id)&tabel=\(csv)")
        #expect(try Data(table.text.utf8) == runs.file(id, csv))
        for name in ["..%2Ferrors.txt", "..%2F..%2Fruns.sqlite", "manifest.json", "lain.csv"] {
            let other = await runs.open.get("/tanya/tabel.csv", "id=\(id)&tabel=\(name)")
            #expect(other.status == 404)
        }
    }

    @Test("A question that the command refuses tells its reason; rules that conflict are an answer")
    func refused() async throws {
        let runs = try OpenRuns()
        defer { runs.remove() }
        let bad = try await runs.ask(
            "\(Self.probolinggo)&soal=sasaran&\(Self.dasar)&tuas=quota.petan")
        let conflict = try await runs.ask(
            "folder=scenarios%2Fjawa-timur&soal=alokasi"
                + "&berkas=scenarios%2Fjawa-timur%2Falokasi-bertentangan.yaml", in: .english)
        let failed = try await runs.run(bad)
        #expect(failed.state == .failed && failed.answer.contains("--outcome"))
        let page = await runs.open.get("/tanya/jalan", "id=\(bad)")
        #expect(page.text.contains(HTML.escaped(failed.answer)))
        let answered = try await runs.run(conflict)
        #expect(answered.state == .done && answered.answer.contains("semua-petani"))
        let told = await runs.open.get("/tanya/jalan", "id=\(conflict)")
        #expect(told.text.contains("semua-petani"))
    }

    @Test("A sweep tells its progress, is stopped, and goes on from there after a restart")
    func stopped() async throws {
        let scenarios = try Self.longSweep()
        defer { try? FileManager.default.removeItem(atPath: scenarios) }
        var first: OpenRuns? = try OpenRuns(scenarios: scenarios)
        let place = try #require(first?.folder)
        defer { try? FileManager.default.removeItem(atPath: place) }
        let id = try await Self.askSweep(try #require(first), scenarios)
        _ = try await first?.run(id) { $0.done > 0 }
        let shown = await first?.open.get("/tanya/kemajuan", "id=\(id)").text
        #expect(shown?.contains("<progress") == true && shown?.contains("data-ended") == false)
        #expect(await first?.open.post("/tanya/henti", "id=\(id)").status == 303)
        let run = try #require(try await first?.run(id))
        #expect(run.state == .stopped && run.total == 200_000 && run.done > 0)
        _ = await first?.open.post("/tanya/catatan", "id=\(id)&catatan=kurang+<lama>")
        first = nil

        let second = try OpenRuns(place, scenarios: scenarios)
        let list = await second.open.get("/tanya", FormFields([("folder", scenarios)]).encoded)
        #expect(list.text.contains("data-state=\"stopped\""))
        #expect(list.text.contains("kurang &lt;lama&gt;"))
        #expect(await second.open.post("/tanya/lanjut", "id=\(id)").status == 303)
        let resumed = try await second.run(id) { $0.state == .running && $0.done > 0 }
        #expect(resumed.done > run.done / 2)
        _ = await second.open.post("/tanya/henti", "id=\(id)")
        #expect(try await second.run(id).state == .stopped)
    }

    @Test("A killed process leaves a question that has broken off, and a history that opens")
    func killed() async throws {
        let scenarios = try Self.longSweep()
        defer { try? FileManager.default.removeItem(atPath: scenarios) }
        let runs = try OpenRuns(scenarios: scenarios)
        defer { runs.remove() }
        let id = try await Self.askSweep(runs, scenarios)
        _ = try await runs.run(id) { $0.done > 0 }
        let workers = try Self.processes(naming: runs.folder)
        #expect(workers.count == 1)
        for worker in workers { kill(worker, SIGKILL) }
        #expect(try await runs.run(id).state == .broken)
        #expect(try FileManager.default.contentsOfDirectory(atPath: runs.folder).count <= 4)
    }

    private static func processes(naming folder: String) throws -> [pid_t] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
            .filter { number in
                let words = FileManager.default.contents(atPath: "/proc/\(number)/cmdline")
                return words.map { String(decoding: $0, as: UTF8.self).contains(folder) } ?? false
            }
    }

    @Test("Two questions side by side say what differs in what they asked and in what came out")
    func compared() async throws {
        let runs = try OpenRuns()
        defer { runs.remove() }
        let form =
            "\(Self.probolinggo)&soal=tahapan"
            + "&berkas=scenarios%2Fkota-probolinggo%2Ftahapan-2026.yaml"
        let first = try await runs.ask(form)
        let same = try await runs.ask(form)
        let path = "\(Self.probolinggo)&soal=jalur-kemiskinan&\(Self.dasar)"
        let small = try await runs.ask(path + "&simulasi=100&benih=1")
        let other = try await runs.ask(path + "&simulasi=100&benih=2")
        for id in [first, same, small, other] {
            #expect(try await runs.run(id).state == .done)
        }
        let equal = await runs.open.get("/tanya/banding", "id=\(first)&id=\(same)")
        #expect(equal.text.contains("Semua angka sama"))
        #expect(equal.text.contains("memakai berkas yang sama"))
        let different = await runs.open.get("/tanya/banding", "id=\(small)&id=\(other)")
        #expect(different.text.contains("angka berbeda"))
        #expect(different.text.contains("Benih simulasi acak"))
        #expect(different.text.contains("Tabel poverty-path"))
        #expect(await runs.open.get("/tanya/banding", "id=\(first)").status == 422)
    }
}
