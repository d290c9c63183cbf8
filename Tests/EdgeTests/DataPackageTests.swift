import Analysis
import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reporting

/// What `datapackage.json` says of tables, read by Foundation's JSON and held against the tables.
@Suite struct DataPackageTests {
    private struct Row {
        var region = "35.10"
        var year = 2026
        var money = Rupiah(5)
        var share = 0.25
    }

    private static func table(_ rows: [Row] = [Row()]) -> ResultTable {
        ResultTable("uji", rows) {
            Key("region", \.region)
            Key("year", \.year)
            Column("paid_rp", .rupiah, \.money)
            Column("protected_share", .share, \.share)
            Column(
                "csr_rp", .rupiah, meaning: Phrase(id: "dibayar CSR", en: "paid by CSR"), \.money)
            Column("note", .word) { _ in "" }
            Column("value", .factor) { _ in 1.5 }
        }
    }

    /// The first resource of a package of one table.
    private static func resource(
        _ format: TableFormat, _ marks: CSVMarks = .plain, in language: Language = .english
    ) throws -> [String: Any] {
        var package = DataPackage(
            name: "run", title: Phrase(id: "Uji", en: "Test"), in: language,
            meaning: ColumnName.meaning)
        let table = table()
        let bytes = format.bytes(table, in: language, marks: marks)
        package.add(table, bytes, as: "uji." + format.fileExtension, format.form(marks))
        let read = try JSONSerialization.jsonObject(with: Data(package.bytes))
        let object = try #require(read as? [String: Any])
        #expect(object["name"] as? String == "run")
        #expect(object["title"] as? String == (language == .english ? "Test" : "Uji"))
        let resources = try #require(object["resources"] as? [[String: Any]])
        #expect(resources.count == 1)
        #expect(resources[0]["bytes"] as? Int == (format == .json ? nil : bytes.count))
        #expect(resources[0]["hash"] as? String == "sha256:" + SHA256(bytes).hexadecimal)
        return resources[0]
    }

    private static func fields(_ resource: [String: Any]) throws -> [[String: Any]] {
        let schema = try #require(resource["schema"] as? [String: Any])
        #expect(schema["primaryKey"] as? [String] == ["region", "year"])
        #expect(schema["missingValues"] as? [String] == [""])
        return try #require(schema["fields"] as? [[String: Any]])
    }

    @Test("Types, units and meanings are those of the columns")
    func columns() throws {
        let fields = try Self.fields(Self.resource(.csv))
        #expect(fields.map { $0["name"] as? String } == Self.table().columns.map(\.name))
        let types = ["string", "integer", "integer", "number", "integer", "string", "number"]
        #expect(fields.map { $0["type"] as? String } == types)
        let units = [nil, nil, "Rp", "share", "Rp", nil, nil]
        #expect(fields.map { $0["unit"] as? String } == units)
        let meanings = fields.map { $0["meaning"] as? [String: String] ?? [:] }
        #expect(meanings[2] == ["id": "terbayar (rupiah)", "en": "paid (rupiah)"])
        #expect(meanings[4] == ["id": "dibayar CSR (rupiah)", "en": "paid by CSR (rupiah)"])
        #expect(fields[2]["title"] as? String == "paid")
        let indonesian = try Self.fields(Self.resource(.csv, in: .indonesian))
        #expect(indonesian[2]["title"] as? String == "terbayar")
        #expect(indonesian[2]["meaning"] as? [String: String] == meanings[2])
    }

    @Test("Marks of a spreadsheet are told")
    func marks() throws {
        let plain = try Self.resource(.csv)
        #expect(plain["dialect"] as? [String: String] == ["delimiter": ","])
        #expect(try Self.fields(plain).allSatisfy { $0["decimalChar"] == nil })
        let marked = try Self.resource(.csv, .indonesian)
        #expect(marked["dialect"] as? [String: String] == ["delimiter": ";"])
        #expect(
            try Self.fields(marked).map { $0["decimalChar"] as? String }
                == [nil, nil, nil, ",", nil, nil, ","])
    }

    @Test("JSON names its rows, and what is for people has no schema")
    func forms() throws {
        let json = try Self.resource(.json)
        #expect(json["format"] as? String == "json")
        let dialect = try #require(json["dialect"] as? [String: [String: Any]])
        #expect(dialect["json"]?["property"] as? String == "rows")
        #expect(try Self.fields(json).count == 7)
        let text = try Self.resource(.md)
        #expect(text["schema"] == nil && text["profile"] as? String == "data-resource")
    }

    @Test(
        "Columns named after inputs and outcomes are read as those",
        arguments: [
            ("quota.petani scale 2027-01", "faktor kuota petani sejak 2027-01"),
            ("purse.ceiling.dbh-cht scale 2026-01", "faktor pagu dbh-cht sejak 2026-01"),
            ("public_bill_rp 2027", "kebutuhan iuran 2027"),
            ("expected_regret_rp", "penyesalan rata-rata"),
            ("law.bpu.jkm.amount", "hukum bpu.jkm.amount"),
        ])
    func named(_ name: String, _ meaning: String) {
        let table = ResultTable("uji", [1.0]) { Column(name, .rupiah, \.self) }
        #expect(ColumnName.meaning(of: table.columns[0]).indonesian == meaning)
    }
}
