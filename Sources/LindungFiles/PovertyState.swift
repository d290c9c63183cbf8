import Policy
import Quantities
import Welfare

/// What is known of the poverty of a region: published and fitted figures, and the money that would
/// close the gap.
public struct PovertyState: Sendable {
    /// The region that was asked for.
    let region: PovertyRegion
    /// The kabupaten and kota in the region's province, or of the province asked for, that have
    /// data.
    let neighbours: [PovertyRegion]
    /// Errors of payments.
    let gap: PovertyGap
    /// Whether the Gini is that of a mean that was given.
    private let hasMean: Bool
    /// What was asked, as typed.
    public let options: [(name: String, value: String)]

    /// Reads the shipped tables.
    ///
    /// - Parameters:
    ///   - code: a province, kabupaten or kota.
    ///   - mean: consumption per person-month, in place of the Gini; nil keeps the Gini.
    ///   - errors: of payments.
    /// - Throws: ``InputFaults`` where there are no data.
    public init(
        _ code: String, mean: String? = nil, errors: PaymentErrors, in workspace: Workspace
    ) throws(InputFaults) {
        let published = try PovertyRegion.read(code, in: workspace)
        let region =
            try mean.map { text throws(InputFaults) in
                try Self.fitted(published, text)
            } ?? published
        (self.region, hasMean) = (region, mean != nil)
        let province = region.code.parent.flatMap { $0 == .indonesia ? nil : $0 } ?? region.code
        let tables = try PovertyTables(workspace)
        var neighbours: [PovertyRegion] = []
        for code in workspace.catalogue.regions.kabkota(in: province) {
            guard let region = try tables.region(code, year: PovertyRegion.newest) else { continue }
            neighbours.append(region)
        }
        self.neighbours = neighbours
        gap = PovertyGap(
            perfect: region.gapRupiah(), leakage: errors.leakage, exclusion: errors.exclusion)
        options = [("region", code), ("mean", mean ?? "")] + errors.options
    }

    /// A region with the Gini of a mean.
    private static func fitted(
        _ region: PovertyRegion, _ mean: String
    ) throws(InputFaults) -> PovertyRegion {
        let amount = try PovertyFile.money(mean, "--mean")
        do throws(LognormalFault) {
            return try region.with(mean: amount)
        } catch {
            throw InputFaults(
                option: "--mean", Messages.noLognormal(error, line: region.line),
                hint: Messages.noLognormalHint)
        }
    }

    /// Whether a province was asked for.
    private var isProvince: Bool { region.code.level == .province }

    /// By region: published and fitted P1 and P2.
    var fitTable: ResultTable {
        let rows = isProvince && !hasMean ? neighbours : [region]
        let fitted = rows.map(\.fitted)
        /// A column of shares, one for each region.
        func column(_ name: String, _ values: [Double]) -> (String, Unit, ResultTable.Cells) {
            (name, .share, .number(values))
        }
        let errors = zip(fitted, rows).map { ($0.gap - $1.gap, $0.severity - $1.severity) }
        return .trusted(
            name: "poverty-state",
            keys: [
                ("region", .text(rows.map(\.code.code))), ("region_name", .text(rows.map(\.name))),
            ],
            measures: [
                ("poor_persons", .person, .number(rows.map(\.poor))),
                column("poverty_p0_share", rows.map(\.headcount)),
                column("poverty_p1_share", rows.map(\.gap)),
                column("poverty_p1_fitted_share", fitted.map(\.gap)),
                column("poverty_p1_error_share", errors.map(\.0)),
                column("poverty_p2_share", rows.map(\.severity)),
                column("poverty_p2_fitted_share", fitted.map(\.severity)),
                column("poverty_p2_error_share", errors.map(\.1)),
                ("gini", .factor, .number(rows.map(\.gini))),
                (
                    "gap_rp_per_year", .rupiahPerYear,
                    .number(rows.map { $0.gapRupiah().rounded() })
                ),
            ])
    }

