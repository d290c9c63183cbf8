import Analysis
import Policy
import Quantities

/// An allocation as a scenario, for `run` and `compare`.
extension AllocationResult {
    /// The two files of the scenario: itself, and a table of quotas beside it.
    ///
    /// The scenario extends the one that was asked about. Every segment, region and year has the
    /// persons of the allocation as its quota, all months are funded, and bills beyond a ceiling
    /// are shown as a gap. Purses pay by their rank then, which need not be the allocation's own
    /// split of them.
    ///
    /// - Parameters:
    ///   - file: where it will stand; the parent is named as seen from its folder.
    ///   - files: where relative paths begin.
    public func scenarioFiles(
        at file: String, in files: SourceFiles
    ) -> [(path: String, text: String)] {
        let parent = FilePath.relative(
            files.absolute(question.scenario.file), from: FilePath.folder(of: files.absolute(file)))
        let name = FilePath.name(of: file).split(separator: ".").first.map(String.init) ?? "alokasi"
        let folder = FilePath.folder(of: file)
        let title = Messages.targetScenarioTitle(question.title, isMet: true)
        let text = """
            # lindung allocate: \(Messages.objective(question.objective).english)
            name: \(name)
            title:
              id: \(Self.quoted(title.indonesian))
              en: \(Self.quoted(title.english))
            extends: \(Self.quoted(parent))
            locale: en-US
            levers:
              quota: { table: \(Self.quoted("./\(name).csv")), column: quota_persons, unit: person }
              funding.months: 12
              funding.start: 1
              budget.policy: report

            """
        return [
            (FilePath.join(folder, "\(name).csv"), CSVWriter.text(quotaTable)), (file, text),
        ]
    }

    /// Keys: region, segment, year; the persons of all purses, 0 where nobody is paid for.
    private var quotaTable: ResultTable {
        let data = answer.problem.data
        var persons = Array(repeating: 0.0, count: data.eligible.count)
        for (option, count) in zip(answer.problem.options, answer.persons) {
            persons[option.cell] += count
        }
        let parts = persons.indices.map { data.parts(of: $0) }
        return .trusted(
            name: "quota",
            keys: [
                ("region", .text(parts.map { data.regions[$0.region].code })),
                ("segment", .text(parts.map { data.segments[$0.segment].name })),
                ("year", .whole(parts.map { data.years[$0.year] })),
            ],
            measures: [
                ("quota_persons", .person, .number(persons)),
                ("source", .word, .text(persons.map { _ in "lindung allocate" })),
            ])
    }

    /// A text in quotes, as YAML reads it back.
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }

    /// Writes the scenario after its table.
    ///
    /// - Throws: ``OutputFault``.
    public func writeScenario(
        to file: String, in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        for (path, text) in scenarioFiles(at: file, in: files) {
            try AtomicFile.write(Array(text.utf8), to: path, in: files)
        }
    }
}
