import Quantities

/// What a setting speaks of: a parameter, and the segment, purse or region it is limited to.
///
/// Written `key[.segment or purse][@region]`: `quota.petani@35.74`, `retention`,
/// `purse.ceiling.dbh-cht@35.05`, `law.bpu.jkm.amount`.
///
/// A value in a file, an explanation and a message about a fault all name it this way, so a reader
/// can search for one text. A member is matched by its whole identifier; there are no patterns.
public struct Address: Hashable, Sendable {
    /// The subject of a key.
    public enum Subject: Hashable, Sendable {
        /// A lever or an assumption of the catalogue.
        case parameter(ParameterDefinition)
        /// A path in the law tree, without `law.`.
        case law(String)
    }

    /// What is set.
    public let subject: Subject
    /// The segment or purse; nil for all.
    public let member: String?
    /// The region; nil for all. A province stands for all regions in it.
    public let region: RegionCode?

    /// An address; without member and region it speaks of every cell.
    public init(subject: Subject, member: String? = nil, region: RegionCode? = nil) {
        self.subject = subject
        self.member = member
        self.region = region
    }

    /// How narrow the address is: within one layer a narrower one wins.
    ///
    /// A kabupaten or kota before a province, a province before the nation, which is as wide as no
    /// region; among those a member before none.
    ///
    ///     cell                  specificity
    ///     key                   0
    ///     key.member            1
    ///     key@province          2
    ///     key.member@province   3
    ///     key@kabkota           4
    ///     key.member@kabkota    5
    ///
    /// The area weighs more than the member because a local figure is the better evidence: what
    /// one kota says of all its segments beats what the nation says of one segment.
    public var specificity: Int {
        let area =
            switch region?.level {
            case .kabkota: 4
            case .province: 2
            case .nation, nil: 0
            }
        return area + (member == nil ? 0 : 1)
    }

    /// Whether a cell lies within the address.
    ///
    /// A cell without a region lies in an address only where that names none.
    public func covers(member: String?, region: RegionCode?) -> Bool {
        (self.member == nil || self.member == member)
            && (self.region.map { area in region.map { area.contains($0) } ?? false } ?? true)
    }

    /// The key without member and region: `quota`, `law.bpu.jkm.amount`.
    public var key: String {
        switch subject {
        case .parameter(let definition): definition.path
        case .law(let path): "law." + path
        }
    }

    /// Whether the value is decided, believed or enacted; it names the section of the file.
    public var role: ParameterDefinition.Role {
        switch subject {
        case .parameter(let definition): definition.role
        case .law: .law
        }
    }
}

extension Address: CustomStringConvertible {
    /// The address as a scenario writes it.
    public var description: String {
        key + (member.map { "." + $0 } ?? "") + (region.map { "@" + $0.code } ?? "")
    }
}
