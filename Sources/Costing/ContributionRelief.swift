import Policy
import Quantities

/// A clause of a temporary rule in a month in which it is in force.
struct ContributionRelief: Sendable {
    let overlay: String
    let clause: LawOverlay.Clause
    /// The share that stays due.
    let factor: ExactDecimal
    private let factorLaw: DatedLaw
    private let activeLaw: DatedLaw
    /// Payers about whom the rule says something, and whether it leaves them out.
    private let exclusions: [Payer: DatedLaw]

    /// The clauses in force in a month.
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

    /// Whether the clause is about all of these programmes and about this kind of worker.
    func concerns(_ programmes: [Programme], _ subject: ContributionSubject) -> Bool {
        clause.routes.contains(subject.route) && clause.scope.includes(subject.group)
            && clause.programmes.isSuperset(of: programmes)
    }

    /// Whether the payer gets the relief; what was looked at goes to the basis either way.
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
