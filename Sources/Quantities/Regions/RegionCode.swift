/// A Kemendagri region code: `00` Indonesia, `35` a province, `35.74` a kabupaten or kota.
///
/// Codes are text: `35.10` is not `35.1`. Codes are reissued by decree, so tables name the
/// edition. The order is that of the text, which puts a province before its kabupaten and kota.
public struct RegionCode: Hashable, Sendable, Comparable {
    /// Where a code stands in the hierarchy.
    public enum Level: String, Sendable, CaseIterable {
        /// Widest first; kabupaten and kota are one level, told apart by no rule of their code.
        case nation, province, kabkota
    }

    /// The code as written.
    public let code: String

    /// Reads a code; nil unless it is two digits, or two and two with a dot.
    ///
    /// `00` is the nation and has no parts, so `00.01` is refused.
    public init?(_ code: some StringProtocol) {
        let parts = code.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            parts.count == 1 || parts[0] != "00"
        else { return nil }
        self.code = String(code)
    }

    /// The whole country.
    public static let indonesia = RegionCode(unchecked: "00")

    private init(unchecked code: String) {
        self.code = code
    }

    /// The level, read off the form of the code.
    public var level: Level {
        code == "00" ? .nation : code.contains(".") ? .kabkota : .province
    }

    /// The region directly above; nil for the nation.
    public var parent: RegionCode? {
        switch level {
        case .nation: nil
        case .province: .indonesia
        case .kabkota: RegionCode(unchecked: String(code.prefix(2)))
        }
    }

    /// Whether `other` is this region or lies within it.
    ///
    /// Jawa Timur `35` contains Kota Probolinggo `35.74` and itself, but no other province.
    public func contains(_ other: RegionCode) -> Bool {
        var here: RegionCode? = other
        while let region = here {
            if region == self { return true }
            here = region.parent
        }
        return false
    }

    /// In the order of the text: a province stands before its parts, and `35.74` before `36`.
    public static func < (left: RegionCode, right: RegionCode) -> Bool { left.code < right.code }
}

extension RegionCode: CustomStringConvertible {
    /// The code as written.
    public var description: String { code }
}
