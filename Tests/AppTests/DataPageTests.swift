import Analysis
import Foundation
import Policy
import Quantities
import Reading
import Reporting
import Testing

@testable import Formats
@testable import LindungApp

/// The page on which inputs are accepted and files are sent.
@Suite struct DataPageTests {
    /// A folder of scenarios that goes away with its owner.
    private final class Place {
        let path = NSTemporaryDirectory() + "data-" + UUID().uuidString
        let open: OpenDesk
        let query: String

        init() throws {
            try FileManager.default.createDirectory(
                atPath: path + "/kota", withIntermediateDirectories: true)
            let text = """
                name: dasar
                title: { id: Mulai, en: Start }
                extends: \(OpenDesk.root)/scenarios/kota-probolinggo/dasar.yaml

                """
            try text.write(toFile: path + "/kota/dasar.yaml", atomically: true, encoding: .utf8)
            open = OpenDesk(path)
            query = FormFields([("folder", path + "/kota"), ("s", "dasar")]).encoded
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func text(_ name: String) -> String? {
            try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
        }

        /// Sends a file; the query of the page on which its columns are chosen.
        func send(_ name: String, _ bytes: [UInt8]) async throws -> String {
            let sent = await open.send(query, name, bytes)
            try #require(sent.status == 303, "\(sent.text)")
            return String(sent.text.drop { $0 != "?" }.dropFirst())
        }
    }

    private static let table = """
        kode_kabupaten;segmen;tahun;jumlah_pekerja;sumber_data
        35.74;petani;2025;4.250;Dinas Pertanian
        35.74;ojek;2025;1.100;Dinas Perhubungan

        """

    private static let columns =
        "jenis=workers&periksa=1&angka=id&kolom.region=0&kolom.segment=1&kolom.year=2"
        + "&kolom.value=3&kolom.source=4"

    @Test("What waits is listed, accepted by name, and the file is the command's")
    func accepts() async throws {
        let place = try Place()
        let page = await place.open.get("/data", place.query)
        #expect(page.status == 200)
        #expect(page.text.contains("data-input=\"workers\""))
        #expect(page.text.contains("value=\"workers\""))
        let none = await place.open.post(
            "/data/terima", place.query + "&nama=Kepala+Bidang&lingkup=pilihan")
        #expect(none.status == 422)
        let nameless = await place.open.post(
            "/data/terima", place.query + "&nama=+&masukan=workers")
        #expect(nameless.status == 422 && nameless.text.contains("--name"))
        #expect(place.text("kota/dasar.accepted.csv") == nil)
        let done = await place.open.post(
            "/data/terima",
            place.query + "&nama=Kepala+Bidang,+Bappeda&sebab=%3D1%2B1&masukan=workers")
        #expect(done.status == 303)
        let text = try #require(place.text("kota/dasar.accepted.csv"))
        #expect(text.hasPrefix("input,value,digest,mark,name,date,reason\nworkers,"))
        #expect(text.contains("\"Kepala Bidang, Bappeda\",\(Workspace.today),'=1+1"))
        let after = await place.open.get("/data", place.query)
        #expect(after.text.contains("Kepala Bidang, Bappeda, \(Workspace.today)"))
        #expect(!after.text.contains("name=\"masukan\" value=\"workers\""))
        let all = await place.open.post(
            "/data/terima", place.query + "&nama=Kepala+Bidang&lingkup=semua", in: .english)
        #expect(all.status == 303)
        #expect(await place.open.get("/data", place.query).text.contains("0 dari "))
        let draft = await OpenDesk.shipped.get(
            "/laporan.html", "folder=scenarios%2Fkota-probolinggo&s=dasar")
        #expect(draft.text.contains("Draf: ") && !draft.text.contains("--final"))
        let final = await place.open.get("/laporan.html", place.query)
        #expect(final.text.contains("Final: semua") && final.text.contains(" --final"))
        #expect(await place.open.get("/", place.query).text.contains("--final --out laporan.pdf"))
    }

