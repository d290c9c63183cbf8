/// How the lists of workers that several purses pay for overlap, where nobody has matched them.
///
/// Of all who are eligible, purse `i` pays for the part `p_i`. Together they cover
///
///     additive    min(1, p_1 + p_2 + ...)              nobody twice while somebody is left
///     random      1 - (1 - p_1) (1 - p_2) ...          each list drawn without the others
///     nested      max(p_1, p_2, ...)                   each shorter list lies in the longer ones
///
/// What a purse pays for a worker whom a purse before it pays for is paid twice. In order of rank,
///
///     twice_i = p_i - (covered by 1 to i - covered by 1 to i - 1)
///
/// Reference: the interactions of programme coverage in Atomica, https://atomica.tools
public enum PayerOverlap: String, Sendable, CaseIterable {
    /// Lists are matched: a worker is on two only when nobody else is left.
    case additive
    /// Lists know nothing of each other.
    case random
    /// All lists begin with the same workers.
    case nested

    /// The part of the eligible that is on any list.
    ///
    /// - Parameter parts: by purse, the part that it pays for, 0 to 1.
    public func covered(_ parts: some Sequence<Double>) -> Double {
        switch self {
        case .additive: min(1, parts.reduce(0, +))
        case .random: 1 - parts.reduce(1) { $0 * (1 - $1) }
        case .nested: parts.max() ?? 0
        }
    }

    /// By purse, the part of the eligible whom it pays for though a purse before it does.
    ///
    /// - Parameter parts: by purse in order of rank, the part that it pays for, 0 to 1.
    public func twice(_ parts: [Double]) -> [Double] {
        parts.indices.map { purse in
            let added = covered(parts[...purse]) - covered(parts[..<purse])
            return max(0, parts[purse] - added)
        }
    }
}