    /// The region's facts.
    private var card: FactCard {
        var card = FactCard()
        card.add(Messages.linePerHead, Messages.perHead(region.line))
        card.add(
            Messages.giniUsed,
            hasMean
                ? Messages.giniOfMean(region.gini)
                : Messages.giniText(region.gini, region.giniRange, from: region.giniFrom?.code))
        card.add(Messages.impliedMean, Messages.perHead(region.welfare.mean))
        card.add(
            Messages.gapPerYear, Messages.yearlyMoney(region.gap.isNaN ? .nan : gap.perfect))
        card.add(
            Messages.gapFitted, Messages.yearlyMoney(region.gapRupiah(fitted: true)))
        card.add(Messages.budgetNeeded, Messages.budgetText(gap))
        card.add(Messages.gapLeft, Messages.yearlyMoney(gap.remaining))
        return card
    }

    /// How well the lognormal fits the regions around.
    private var errorNotes: [Phrase] {
        [
            FitErrors(neighbours, published: \.gap, fitted: \.gap).map {
                Messages.fitErrors("P1", neighbours.count, $0)
            },
            FitErrors(neighbours, published: \.severity, fitted: \.severity).map {
                Messages.fitErrors("P2", neighbours.count, $0)
            },
        ].compactMap { $0 }
    }

    /// Published and fitted P1 of the regions of a province.
    public func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        guard isProvince, !hasMean else { return [] }
        return [
            (
                "poverty-fit.vl.json",
                PovertyPicture.fit(neighbours, title: Messages.fitPicture, in: language)
            )
        ]
    }

    /// The report for people.
    public func report(in language: Language) -> Report {
        Report(
            title: Messages.povertyOf(region.name, region.code.code, region.year),
            answer: [
                Messages.povertyAnswer(
                    region.name, poor: region.poor, headcount: region.headcount,
                    gap: gap.perfect)
            ],
            introduction: [Messages.stateExplained] + errorNotes,
            sections: [
                Report.Section(
                    heading: Messages.publishedAndFitted, .table(peopleTable), data: [fitTable]),
                Report.Section(heading: Messages.gapAndMoney, .card(card)),
            ])
    }

    /// The table as far as it fits a terminal.
    private var peopleTable: ResultTable {
        let table = fitTable
        let shown: Set<String> = [
            "poor_persons", "poverty_p0_share", "poverty_p1_share", "poverty_p1_fitted_share",
            "poverty_p1_error_share", "poverty_p2_share", "poverty_p2_fitted_share",
        ]
        return .trusted(
            name: table.name,
            keys: table.keys.filter { $0.name == "region_name" }.map { ($0.name, $0.cells) },
            measures: table.measures.filter { shown.contains($0.name) }.map {
                ($0.name, $0.unit ?? .factor, $0.cells)
            })
    }
}

/// The two errors of payments, as options give them.
public struct PaymentErrors: Sendable {
    /// Shares, 0 or more and below 1; 0 to 1.
    let leakage, exclusion: Double
    /// As a manifest has them.
    let options: [(name: String, value: String)]

    /// Reads both options; 0 where they are not given.
    ///
    /// - Throws: ``InputFaults`` with each that is no share.
    public init(leakage: String?, exclusion: String?) throws(InputFaults) {
        /// A share from 0 up to but not 1; 0 where the option is not given.
        func read(_ text: String?, _ option: String) throws(InputFaults) -> Double {
            guard let text else { return 0 }
            let number = try OptionNumber.read(text, option)
            guard number >= 0, number < 1 else {
                throw InputFaults(
                    option: option, Messages.notAnErrorShare(text), hint: Messages.errorShareHint)
            }
            return number
        }
        self.leakage = try read(leakage, "--leakage")
        self.exclusion = try read(exclusion, "--exclusion")
        options = [("leakage", "\(self.leakage)"), ("exclusion", "\(self.exclusion)")]
    }
}
