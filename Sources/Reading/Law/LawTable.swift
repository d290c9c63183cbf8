import Formats
import Policy
import Quantities

/// Makes sure that a table of values of the law holds for everybody.
///
/// The law is one for all regions, segments and purses, so a row cannot be for one of them. A
/// column that divides the rows is a fault as soon as it holds anything: passed over, a proposal
/// for one kabupaten would hold nationwide.
struct LawTable {
    /// The columns that divide the rows of other tables.
    private static let dividing = ["region", "segment", "purse"]

    /// Where faults are noted.
    let session: ReadingSession
    /// What the entry asks for.
    let address: Address

    /// Whether the table does not divide its rows; true for every parameter that is no law.
    ///
    /// Told at the first filled cell of each dividing column. Rows of other keys are passed over:
    /// a table may hold levers too.
    func isUndivided(_ table: CSVTable) -> Bool {
        guard case .law = address.subject else { return true }
        let key = table.index(of: "key")
        let rows = table.rows.filter { row in
            key.map { ["", address.key].contains(row.cells[$0].text) } ?? true
        }
        var isSound = true
        for name in Self.dividing {
            guard let column = table.index(of: name),
                let cell = rows.map({ $0.cells[column] }).first(where: { !$0.text.isEmpty })
            else { continue }
            session.fault(cell.position, Phrase.lawTableDivided("\(address)", by: name))
            isSound = false
        }
        return isSound
    }
}
