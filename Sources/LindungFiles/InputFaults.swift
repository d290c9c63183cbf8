/// Why an input cannot be used: everything found, each with its place.
public struct InputFaults: Error, Sendable {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// One fault of an option of the command, such as `--base`.
    init(option: String, _ message: Phrase, hint: Phrase? = nil) {
        self.init([Diagnostic(at: Position(file: option), message, hint: hint)])
    }
}
