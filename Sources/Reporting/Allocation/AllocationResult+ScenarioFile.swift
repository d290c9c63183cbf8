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
    package func scenarioFiles(
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
            spent[key, default: 0] += Int64((count * option.contribution).rounded())
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

    private func able(_ segment: Int) -> [Int] {
        let policy = base.policy
        return policy.purses.indices.filter { place in
            let source = policy.purses[place]
            return source.programmes.contains {
                source.mayPay($0, for: policy.segments[segment].id)
            }
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }

    /// Writes the scenario after its table.
    ///
    /// - Throws: ``OutputFault``; nothing is written where one of the files may not be.
    package func writeScenario(
        to file: String, over old: AtomicFile.Predecessor, in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        let texts = scenarioFiles(at: file, in: files)
        for (path, _) in texts { try AtomicFile.check(path, over: old, in: files) }
        for (path, text) in texts {
            try AtomicFile.write(Array(text.utf8), to: path, over: old, in: files)
        }
    }

    /// How these files begin: the scenario and its tables.
    package static let marks = [
        "# lindung allocate: ", "region,segment,year,month,quota_persons,purses,source\n",
        "region,purse,year,ceiling_rp,revenue_share,source\n",
    ]
}

/// From which month of a year on which purses pay for people, first to pay first.
///
/// A run pays segment by segment, and of a segment's purses the first pays all that it can. So that
/// a run spends what an allocation gives, purses that no later segment of the region needs come
/// first: what they have left is for these people. Of those that later segments need too, each
/// leads for its part of the year, in whole months.
///
///     nelayan    dbh-cht 300 persons, apbd 900, both needed by ojek, which is paid later
///     from 1     dbh-cht apbd
///     from 4     apbd dbh-cht
///
/// A single order for the year was rejected: over East Java it left 1.3 % of an allocation's bill
/// unpaid, turns of whole months leave 0.1 %.
struct PayerTurn: Equatable {
    struct Payer {
        /// Its position by rank.
        let purse: Int
        let persons: Double
        /// The last segment of the region that it pays for.
        let lastNeed: Int
    }

    /// Counted from the first modelled month of the year.
    let month: Int
    /// Positions, first to pay first.
    let purses: [Int]

    /// The turns of a segment's payers, of which there is at least one; the first begins the year.
    ///
    /// - Parameter months: how many months of the year are modelled.
    static func turns(of payers: [Payer], segment: Int, months: Int) -> [PayerTurn] {
        let payers = payers.sorted { ($0.lastNeed, $0.purse) < ($1.lastNeed, $1.purse) }
        let (free, shared) = (
            payers.filter { $0.lastNeed <= segment }, payers.filter { $0.lastNeed > segment }
        )
        let total = payers.reduce(0) { $0 + $1.persons }
        var before = free.reduce(0) { $0 + $1.persons }
        var turns: [PayerTurn] = []
        for (place, payer) in shared.enumerated() {
            let start = place == 0 ? 0 : Int((before / total * Double(months)).rounded())
            before += payer.persons
            guard start < months else { break }
            if turns.last?.month == start { turns.removeLast() }
            let order = free + shared[place...] + shared[..<place]
            turns.append(PayerTurn(month: start, purses: order.map(\.purse)))
        }
        return turns.isEmpty ? [PayerTurn(month: 0, purses: free.map(\.purse))] : turns
    }
}
