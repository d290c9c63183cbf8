import Analysis
import Formats
import Foundation
import Policy
import Quantities

extension Workspace {
    /// The day on this computer: `2025-11-28`.
    package static var today: String {
        let parts = Calendar(identifier: .gregorian)
            .dateComponents([.year, .month, .day], from: Date())
        let numbers = [parts.year, parts.month, parts.day].map { $0 ?? 0 }
        return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    }

    /// Where the acceptances of a scenario stand: `dasar.accepted.csv` beside `dasar.yaml`.
    package static func acceptedFile(of scenario: String) -> String {
        let ending = [".yaml", ".yml"].first(where: scenario.hasSuffix) ?? ""
        return scenario.dropLast(ending.count) + ".accepted.csv"
    }

    /// The files in which an acceptance for a scenario may stand, there or not: its own, then those
    /// of the scenarios that it builds on.
    package func acceptedFiles(of scenario: String) -> [String] {
        let lineage = lineage(of: scenario).files.subtracting([scenario]).sorted()
        return ([scenario] + lineage).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .map(Self.acceptedFile)
    }

    /// What of a scenario has to be accepted, and what of it has been, in its own file or in that
    /// of a scenario which it builds on.
    ///
    /// - Throws: ``InputFaults`` with every fault of those files.
    package func standing(of policy: ResolvedPolicy) throws(InputFaults) -> InputStanding {
        let session = ReadingSession(files: files)
        let reader = AcceptanceReader(session: session)
        let acceptances = acceptedFiles(of: policy.scenario.file).flatMap(reader.read)
        guard !session.diagnostics.hasErrors else { throw InputFaults(session.diagnostics) }
        return InputStanding(
            name: policy.scenario.name, file: policy.scenario.file,
            inputs: policy.doubtfulInputs.map { input in
                (input, String(SHA256(Array(input.identity.utf8)).hexadecimal.prefix(16)))
            }, acceptances: acceptances)
    }

    /// The acceptances of a scenario's own file, with those of more inputs in place of older ones.
    ///
    /// - Parameters:
    ///   - keys: the inputs to accept; empty for all that wait.
    ///   - value: the value of an input, for people.
    ///   - date: `2025-11-28`; any other text is refused.
    /// - Throws: ``InputFaults`` for a key that has nothing to accept, an empty name, a date that
    ///   is none, and where the file cannot be read.
    package func accepting(
        _ keys: [String], of standing: InputStanding, name: String, date: String, reason: String,
        value: (DoubtfulInput) -> String
    ) throws(InputFaults) -> [Acceptance] {
        let session = ReadingSession(files: files)
        let name = ControlCharacters.flat(name).trimmingBlanks
        if name.isEmpty {
            session.fault(
                Position(file: "--name"),
                Phrase(id: "nama penerimanya kosong", en: "nobody is named who accepts"),
                hint: Phrase(
                    id: "tulis nama dan jabatan, misalnya --name \"Kepala Bidang, Bappeda\"",
                    en: "write a name and office, such as --name \"Kepala Bidang, Bappeda\""))
        }
        _ = StageFileReader(session: session).day(date, at: Position(file: "--date"))
        for key in keys where !standing.entries.contains(where: { $0.input.key == key }) {
            let isKnown = Parameters.definition(key) != nil
            session.fault(
                Position(file: key),
                isKnown
                    ? Phrase(
                        id: "masukan ini tidak perlu diterima", en: "this input needs no acceptance"
                    )
                    : Phrase(id: "tidak ada masukan '\(key)'", en: "there is no input '\(key)'"),
                hint: isKnown ? nil : Phrase.nearest(key, among: standing.entries.map(\.input.key)))
        }
        let file = Self.acceptedFile(of: standing.file)
        let old = AcceptanceReader(session: session).read(file)
        guard !session.diagnostics.hasErrors else { throw InputFaults(session.diagnostics) }
        let chosen =
            keys.isEmpty
            ? standing.waiting : standing.entries.filter { keys.contains($0.input.key) }
        let new = chosen.map { entry in
            Acceptance(
                input: entry.input.key, value: value(entry.input), digest: entry.digest,
                mark: entry.input.mark?.rawValue ?? "", name: name, date: date,
                reason: ControlCharacters.flat(reason).trimmingBlanks)
        }
        let replaced = Set(new.map(\.input))
        let order = Dictionary(
            Parameters.catalogue.enumerated().map { ($1.path, $0) },
            uniquingKeysWith: { first, _ in first })
        return (old.filter { !replaced.contains($0.input) } + new).sorted {
            (order[$0.input] ?? .max, $0.input) < (order[$1.input] ?? .max, $1.input)
        }
    }
}