    @Test("Columns of other names are proposed, checked, and become a scenario")
    func maps() async throws {
        let place = try Place()
        let query = try await place.send("Pekerja dinas.csv", Array(Self.table.utf8))
        let chooser = await place.open.get("/data/kiriman", query)
        #expect(chooser.text.contains("<option value=\"workers\" selected>"))
        for (column, header) in [
            ("region", 0), ("segment", 1), ("year", 2), ("value", 3), ("source", 4),
        ] {
            let select = chooser.text.components(separatedBy: "name=\"kolom.\(column)\"").last ?? ""
            let part = select.components(separatedBy: "</select>")[0]
            #expect(part.contains("value=\"\(header)\" selected"), "\(column): \(part)")
        }
        let checked = await place.open.post("/data/periksa", query + "&" + Self.columns)
        #expect(checked.status == 200, "\(checked.text)")
        #expect(checked.text.contains("2 baris terbaca tanpa kesalahan"))
        #expect(place.text("kota/pekerja-dinas.csv") == nil)
        let saved = await place.open.post(
            "/data/simpan", query + "&" + Self.columns + "&nama=pekerja-dinas")
        #expect(saved.status == 303, "\(saved.text)")
        #expect(
            place.text("kota/pekerja-dinas.csv")
                == "region,segment,year,value,source\n35.74,petani,2025,4250,Dinas Pertanian\n"
                + "35.74,ojek,2025,1100,Dinas Perhubungan\n")
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: OpenDesk.root))
        let policy = try workspace.policy(place.path + "/kota/pekerja-dinas.yaml").value
        let workers = try #require(Parameters.definition("workers"))
        let region = try #require(RegionCode("35.74"))
        let step = policy.settings(workers, member: "petani", region: region)?.steps.first
        #expect(step?.value.number == 4250)
        #expect(step?.provenance.source == "Dinas Pertanian")
        #expect(await place.open.get("/", String(saved.text.dropFirst(2))).status == 200)
        let again = await place.open.post(
            "/data/simpan", query + "&" + Self.columns + "&nama=pekerja-dinas")
        #expect(again.status == 422 && again.text.contains("tidak ada yang ditimpa"))
    }

    @Test("Every fault is told at the line that was sent, and nothing is kept")
    func faults() async throws {
        let place = try Place()
        let text = Self.table + "35.74;petanni;2025;900;x\n35.99;ojek;2025;sembilan;x\n"
        let query = try await place.send("x.csv", Array(text.utf8))
        let numbers = await place.open.post("/data/periksa", query + "&" + Self.columns)
        #expect(numbers.status == 422)
        #expect(numbers.text.contains("x.csv:5:17"), "\(numbers.text)")
        let words = Self.table + "35.74;petanni;2025;900;x\n"
        let other = try await place.send("y.csv", Array(words.utf8))
        let told = await place.open.post("/data/periksa", other + "&" + Self.columns)
        #expect(told.status == 422)
        #expect(told.text.contains("y.csv:4:7"), "\(told.text)")
        #expect(told.text.contains("petani"))
        let missing = await place.open.post(
            "/data/periksa", other + "&jenis=workers&periksa=1&kolom.region=0")
        #expect(missing.status == 422 && missing.text.contains("belum ada kolom"))
        let refused = await place.open.post(
            "/data/simpan", other + "&" + Self.columns + "&nama=../../x")
        #expect(refused.status == 422)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.path + "/kota").count == 1)
    }

    @Test("Faults of a workbook are told by sheet and cell; percentages and merged cells too")
    func workbook() async throws {
        let place = try Place()
        var sheet = Sheet("Data dinas")
        sheet[0, 0] = .text("Pekerja 2025", SheetCell.Style())
        for (column, name) in ["Kode wilayah", "Segmen", "Jumlah pekerja"].enumerated() {
            sheet[2, column] = .text(name, SheetCell.Style())
        }
        sheet[3, 0] = .number(35.74, SheetCell.Style())
        sheet[3, 1] = .text("petani", SheetCell.Style())
        sheet[3, 2] = .number(4250, SheetCell.Style())
        sheet[4, 0] = .number(35.74, SheetCell.Style())
        sheet[4, 1] = .text("ojeg", SheetCell.Style())
        sheet[4, 2] = .text("1.100 kurang lebih", SheetCell.Style())
        let bytes = try Workbook(title: "x", [sheet]).bytes()
        let query = try await place.send("dinas.xlsx", bytes)
        let columns = "&jenis=workers&periksa=1&kolom.region=0&kolom.segment=1&kolom.value=2"
        let told = await place.open.post("/data/periksa", query + columns)
        #expect(told.status == 422)
        #expect(told.text.contains("dinas.xlsx: Data dinas!C5"), "\(told.text)")
        sheet[4, 2] = .number(1100, SheetCell.Style())
        let second = try await place.send(
            "dinas.xlsx", try Workbook(title: "x", [sheet]).bytes())
        let words = await place.open.post("/data/periksa", second + columns)
        #expect(words.text.contains("dinas.xlsx: Data dinas!B5"), "\(words.text)")
        #expect(words.text.contains("ojek"))
        sheet[4, 1] = .text("ojek", SheetCell.Style())
        let third = try await place.send(
            "dinas.xlsx", try Workbook(title: "x", [sheet]).bytes())
        let sound = await place.open.post("/data/periksa", third + columns)
        #expect(sound.status == 200, "\(sound.text)")
    }

    @Test("A form that a region filled in becomes a folder beside the others")
    func form() async throws {
        let place = try Place()
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: OpenDesk.root))
        let form = try workspace.formBaseline("35.74", at: "dasar.yaml", in: .indonesian).form
        let workbook = form.workbook(workspace.catalogue.regions, in: .indonesian)
        let query = try await place.send("Isian Kota.xlsx", try workbook.bytes())
        let page = await place.open.get("/data/kiriman", query)
        #expect(page.status == 200)
        #expect(page.text.contains("Isian Kota Probolinggo"))
        #expect(page.text.contains("value=\"isian-kota\""))
        let saved = await place.open.post("/data/simpan", query + "&nama=isian-kota")
        #expect(saved.status == 303, "\(saved.text)")
        #expect(place.text("isian-kota/isian.yaml") != nil)
        #expect(place.text("isian-kota/manifest.json") != nil)
        #expect(await place.open.get("/", String(saved.text.dropFirst(2))).status == 200)
        let again = await place.open.post("/data/simpan", query + "&nama=isian-kota")
        #expect(again.status == 422 && again.text.contains("tidak ada yang ditimpa"))
    }

    @Test("Damaged, hostile and empty files are refused with a reason, and the page goes on")
    func hostile() async throws {
        let place = try Place()
        var sheet = Sheet("x")
        sheet[0, 0] = .text("a", SheetCell.Style())
        let sound = try Workbook(title: "x", [sheet]).bytes()
        let cases: [(String, [UInt8], String)] = [
            ("potong.xlsx", Array(sound.prefix(sound.count / 2)), "buku kerja"),
            ("lama.xls", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4], "format lama"),
            ("kosong.csv", [], "kosong"),
            ("biner.csv", [0xFF, 0xFE, 0x00, 0x41, 0x0A], "UTF-8"),
            ("satu-sel.xlsx", sound, "judul kolom"),
            ("kutip.csv", Array("a,b\n\"1,2\n".utf8), "kutip"),
        ]
        for (name, bytes, said) in cases {
            let sent = await place.open.send(place.query, name, bytes)
            #expect(sent.status == 422, "\(name)")
            #expect(sent.text.contains(said), "\(name): \(sent.text)")
        }
        let none = await place.open.post("/data/unggah", place.query)
        #expect(none.status == 422)
        #expect(await place.open.get("/data/kiriman", place.query + "&id=lain").status == 404)
        #expect(await place.open.get("/data", place.query).status == 200)
    }
}
