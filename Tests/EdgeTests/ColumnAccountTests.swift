import Analysis
import Policy
import Testing

@testable import Formats
@testable import Quantities
@testable import Reading
@testable import Welfare

/// Columns that no reader knows: misspelt ones are refused, others told.
@Suite struct ColumnAccountTests {
    private static let header = [
        "region", "segment", "year", "month", "workers_persons", "workers_low", "workers_high",
        "mark", "source", "borrowed_from",
    ]
    private static let row = "35.05,petani,2025,1,1200,900,1500,A,BPS,35"

    /// What is said of a table with this header.
    private static func reading(_ header: [String], _ row: String = row) throws -> [Diagnostic] {
        let text = """
            name: uji
            title: { id: Uji, en: Test }
            extends: dasar.yaml
            regions: [35.05]
            assumptions:
              workers: { table: ./t.csv, column: workers_persons }
            """
        let table = header.joined(separator: ",") + "\n" + row + "\n"
        return try FixtureFolder.reading(
            text, ["dasar.yaml": ScenarioReaderTests.base, "t.csv": table]
        ).diagnostics
    }

    @Test("A sound header says nothing")
    func sound() throws { #expect(try Self.reading(Self.header).isEmpty) }

    @Test(
        "Every optional column is missed when its name has a slip",
        arguments: header.filter { $0 != "workers_persons" })
    func slips(_ column: String) throws {
        let slips = [
            column + "s", column.uppercased(), column.replacing("_", with: " "),
            column.replacing("_", with: "-"), String(column.dropLast()),
            String(column.first.map { "\($0)\($0)" } ?? "") + column.dropFirst(),
        ]
        for slip in slips where slip != column {
            let header = Self.header.map { $0 == column ? slip : $0 }
            let fault = try #require(try Self.reading(header).first { $0.severity == .error })
            #expect(fault.message.english == "column '\(slip)' is unknown")
            #expect(fault.hint?.english.hasPrefix("did you mean '\(column)'?") == true, "\(slip)")
            #expect(fault.position.line == 1)
        }
    }

    @Test(
        "So is the Indonesian word for it, and what public files call it",
        arguments: [
            ("region", "kode_kabupaten_kota"), ("region", "Kode Wilayah"), ("region", "kab_kota"),
            ("region", "nama_kabupaten_kota"), ("region", "Provinsi"), ("region", "kode_provinsi"),
            ("region", "bps_code"), ("region", "Kode Kab/Kota"), ("segment", "segmen"),
            ("year", "tahun"), ("year", "Tahun Anggaran"), ("month", "bulan"),
            ("source", "sumber"), ("mark", "tanda"), ("borrowed_from", "dipinjam_dari"),
        ])
    func words(_ column: String, _ word: String) throws {
        let header = Self.header.map { $0 == column ? word : $0 }
        let fault = try #require(try Self.reading(header).first { $0.severity == .error })
        #expect(fault.message.indonesian == "kolom '\(word)' tidak dikenal")
        #expect(
            fault.hint?.indonesian
                == "maksud Anda '\(column)'? ganti nama kolom '\(word)' bila isinya itu,"
                + " atau buang kolomnya")
    }

