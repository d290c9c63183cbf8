import Policy

/// The parameters that contributions are computed from, each looked up once per month.
///
/// The calculation names a slot, never a path, so nothing is searched by text while it runs. The
/// packages of migrant workers are not here: their months are part of their paths.
enum ContributionSlot: Int, CaseIterable {
    case puJKK1
    case puJKK2
    case puJKK3
    case puJKK4
    case puJKK5
    case puJKM
    case puJHTEmployer
    case puJHTWorker
    case puJPEmployer
    case puJPWorker
    case puJPCeiling
    case puJKP
    case puJKPState
    case puJKPFromJKK
    case puJKPFromJKM
    case puJKPCeiling
    case bpuBands
    case bpuJKK
    case bpuJKM
    case bpuJHT
    case jakonJKKScale
    case jakonJKMScale
    case jakonJKK
    case jakonJKM
    case pmiExtension
    case pmiSavingsMinimum
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
