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

    /// 101 for each province, and for a kabupaten or kota one more than its number on top; 0 is the
    /// nation. Numbers stand in the order of the text.
    private let number: Int32

    /// Reads a code; nil unless it is two digits, or two and two with a dot.
    ///
    /// `00` is the nation and has no parts, so `00.01` is refused.
    public init?(_ code: some StringProtocol) {
        let bytes = Array(code.utf8.prefix(6))
        func digits(_ place: Int) -> Int32? {
            let pair = bytes[place..<place + 2]
            guard pair.allSatisfy({ (48...57).contains($0) }) else { return nil }
            return pair.reduce(0) { 10 * $0 + Int32($1 - 48) }
        }
        guard bytes.count == 2 || bytes.count == 5 && bytes[2] == UInt8(ascii: "."),
            let province = digits(0)
        else { return nil }
        guard bytes.count == 5 else {
            number = province * 101
            return
        }
        guard province != 0, let part = digits(3) else { return nil }
        number = province * 101 + part + 1
    }

    /// The whole country.
    public static let indonesia = RegionCode(number: 0)

    private init(number: Int32) { self.number = number }

    /// The code as written.
    public var code: String {
        func digits(_ number: Int32) -> String { "\(number / 10)\(number % 10)" }
        let part = number % 101
        return digits(number / 101) + (part == 0 ? "" : "." + digits(part - 1))
    }

    /// The level, read off the form of the code.
    public var level: Level { number == 0 ? .nation : number % 101 == 0 ? .province : .kabkota }

    /// The region directly above; nil for the nation.
    public var parent: RegionCode? {
        switch level {
        case .nation: nil
        case .province: .indonesia
        case .kabkota: RegionCode(number: number - number % 101)
        }
    }

    /// Whether `other` is this region or lies within it.
    ///
    /// Jawa Timur `35` contains Kota Probolinggo `35.74` and itself, but no other province.
    public func contains(_ other: RegionCode) -> Bool {
        switch level {
        case .nation: true
        case .province: other.number / 101 == number / 101
        case .kabkota: other == self
        }
    }

    /// In the order of the text: a province stands before its parts, and `35.74` before `36`.
    public static func < (left: RegionCode, right: RegionCode) -> Bool {
        left.number < right.number
    }
}

extension RegionCode: CustomStringConvertible {
    /// The code as written.
    public var description: String { code }
}
