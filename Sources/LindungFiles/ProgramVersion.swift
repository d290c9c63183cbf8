/// The version of the program, as its manifest and `--version` give it.
public enum ProgramVersion {
    public static let current = "0.1.0"
}
