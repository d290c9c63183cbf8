import Policy

/// The parameters that contributions are computed from, each looked up once per month.
///
/// The calculation names a slot, never a path, so nothing is searched by text while it runs. The
/// packages of migrant workers are not here: their months are part of their paths.
///
/// The raw value is the place in ``ContributionTariff``'s row of values, so a lookup is one index.
enum ContributionSlot: Int, CaseIterable {
    /// JKK of wage earners by risk class, a share of the wage (PP 44/2015).
    case puJKK1
    /// Risk class 2, low.
    case puJKK2
    /// Risk class 3, medium.
    case puJKK3
    /// Risk class 4, high.
    case puJKK4
    /// Risk class 5, very high.
    case puJKK5
    /// JKM of wage earners, a share of the wage.
    case puJKM
    /// JHT, the employer's share of the wage (PP 46/2015).
    case puJHTEmployer
    /// JHT, the worker's share of the wage.
    case puJHTWorker
    /// Pension, the employer's share of the wage up to the ceiling (PP 45/2015).
    case puJPEmployer
    /// Pension, the worker's share of the wage up to the ceiling.
    case puJPWorker
    /// The wage above which no more pension contribution is owed.
    case puJPCeiling
    /// JKP, the whole share of the wage up to its own ceiling (PP 37/2021, PP 6/2025).
    case puJKP
    case puJKPState
    case puJKPFromJKK
    /// The part of it that is taken out of JKM; nothing since PP 6/2025.
    case puJKPFromJKM
    /// The wage above which no more JKP is owed.
    case puJKPCeiling
    /// The base by band of declared income (PP 44/2015 Annex II).
    case bpuBands
    /// JKK, a share of the band's base.
    case bpuJKK
    /// JKM, one amount for everybody.
    case bpuJKM
    /// JHT, a share of the band's base.
    case bpuJHT
    /// JKK of a construction contract whose wages are not known, rates by bracket of its value.
    case jakonJKKScale
    case jakonJKMScale
    /// JKK where the wages are known, a share of them.
    case jakonJKK
    /// JKM where the wages are known, a share of them.
    case jakonJKM
    case pmiExtension
    /// The least that a migrant worker saves in a month.
    case pmiSavingsMinimum
    /// The most that a migrant worker saves in a month.
    case pmiSavingsMaximum

    /// Where the tree keeps it; the law files give these paths.
    var path: String {
        switch self {
        case .puJKK1: "pu.jkk.rate.1"
        case .puJKK2: "pu.jkk.rate.2"
        case .puJKK3: "pu.jkk.rate.3"
        case .puJKK4: "pu.jkk.rate.4"
        case .puJKK5: "pu.jkk.rate.5"
        case .puJKM: "pu.jkm.rate"
        case .puJHTEmployer: "pu.jht.rate.employer"
        case .puJHTWorker: "pu.jht.rate.worker"
        case .puJPEmployer: "pu.jp.rate.employer"
        case .puJPWorker: "pu.jp.rate.worker"
        case .puJPCeiling: "pu.jp.ceiling"
        case .puJKP: "pu.jkp.rate"
        case .puJKPState: "pu.jkp.rate.state"
        case .puJKPFromJKK: "pu.jkp.rate.from_jkk"
        case .puJKPFromJKM: "pu.jkp.rate.from_jkm"
        case .puJKPCeiling: "pu.jkp.ceiling"
        case .bpuBands: "bpu.bands"
        case .bpuJKK: "bpu.jkk.rate"
        case .bpuJKM: "bpu.jkm.amount"
        case .bpuJHT: "bpu.jht.rate"
        case .jakonJKKScale: "jakon.jkk.scale"
        case .jakonJKMScale: "jakon.jkm.scale"
        case .jakonJKK: "jakon.jkk.rate"
        case .jakonJKM: "jakon.jkm.rate"
        case .pmiExtension: "pmi.extension.amount"
        case .pmiSavingsMinimum: "pmi.jht.minimum"
        case .pmiSavingsMaximum: "pmi.jht.maximum"
        }
    }

    /// The rate of a risk class.
    ///
    /// - Throws: ``LawFault/riskClassUnknown(_:)`` outside 1...5.
    static func jkk(riskClass: Int) throws(LawFault) -> ContributionSlot {
        switch riskClass {
        case 1: .puJKK1
        case 2: .puJKK2
        case 3: .puJKK3
        case 4: .puJKK4
        case 5: .puJKK5
        default: throw .riskClassUnknown(riskClass)
        }
    }
}
