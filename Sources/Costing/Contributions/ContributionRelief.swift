import Policy
import Quantities

/// A clause of a temporary rule in a month in which it is in force.
///
/// Made once per month and tariff, so that a contribution only asks whether it is concerned.
struct ContributionRelief: Sendable, Equatable {
    let overlay: String
    let clause: LawOverlay.Clause
    let factor: ExactDecimal
    private let factorLaw: DatedLaw
    private let activeLaw: DatedLaw
    private let exclusions: [Payer: DatedLaw]

    /// The clauses in force in a month: those whose flag `active` is 1.
    ///
    /// Before a clause's first month its flag has no value, after its last month it is 0; a
    /// scenario may set it for other months.
    ///
    /// In the order of the tree: overlays by name, clauses as their rule lists them.
    ///
    /// - Throws: ``LawFault`` where a rule in force lacks its factor.
    static func inForce(
        law: LawTree, month: Month
    ) throws(LawFault) -> [ContributionRelief] {
        var reliefs: [ContributionRelief] = []
        for overlay in law.overlays {
            for clause in overlay.clauses {
                let active = try law.parameter(overlay.activePath(clause)).value(at: month)
                guard let active, try active.decimal == ExactDecimal(1) else { continue }
                reliefs.append(
                    try ContributionRelief(overlay, clause, active, law: law, month: month))
            }
        }
        return reliefs
    }

    private init(
        _ overlay: LawOverlay, _ clause: LawOverlay.Clause, _ active: DatedLaw, law: LawTree,
        month: Month
    ) throws(LawFault) {
        self.overlay = overlay.id
        self.clause = clause
        activeLaw = active
        factorLaw = try law.value(overlay.factorPath, at: month)
        factor = try factorLaw.decimal
        var exclusions: [Payer: DatedLaw] = [:]
        for payer in overlay.payers {
            exclusions[payer] = try law.parameter(overlay.exclusionPath(payer)).value(at: month)
        }
        self.exclusions = exclusions
    }

    /// Whether the clause is about all of these programmes and about this kind of worker. A
    /// package of two programmes is relieved only by a clause that names both.
    func concerns(_ programmes: [Programme], _ subject: ContributionSubject) -> Bool {
        clause.routes.contains(subject.route) && clause.scope.includes(subject.group)
            && clause.programmes.isSuperset(of: programmes)
    }

    /// Whether the payer gets the relief; what was looked at goes to the basis either way.
    ///
    /// So a region that pays in full can read which rule passed it by and why, and a payer about
    /// whom no text was seen carries the mark of that gap.
    func reaches(_ payer: Payer, basis: inout [LegalBasis]) -> Bool {
        if let law = exclusions[payer] {
            basis.append(LegalBasis(law, effect: .payerTest, overlay: overlay))
            guard law.value == .decimal(ExactDecimal(0)) else { return false }
        }
        let effect: LegalBasis.Effect = clause.kind == .cut ? .cut : .deferral
        basis.append(LegalBasis(activeLaw, effect: .inForce, overlay: overlay))
        basis.append(LegalBasis(factorLaw, effect: effect, overlay: overlay))
        return true
    }
}
