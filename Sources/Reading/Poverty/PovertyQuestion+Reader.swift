import Analysis
import Formats
import Policy
import Quantities
import Welfare

extension PovertyQuestion {
    /// Reads options and regions.
    ///
    /// - Parameters:
    ///   - headcount: `--p0`; exactly one of both must be given.
    ///   - gap: `--p1`.
    ///   - by: a year of the horizon after the first.
    /// - Throws: ``InputFaults``.
    public init(
        _ policy: ResolvedPolicy, headcount: String?, gap: String?, by: String,
        errors: PaymentErrors, plan: EnsemblePlan?, in workspace: Workspace
    ) throws(InputFaults) {
        let (index, target): (PovertyIndex, Double)
        switch (headcount, gap) {
        case (let text?, nil):
            (index, target) = (
                .headcount, try OptionNumber.share(text, "--p0", isOneAllowed: false)
            )
        case (nil, let text?):
            (index, target) = (.gap, try OptionNumber.share(text, "--p1", isOneAllowed: false))
        default: throw InputFaults(option: "--p0", Phrase.oneTarget)
        }
        let years = Array(policy.years)
        guard let year = Int(by), years.dropFirst().contains(year) else {
            throw InputFaults(
                option: "--by", Phrase.notATargetYear(by),
                hint: Phrase.choices(years.dropFirst().map(String.init)))
        }
        self.init(
            policy: policy, draws: try workspace.povertyDraws(policy, plan), plan: plan,
            index: index, target: target, year: year, errors: errors,
            publishedRatio: try Self.ratio(policy, workspace))
    }

    /// The published gaps of the regions over the fitted ones, in rupiah.
    ///
    /// - Throws: ``InputFaults``.
    private static func ratio(
        _ policy: ResolvedPolicy, _ workspace: Workspace
    ) throws(InputFaults) -> Double? {
        let tables = try PovertyTables(workspace)
        var regions: [PovertyRegion] = []
        for code in policy.regions {
            guard let region = try tables.region(code, year: PovertyRegion.newest),
                !region.gap.isNaN, !region.poor.isNaN
            else { return nil }
            regions.append(region)
        }
        let sum = { (isFitted: Bool) in
            regions.reduce(0) { $0 + $1.gapRupiah(fitted: isFitted) }
        }
        return sum(false) / sum(true)
    }
}
