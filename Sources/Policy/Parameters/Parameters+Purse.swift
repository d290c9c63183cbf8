import Quantities

/// Which purses pay, in which order, how much and when.
extension Parameters {
    /// Empty means every purse of the scenario that may pay the segment, in their rank.
    public static let fundingPurses = ParameterKey<[PurseID]>(
        ParameterDefinition(
            "funding.purses", .lever, .segment, .purses, standard: .words([]),
            id: "Sumber dana yang membayar segmen ini, menurut urutan",
            en: "Purses that pay for this segment, in order",
            short: Phrase(id: "urutan sumber dana", en: "order of purses"), [.payment(.purses)])
    ) { if case .words(let words) = $0 { words.map(PurseID.init) } else { nil } }
    /// Read in the month in which the budget is planned.
    public static let budgetPolicy = word(
        "budget.policy", .lever, BudgetPolicy.allCases, standard: .report,
        id: "Bila pagu tidak cukup", en: "What happens when ceilings do not suffice",
        short: Phrase(id: "aturan anggaran", en: "budget rule"), .payment(.budgetPolicy))
    /// Never January, which plans the whole year anyway.
    public static let revisionMonth = number(
        "budget.revision_month", .lever, .region, .monthOfYear, 2...12, standard: 10,
        id: "Bulan berlakunya APBD perubahan", en: "Month in which APBD perubahan takes effect",
        short: Phrase(id: "bulan APBD perubahan", en: "month of APBD perubahan"),
        .payment(.revisionMonth))
    /// What a purse may spend on all its segments in a budget year of one region. Zero unless set:
    /// a purse without a ceiling pays nothing, so that a forgotten one shows as a gap.
    public static let ceiling = number(
        "purse.ceiling", .lever, .purse, .rupiahPerYear, 0...1e16, standard: 0,
        id: "Pagu setahun", en: "Ceiling for a year", short: Phrase(id: "pagu", en: "ceiling"),
        usual: UsualRange(1e6...1e14, slip: .thousands), .ceiling(.amount))
    /// What the money that feeds a purse is forecast to bring in; see ``revenueShare``.
    public static let purseRevenue = number(
        "purse.revenue", .assumption, .purse, .rupiahPerYear, 0...1e16, standard: 0,
        id: "Perkiraan penerimaan yang mengisi sumber dana",
        en: "Forecast revenue that feeds the purse",
        short: Phrase(id: "pendapatan bagi", en: "revenue behind"),
        usual: UsualRange(1e6...1e14, slip: .thousands), .ceiling(.revenue))
    /// The part of that revenue which may go to contributions, on top of the fixed amount.
    ///
    ///     ceiling in force = purse.ceiling + purse.revenue_share x purse.revenue
    public static let revenueShare = number(
        "purse.revenue_share", .lever, .purse, .share, unitInterval, standard: 0,
        id: "Bagian penerimaan itu yang menambah pagu",
        en: "Part of that revenue that adds to the ceiling",
        short: Phrase(id: "bagian pendapatan bagi", en: "share of the revenue behind"),
        .ceiling(.share))
    /// A fixed part of each bill: the regency pays at most 60 % of it, come what may. What follows
    /// another purse is ``purseMatch``.
    public static let purseShare = number(
        "purse.share", .lever, .purse, .share, unitInterval, standard: 1,
        id: "Bagian kebutuhan iuran yang boleh dibayar sumber ini",
        en: "Share of a bill it may pay",
        short: Phrase(id: "bagian sumber dana", en: "purse's share"), .limit(.share))
    /// What a purse pays at most for each rupiah that its partner pays of the same month's bill of
    /// the same programme. Where the regency's ceiling binds, what the province adds falls with it.
    ///
    ///     province 40 % where the regency pays 60 %:   0.4 / 0.6 = 0.6667
    ///
    /// Zero stands for no such rule. Whom a purse matches stands in the catalogue (`matches`).
    public static let purseMatch = number(
        "purse.match", .lever, .purse, .factor, 0...1000, standard: 0,
        id: "Dana pendamping: rupiah per rupiah sumber mitra (0: tanpa aturan)",
        en: "Matching: rupiah for each rupiah of the partner purse (0: no rule)",
        short: Phrase(id: "dana pendamping", en: "matching"),
        usual: UsualRange(0...10, slip: .percent), .limit(.match))
    /// Who would have to close the gap: a gap costs what this purse's payer is charged by law, not
    /// at a discount that only another payer has.
    public static let gapPayer = ParameterKey<PurseID>(
        ParameterDefinition(
            "gap.payer", .lever, .segment, .purse, standard: .word("apbd-kabkota"),
            id: "Sumber dana yang harus menutup kekurangan pagu",
            en: "Purse that would have to close the gap", [.payment(.gapPayer)])
    ) { if case .word(let word) = $0 { PurseID(word) } else { nil } }

