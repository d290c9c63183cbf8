import ArgumentParser
import Formats
import Quantities
import Reporting

/// The option of commands that write files.
struct ReplaceOptions: ParsableArguments {
    /// Whether files that this program did not write are replaced; inputs never are.
    @Flag(
        help: help(
            Phrase(
                id: "Ganti juga berkas yang tidak ditulis program ini; masukan tidak pernah"
                    + " diganti.",
                en: "Also replace files that this program did not write; inputs are never replaced."
            )))
    var force = false

    func over(_ marks: [String]) -> AtomicFile.Predecessor { force ? .any : .own(marks) }

    /// Looks at what a command is to write before it computes.
    ///
    /// - Parameters:
    ///   - folder: of results; nil where none is asked for.
    ///   - written: other files, with how files of that kind begin.
    /// - Throws: ``OutputFault``.
    func check(
        _ folder: ResultFolder?, files written: [(path: String?, marks: [String])] = [],
        in files: SourceFiles
    ) throws(OutputFault) {
        try folder?.check()
        for (path, marks) in written {
            if let path { try AtomicFile.check(path, over: over(marks), in: files) }
        }
    }
}
