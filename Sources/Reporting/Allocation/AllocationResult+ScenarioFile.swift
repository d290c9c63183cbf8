import Analysis
import Formats
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
    /// a gap. Where purses share a segment they take turns (``PayerTurn``), to whole months.
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
        let title = Phrase.targetScenarioTitle(question.title, isMet: true)
        let ceilings = question.pooled.sorted().flatMap { purse in
            [("ceiling", "ceiling_rp"), ("revenue_share", "revenue_share")].map { key, column in
                "  purse.\(key).\(answer.problem.data.purses[purse].name): "
                    + "{ table: \(Self.quoted("./\(name)-pagu.csv")), column: \(column) }\n"
            }
        }
        let text = """
            # lindung allocate: \(Phrase.objective(question.objective).english)
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
        let rows = data.years.indices.flatMap { year in
            data.regions.indices.flatMap { region in
                question.pooled.sorted().map { (year: year, region: region, purse: $0) }
            }
        }
        return ResultTable("ceilings", rows) {
            Key("region") { data.regions[$0.region].code }
            Key("purse") { data.purses[$0.purse].name }
            Key("year") { data.years[$0.year] }
            Column("ceiling_rp", .rupiah) { Rupiah(spent[[$0.year, $0.region, $0.purse]] ?? 0) }
            Column("revenue_share", .share) { _ in 0.0 }
            Column("source", .word) { _ in "lindung allocate" }
        }
    }

    /// Keys: region, segment, year, month; the persons of all purses, 0 where nobody is paid for,
    /// and who pays from that month of the year on: the purses of the cell, or else all that may.
    private var quotaTable: ResultTable {
        let data = answer.problem.data
        var paid = Array(repeating: [Int: Double](), count: data.eligible.count)
        var lastNeed: [[Int]: Int] = [:]
        for (option, count) in zip(answer.problem.options, answer.persons) where count > 0 {
            paid[option.cell][option.purse, default: 0] += count
            let purse = [data.place(option.year, option.region), option.purse]
            lastNeed[purse] = max(lastNeed[purse] ?? 0, option.segment)
        }
        let rows = paid.indices.flatMap { cell -> [(cell: Int, month: Int, purses: [Int])] in
            let (year, region, segment) = data.parts(of: cell)
            let payers = paid[cell].map { purse, persons in
                PayerTurn.Payer(
                    purse: purse, persons: persons,
                    lastNeed: lastNeed[[data.place(year, region), purse]] ?? 0)
            }
            guard !payers.isEmpty else { return [(cell, 0, able(segment))] }
            return PayerTurn.turns(of: payers, segment: segment, months: data.months[year]).map {
                (cell, $0.month, $0.purses)
            }
        }
        let (policy, windows) = (base.policy, base.policy.yearWindows)
        return ResultTable("quota", rows) {
            Key("region") { data.regions[data.parts(of: $0.cell).region].code }
            Key("segment") { data.segments[data.parts(of: $0.cell).segment].name }
            Key("year") { data.years[data.parts(of: $0.cell).year] }
            Key("month") {
                let month = windows[data.parts(of: $0.cell).year].lowerBound + $0.month
                return policy.horizon.lowerBound.advanced(by: month).monthOfYear
            }
            Column("quota_persons", .person) { paid[$0.cell].values.reduce(0, +) }
            Column("purses", .word) {
                $0.purses.map { data.purses[$0].name }.joined(separator: " ")
            }
            Column("source", .word) { _ in "lindung allocate" }
        }
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
        "# lindung allocate: ", "region,segment,year,month,quota_persons,purses,source\n",
        "region,purse,year,ceiling_rp,revenue_share,source\n",
    ]
}
