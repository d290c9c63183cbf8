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

    /// The parts of a purse's ceiling that are drawn.
    struct Ceiling: Sendable {
        /// The position of the purse.
        let purse: Int
        fileprivate(set) var parts: [Cell<CeilingParts.Part>]
        /// The months in which any is, in order.
        fileprivate(set) var months: [Int]
    }

    /// What is drawn in one region: a pack of regions looks at its own and at no other.
    struct Drawn: Sendable {
        fileprivate(set) var people: [Cell<PeopleBinding>] = []
        /// What is registered, and so what a person-month costs.
        fileprivate(set) var registrations: [Cell<RegistrationBinding>] = []
        /// Shares of purses in a bill, and what they pay for each rupiah of their partners.
        fileprivate(set) var limits: [Cell<LimitBinding>] = []
        fileprivate(set) var ceilings: [Ceiling] = []
        fileprivate(set) var payments: [Cell<PaymentBinding>] = []
        fileprivate(set) var benefits: [Cell<BenefitBinding>] = []
        /// What poverty rests on.
        fileprivate(set) var poverty: [Cell<PovertyNumber>] = []
        fileprivate(set) var households: [Cell<Void>] = []
    }

    /// What is varied; formulas name inputs by their position here.
    let inputs: [VariedInput]
    /// The positions of inputs that change the law.
    let law: [Int]
    let drawsBenefitLaw: Bool
    /// Each formula once, by the first cell that it fills, whose range its value must keep.
    private(set) var formulas: [DrawnCell] = []
    /// By region.
    private(set) var regions: [Drawn]
    /// Segments of which a draw changes what is registered, somewhere.
    private(set) var registered: Set<Int> = []
    /// Whether a draw changes benefits, or the families that they reach, somewhere.
    private(set) var drawsBenefits = false
    private(set) var drawsFamilies = false
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
        regions = policy.regions.map { _ in Drawn() }
        parts = policy.segments.map { _ in [] }
        mayClash = policy.segments.map { _ in false }
        for cell in policy.scenario.cells(drawnFrom: inputs) { add(cell) }
        // A segment's cells are written one after another.
        for region in regions.indices { regions[region].people.sort { $0.member < $1.member } }
        structural = Set(structural).sorted()
        quotas = Set(quotas).sorted { ($0.segment, $0.formula) < ($1.segment, $1.formula) }
    }

    private mutating func add(_ cell: DrawnCell) {
        let key = FormulaKey(definition: cell.definition, formula: cell.formula)
        let formula = known[key] ?? formulas.count
        if formula == formulas.count { formulas.append(cell) }
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
            regions[cell.region].people.append(bound(people))
            parts[cell.member].formUnion(people.parts)
            if people.numbers.contains(where: SegmentPack.mustFit.contains) {
                mayClash[cell.member] = true
            }
            if people == .quota { quotas.append(Quota(formula: formula, segment: cell.member)) }
        case .registration(let part):
            regions[cell.region].registrations.append(bound(part))
            registered.insert(cell.member)
            if part == .programmes { structural.append(formula) }
        case .limit(let limit):
            regions[cell.region].limits.append(bound(limit))
            structural.append(formula)
        case .ceiling(let part):
            regions[cell.region].add(bound(part))
        case .payment(let rule):
            regions[cell.region].payments.append(bound(rule))
            switch rule {
            case .purses, .budgetPolicy: structural.append(formula)
            case .gapPayer, .revisionMonth: break
            }
        case .benefit(let benefit):
            regions[cell.region].benefits.append(bound(benefit))
            drawsBenefits = true
        case .poverty(let number):
            regions[cell.region].poverty.append(bound(number))
            drawsFamilies = true
        case .household:
            regions[cell.region].households.append(bound(()))
            drawsFamilies = true
        case .employed: employed.append(bound(()))
        case .budget: break
        }
    }
}

extension DrawnPlan.Drawn {
    /// Takes a drawn part of a ceiling to the other parts of it.
    fileprivate mutating func add(_ part: DrawnPlan.Cell<CeilingParts.Part>) {
        let place = ceilings.firstIndex { $0.purse == part.member } ?? ceilings.count
        if place == ceilings.count {
            ceilings.append(DrawnPlan.Ceiling(purse: part.member, parts: [], months: []))
        }
        ceilings[place].parts.append(part)
        ceilings[place].months = Set(ceilings[place].months + part.months).sorted()
    }
}
