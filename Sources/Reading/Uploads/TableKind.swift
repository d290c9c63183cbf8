import Policy
import Quantities

/// What a table can be read as.
package enum TableKind: Sendable, Hashable {
    /// Values of a parameter, for scenarios that name the table.
    case values(ParameterDefinition)
    /// Monthly counts, for `calibrate`.
    case monitoring

    /// A column that such tables have.
    package struct Column: Sendable {
        /// What its readers call it.
        package let name: String
        package let title: Phrase
        package let isNeeded: Bool
    }

    /// All numbers that a scenario can take from a table, in the order of the catalogue, then
    /// monitoring.
    package static let all: [TableKind] =
        Parameters.catalogue.filter { definition in
            if case .number = definition.domain { definition.role != .law } else { false }
        }.map(TableKind.values) + [.monitoring]

    /// Nil for a text that names no kind.
    package init?(key: String) {
        guard let kind = Self.all.first(where: { $0.key == key }) else { return nil }
        self = kind
    }

    package var key: String {
        switch self {
        case .values(let definition): definition.path
        case .monitoring: "pemantauan"
        }
    }

    package var title: Phrase {
        switch self {
        case .values(let definition): definition.meaning
        case .monitoring:
            Phrase(id: "Pemantauan kepesertaan bulanan", en: "Monthly monitoring of membership")
        }
    }

    /// The column that holds the values.
    static let value = "value"

    /// In the order in which they are written.
    package var columns: [Column] {
        switch self {
        case .values(let definition): Self.valueColumns(definition)
        case .monitoring: Self.monitoringColumns
        }
    }

    private static func valueColumns(_ definition: ParameterDefinition) -> [Column] {
        let member: [Column] =
            switch definition.scope {
            case .region: []
            case .segment: [Column("segment", Phrase(id: "Segmen (kode)", en: "Segment (code)"))]
            case .purse: [Column("purse", Phrase(id: "Sumber dana (kode)", en: "Purse (code)"))]
            }
        return [Column("region", Phrase(id: "Daerah", en: "Region"))] + member + [
            Column("year", Phrase(id: "Tahun", en: "Year")),
            Column("month", Phrase(id: "Bulan (1–12)", en: "Month (1–12)")),
            Column(
                value,
                Phrase(
                    "Nilai (\(definition.standardUnit.name))",
                    en: "Value (\(definition.standardUnit.name))"), isNeeded: true),
            Column("low", Phrase(id: "Batas bawah", en: "Lower end")),
            Column("high", Phrase(id: "Batas atas", en: "Upper end")),
            Column("mark", Phrase(id: "Tanda", en: "Mark")),
            Column("source", Phrase(id: "Sumber", en: "Source")),
            Column("as_of", Phrase(id: "Tanggal sumber", en: "Date of source")),
            Column("borrowed_from", Phrase(id: "Dipinjam dari", en: "Borrowed from")),
        ]
    }

    private static let monitoringColumns = [
        Column("region", Phrase(id: "Daerah", en: "Region"), isNeeded: true),
        Column("segment", Phrase(id: "Segmen (kode)", en: "Segment (code)"), isNeeded: true),
        Column("month", Phrase(id: "Bulan (2026-05)", en: "Month (2026-05)"), isNeeded: true),
        Column("status", Phrase(id: "Status", en: "Status"), isNeeded: true),
        Column("count", Phrase(id: "Banyaknya orang", en: "Persons"), isNeeded: true),
        Column("planned", Phrase(id: "Direncanakan", en: "Planned")),
        Column("budgeted", Phrase(id: "Dianggarkan", en: "Budgeted")),
        Column("registered", Phrase(id: "Didaftarkan", en: "Registered")),
        Column("paid", Phrase(id: "Dibayar", en: "Paid")),
    ]

    /// The unit of a column of numbers; nil for texts.
    func unit(of column: String) -> Unit? {
        switch self {
        case .values(let definition):
            [Self.value, "low", "high"].contains(column) ? definition.standardUnit : nil
        case .monitoring:
            ["count", "planned", "budgeted", "registered", "paid"].contains(column) ? .person : nil
        }
    }
}

extension TableKind.Column {
    fileprivate init(_ name: String, _ title: Phrase, isNeeded: Bool = false) {
        (self.name, self.title, self.isNeeded) = (name, title, isNeeded)
    }
}
