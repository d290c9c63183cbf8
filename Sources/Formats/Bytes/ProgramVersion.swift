/// The version of the program, as its manifest and `--version` give it.
package enum ProgramVersion {
    /// Major, minor and patch; the changelog says what each one changed in results.
    package static let current = "0.1.0"
}
