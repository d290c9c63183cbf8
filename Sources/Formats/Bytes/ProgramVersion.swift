/// The version of the program, as its manifest and `--version` give it.
public enum ProgramVersion {
    /// Major, minor and patch; the changelog says what each one changed in results.
    public static let current = "0.1.0"
}
