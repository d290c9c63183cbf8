import Formats
import Policy
import Quantities

/// Which column of an uploaded table stands for which of a kind.
package struct ColumnMapping: Sendable {
    package let kind: TableKind
    /// Places in the header, by column of the kind; those left out are nil.
    package let places: [String: Int]

    package init(_ kind: TableKind, places: [String: Int]) {
        (self.kind, self.places) = (kind, places)
    }

    /// The likeliest mapping to a kind, by the names of columns.
    package init(proposedFor table: UploadedTable, as kind: TableKind) {
        var places: [String: Int] = [:]
        func take(_ column: String, _ place: Int?) {
            if let place, !places.values.contains(place) { places[column] = place }
        }
        for column in kind.columns where column.name != TableKind.value {
            take(column.name, TableColumnName.likest(to: column.name, among: table.header))
        }
        if case .values(let definition) = kind {
            let free = table.header.indices.filter { !places.values.contains($0) }
            let words = Self.words(definition)
            let scored = free.map { place in
                (place, Self.words(table.header[place]).intersection(words).count)
            }
            let best = scored.filter { $0.1 > 0 }.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
            take(TableKind.value, best ?? free.first { table.isNumeric($0) })
        }
        self.init(kind, places: places)
    }

    /// The kind that the names of a table speak of most; workers where they speak of none.
    package static func likeliestKind(of table: UploadedTable) -> TableKind {
        let header = table.header
        let counts = ["status", "count"].allSatisfy {
            TableColumnName.likest(to: $0, among: header) != nil
        }
        if counts { return .monitoring }
        let words = header.reduce(into: Self.words(table.name)) { $0.formUnion(Self.words($1)) }
        let scored = TableKind.all.compactMap { kind -> (TableKind, Int)? in
            guard case .values(let definition) = kind else { return nil }
            return (kind, Self.words(definition).intersection(words).count)
        }
        let best = scored.enumerated().max {
            ($0.element.1, $1.offset) < ($1.element.1, $0.offset)
        }?.element
        guard let best, best.1 > 0 else { return .values(Parameters.workers.definition) }
        return best.0
    }

    private static func words(_ definition: ParameterDefinition) -> Set<String> {
        words(
            [
                definition.path, definition.shortName.indonesian, definition.shortName.english,
                definition.standardUnit.columnSuffix,
            ].joined(separator: " "))
    }

    /// Words of four letters and more, which say something.
    private static func words(_ text: String) -> Set<String> {
        Set(
            text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count >= 4 }
        )
    }
}

extension UploadedTable {
    /// Whether most filled cells of a column begin as numbers do.
    fileprivate func isNumeric(_ place: Int) -> Bool {
        let filled = rows.prefix(50).compactMap { $0[place].content }
        let numbers = filled.count { content in
            switch content {
            case .number: true
            case .text(let text):
                text.drop { "Rp. ".contains($0) }.first.map(\.isNumber) ?? false
            default: false
            }
        }
        return !filled.isEmpty && 2 * numbers > filled.count
    }
}
