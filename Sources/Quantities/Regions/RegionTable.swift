/// The regions that exist, of one edition of the codes.
///
/// Codes are reissued by decree, so the table's edition is part of its data. The hierarchy is in
/// the codes themselves: `35.74` lies in `35`.
public struct RegionTable: Sendable {
    /// A province, kabupaten or kota.
    public struct Region: Sendable, Hashable {
        /// The Kemendagri code.
        public let code: RegionCode
        /// The code of BPS, which for two in five differs from that of Kemendagri; nil where the
        /// table does not say.
        public let bpsCode: String?
        /// As the table writes it: `Kota Probolinggo`.
        public let name: String
        /// How many desa it has; nil where the table does not say.
        public let villages: Int?

        public init(code: RegionCode, bpsCode: String?, name: String, villages: Int?) {
            self.code = code
            self.bpsCode = bpsCode
            self.name = name
            self.villages = villages
        }
    }

    /// In order of code.
    public let regions: [Region]
    private let byCode: [RegionCode: Region]
    let names: RegionNames

    /// Sorts the regions; of two with one code the first counts.
    public init(_ regions: [Region]) {
        self.regions = regions.sorted { $0.code < $1.code }
        byCode = Dictionary(
            regions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        names = RegionNames(self.regions)
    }

    /// The region with that code; nil where there is none.
    public subscript(code: RegionCode) -> Region? { byCode[code] }

    /// Whether a code is the nation or a region of the table.
    public func exists(_ code: RegionCode) -> Bool { code == .indonesia || byCode[code] != nil }

    /// The kabupaten and kota that a code stands for, in order of code.
    ///
    /// For `00` all of them, for a province those in it, for a kabupaten itself; empty for an
    /// unknown code.
    public func kabkota(in code: RegionCode) -> [RegionCode] {
        regions.map(\.code).filter { $0.level == .kabkota && code.contains($0) }
    }

    /// The name of a region, or its code where the table does not have it.
    public func name(of code: RegionCode) -> String { byCode[code]?.name ?? code.code }
}
