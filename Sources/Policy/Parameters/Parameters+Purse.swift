import Quantities

extension Parameters {
    /// What a purse pays at most for each rupiah that its partner pays of the same month's bill of
    /// the same programme. Where the regency's ceiling binds, what the province adds falls with it.
    ///
    ///     province 40 % where the regency pays 60 %:   0.4 / 0.6 = 0.6667
    ///
    /// Zero stands for no such rule. Whom a purse matches stands in the catalogue (`matches`).
    public static let purseMatch = number(
        "purse.match", .lever, .purse, .factor, 0...1000, standard: 0,
        id: "Dana pendamping: rupiah per rupiah sumber mitra (0: tanpa aturan)",
        en: "Matching: rupiah for each rupiah of the partner purse (0: no rule)")
    /// What the money that feeds a purse is forecast to bring in; see ``revenueShare``.
    public static let purseRevenue = number(
        "purse.revenue", .assumption, .purse, .rupiahPerYear, 0...1e16, standard: 0,
        id: "Perkiraan penerimaan yang mengisi sumber dana",
        en: "Forecast revenue that feeds the purse")
    /// The part of that revenue which may go to contributions, on top of the fixed amount.
    ///
    ///     ceiling in force = purse.ceiling + purse.revenue_share x purse.revenue
    public static let revenueShare = number(
        "purse.revenue_share", .lever, .purse, .share, unitInterval, standard: 0,
        id: "Bagian penerimaan itu yang menambah pagu",
        en: "Part of that revenue that adds to the ceiling")

    /// Who would have to close the gap: a gap costs what this purse's payer is charged by law, not
    /// at a discount that only another payer has.
    public static let gapPayer = ParameterKey<FundingSourceID>(
        ParameterDefinition(
            "gap.payer", .lever, .segment, .purse, standard: .word("apbd-kabkota"),
            id: "Sumber dana yang harus menutup kekurangan pagu",
            en: "Purse that would have to close the gap")
    ) { if case .word(let word) = $0 { FundingSourceID(word) } else { nil } }

    /// What a ceiling is made of, in the order of ``CeilingParts``.
    public static let ceilingParts = [ceiling, purseRevenue, revenueShare]
}

/// What a purse may spend in a year, as an amount and as a part of a forecast revenue.
///
/// Kept apart until the ceiling is asked for: a draw may change one part and leave the others.
public struct CeilingParts: Sendable, Equatable {
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

    /// Replaces the part that a parameter gives; another parameter changes nothing.
    public mutating func take(_ path: String, _ value: Double) {
        switch path {
        case Parameters.ceiling.definition.path: amount = value
        case Parameters.purseRevenue.definition.path: revenue = value
        case Parameters.revenueShare.definition.path: share = value
        default: break
        }
    }
}

extension ResolvedPolicy {
    /// Whose money a purse is, whether or not the scenario lists it.
    ///
    /// Readers refuse names of no purse; the region's own budget stands for one that is not known.
    public func payer(_ purse: FundingSourceID) -> Payer {
        (fundingSources + scenario.knownPurses).first { $0.id == purse }?.payer ?? .apbd
    }

    /// Everyone who may have to be asked for a price: the payers of all purses, APBD, the worker
    /// and the employer; those of purses that exist where the scenario says who closes a gap.
    public var payers: [Payer] {
        let setsGapPayer = scenario.layers.contains { layer in
            layer.settings.contains {
                $0.address.subject == .parameter(Parameters.gapPayer.definition)
            }
        }
        let purses = fundingSources + (setsGapPayer ? scenario.knownPurses : [])
        let all = Set(purses.map(\.payer) + [.apbd, .`self`, .employer])
        return Payer.allCases.filter(all.contains)
    }

    /// What a purse may spend in a region's year, as it stands in a month.
    public func ceilingParts(
        _ purse: FundingSourceID, _ region: RegionCode, at month: Month
    ) -> CeilingParts {
        let parts = Parameters.ceilingParts.map { timeline($0, purse, region)[month] }
        return CeilingParts(parts[0], parts[1], parts[2])
    }
}
