import Analysis
import Formats
import Policy
import Quantities

extension Workspace {
    /// Reads a mapped table as the commands will, where it is going to stand.
    ///
    /// - Parameters:
    ///   - stem: the name of the files without their endings.
    ///   - parent: the scenario whose values the table replaces.
    /// - Returns: the files to write, the table first; of values also a scenario that takes them.
    /// - Throws: ``InputFaults`` with every fault, those of the table at the cells that were sent.
    package func checked(
        _ table: MappedTable, as stem: String, beside parent: String
    ) throws(InputFaults) -> Checked<[(name: String, bytes: [UInt8])]> {
        let folder = FilePath.folder(of: parent)
        let path = FilePath.join(folder, stem + ".csv")
        files.lay(table.bytes, at: path)
        defer { files.forget(path) }
        let own = (name: stem + ".csv", bytes: table.bytes)
        guard case .values(let definition) = table.kind else {
            let session = ReadingSession(files: files)
            _ = MonitoringReader(session: session, catalogue: catalogue, locale: .english)
                .read(path)
            let told = table.told(session.diagnostics, of: path)
            guard !told.hasErrors else { throw InputFaults(told) }
            return Checked([own], told)
        }
        let text = scenario(stem, definition, table, parent: FilePath.name(of: parent))
        let file = FilePath.join(folder, stem + ".yaml")
        files.lay(Array(text.utf8), at: file)
        defer { files.forget(file) }
        do throws(InputFaults) {
            let read = try policy(file)
            return Checked(
                [own, (name: stem + ".yaml", bytes: Array(text.utf8))],
                table.told(read.warnings, of: path))
        } catch {
            throw InputFaults(table.told(error.diagnostics, of: path))
        }
    }

    private func scenario(
        _ stem: String, _ definition: ParameterDefinition, _ table: MappedTable, parent: String
    ) -> String {
        let title = Phrase(
            "\(definition.meaning) dari \(table.source)",
            en: "\(definition.meaning) from \(table.source)")
        return [
            "name: \(stem)", "title:", "  id: \(Self.quoted(title.indonesian))",
            "  en: \(Self.quoted(title.english))", "extends: \(Self.quoted(parent))",
            "locale: en-US", "\(definition.role.section):",
            "  \(definition.path):", "    table: ./\(stem).csv", "    column: \(TableKind.value)",
            "    mark: \(EvidenceMark.assumed.rawValue)",
            "    source: \(Self.quoted(table.source))",
        ].joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        "'" + ControlCharacters.flat(text).replacing("'", with: "''") + "'"
    }
}
