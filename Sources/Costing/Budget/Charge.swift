import Policy
import Quantities

/// Who pays a part of a bill.
///
/// Public money and private money are kept apart: only purses and the gap make the public bill.
public enum Bearer: Sendable, Hashable {
    /// A purse, by its position in the scenario.
    case purse(Int)
    /// No purse: the unfunded gap, at the price of the segment's first purse.
    case gap
    /// The worker.
    case worker
    /// The worker's employer.
    case employer
}

/// A part of a month's bill before rounding to rupiah.
///
/// A budget run makes those of purses and gap; those of workers and employers are added when costs
/// are tabled, since no ceiling depends on them.
struct Charge: Sendable {
    let segment: Int
    let region: Int
    let month: Int
    let programme: Programme
    let bearer: Bearer
    let personMonths: Double
    let amount: ExpectedRupiah
}
