import Formats
import Policy
import Quantities

/// Cells of a scenario for which a table has no value when the horizon starts.
///
/// Whether it is a fault is known only when all layers are read, since another setting may speak of
/// those cells.
struct TableGap {
    /// A segment or purse in a region.
    struct Cell: Hashable {
        /// Nil for a parameter of regions.
        let member: String?
        /// One of the scenario's.
        let region: RegionCode
    }

    /// The parameter whose values are sought.
    let address: Address
    /// The entry that names the table.
    let position: Position
    /// The table's file.
    let table: String
    /// Those without a value, in order of region; at least one.
    var cells: [Cell]
    /// How many segments or purses the table is asked about; 1 for a parameter of regions.
    let members: Int
    /// Wider regions whose totals the table has, which say nothing of the cells.
    let wider: [RegionCode]
}
