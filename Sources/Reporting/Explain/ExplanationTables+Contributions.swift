import Analysis
import Costing
import Formats
import Policy
import Quantities

extension ExplanationTables {
    /// Contributions, then the law behind them. Programs get both in one table: the contribution
    /// of a person-month by segment, region, payer and programme, with every value of the law.
    ///
    /// - Parameter paying: whose contributions are asked for; all where nil.
    /// - Throws: ``InputFaults`` where the law has no answer.
    func contributionSections(paying: Set<Payer>? = nil) throws(ContributionRefusal) -> [Report
        .Section]
    {
        let rows = try basisRows(paying).flatMap { $0 }
        let language = text.language ?? .english
        return [
            Report.Section(
                heading: Phrase.contributions,
                .table(BasisRow.amounts(rows, result.policy.regions.count, language)),
                data: [BasisRow.table(rows)]),
            Report.Section(
                heading: Phrase.legalBasis, .table(BasisRow.law(rows, text)), data: []),
        ]
    }

    /// What one payer owes for a person-month, for each segment, region and payer.
    ///
    /// - Throws: ``InputFaults`` where the law has no answer.
    func monthlyContributions() throws(ContributionRefusal) -> [Rupiah] {
        try basisRows(nil).map { rows in
            var counted: Set<[String]> = []
            return rows.reduce(.zero) { sum, row in
                let isNew = counted.insert(row.contribution.programmes.map(\.rawValue)).inserted
                return isNew ? sum + row.contribution.amount : sum
            }
        }
    }

    /// The rows of each segment, region and payer.
    private func basisRows(_ paying: Set<Payer>?) throws(ContributionRefusal) -> [[BasisRow]] {
        var rows: [[BasisRow]] = []
        for segment in path.segments(of: result.policy) {
            for region in path.regions(of: result.policy) {
                for subject in subjects(segment, region)
                where paying?.contains(subject.payer) ?? true {
                    rows.append(try basis(of: subject, segment, region))
                }
            }
        }
        return rows
    }

    /// The registration under each payer of the segment's purses and under the worker.
    private func subjects(_ segment: Int, _ region: RegionCode) -> [ContributionSubject] {
        let policy = result.policy
        let id = policy.segments[segment].id
        /// What holds for the segment and region in the month that is explained.
        func value<Value>(_ key: ParameterKey<Value>) -> Value {
            policy.timeline(key, id, region)[month]
        }
        let purses = policy.purses(for: id, region, at: month).map(\.payer)
        let payers = Payer.allCases.filter { purses.contains($0) || $0 == .`self` }
        return payers.map { payer in
            ContributionSubject(
                programmes: Set(value(Parameters.programmes)), route: value(Parameters.route),
                base: .earnings(ExpectedRupiah(value(Parameters.base)).rounded()),
                riskClass: Int(value(Parameters.riskClass)), group: value(Parameters.group),
                payer: payer)
        }
    }

    /// One row for each value of the law that each row of the schedule rests on.
    private func basis(
        of subject: ContributionSubject, _ segment: Int, _ region: RegionCode
    ) throws(ContributionRefusal) -> [BasisRow] {
        do throws(LawFault) {
            let schedule = try result.pricing.schedule(for: subject, at: month)
            return schedule.rows.flatMap { row in
                row.basis.map { item in
                    BasisRow(
                        segment: result.policy.segments[segment].id.name, region: region.code,
                        payer: subject.payer, contribution: row, basis: item,
                        value: text.text(item.law.value, for: subject),
                        number: item.law.value.numbers.count == 1
                            ? item.law.value.numbers.first?.value : nil)
                }
            }
        } catch {
            throw ContributionRefusal(
                segment: result.policy.segments[segment].id.name, fault: error)
        }
    }
}

extension SettingText {
    /// A value of the law; of a table of bands only the base of the person's band.
    fileprivate func text(_ value: LawValue, for subject: ContributionSubject) -> String {
        if case .brackets(let table) = value, case .earnings(let income) = subject.base {
            return text(.decimal(ExactDecimal(table.row(for: income).base.amount)))
        }
        return text(value)
    }
}

/// A value of the law behind a contribution.
private struct BasisRow {
    /// Whose contribution it is.
    let segment: String
    /// Where; the base and the risk class may differ by region.
    let region: String
    /// Who pays; temporary rules leave some payers out.
    let payer: Payer
    /// The contribution in which the value is used.
    let contribution: Contribution
    /// The value with its months, reference and effect.
    let basis: LegalBasis
    /// The value as text.
    let value: String
    /// The value where it is a number.
    let number: Double?

