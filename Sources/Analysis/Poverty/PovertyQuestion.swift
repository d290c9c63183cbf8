import Policy
import Welfare

/// What a poverty target by a year needs of growth, of less inequality, of payments.
package struct PovertyQuestion: Sendable {
    package let policy: ResolvedPolicy
    /// Welfare in every draw, where draws were asked for.
    package let draws: PovertyDraws
    /// How draws are made; nil for point values.
    package let plan: EnsemblePlan?
    /// P0 or P1.
    package let index: PovertyIndex
    package let target: Double
    package let year: Int
    package let errors: PaymentErrors
    /// Published over fitted P1 of the regions at the start; nil where not all are published.
    package let publishedRatio: Double?

    package init(
        policy: ResolvedPolicy, draws: PovertyDraws, plan: EnsemblePlan?, index: PovertyIndex,
        target: Double, year: Int, errors: PaymentErrors, publishedRatio: Double?
    ) {
        self.policy = policy
        self.draws = draws
        self.plan = plan
        self.index = index
        self.target = target
        self.year = year
        self.errors = errors
        self.publishedRatio = publishedRatio
    }
}
