import Analysis
import Formats
import Policy
import Quantities
import Sampling
import Welfare

extension PovertyQuestion {
    /// Reads options and regions.
    ///
    /// - Parameters:
    ///   - headcount: `--p0`; exactly one of both must be given.
    ///   - gap: `--p1`.
    ///   - by: a year of the horizon after the first.
    /// - Throws: ``InputFaults``.
    package init(
        _ policy: ResolvedPolicy, headcount: String?, gap: String?, by: String?,
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
        default:
            throw InputFaults(
                option: "--p0",
                Phrase(id: "sebutkan salah satu: --p0 atau --p1", en: "name one of --p0 and --p1"))
        }
        let years = Array(policy.years)
        guard let by else {
            throw InputFaults(
                option: "--by", Phrase.isMissing,
                hint: Phrase.choices(years.dropFirst().map(String.init)))
        }
        guard let year = Int(by), years.dropFirst().contains(year) else {
            throw InputFaults(
                option: "--by",
                Phrase(
                    id: "'\(by)' bukan tahun dalam periode sesudah yang pertama",
                    en: "'\(by)' is no year of the horizon after the first"),
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

extension PovertyPath {
    /// Reads the regions and draws what is uncertain.
    ///
    /// - Throws: ``InputFaults`` where a region lacks what its poverty rests on, and for draws that
    ///   cannot be made.
    package init(
        _ policy: ResolvedPolicy, plan: EnsemblePlan?, in workspace: Workspace
    ) throws(InputFaults) {
        self.init(policy: policy, draws: try workspace.povertyDraws(policy, plan), plan: plan)
    }
}

extension Workspace {
    /// The regions of a scenario, all of whose poverty must be known.
    ///
    /// - Throws: ``InputFaults``.
    func povertyDraws(
        _ policy: ResolvedPolicy, _ plan: EnsemblePlan?
    ) throws(InputFaults) -> PovertyDraws {
        let draws: PovertyDraws
        do {
            draws = try PovertyDraws(policy, plan: plan)
        } catch let fault as DesignFault {
            throw Self.faults(fault)
        } catch {
            throw faults(error, [policy])
        }
        let unknown = zip(policy.regions, draws.written).filter { !$1.isKnown }.map { $0.0.code }
        guard unknown.isEmpty else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: policy.scenario.file),
                    Phrase.povertyUnknown(unknown),
                    hint: Phrase(
                        id: "isi 'population', 'poverty.headcount', 'poverty.line' dan"
                            + " 'poverty.gini' di bawah 'assumptions:'",
                        en: "set 'population', 'poverty.headcount', 'poverty.line' and"
                            + " 'poverty.gini' under 'assumptions:'"
                    ))
            ])
        }
        return draws
    }
}
