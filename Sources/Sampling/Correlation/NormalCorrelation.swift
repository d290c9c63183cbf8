internal import RealModule

/// Correlations of two normals and of what is made of them.
public enum NormalCorrelation {
    /// The correlation of the normals whose ranks have Spearman's correlation r: `2 sin(pi r/6)`.
    public static func ofRanks(_ spearman: Double) -> Double {
        // Exact at the ends, where the sine rounds.
        abs(spearman) == 1 ? spearman : 2 * .sin(.pi * spearman / 6)
    }

    /// Spearman's correlation of two normals: `6/pi asin(rho / 2)`.
    public static func ranks(_ normal: Double) -> Double {
        abs(normal) == 1 ? normal : 6 / .pi * .asin(normal / 2)
    }
}
