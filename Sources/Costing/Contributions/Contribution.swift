import Policy
import Quantities

/// What is owed for one programme, or one indivisible package, with what it rests on.
///
///     amount = payerShare + workerShare + stateShare
///     amount = due + deferred
///
/// Each part is rounded from its exact value; the payer's is the rest, so the sum holds.
public struct Contribution: Sendable, Equatable {
    /// The programmes it pays for: one, or those of a package.
    public let programmes: [Programme]
    /// What a payment covers.
    public let period: ContributionPeriod
    /// What is owed for the period, to whole rupiah.
    public let amount: Rupiah
    /// What is payable in the period; less than the amount while a deferral holds.
    public let due: Rupiah
    /// The part of the amount that the law puts on the worker (JHT, JP).
    public let workerShare: Rupiah
    /// The part of the amount that the state adds (JKP).
    public let stateShare: Rupiah
    /// Every value of the law that was used, in order of use.
    public let basis: [LegalBasis]

    /// The part of the amount that is neither the worker's nor the state's by law.
    public var payerShare: Rupiah { amount - workerShare - stateShare }
    /// What payer and worker owe: all but the state's part.
    public var owed: Rupiah { amount - stateShare }
    /// The part of the amount that is payable later.
    public var deferred: Rupiah { amount - due }
    /// The weakest mark among the values used.
    public var mark: EvidenceMark { .weakest(of: basis.map(\.mark)) }
    /// The temporary rules that changed the amount or its due part.
    public var overlays: [String] {
        basis.compactMap { $0.effect == .cut || $0.effect == .deferral ? $0.overlay : nil }
    }
}

/// The contributions of one registration in one month.
public struct ContributionSchedule: Sendable, Equatable {
    /// The month they are owed for.
    public let month: Month
    /// One row per programme or package, in order of programme.
    public let rows: [Contribution]

    /// What is owed, all rows: the sum of their rounded amounts.
    public var total: Rupiah { rows.reduce(.zero) { $0 + $1.amount } }
    /// What is payable in the month, all rows.
    public var due: Rupiah { rows.reduce(.zero) { $0 + $1.due } }
    /// The weakest mark of any row.
    public var mark: EvidenceMark { .weakest(of: rows.map(\.mark)) }

    /// The row that pays for a programme.
    public subscript(programme: Programme) -> Contribution? {
        rows.first { $0.programmes.contains(programme) }
    }

    /// How many whole person-months a budget pays at this price; nil where nothing is owed.
    public func personMonths(for budget: Rupiah) -> Int64? {
        total > .zero ? budget.amount / total.amount : nil
    }
}

/// The contribution for one programme in one month under a law.
///
/// `programmes` are all those of the person where they change this one: JKP is paid in part out of
/// the rates of JKK and JKM. A caller with many questions about a month makes one
/// ``ContributionTariff`` instead.
///
///     // Rp 6,800: BPU, declared income Rp 1,000,000, paid by the region
///     try contribution(
///         .jkm, route: .bpu, base: .earnings(Rupiah(1_000_000)), month: Month(2026, 5),
///         payer: .apbd, law: law)
///
/// - Throws: ``LawFault`` where the law has no answer.
public func contribution(
    _ programme: Programme, among programmes: Set<Programme> = [], route: RegistrationRoute,
    base: ContributionBase, riskClass: Int? = nil, month: Month, payer: Payer,
    group: WorkerGroup = .general, law: LawTree
) throws(LawFault) -> Contribution {
    let subject = ContributionSubject(
        programmes: programmes.union([programme]), route: route, base: base, riskClass: riskClass,
        group: group, payer: payer)
    return try ContributionTariff(law: law, month: month).contribution(programme, for: subject)
}

/// What a contribution is computed from.
public enum ContributionBase: Sendable, Hashable {
    /// Earnings of a month: the wage (PU, construction with known wages) or the declared income
    /// (BPU, which puts it in a band; zero is the lowest band).
    case earnings(Rupiah)
    /// The value of a construction contract whose wages are not known; paid once.
    case contract(Rupiah)
    /// Months of a migrant worker's placement; paid once.
    case placement(months: Int)
    /// Months by which a placement is made longer; paid once.
    case extended(months: Int)
    /// Savings of a migrant worker, chosen, a month.
    case savings(Rupiah)
}

/// What a contribution pays for, so that sums do not mix a month with a contract.
public enum ContributionPeriod: String, Sendable, CaseIterable {
    /// One month; a person's contribution is owed again in the next.
    case month
    /// The whole of a project or a placement, once.
    case contract
}

/// A registration whose contributions are asked for.
public struct ContributionSubject: Sendable, Hashable {
    /// The programmes the person is in; JKP changes the rows of JKK and JKM.
    public var programmes: Set<Programme>
    /// How the person is registered; the tariff follows from it.
    public var route: RegistrationRoute
    /// What the contributions are computed from.
    public var base: ContributionBase
    /// 1 (very low) to 5 (very high); only wage earners need it.
    public var riskClass: Int?
    /// The kind of work, for temporary rules made for one kind.
    public var group: WorkerGroup
    /// Who pays, for temporary rules that leave payers out.
    public var payer: Payer

    /// A registration; nothing is checked before a tariff is asked for its contributions.
    public init(
        programmes: Set<Programme>, route: RegistrationRoute, base: ContributionBase,
        riskClass: Int? = nil, group: WorkerGroup = .general, payer: Payer
    ) {
        self.programmes = programmes
        self.route = route
        self.base = base
        self.riskClass = riskClass
        self.group = group
        self.payer = payer
    }
}

/// A value of the law that a contribution rests on.
///
/// An explanation prints these in order of use, so the reader can follow the sum through the
/// decrees.
public struct LegalBasis: Sendable, Equatable {
    /// What the value does in the calculation.
    public enum Effect: String, Sendable, CaseIterable {
        /// It is a rate, an amount, a ceiling or a table of the tariff.
        case tariff
        /// It cuts the amount.
        case cut
        /// It defers the rest of the amount.
        case deferral
        /// It says that a temporary rule is in force in the month.
        case inForce
        /// It says whether a temporary rule leaves this payer out.
        case payerTest
    }

    /// The value with its months, legal reference, source and provenance.
    public let law: DatedLaw
    /// How well the value is known; a row of a table may be known better than the table.
    public let mark: EvidenceMark
    /// What it does in the calculation.
    public let effect: Effect
    /// The name of the temporary rule that the value belongs to.
    public let overlay: String?

    /// Notes a value of the law; its own mark holds unless another is given.
    init(
        _ law: DatedLaw, mark: EvidenceMark? = nil, effect: Effect = .tariff, overlay: String? = nil
    ) {
        self.law = law
        self.mark = mark ?? law.entry.mark
        self.effect = effect
        self.overlay = overlay
    }

    /// Where the tree keeps the value.
    public var path: String { law.path }
    /// The regulation; nil where a scenario set the value.
    public var legal: Phrase? { law.entry.legal }
}
