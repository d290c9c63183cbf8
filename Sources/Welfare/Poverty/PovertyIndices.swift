/// How many are poor, how poor, and how unequally: the indices of Foster, Greer and Thorbecke, with
/// that of Watts.
///
///     P_a = E[((z - y) / z)^a ; y < z],   Watts = E[ln(z / y) ; y < z]
///
/// y is consumption per head, z the poverty line; whoever is at the line is not poor.
///
/// Reference: J. Foster, J. Greer and E. Thorbecke, A class of decomposable poverty measures,
/// Econometrica 52 (1984), doi:10.2307/1913475; Watts: J. Haughton and S. Khandker, Handbook on
/// poverty and inequality, World Bank (2009), ch. 4.
public struct PovertyIndices: Sendable, Hashable {
    /// P0, the share of people below the line.
    public let headcount: Double
    /// P1, the mean gap as a share of the line; those who are not poor count with 0.
    public let gap: Double
    /// P2, the mean squared gap.
    public let severity: Double
    /// The mean of the logarithm of line over consumption, a pure number that is never below P1;
    /// those who are not poor count with 0. NaN where somebody has nothing.
    public let watts: Double

    /// Indices that are known.
    public init(headcount: Double, gap: Double, severity: Double, watts: Double) {
        self.headcount = headcount
        self.gap = gap
        self.severity = severity
        self.watts = watts
    }
}

/// Which of the indices is spoken of.
public enum PovertyIndex: String, Sendable, CaseIterable {
    /// P0, P1, P2.
    case headcount = "p0"
    /// P1: mean distance to the line as a part of it, 0 for who is not poor.
    case gap = "p1"
    /// P2: mean square of that distance.
    case severity = "p2"
    /// Watts: mean logarithm of line over consumption, 0 for who is not poor.
    case watts

    /// As people write it: `P0`, `Watts`.
    public var name: String { self == .watts ? "Watts" : rawValue.uppercased() }
}

extension PovertyIndices {
    /// The index that is spoken of.
    public subscript(index: PovertyIndex) -> Double {
        switch index {
        case .headcount: headcount
        case .gap: gap
        case .severity: severity
        case .watts: watts
        }
    }
}
