import Foundation
import Quantities
import Testing

@testable import Formats

/// JSON as other programs read it.
@Suite struct JSONWriterTests {
    @Test func tablesHaveTypedRows() throws {
        let bytes = JSONWriter.bytes(CSVWriterTests.table)
        let json = try JSONSerialization.jsonObject(with: Data(bytes))
        let table = try #require(json as? [String: Any])
        #expect(table["name"] as? String == "contoh")
        let columns = try #require(table["columns"] as? [[String: Any]])
        #expect(columns[0]["key"] as? Bool == true)
        #expect(columns[2]["unit"] as? String == "Rp")
        let rows = try #require(table["rows"] as? [[String: Any]])
        #expect(rows.count == 4)
        #expect(rows[0]["cost_rp"] as? Int == 16_800)
        #expect(rows[0]["share"] as? Double == 0.1)
        #expect(rows[1]["share"] is NSNull)
        #expect(rows[3]["segment"] as? String == "dua\nbaris")
    }

    @Test func everyControlCharacterIsEscaped() throws {
        let text = String(String.UnicodeScalarView((0..<0x80).compactMap(Unicode.Scalar.init)))
        var json = JSONWriter()
        json.array { $0.value(text + "é🌾") }
        let read = try JSONSerialization.jsonObject(with: Data(json.bytes))
        #expect(read as? [String] == [text + "é🌾"])
    }

    @Test func piecesAreTheWhole() throws {
        func write(_ drain: Bool) -> [UInt8] {
            var json = JSONWriter()
            var bytes: [UInt8] = []
            json.object { json in
                json.member("a", 1)
                if drain { bytes += json.drain() }
                json.member("b", [0.5, .infinity])
                json.key("c")
                json.object { _ in }
            }
            json.finish()
            return bytes + json.drain()
        }
        #expect(write(true) == write(false))
        #expect(
            String(decoding: write(false), as: UTF8.self) == """
                {
                  "a": 1,
                  "b": [0.5, null],
                  "c": {}
                }

                """)
    }
}
