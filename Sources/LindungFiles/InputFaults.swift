/// Why an input cannot be used: everything found, each with its place.
///
/// The one error that reading and computing hand to a command; its exit code is 2.
public struct InputFaults: Error, Sendable {
    /// In the order in which a reader should see them; at least one is an error.
    public let diagnostics: [Diagnostic]

    /// Faults with their places.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// One fault of an option of the command, such as `--base`.
    init(option: String, _ message: Phrase, hint: Phrase? = nil) {
        self.init([Diagnostic(at: Position(file: option), message, hint: hint)])
    }
}
