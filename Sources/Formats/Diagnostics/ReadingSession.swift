import Quantities

/// What a reading came to: the value where nothing forbids using it, and everything found.
///
/// A value with warnings can be used; a value with errors is not given, so that nothing is computed
/// from half a file.
///
/// Faults are collected and not thrown one by one: whoever repairs a file wants the whole list.
public struct Reading<Value: Sendable>: Sendable {
    package let value: Value?
    /// In order of file and place.
    package let diagnostics: [Diagnostic]

    /// Drops the value where an error forbids using it.
    package init(value: Value?, diagnostics: [Diagnostic]) {
        self.value = diagnostics.hasErrors ? nil : value
        self.diagnostics = diagnostics
    }
}

/// What was read, with what its author should look at.
public struct Checked<Value: Sendable>: Sendable {
    /// Ready to be used.
    public let value: Value
    /// In order of place.
    package let warnings: [Diagnostic]

    package init(_ value: Value, _ warnings: [Diagnostic]) {
        self.value = value
        self.warnings = warnings
    }
}

/// The files and faults of one reading; it lives no longer than that.
///
/// One is made by each public reader and passed down to the parts it reads with; it is a class
/// because they all note into the same list. It never leaves the reading, so nothing is shared
/// between threads.
///
/// A class, because every reader of every file adds to the same list. It also keeps each text and
/// each table, so that a table that ten entries name is read once and its faults are told once.
package final class ReadingSession {
    package let files: SourceFiles
    /// Texts already read, by path.
    private var sources: [String: SourceText] = [:]
    /// Their lines, of those that something is told of.
    private var lines: [String: [Substring]] = [:]
    private var refused: Set<String> = []
    /// Paths in the order in which they were first named: the order in which faults are told.
    private var fileOrder: [String] = []
    /// Everything noted, in order of discovery.
    private var found: [Diagnostic] = []
    /// To tell each thing once, however often it is met.
    private var seen: Set<Diagnostic> = []
    package var columns = ColumnAccount()
    /// Tables already read, by path; nil where reading failed.
    var tables: [String: CSVTable?] = [:]

    package init(files: SourceFiles) {
        self.files = files
    }

    /// Everything found, in order of file and place, with the columns that no reader used.
    ///
    /// Files stand in the order in which they were first named: the scenario before its parents and
    /// tables. Within a file the order is that of lines, whichever reader found a fault first.
    package var diagnostics: [Diagnostic] {
        let rank = Dictionary(
            fileOrder.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let unread = columns.findings.map(diagnostic)
        return (found + unread).enumerated().sorted { a, b in
            let (p, q) = (a.element.position, b.element.position)
            let (i, j) = (rank[p.file] ?? rank.count, rank[q.file] ?? rank.count)
            return (i, p.line, p.column, a.offset) < (j, q.line, q.column, b.offset)
        }.map(\.element)
    }

    /// How many errors were noted so far.
    package var errorCount: Int { found.count { $0.severity == .error } }

    package func fault(_ position: Position, _ message: Phrase, hint: Phrase? = nil) {
        note(.error, position, message, hint)
    }

    /// Notes a warning at a place.
    ///
    /// A warning does not forbid using the input; a package that speaks of more than its scenario
    /// does gets one.
    package func warn(_ position: Position, _ message: Phrase, hint: Phrase? = nil) {
        note(.warning, position, message, hint)
    }

    /// The region that a text names; nil with a fault where it names none, or several.
    package func region(_ text: String, _ regions: RegionTable, at position: Position)
        -> RegionCode?
    {
        do throws(RegionFault) {
            return try regions.code(of: text)
        } catch {
            fault(position, Phrase.region(error), hint: Phrase.regionHint(error))
            return nil
        }
    }

    /// What is said of columns that no reader used.
    private func diagnostic(_ finding: ColumnAccount.Finding) -> Diagnostic {
        switch finding {
        case .slip(let cell, let column):
            Diagnostic(
                at: cell.position, sourceLine: line(at: cell.position),
                Phrase(
                    id: "kolom '\(cell.text)' tidak dikenal", en: "column '\(cell.text)' is unknown"
                ),
                hint: Phrase.renameColumn(cell.text, to: column))
        case .unread(let names, let position):
            Diagnostic(
                .warning, at: position, sourceLine: line(at: position),
                Phrase.unreadColumns(names))
        }
    }

    private func note(
        _ severity: Diagnostic.Severity, _ position: Position, _ message: Phrase, _ hint: Phrase?
    ) {
        let diagnostic = Diagnostic(
            severity, at: position, sourceLine: line(at: position), message, hint: hint)
        if seen.insert(diagnostic).inserted { found.append(diagnostic) }
    }

    /// The line at a place; nil where the place is a whole file or the file was not read.
    func line(at position: Position) -> Substring? {
        guard let source = sources[position.file] else { return nil }
        let known = lines[position.file] ?? source.lines
        lines[position.file] = known
        guard known.indices.contains(position.line - 1) else { return nil }
        return known[position.line - 1]
    }

    /// The neighbour with a similar name, in the folder as its author wrote it, or what else would
    /// help.
    private func hint(_ fault: SourceFault, _ path: String, namedAt place: Position?) -> Phrase? {
        if fault == .missing {
            let neighbours = files.names(in: FilePath.folder(of: path))
            let name = FilePath.name(of: path)
            if let near = Suggestion.closest(to: name, among: neighbours) {
                return Phrase.didYouMean(folder(of: path, namedAt: place) + near)
            }
        }
        return Phrase.fileHint(fault)
    }

    /// What stands before a file's name where the path is written, `../` or `./tables/`; of the
    /// file asked for, its folder.
    private func folder(of path: String, namedAt place: Position?) -> String {
        let name = FilePath.name(of: path)
        guard let place, let line = line(at: place) else {
            return String(path.dropLast(name.count))
        }
        guard let end = line.firstRange(of: name)?.lowerBound else { return "" }
        let before = line[..<end].reversed().prefix { !" \t'\"[{,".contains($0) }
        return String(before.reversed())
    }

    /// Reads a text file; a fault is noted where it is named, or at the file where nobody named it.
    ///
    /// - Parameters:
    ///   - path: as its author named it, seen from the root.
    ///   - place: the entry that names the file; nil for the file asked for.
    /// - Returns: nil after a fault; a text that was read is kept for the lines of later
    ///   diagnostics.
    package func source(_ path: String, namedAt place: Position? = nil) -> SourceText? {
        if let known = sources[path] { return refused.contains(path) ? nil : known }
        if !fileOrder.contains(path) { fileOrder.append(path) }
        do {
            let source = try files.read(path)
            sources[path] = source
            guard let line = ControlCharacters.line(in: source.text) else { return source }
            refused.insert(path)
            fault(
                Position(file: path, line: line, column: 1), Phrase.controlCharacter,
                hint: Phrase.removeCharacter)
            return nil
        } catch .notUTF8(let line) {
            fault(
                Position(file: path, line: line, column: 1), Phrase.notUTF8,
                hint: Phrase(
                    id: "simpan ulang berkas dengan pengodean UTF-8",
                    en: "save the file again with UTF-8 encoding"))
        } catch {
            let position = place ?? Position(file: path)
            fault(
                position, Phrase.unreadable(path, error), hint: hint(error, path, namedAt: place))
        }
        return nil
    }
}
