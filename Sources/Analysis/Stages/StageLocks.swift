import Quantities

/// The locks of a stages file, and what was unlocked and why.
///
/// They stand in a file beside the stages, `tahapan-2026.lock.yaml`, so that the planner's own file
/// is never written to:
///
///     stages:
///       apbd:
///         date: 2025-11-28
///         locked: 2025-11-28
///         version: 0.4.0
///         bill_rp: 2221060800
///         inputs:
///           "data:purses.yaml": 5f0c...
///           "tahapan/apbd.yaml": 91ab...
///     unlocked:
///       - { stage: apbd, locked: 2025-11-28, unlocked: 2026-02-03, bill_rp: 2221060800,
///           reason: "evaluasi gubernur" }
package struct StageLocks: Sendable, Equatable {
    /// How the names of such files end.
    package static let ending = ".lock.yaml"

    /// What a stage rested on when it was locked.
    package struct Lock: Sendable, Equatable {
        /// The stage's own date.
        package let date: String
        /// The day of the lock.
        package let locked: String
        /// Of the program that computed the bill.
        package let version: String
        /// The whole bill that was locked, the gap included.
        package let bill: Rupiah
        /// Digests by name: seen from the folder of the stages, or `data:` and a file of the data
        /// folder, so that neither the current folder nor the place of the data matters.
        package let inputs: [String: String]

        package init(
            date: String, locked: String, version: String, bill: Rupiah, inputs: [String: String]
        ) {
            self.date = date
            self.locked = locked
            self.version = version
            self.bill = bill
            self.inputs = inputs
        }
    }

    /// A lock that was opened.
    package struct Unlocking: Sendable, Equatable {
        /// Whose lock it was.
        package let stage: BudgetStage
        /// The day of the lock.
        package let locked: String
        /// The day on which it was opened.
        package let unlocked: String
        /// The whole bill that the lock held, the gap included.
        package let bill: Rupiah
        /// Why it was opened, in the words of whoever did.
        package let reason: String

        package init(
            stage: BudgetStage, locked: String, unlocked: String, bill: Rupiah, reason: String
        ) {
            self.stage = stage
            self.locked = locked
            self.unlocked = unlocked
            self.bill = bill
            self.reason = reason
        }
    }

    /// The locks in force.
    package var locks: [BudgetStage: Lock] = [:]
    /// The locks that were opened, the oldest first.
    package var unlocked: [Unlocking] = []

    package init() {}
}
