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
