import Analysis
import Foundation
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading
@testable import Reporting

/// Forms as they are written, returned and read back.
@Suite struct FormImportTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let workspace = Result {
        try Workspace(asked: nil, files: SourceFiles(root: root))
    }
    private static let malang = Result {
        try workspace.get().formBaseline("35.07", at: "dasar.yaml", in: .indonesian).form
    }

    /// The sheets of a form, as it is sent out.
    private func sheets(_ form: RegionForm, in language: Language = .indonesian) throws
        -> [ReadSheet]
    {
        let workbook = form.workbook(
            try Self.workspace.get().catalogue.regions, in: language)
        return try ReadSheet.sheets(of: Data(try workbook.bytes()))
    }

    private func read(
        _ sheets: [ReadSheet], _ form: RegionForm, locale: NumberLocale = .indonesian
    ) -> (answers: FormAnswers, found: [Diagnostic]) {
        let session = ReadingSession(files: SourceFiles(root: Self.root))
        let reader = FormReader(form, file: "isian.xlsx", locale: locale, session: session)
        let answers = reader.read(sheets)
        return (answers, session.diagnostics)
    }

    /// The form's sheet of a kind, with its cells changed.
    private func changed(
        _ kind: FormSheet.Kind, _ change: (inout ReadSheet) -> Void
    ) throws -> (answers: FormAnswers, found: [Diagnostic]) {
        let form = try Self.malang.get()
        var sheets = try sheets(form)
        let index = try #require(sheets.firstIndex { $0.name == kind.title.indonesian })
        change(&sheets[index])
        return read(sheets, form)
    }

    /// What the changes set, by key and month.
    private func told(_ answers: FormAnswers) -> [String] {
        answers.changes.map { "\($0.cell.name) = \($0.value) \($0.until.map { "\($0)" } ?? "")" }
    }

    @Test("A form that comes back unchanged changes nothing, in either language")
    func unchanged() throws {
        let workspace = try Self.workspace.get()
        for code in ["35.07", "35.74", "62.02"] {
            let form = try workspace.formBaseline(code, at: "dasar.yaml", in: .english).form
            for language in Language.allCases {
                let (answers, found) = read(try sheets(form, in: language), form)
                #expect(found == [], "\(code)")
                #expect(answers.changes.isEmpty && answers.missing == 0, "\(code)")
                #expect(answers.unchanged > 200, "\(code)")
            }
        }
    }

    @Test("A province's form has rows for each regency, and comes back as it was or with changes")
    func province() throws {
        let workspace = try Self.workspace.get()
        let form = try workspace.formBaseline("62", at: "dasar.yaml", in: .indonesian).form
        #expect(form.places.count == 14)
        for language in Language.allCases {
            let (answers, found) = read(try sheets(form, in: language), form)
            #expect(found == [])
            #expect(answers.changes.isEmpty && answers.missing == 0)
        }
        var sheets = try sheets(form)
        let place = try #require(
            sheets.firstIndex { $0.name == FormSheet.Kind.workers.title.indonesian })
        let rows = sheets[place].lines.map(\.row).filter {
            sheets[place].cells[CellPlace($0, 2)] == .text("petani")
        }
        #expect(rows.count == 14)
        sheets[place].cells[CellPlace(rows[3], 4)] = .number(777, isPercentage: false)
        // As a spreadsheet program keeps a code that looks like a number.
        let code = try #require(form.places.first { $0.code == "62.03" })
        sheets[place].cells[CellPlace(rows[2], 0)] = .number(62.03, isPercentage: false)
        sheets[place].cells[CellPlace(rows[2], 4)] = .text("888")
        let (answers, found) = read(sheets, form)
        #expect(found == [])
        #expect(
            Set(told(answers).map { $0.trimmingCharacters(in: .whitespaces) }) == [
                "workers.petani@\(code) = number(888.0)",
                "workers.petani@\(form.places[3]) = number(777.0)",
            ])
        sheets[place].cells[CellPlace(rows[0], 0)] = nil
        sheets[place].cells[CellPlace(rows[0], 1)] = nil
        sheets[place].cells[CellPlace(rows[1], 0)] = .text("35.07")
        let faults = read(sheets, form).found.map { $0.rendered(in: .indonesian) }
        #expect(faults.count == 2)
        #expect(faults.joined().contains("baris ini tidak menyebut daerahnya"))
        #expect(faults.joined().contains("'petani' untuk daerah 35.07 tidak ada"))
    }

    @Test("The scenario of an unchanged form comes to the baseline, to the rupiah")
    func sameResults() throws {
        let workspace = try Self.workspace.get()
        for code in ["35.07", "62.71", "62"] {
            let (form, text) = try workspace.formBaseline(code, at: "dasar.yaml", in: .indonesian)
            let (answers, _) = read(try sheets(form), form)
            let files =
                [(name: "dasar.yaml", text: text)] + answers.scenarioFiles("x")
            #expect(files.count == 2)
            let (base, filled) = try results(files)
            for (a, b) in zip(base.tables, filled.tables) {
                let isSame = CSVWriter.bytes(a) == CSVWriter.bytes(b)
                #expect(isSame, "\(code) \(a.name)")
            }
        }
    }

    /// The results of the baseline and of the scenario in files that are not written.
    private func results(
        _ files: [(name: String, text: String)]
    ) throws -> (ScenarioResult, ScenarioResult) {
        let workspace = try Self.workspace.get()
        // Tests run side by side and share what the workspace has read.
        let folder = UUID().uuidString + "/"
        for file in files {
            workspace.files.lay(Array(file.text.utf8), at: folder + file.name)
        }
        defer { for file in files { workspace.files.forget(folder + file.name) } }
        func result(_ name: String) throws -> ScenarioResult {
            try ScenarioResult(try workspace.policy(folder + name).value, law: workspace.law)
        }
        return (try result("dasar.yaml"), try result("isian.yaml"))
    }

    @Test("As people return it")
    func asReturned() throws {
        let form = try Self.malang.get()
        var quotas = ReadSheet(name: "Rekap final (2)", isHidden: false)
        quotas.cells = [
            CellPlace(0, 0): .text("REKAPITULASI KUOTA"),
            CellPlace(3, 0): .text("No"), CellPlace(3, 1): .text("Nama segmen"),
            CellPlace(3, 2): .text("KODE "), CellPlace(3, 3): .text("Kuota\n2027"),
            CellPlace(3, 4): .date(year: 2026, month: 1, day: 1),
            CellPlace(3, 5): .text("Keterangan"), CellPlace(3, 6): .text("Sumber Anda"),
            CellPlace(3, 7): .text("tanda"),
            // A farmer row with texts, and one whose code was deleted.
            CellPlace(5, 2): .text("Petani "), CellPlace(5, 3): .text("1.200 orang"),
            CellPlace(5, 4): .text("20.000"), CellPlace(5, 6): .text("SK Bupati 12/2026"),
            CellPlace(5, 7): .text("v1"),
            CellPlace(6, 2): .text("Nelayan"), CellPlace(6, 3): .text("12,5 %"),
            CellPlace(6, 4): .number(0, isPercentage: false),
            CellPlace(9, 2): .text("JUMLAH"), CellPlace(9, 3): .number(99, isPercentage: false),
            CellPlace(11, 0): .text("Malang, 3 Maret 2026"),
        ]
        var ceilings = ReadSheet(name: "Sheet1", isHidden: false)
        ceilings.cells = [
            CellPlace(0, 0): .text("Kode"), CellPlace(0, 1): .text("Pagu 2026"),
            CellPlace(1, 0): .text("dbh-cht"), CellPlace(1, 1): .text("Rp 1.500.000.000,-"),
        ]
        ceilings.merged = [CellRange(CellPlace(1, 1), CellPlace(1, 2))]
        ceilings.cells[CellPlace(0, 2)] = .number(2027, isPercentage: false)
        let (answers, found) = read([quotas, ceilings], form)
        #expect(found.map(\.severity) == [.warning, .warning, .warning, .warning])
        #expect(
            told(answers) == [
                "quota.nelayan@35.07 2027-01 = share(0.125) 2027-12",
                "quota.petani@35.07 2026-01 = heads(20000.0) 2026-12",
                "quota.petani@35.07 2027-01 = heads(1200.0) 2027-12",
                "purse.ceiling.dbh-cht@35.07 2026-01 = number(1500000000.0) 2026-12",
                "purse.ceiling.dbh-cht@35.07 2027-01 = number(1500000000.0) 2027-12",
            ])
        #expect(answers.changes[1].mark == .primary)
        #expect(answers.changes[1].source == "SK Bupati 12/2026")
        #expect(answers.unchanged == 1)
    }

    @Test("Only what was changed is set, and years between stay as they are")
    func onlyChanges() throws {
        let result = try changed(.quotas) { sheet in
            let row =
                sheet.lines.map(\.row).first { sheet.cells[CellPlace($0, 0)] == .text("petani") }
                ?? 0
            sheet.cells[CellPlace(row, 3)] = .number(20_000, isPercentage: false)
            sheet.cells[CellPlace(row, 4)] = .number(21_000, isPercentage: false)
            sheet.cells[CellPlace(row, 7)] = .number(500, isPercentage: false)
        }
        #expect(result.found == [])
        let files = result.answers.scenarioFiles("Kabupaten Malang")
        #expect(
            files[0].text == """
                # isian.xlsx: hanya sel yang diubah menjadi pengaturan; only changed cells are set.
                name: isian
                title:
                  id: "Kabupaten Malang, menurut isian"
                  en: "Kabupaten Malang, as filled in"
                extends: dasar.yaml
                packages: [isian-2.yaml]

                levers:
                  quota.petani@35.07:
                    values:
                      2026-01: 20000
                      2027-01: 21000
                    until: 2027-12
                    mark: A
                    source: "isian.xlsx: Kuota!D14 E14"

                """)
        #expect(
            files[1].text == """
                package: isian-2

                levers:
                  quota.petani@35.07:
                    from: 2030-01
                    value: 500
                    mark: A
                    source: "isian.xlsx: Kuota!H14"

                """)
        try checkYears(files)
    }

    /// The quotas that the files come to.
    private func checkYears(_ files: [(name: String, text: String)]) throws {
        let text = try Self.workspace.get().formBaseline(
            "35.07", at: "dasar.yaml", in: .indonesian
        ).text
        let (_, filled) = try results([("dasar.yaml", text)] + files)
        let quota = filled.policy.timeline(
            Parameters.quota, SegmentID("petani"), RegionCode("35.07")!)
        let years = (2025...2030).map { quota[Month($0, 6)] }
        #expect(
            years == [.heads(0), .heads(20_000), .heads(21_000), .heads(0), .heads(0), .heads(500)])
    }

    @Test("Every fault by sheet and cell, all at once")
    func faults() throws {
        let (_, found) = try changed(.quotas) { sheet in
            sheet.cells[CellPlace(4, 2)] = .error("#N/A")
            sheet.cells[CellPlace(4, 3)] = .text("banyak")
            sheet.cells[CellPlace(4, 4)] = .number(-5, isPercentage: false)
            sheet.cells[CellPlace(5, 2)] = .date(year: 2026, month: 2, day: 1)
            sheet.cells[CellPlace(5, 3)] = .number(50, isPercentage: true)
            sheet.cells[CellPlace(5, 4)] = .notComputed
            sheet.cells[CellPlace(6, 2)] = .number(10.5, isPercentage: false)
            sheet.cells[CellPlace(6, 9)] = .text("V9")
            sheet.cells[CellPlace(7, 0)] = .text("bpdd")
            sheet.cells[CellPlace(7, 1)] = nil
            sheet.merged = [CellRange(CellPlace(8, 2), CellPlace(9, 2))]
        }
        let expected = """
            isian.xlsx: Kuota!C5: galat: sel ini berisi galat #N/A, bukan angka
            isian.xlsx: Kuota!D5: galat: 'banyak' bukan angka
              petunjuk: di sini berlaku locale id-ID: tulis seperti 1355,90
            isian.xlsx: Kuota!E5: galat: kuota -5 di luar 0 sampai 1.000.000.000
            isian.xlsx: Kuota!C6: galat: sel ini berisi tanggal 1-2-2026, bukan angka
              petunjuk: ubah format sel menjadi angka, lalu tulis angkanya lagi
            isian.xlsx: Kuota!D6: galat: kuota 50 di luar 0 sampai 1
              petunjuk: sel ini berformat persen; ubah formatnya menjadi angka bila \
            maksudnya orang
            isian.xlsx: Kuota!E6: galat: rumus di sel ini belum dihitung
              petunjuk: buka dan simpan berkas di Excel atau LibreOffice
            isian.xlsx: Kuota!J7: galat: tanda 'V9' tidak dikenal
              petunjuk: pilihan: V1, V2, M, C, D, gap, A
            isian.xlsx: Kuota!C7: galat: 10,5 orang bukan bilangan bulat
              petunjuk: bulatkan menjadi 11
            isian.xlsx: Kuota!A8: galat: baris 'bpdd' tidak dikenal di formulir ini
              petunjuk: maksud Anda 'bpd'?
            isian.xlsx: Kuota!C9: galat: sel gabungan C9:C10 mencakup beberapa baris, \
            sehingga nilainya tidak jelas milik siapa
              petunjuk: pisahkan selnya dan isi tiap baris
            """
        #expect(found.rendered(in: .indonesian) == expected)
        let english = found.map { $0.rendered(in: .english) }.joined(separator: "\n")
        #expect(!english.contains("sel ") && english.contains("holds the error #N/A"))
    }

    @Test("Opening shares above 100 %, the same cell twice, a year outside")
    func sums() throws {
        let opening = try changed(.opening) { sheet in
            sheet.cells[CellPlace(4, 2)] = .number(0.9, isPercentage: true)
            sheet.cells[CellPlace(4, 3)] = .text("20 %")
        }
        #expect(
            opening.found.map { $0.rendered(in: .indonesian) } == [
                "isian.xlsx: Cakupan awal!D5: galat: bagian awal Kepala dan perangkat desa"
                    + " berjumlah 125,0 %, lebih dari 100 %"
            ])
        let twice = try changed(.quotas) { sheet in
            sheet.cells[CellPlace(30, 0)] = .text("petani")
            sheet.cells[CellPlace(30, 2)] = .number(7, isPercentage: false)
            sheet.cells[CellPlace(3, 7)] = .text("Kuota 2031")
        }
        #expect(
            twice.found.map { "\($0.position)" }.contains("isian.xlsx: Kuota!C31"))
        #expect(
            twice.found.first?.rendered(in: .english)
                == """
                isian.xlsx: Kuota!H5: error: column 'Quota 2031' is not in this form
                  hint: years of the form: 2025–2030
                """)
    }

    @Test("A workbook that is no form, and a region that has none")
    func notAForm() throws {
        let form = try Self.malang.get()
        let (_, found) = read([ReadSheet(name: "A", isHidden: false)], form)
        #expect(
            found.rendered(in: .indonesian) == """
                isian.xlsx: galat: tidak ada lembar dengan judul kolom formulir isian
                  petunjuk: mulai dari 'lindung template --region 35.07'
                """)
        #expect(throws: InputFaults.self) {
            try Self.workspace.get().formBaseline("00", at: "x.yaml", in: .english)
        }
    }
}
