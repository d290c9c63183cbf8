import Policy
import Quantities

/// The tariff of one month: every parameter that contributions need, looked up once.
///
/// Makes contributions without searching the tree, so a run keeps one per month. A parameter that
/// the law does not have in the month is a fault only for those who need it.
public struct ContributionTariff: Sendable {
    /// The month it is the tariff of.
    public let month: Month
    /// By the number of the slot. A parameter that the month lacks keeps its fault until someone
    /// asks.
    private let slots: [Result<DatedLaw, LawFault>]
    let packages: [Int: DatedLaw]
    let reliefs: [ContributionRelief]

    /// The tariff that a law has in a month.
    ///
    /// - Throws: ``LawFault`` where a temporary rule of the month lacks its factor.
    public init(law: LawTree, month: Month) throws(LawFault) {
        self.month = month
        slots = ContributionSlot.allCases.map { slot in
            do throws(LawFault) {
                return .success(try law.value(slot.path, at: month))
            } catch {
                return .failure(error)
            }
        }
        let prefix = "pmi.package."
        packages = law.parameters.reduce(into: [:]) { packages, parameter in
            guard parameter.path.hasPrefix(prefix),
                let months = Int(parameter.path.dropFirst(prefix.count))
            else { return }
            packages[months] = parameter.value(at: month)
        }
        reliefs = try ContributionRelief.inForce(law: law, month: month)
    }

    /// Whether every registration that both months can price costs the same in both.
    func prices(as other: ContributionTariff) -> Bool {
        let areSame = zip(slots, other.slots).allSatisfy { own, theirs in
            // Their faults name months.
            switch (own, theirs) {
            case (.success(let own), .success(let theirs)): own.value == theirs.value
            case (.failure, .failure): true
            case (.success, .failure), (.failure, .success): false
            }
        }
        return areSame && packages.mapValues(\.value) == other.packages.mapValues(\.value)
            && reliefs == other.reliefs
    }

    /// The contributions of a registration, a row per programme or package.
    ///
    /// Rows come in order of programme whatever the order of the question. JKP moves money between
    /// rows, so a programme's row depends on the others of the person.
    ///
    /// - Throws: ``LawFault`` where a programme is not available, a class or base is missing or
    ///   does not fit, or the law has no value in the month.
    public func schedule(
        for subject: ContributionSubject
    ) throws(LawFault) -> ContributionSchedule {
        try checkRecomposition(subject)
        if subject.route == .pmi { return try placementSchedule(for: subject) }
        var rows: [Contribution] = []
        for programme in Programme.allCases where subject.programmes.contains(programme) {
            rows.append(try row(programme, subject))
        }
        return ContributionSchedule(month: month, rows: rows)
    }

    /// The contribution of a registration for one of its programmes.
    ///
    /// - Throws: as ``schedule(for:)``; ``LawFault/packageIndivisible(_:missing:)`` where the
    ///   programme is only sold with another one.
    public func contribution(
        _ programme: Programme, for subject: ContributionSubject
    ) throws(LawFault) -> Contribution {
        if subject.route == .pmi {
            var single = subject
            single.programmes = [programme]
            if let row = try placementSchedule(for: single).rows.first { return row }
        }
        return try row(programme, subject)
    }

    func law(_ slot: ContributionSlot) throws(LawFault) -> DatedLaw {
        try slots[slot.rawValue].get()
    }

    private func row(
        _ programme: Programme, _ subject: ContributionSubject
    ) throws(LawFault) -> Contribution {
        var draft = ContributionDraft(tariff: self, subject: subject)
        try draft.compute(programme)
        return try draft.finished([programme])
    }

    /// JKP is paid out of JKK, so it cannot stand without it. Asked before any row is made; a
    /// source from which nothing is taken in the month (such as JKM since PP 6/2025) may be
    /// missing.
    private func checkRecomposition(_ subject: ContributionSubject) throws(LawFault) {
        guard subject.route == .pu, subject.programmes.contains(.jkp) else { return }
        let needed: [(Programme, ContributionSlot)] = [
            (.jkk, .puJKPFromJKK), (.jkm, .puJKPFromJKM),
        ]
        for (source, slot) in needed where !subject.programmes.contains(source) {
            if try law(slot).decimal > ExactDecimal(0) {
                throw .recomposedWithout(.jkp, needs: source)
            }
        }
    }
}

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
