import Quantities

/// Somebody's word that an input may stand in a final report.
package struct Acceptance: Sendable, Hashable {
    /// The parameter: `quota`.
    package let input: String
    /// What it was, for people.
    package let value: String
    /// Of what it was, for programs.
    package let digest: String
    package let mark: String
    package let name: String
    /// `2025-11-28`.
    package let date: String
    /// Empty where none was given.
    package let reason: String

    package init(
        input: String, value: String, digest: String, mark: String, name: String, date: String,
        reason: String
    ) {
        (self.input, self.value, self.digest, self.mark) = (input, value, digest, mark)
        (self.name, self.date, self.reason) = (name, date, reason)
    }
}

/// What of a scenario has to be accepted, and what of it has been.
package struct InputStanding: Sendable {
    package struct Entry: Sendable {
        package let input: DoubtfulInput
        /// Of what it is now.
        package let digest: String
        /// The one that holds; nil where it waits.
        package let acceptance: Acceptance?
        /// One that held until the input was changed; nil where there is none.
        package let lapsed: Acceptance?
    }

    /// The scenario's name.
    package let name: String
    /// The scenario's file, as messages name it.
    package let file: String
    /// In the order of the catalogue.
    package let entries: [Entry]

    package var waiting: [Entry] { entries.filter { $0.acceptance == nil } }

    /// - Parameters:
    ///   - inputs: with the digest of each.
    ///   - acceptances: of the scenario and of those it builds on, its own first.
    package init(
        name: String, file: String, inputs: [(input: DoubtfulInput, digest: String)],
        acceptances: [Acceptance]
    ) {
        (self.name, self.file) = (name, file)
        let known = Dictionary(grouping: acceptances, by: \.input)
        entries = inputs.map { input, digest in
            let own = known[input.key] ?? []
            let held = own.first { $0.digest == digest }
            return Entry(
                input: input, digest: digest, acceptance: held,
                lapsed: held == nil ? own.first : nil)
        }
    }
}

extension [InputStanding] {
    /// How many inputs wait, one that several scenarios share counted once.
    package var waitingCount: Int {
        Set(flatMap { $0.waiting.map { $0.input.key + " " + $0.digest } }).count
    }

    /// How many there are, one that several scenarios share counted once.
    package var inputCount: Int {
        Set(flatMap { $0.entries.map { $0.input.key + " " + $0.digest } }).count
    }
}
