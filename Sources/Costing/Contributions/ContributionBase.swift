import Policy
import Quantities

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
