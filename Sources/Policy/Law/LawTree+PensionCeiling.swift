import Quantities

/// The wage ceiling of the pension programme in a year, from the year before.
///
/// `previous x (1 + growth)`, rounded down to Rp 100, where growth is last year's growth of gross
/// domestic product (PP 45/2015 article 29(3)).
///
/// The rule makes every ceiling from 2016 to 2026 out of Rp 7,000,000 in 2015. For 2026:
/// `10,547,400 x 1.0511 = 11,086,372.14`, so Rp 11,086,300.
///
/// - Throws: ``LawFault/tooLarge``.
public func pensionCeiling(
    previous: Rupiah, growth: ExactDecimal
) throws(LawFault) -> Rupiah {
    try LawAmount(previous).adding(growth, of: previous).rounded(downToMultipleOf: 100)
}

extension LawTree {
    /// The same law with the pension ceiling carried on by its rule, from the March after its last
    /// value through the March of `year`, at a growth that the caller assumes.
    ///
    /// The law states ceilings up to its newest decree; a plan of several years that leaves the
    /// last one standing lets the pension contribution of high wages fall behind. The ceilings made
    /// here are assumptions: their provenance is the caller's.
    ///
    /// - Throws: ``LawFault`` where the tree has no ceiling or one leaves its range.
    public func extendingPensionCeiling(
        growth: ExactDecimal, through year: Int, provenance: Provenance
    ) throws(LawFault) -> LawTree {
        let path = "pu.jp.ceiling"
        guard let last = try parameter(path).values.last else {
            throw .noValue(path: path, month: Month(year, 3), first: nil)
        }
        var (law, ceiling) = (self, try last.rupiah)
        for next in stride(from: last.from.year + 1, through: year, by: 1) {
            ceiling = try pensionCeiling(previous: ceiling, growth: growth)
            law = try law.overriding(
                path, from: Month(next, 3), change: .replaced(ExactDecimal(ceiling.amount)),
                provenance: provenance)
        }
        return law
    }
}