    @Test("Other columns are named once in a warning, remarks never")
    func others() throws {
        let found = try Self.reading(
            Self.header + ["kind", "name", "method", "as_of", "note", "Satuan", "workers_old", ""],
            Self.row + ",a,b,c,d,e,f,g,h")
        #expect(found.count == 1)
        #expect(found.first?.severity == .warning)
        #expect(
            found.first?.message.english
                == "columns that are not read: 'kind', 'Satuan', 'workers_old'")
        #expect(
            found.first?.message.indonesian
                == "kolom yang tidak dibaca: 'kind', 'Satuan', 'workers_old'")
    }

    @Test("A column is read where any entry reads it")
    func severalEntries() throws {
        let text = """
            name: uji
            title: { id: Uji, en: Test }
            extends: dasar.yaml
            regions: [35.05]
            levers:
              quota: { table: ./t.csv, column: quota_persons }
              funding.months: { table: ./t.csv, column: months }
            """
        let table =
            "region,segment,quota_persons,months,size\n35.05,petani,1,12,3\n"
            + "35.05,nelayan,1,12,3\n"
        let found = try FixtureFolder.reading(
            text, ["dasar.yaml": ScenarioReaderTests.base, "t.csv": table]
        ).diagnostics
        #expect(
            found.map { $0.message.english } == ["columns that are not read: 'size'"])
    }

    @Test("A table without regions says for whom it is held to be")
    func withoutRegion() throws {
        let one = try Self.reading(["segment", "workers_persons"], "petani,1200")
        #expect(
            one.map(\.message.english) == [
                "this table has no column 'region'; it is held to be for 35.05 Kabupaten Blitar"
            ])
        let both = try Self.reading(["workers_persons"], "1200")
        #expect(
            both.map(\.message.indonesian) == [
                "tabel ini tanpa kolom 'region'; isinya dianggap berlaku untuk"
                    + " 35.05 Kabupaten Blitar, dan penuh bagi tiap-tiap dari 2 segmen"
            ])
    }

    @Test("Totals without a column of segments say that each of several gets them in full")
    func withoutSegment() throws {
        let found = try Self.reading(["region", "workers_persons"], "35.05,1200")
        #expect(
            found.map(\.message.english) == [
                "this table has no column 'segment'; it is held to be, in full, for each of:"
                    + " petani, nelayan"
            ])
        #expect(
            found.map(\.message.indonesian) == [
                "tabel ini tanpa kolom 'segment'; isinya dianggap berlaku penuh bagi"
                    + " masing-masing: petani, nelayan"
            ])
        #expect(found.first?.severity == .warning)
        #expect(found.first?.hint?.indonesian == "tambahkan kolom 'segment'")
    }

    @Test(
        "A range with one end is told, be it the column or the cell that lacks",
        arguments: [
            (["region", "segment", "workers_persons", "workers_low"], "35.05,petani,9,8", "1:32"),
            (["region", "segment", "workers_persons", "high"], "35.05,petani,9,10", "1:32"),
            (
                ["region", "segment", "workers_persons", "workers_low", "workers_high"],
                "35.05,petani,9,8,", "2:16"
            ),
            (
                ["region", "segment", "workers_persons", "workers_low", "workers_high"],
                "35.05,petani,9,,10", "2:17"
            ),
        ])
    func halfRanges(_ header: [String], _ row: String, _ place: String) throws {
        let fault = try #require(try Self.reading(header, row).first { $0.severity == .error })
        #expect("\(fault.position.line):\(fault.position.column)" == place)
        #expect(fault.message.english == "this range has only one of its ends")
        #expect(fault.message.indonesian == "rentang ini hanya punya satu ujung")
        #expect(
            fault.hint?.english == "fill both columns, '_low' and '_high', or leave both empty")
    }

    @Test(
        "Household files too",
        arguments: [
            ("size", "sizes"), ("psu", "psus"), ("stratum", "strata"), ("size", "Size"),
            ("stratum", "stratums"),
        ])
    func households(_ column: String, _ slip: String) throws {
        let header = ["consumption", "weight", "size", "stratum", "psu"]
            .map { $0 == column ? slip : $0 }.joined(separator: ",")
        let text = header + "\n100,1,4,a,1\n110,2,3,a,2\n"
        try FixtureFolder.inFolder(["h.csv": text]) { folder in
            let error = #expect(throws: InputFaults.self) {
                try HouseholdSurvey.read("h.csv", line: "125", files: SourceFiles(root: folder))
            }
            #expect(
                error?.diagnostics.first?.message.english == "column '\(slip)' is unknown")
            #expect(
                error?.diagnostics.first?.hint?.english.hasPrefix("did you mean '\(column)'?")
                    == true)
        }
    }

    @Test("A household file names its other columns, and is read")
    func householdNotes() throws {
        let text = "consumption,weight,size,pulau\n100,1,4,Jawa\n110,2,3,Jawa\n"
        try FixtureFolder.inFolder(["h.csv": text]) { folder in
            let file = try HouseholdSurvey.read(
                "h.csv", line: "125", files: SourceFiles(root: folder))
            #expect(
                file.warnings.map(\.message.english) == ["columns that are not read: 'pulau'"])
            #expect(file.value.sample.persons == 10)
        }
    }
}
