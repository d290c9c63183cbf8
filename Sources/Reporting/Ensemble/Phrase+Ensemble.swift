import Analysis
import Quantities
import Sampling

extension Phrase {
    /// What intervals are, and how near the mean of the bill is.
    ///
    /// The error is that of independent draws; the other designs come nearer, how much is not known
    /// from one of them.
    static func drawsExplained(_ plan: EnsemblePlan, inputs: Int, error: String) -> Phrase {
        let design = plan.design.rawValue
        let isRandom = plan.design == .monteCarlo
        return Phrase(
            "median dan, di antara kurung, rentang 90 % dari \(plan.draws) simulasi acak"
                + " (\(design), benih \(plan.seed)) atas \(digits: inputs) masukan; galat Monte"
                + " Carlo rata-rata kebutuhan iuran \(isRandom ? "" : "paling banyak sekitar ")Rp"
                + " \(error)",
            en: "median and, in parentheses, 90 % range of \(plan.draws) draws (\(design), seed"
                + " \(plan.seed)) of \(digits: inputs) inputs; Monte Carlo error of the mean bill"
                + " \(isRandom ? "" : "at most about ")Rp \(error)"
        )
    }

    /// Draws without a result, and why.
    ///
    /// They are not replaced by others: what is shown leaves them out, and the reader has to know.
    static func drawsFailed(
        _ name: String, _ failures: DrawFailures, of draws: Int, _ reasons: [Phrase]
    ) -> Phrase {
        let first = zip(failures.first, reasons).map { failure, reason in
            Phrase(
                "simulasi acak \(failure.draw + 1): \(reason)",
                en: "draw \(failure.draw + 1): \(reason)")
        }
        return Phrase(
            "PERHATIAN: \(failures.count) dari \(draws) simulasi acak '\(name)' tidak punya hasil"
                + " dan tidak ikut dihitung. \(joined: first, by: "; ").",
            en: "NOTE: \(failures.count) of \(draws) draws of '\(name)' have no result and are not"
                + " part of it. \(joined: first, by: "; ").")
    }
}
