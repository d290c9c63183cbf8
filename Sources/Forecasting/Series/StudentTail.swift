internal import Quantities

/// How much farther a quantile of Student's distribution lies than that of the normal one.
enum StudentTail {
    /// The ratio by the expansion of Fisher and Cornish to the second order; within 2 % from three
    /// degrees of freedom on at 0.95.
    static func factor(probability: Double, freedom: Double) -> Double {
        let quantile = StandardNormal.quantile(probability)
        let square = quantile * quantile
        return 1 + (square + 1) / (4 * freedom)
            + (5 * square * square + 16 * square + 3) / (96 * freedom * freedom)
    }
}
