import Coverage
import Policy
import Welfare

/// What the draws of some inputs change, sorted by what parameters decide.
///
/// Made once for a scenario; a draw then writes numbers into places that are known.
struct DrawnPlan: Sendable {
    struct Cell<Binding: Sendable>: Sendable {
        let formula: Int
        let binding: Binding
        /// The position of the segment or purse.
        let member: Int
        /// The position of the region.
        let region: Int
        let months: Range<Int>
    }

    struct Quota: Sendable, Hashable {
        /// Among ``DrawnPlan/formulas``.
        let formula: Int
        /// In the policy's order.
        let segment: Int
    }

    /// A purse in a region, by their positions.
    struct PurseRegion: Sendable, Hashable {
        let purse, region: Int
    }

    /// What is varied; formulas name inputs by their position here.
    let inputs: [VariedInput]
    /// The positions of inputs that change the law.
    let law: [Int]
    let drawsBenefitLaw: Bool
    /// Each formula once, with the parameter whose range its value must keep.
    private(set) var formulas: [(definition: ParameterDefinition, formula: DrawnFormula)] = []
    private(set) var people: [Cell<PeopleBinding>] = []
    /// What is registered, and so what a person-month costs.
    private(set) var registrations: [Cell<RegistrationBinding>] = []
    /// Shares of purses in a bill, and what they pay for each rupiah of their partners.
    private(set) var limits: [Cell<LimitBinding>] = []
    /// By purse and region: the parts of a ceiling that are drawn.
    private(set) var ceilings: [PurseRegion: [Cell<CeilingParts.Part>]] = [:]
    private(set) var payments: [Cell<PaymentBinding>] = []
    private(set) var benefits: [Cell<BenefitBinding>] = []
    /// What poverty rests on, by region.
    private(set) var poverty: [Int: [Cell<PovertyNumber>]] = [:]
    private(set) var households: [Cell<Void>] = []
    /// Employed persons, the denominator.
    private(set) var employed: [Cell<Void>] = []
    /// By segment: what has to be made anew for a draw.
    private(set) var parts: [SegmentParts]
    /// By segment: whether a draw changes numbers that must stand together.
    private(set) var mayClash: [Bool]
    /// Formulas whose values decide who may be paid by whom, which a policy must be consistent in.
    private(set) var structural: [Int] = []
    /// Formulas of quotas: somebody must be able to pay where one is above zero.
    private(set) var quotas: [Quota] = []
    private var known: [FormulaKey: Int] = [:]

    /// Cells with an equal formula of one parameter have the same value at every point; with
    /// another parameter they would have another range.
    private struct FormulaKey: Hashable {
        let definition: ParameterDefinition
        let formula: DrawnFormula
    }

    /// Finds what the inputs decide in a scenario.
    ///
    /// - Complexity: O(cells that any input covers).
    init(_ policy: ResolvedPolicy, _ inputs: [VariedInput]) {
        self.inputs = inputs
        law = inputs.indices.filter {
            if case .law = inputs[$0].setting.address.subject { true } else { false }
        }
        drawsBenefitLaw = inputs.contains {
            if case .law(let path) = $0.setting.address.subject {
                BenefitSchedule.reads(path)
            } else {
                false
            }
        }
        parts = policy.segments.map { _ in [] }
        mayClash = policy.segments.map { _ in false }
        for cell in policy.scenario.cells(drawnFrom: inputs) { add(cell) }
        structural = Set(structural).sorted()
        quotas = Set(quotas).sorted { ($0.segment, $0.formula) < ($1.segment, $1.formula) }
    }

    private mutating func add(_ cell: DrawnCell) {
        let key = FormulaKey(definition: cell.definition, formula: cell.formula)
        let formula = known[key] ?? formulas.count
        if formula == formulas.count { formulas.append((cell.definition, cell.formula)) }
        known[key] = formula
        for binding in cell.definition.bindings { add(cell, formula, binding) }
    }

    private mutating func add(_ cell: DrawnCell, _ formula: Int, _ binding: ParameterBinding) {
        func bound<Binding>(_ binding: Binding) -> Cell<Binding> {
            Cell(
                formula: formula, binding: binding, member: cell.member, region: cell.region,
                months: cell.months)
        }
        switch binding {
        case .people(let people):
            self.people.append(bound(people))
            parts[cell.member].formUnion(people.parts)
            if people.numbers.contains(where: SegmentPack.mustFit.contains) {
                mayClash[cell.member] = true
            }
            if people == .quota { quotas.append(Quota(formula: formula, segment: cell.member)) }
        case .registration(let part):
            registrations.append(bound(part))
            if part == .programmes { structural.append(formula) }
        case .limit(let limit):
            limits.append(bound(limit))
            structural.append(formula)
        case .ceiling(let part):
            let place = PurseRegion(purse: cell.member, region: cell.region)
            ceilings[place, default: []].append(bound(part))
        case .payment(let rule):
            payments.append(bound(rule))
            switch rule {
            case .purses, .budgetPolicy: structural.append(formula)
            case .gapPayer, .revisionMonth: break
            }
        case .benefit(let benefit): benefits.append(bound(benefit))
        case .poverty(let number): poverty[cell.region, default: []].append(bound(number))
        case .household: households.append(bound(()))
        case .employed: employed.append(bound(()))
        case .budget: break
        }
    }
}
