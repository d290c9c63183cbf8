import Foundation

/// A program of the package, beside the bundle of the tests that run it.
public enum BuiltProgram {
    /// Where a program lies.
    public static func path(_ name: String) -> String {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        let places = [bundle, program, Bundle.main.bundlePath].compactMap { $0 }
        let folders = places.flatMap { place -> [String] in
            let folder = URL(fileURLWithPath: place).deletingLastPathComponent()
            return [folder.path, folder.deletingLastPathComponent().path]
        }
        let names = folders.map { $0 + "/" + name }
        return names.first { FileManager.default.isExecutableFile(atPath: $0) } ?? names[0]
    }
}
