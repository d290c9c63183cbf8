import Analysis
import Policy
import Quantities

/// An allocation as a scenario, for `run` and `compare`.
extension AllocationResult {
    /// The files of the scenario: itself, a table of quotas beside it and, where money is pooled, a
    /// table of ceilings.
    ///
    /// The scenario extends the one that was asked about. Every segment, region and year has the
    /// persons of the allocation as its quota and its purses as payers, all months are funded, a
    /// pooled purse has in each region what is spent there, and bills beyond a ceiling are shown as
    /// a gap. Where purses share a segment the first pays all that it can, which need not be the
    /// allocation's own split.
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
        let title = Messages.targetScenarioTitle(question.title, isMet: true)
        let ceilings = question.pooled.sorted().flatMap { purse in
            [("ceiling", "ceiling_rp"), ("revenue_share", "revenue_share")].map { key, column in
                "  purse.\(key).\(answer.problem.data.purses[purse].name): "
                    + "{ table: \(Self.quoted("./\(name)-pagu.csv")), column: \(column) }\n"
            }
        }
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
              funding.purses: { table: \(Self.quoted("./\(name).csv")), column: purses }
              funding.months: 12
              funding.start: 1
              budget.policy: report

            """
        let tables =
            [("\(name).csv", quotaTable)]
            + (ceilings.isEmpty ? [] : [("\(name)-pagu.csv", pooledTable)])
        return tables.map { path, table in
            (FilePath.join(FilePath.folder(of: file), path), CSVWriter.text(table))
        } + [(file, text + ceilings.joined())]
    }

    /// Keys: region, purse, year, of purses whose money is one pot: what is spent there, whole
    /// rupiah, and no share of a revenue.
    private var pooledTable: ResultTable {
        let data = answer.problem.data
        var spent: [[Int]: Int64] = [:]
        for (option, count) in zip(answer.problem.options, answer.persons) {
            let key = [option.year, option.region, option.purse]
            spent[key, default: 0] += Int64((count * option.price).rounded())
        }
        let keys = data.years.indices.flatMap { year in
            data.regions.indices.flatMap { region in
                question.pooled.sorted().map { [year, region, $0] }
            }
        }
        return .trusted(
            name: "ceilings",
            keys: [
                ("region", .text(keys.map { data.regions[$0[1]].code })),
                ("purse", .text(keys.map { data.purses[$0[2]].name })),
                ("year", .whole(keys.map { data.years[$0[0]] })),
            ],
            measures: [
                ("ceiling_rp", .rupiah, .rupiah(keys.map { Rupiah(spent[$0] ?? 0) })),
                ("revenue_share", .share, .number(keys.map { _ in 0 })),
                ("source", .word, .text(keys.map { _ in "lindung allocate" })),
            ])
    }

    /// Keys: region, segment, year; the persons of all purses, 0 where nobody is paid for, and
    /// who pays: the purses of the cell, or else all that may.
    ///
    /// Bills are paid segment by segment, so that of several purses those come first that no later
    /// segment of the region needs: what they have left is what the allocation gives here.
    private var quotaTable: ResultTable {
        let data = answer.problem.data
        var persons = Array(repeating: 0.0, count: data.eligible.count)
        var payers = Array(repeating: [Int](), count: persons.count)
        var lastNeed: [[Int]: Int] = [:]
        for (option, count) in zip(answer.problem.options, answer.persons) where count > 0 {
            persons[option.cell] += count
            payers[option.cell].append(option.purse)
            let purse = [data.place(option.year, option.region), option.purse]
            lastNeed[purse] = max(lastNeed[purse] ?? 0, option.segment)
        }
        let purses = persons.indices.map { cell in
            let (year, region, segment) = data.parts(of: cell)
            let place = data.place(year, region)
            let found = payers[cell].sorted {
                (lastNeed[[place, $0]] ?? 0, $0) < (lastNeed[[place, $1]] ?? 0, $1)
            }
            return (found.isEmpty ? able(segment) : found)
                .map { data.purses[$0].name }.joined(separator: " ")
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
                ("purses", .word, .text(purses)),
                ("source", .word, .text(persons.map { _ in "lindung allocate" })),
            ])
    }

    /// The purses that may pay something for a segment, by rank.
    private func able(_ segment: Int) -> [Int] {
        let policy = base.policy
        return policy.fundingSources.indices.filter { place in
            let source = policy.fundingSources[place]
            return source.programmes.contains {
                source.mayPay($0, for: policy.segments[segment].id)
            }
        }
    }

    /// A text in quotes, as YAML reads it back.
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }

    /// Writes the scenario after its table.
    ///
    /// - Throws: ``OutputFault``; nothing is written where one of the files may not be.
    public func writeScenario(
        to file: String, over old: AtomicFile.Predecessor, in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        let texts = scenarioFiles(at: file, in: files)
        for (path, _) in texts { try AtomicFile.check(path, over: old, in: files) }
        for (path, text) in texts {
            try AtomicFile.write(Array(text.utf8), to: path, over: old, in: files)
        }
    }

    /// How these files begin: the scenario and its tables.
    public static let marks = [
        "# lindung allocate: ", "region,segment,year,quota_persons,purses,source\n",
        "region,purse,year,ceiling_rp,revenue_share,source\n",
    ]
}