    static let ofPurses = [
        fundingPurses.definition, budgetPolicy.definition, revisionMonth.definition,
        ceiling.definition, purseRevenue.definition, revenueShare.definition,
        purseShare.definition, purseMatch.definition, gapPayer.definition,
    ]

    /// What a ceiling is made of, in the order of ``CeilingParts``.
    public static let ceilingParts = [ceiling, purseRevenue, revenueShare]
}

/// What happens when a segment's bill exceeds what its purses can pay.
///
/// Both ways of cutting exist because regions use both: fewer persons for the year, or the same
/// persons for fewer months.
public enum BudgetPolicy: String, Sendable, CaseIterable {
    /// The quota stays and the unfunded gap is shown.
    case report
    /// The quota path is cut by a common factor. The largest factor that fits, to within one
    /// person.
    case capHeads = "cap-heads"
    /// Later months of the budget window are unfunded. The largest whole number of months that
    /// fits, from the window's start.
    case capMonths = "cap-months"

    /// Its number where only numbers stand, such as in a kernel's vectors.
    package var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The rule with that number.
    package init(position: Double) { self = Self.allCases[Int(position)] }
}

/// What a purse may spend in a year, as an amount and as a part of a forecast revenue.
///
/// Kept apart until the ceiling is asked for: a draw may change one part and leave the others.
public struct CeilingParts: Sendable, Equatable {
    /// Each is a parameter of its own.
    public enum Part: Sendable, Hashable {
        case amount, revenue, share
    }

    /// `purse.ceiling`, rupiah a year.
    public var amount: Double
    /// `purse.revenue`, rupiah a year.
    public var revenue: Double
    /// `purse.revenue_share`.
    public var share: Double

    /// Without labels, in the order of ``Parameters/ceilingParts``.
    public init(_ amount: Double, _ revenue: Double, _ share: Double) {
        (self.amount, self.revenue, self.share) = (amount, revenue, share)
    }

    /// The ceiling in force, in whole rupiah: `amount + share x revenue`, rounded.
    public var ceiling: Double { (amount + share * revenue).rounded() }

    /// Replaces a part.
    public mutating func set(_ part: Part, _ value: Double) {
        switch part {
        case .amount: amount = value
        case .revenue: revenue = value
        case .share: share = value
        }
    }
}

extension ResolvedPolicy {
    /// Whose money a purse is, whether or not the scenario lists it.
    ///
    /// Readers refuse names of no purse; the region's own budget stands for one that is not known.
    public func payer(_ purse: PurseID) -> Payer {
        let named =
            purses.first { $0.id == purse } ?? scenario.knownPurses.first { $0.id == purse }
        return named?.payer ?? .apbd
    }

    /// Everyone who may have to be asked for a price: the payers of all purses, APBD, the worker
    /// and the employer; those of purses that exist where the scenario says who closes a gap.
    public var payers: [Payer] {
        let setsGapPayer = scenario.layers.contains { layer in
            layer.settings.contains {
                $0.address.subject == .parameter(Parameters.gapPayer.definition)
            }
        }
        let purses = purses + (setsGapPayer ? scenario.knownPurses : [])
        let all = Set(purses.map(\.payer) + [.apbd, .`self`, .employer])
        return Payer.allCases.filter(all.contains)
    }

    /// What a purse may spend in a region's year, as it stands in a month.
    public func ceilingParts(
        _ purse: PurseID, _ region: RegionCode, at month: Month
    ) -> CeilingParts {
        let parts = Parameters.ceilingParts.map { value($0, purse, region, at: month) }
        return CeilingParts(parts[0], parts[1], parts[2])
    }
}