    /// The rows as a table: the contribution, then what it rests on, one value a row.
    static func table(_ rows: [BasisRow]) -> ResultTable {
        /// One text for each row.
        func column(_ text: (BasisRow) -> String) -> ResultTable.Cells { .text(rows.map(text)) }
        return .trusted(
            name: "basis",
            keys: [
                ("segment", column { $0.segment }), ("region", column { $0.region }),
                ("payer", column { $0.payer.rawValue }),
                (
                    "programme",
                    column { $0.contribution.programmes.map(\.rawValue).joined(separator: "+") }
                ),
                ("law", column { $0.basis.path }),
            ],
            measures: [
                ("contribution_rp", .rupiah, .rupiah(rows.map(\.contribution.amount))),
                ("setting", .word, column { $0.value }),
                ("unit", .word, column { $0.basis.law.unit.rawValue }),
                ("from", .word, column { $0.basis.law.from.description }),
                ("until", .word, column { $0.basis.law.until?.description ?? "" }),
                ("legal_reference", .word, column { $0.basis.legal?.english ?? "" }),
                ("mark", .word, column { $0.basis.mark.rawValue }),
                ("layer", .word, column { $0.basis.law.provenance.layer }),
                ("place", .word, column { $0.basis.law.provenance.place }),
            ])
    }
}

extension BasisRow {
    /// What makes one row of the contributions that people read.
    private struct Amount: Hashable {
        /// Whose contribution it is.
        let segment: String
        /// With a plus between those that share a rate.
        let programme: String
        /// Whole rupiah for a person-month.
        let amount: Rupiah
    }

    /// The programmes of the row's contribution.
    private var programme: String {
        contribution.programmes.map(\.rawValue).joined(separator: "+")
    }

    /// The contributions alone; payers and regions that pay the same share a row.
    static func amounts(
        _ rows: [BasisRow], _ regionCount: Int, _ language: Language
    ) -> ResultTable {
        var order: [Amount] = []
        var found: [Amount: (regions: [String], payers: [String])] = [:]
        for row in rows {
            let key = Amount(
                segment: row.segment, programme: row.programme, amount: row.contribution.amount)
            if found[key] == nil { order.append(key) }
            var cell = found[key] ?? ([], [])
            if !cell.regions.contains(row.region) { cell.regions.append(row.region) }
            if !cell.payers.contains(row.payer.rawValue) { cell.payers.append(row.payer.rawValue) }
            found[key] = cell
        }
        let cells = order.map { found[$0] ?? ([], []) }
        let regions = cells.map { cell -> String in
            guard cell.regions.count > 1 else { return cell.regions.first ?? "" }
            return cell.regions.count == regionCount
                ? "all" : Phrase.countOfRegions(cell.regions.count)[language]
        }
        return .trusted(
            name: "contributions",
            keys: [],
            measures: [
                ("segment", .word, .text(order.map(\.segment))), ("region", .word, .text(regions)),
                ("programme", .word, .text(order.map(\.programme))),
                ("payer", .word, .text(cells.map { $0.payers.joined(separator: ", ") })),
                ("contribution_rp", .rupiah, .rupiah(order.map(\.amount))),
            ])
    }

    /// The values of the law alone, each once.
    static func law(_ rows: [BasisRow], _ text: SettingText) -> ResultTable {
        var seen: Set<[String]> = []
        let once = rows.filter {
            seen.insert([$0.basis.path, $0.value, $0.basis.law.from.description]).inserted
        }
        /// One text for each value of the law.
        func column(_ text: (BasisRow) -> String) -> ResultTable.Cells { .text(once.map(text)) }
        return .trusted(
            name: "law", keys: [],
            measures: [
                ("law", .word, column { $0.basis.path }),
                (
                    "setting", .word,
                    column { row in
                        text.withUnit(
                            ValueText(
                                value: row.value, number: row.number, unit: row.basis.law.unit))
                    }
                ),
                ("from", .word, column { $0.basis.law.from.description }),
                ("legal_reference", .word, column { text.said($0.basis.legal) }),
                ("mark", .word, column { $0.basis.mark.rawValue }),
                ("place", .word, column { $0.basis.law.provenance.place }),
            ])
    }
}

/// What the law refuses of a contribution that is explained.
public struct ContributionRefusal: Error {
    /// Whose contribution it is.
    public let segment: String
    /// Why the law has no answer.
    public let fault: LawFault
}
