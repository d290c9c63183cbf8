import Quantities

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

    /// The region that an argument of a command names.
    ///
    /// - Throws: where it names none, or several.
    package static func region(_ text: String, _ regions: RegionTable) throws(InputFaults)
        -> RegionCode
    {
        do throws(RegionFault) {
            return try regions.code(of: text)
        } catch {
            throw InputFaults(
                option: text, Phrase.region(error), hint: Phrase.regionHint(error))
        }
    }

    /// One fault of an option of the command, such as `--base`.
    package init(option: String, _ message: Phrase, hint: Phrase? = nil) {
        self.init([Diagnostic(at: Position(file: option), message, hint: hint)])
    }
}
