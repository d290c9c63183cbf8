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
                heading: Phrase(id: "Dasar hukumnya", en: "The law behind it"),
                .table(BasisRow.law(rows, text)), data: []),
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

    private func subjects(_ segment: Int, _ region: RegionCode) -> [ContributionSubject] {
        let policy = result.policy
        let id = policy.segments[segment].id
        let purses = policy.purses(for: id, region, at: month).map(\.payer)
        let payers = Payer.allCases.filter { purses.contains($0) || $0 == .`self` }
        return payers.map { policy.registration(of: id, in: region, at: month, paidBy: $0) }
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

private struct BasisRow {
    let segment: String
    /// Where; the base and the risk class may differ by region.
    let region: String
    let payer: Payer
    let contribution: Contribution
    let basis: LegalBasis
    let value: String
    /// The value where it is a number.
    let number: Double?

    var programme: String { contribution.programmes.map(\.rawValue).joined(separator: "+") }

    /// The rows as a table: the contribution, then what it rests on, one value a row.
    static func table(_ rows: [BasisRow]) -> ResultTable {
        ResultTable("basis", rows) {
            Key("segment", \.segment)
            Key("region", \.region)
            Key("payer", \.payer.rawValue)
            Key("programme", \.programme)
            Key("law", \.basis.path)
            Column("contribution_rp", .rupiah, \.contribution.amount)
            Column("setting", .word, \.value)
            Column("unit", .word, \.basis.law.unit.rawValue)
            Column("from", .word, \.basis.law.from.description)
            Column("until", .word, \.basis.law.until?.description)
            Column("legal_reference", .word, \.basis.legal?.english)
            Column("mark", .word, \.basis.mark.rawValue)
            Column("layer", .word, \.basis.law.provenance.layer)
            Column("place", .word, \.basis.law.provenance.place)
        }
    }

    private struct Amount: Hashable {
        let segment: String
        let programme: String
        /// For a person-month.
        let amount: Rupiah
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
        let cells = order.map { (contribution: $0, payment: found[$0] ?? ([], [])) }
        return ResultTable("contributions", cells) {
            Column("segment", .word, \.contribution.segment)
            Column("region", .word) { cell in
                let regions = cell.payment.regions
                guard regions.count > 1 else { return regions.first ?? "" }
                return regions.count == regionCount
                    ? "all" : Phrase.countOfRegions(regions.count)[language]
            }
            Column("programme", .word, \.contribution.programme)
            Column("payer", .word) { $0.payment.payers.joined(separator: ", ") }
            Column("contribution_rp", .rupiah, \.contribution.amount)
        }
    }

    /// The values of the law alone, each once.
    static func law(_ rows: [BasisRow], _ text: SettingText) -> ResultTable {
        var seen: Set<[String]> = []
        let once = rows.filter {
            seen.insert([$0.basis.path, $0.value, $0.basis.law.from.description]).inserted
        }
        return ResultTable("law", once) {
            Column("law", .word, \.basis.path)
            Column("setting", .word) {
                text.withUnit(
                    ValueText(value: $0.value, number: $0.number, unit: $0.basis.law.unit))
            }
            Column("from", .word, \.basis.law.from.description)
            Column("legal_reference", .word) { text.said($0.basis.legal) }
            Column("mark", .word, \.basis.mark.rawValue)
            Column("place", .word, \.basis.law.provenance.place)
        }
    }
}

/// What the law refuses of a contribution that is explained.
package struct ContributionRefusal: Error {
    package let segment: String
    /// Why the law has no answer.
    package let fault: LawFault
}
