import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reporting

/// Tables of two runs are held against each other by their keys.
@Suite struct TableDifferenceTests {
    private struct Row {
        let year: Int
        let cost: Rupiah
        let share: Double
    }

    /// A table as it comes back from JSON.
    private static func table(_ rows: [Row]) throws -> ShownTable {
        let table = ResultTable("purses", rows) {
            Key("year", \.year)
            Column("paid_rp", .rupiah, \.cost)
            Column("coverage_share", .share, \.share)
        }
        return try JSONDecoder().decode(ShownTable.self, from: Data(JSONWriter.bytes(table)))
    }

    @Test("Rows of one key are compared, whatever their order; others are counted")
    func aligned() throws {
        let before = try Self.table([
            Row(year: 2026, cost: Rupiah(1000), share: 0.25),
            Row(year: 2027, cost: Rupiah(2000), share: .nan),
        ])
        let after = try Self.table([
            Row(year: 2028, cost: Rupiah(1), share: 0.1),
            Row(year: 2027, cost: Rupiah(2000), share: .nan),
            Row(year: 2026, cost: Rupiah(3500), share: 0.3),
        ])
        let found = TableDifference(from: before, to: after, in: .indonesian)
        #expect(found.alone == 1 && found.equal == 2 && found.hasAny)
        #expect(found.parts.count == 2)
        let cost = try #require(found.parts.first?.rows.first)
        #expect(cost.label == "2026")
        #expect([cost.before, cost.after, cost.difference] == ["1.000", "3.500", "+2.500"])
        let share = try #require(found.parts.last?.rows.first)
        #expect([share.before, share.after] == ["25,00 %", "30,00 %"])
        #expect(share.difference == "+5,00 poin persen")
    }

    @Test("Equal tables differ in nothing")
    func equal() throws {
        let table = try Self.table([Row(year: 2026, cost: Rupiah(1), share: .nan)])
        let found = TableDifference(from: table, to: table, in: .english)
        #expect(!found.hasAny && found.equal == 2)
    }
}
