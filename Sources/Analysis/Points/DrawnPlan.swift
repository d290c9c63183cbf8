import Costing
import Coverage
import Policy
import Quantities
import Welfare

/// What the draws of some inputs change, sorted by who reads it.
///
/// Made once for a scenario; a draw then writes numbers into places that are known.
///
/// Sorted by reader, because each writes in its own way: people's numbers into a segment's pack,
/// prices into its bill, ceilings and shares into the budget, the law before any of them.
struct DrawnPlan: Sendable {
    /// Months of a key of a segment or a purse in one region, and the formula of its value.
    struct Cell: Sendable {
        /// Position among the plan's formulas.
        let formula: Int
        /// The parameter's path.
        let path: String
        /// The position of the segment or purse.
        let member: Int
        /// The position of the region.
        let region: Int
        /// Counted from the start of the horizon.
        let months: Range<Int>
    }

    /// A formula of a segment's quota.
    struct Quota: Sendable, Hashable {
        /// Among ``DrawnPlan/formulas``.
        let formula: Int
        /// In the policy's order.
        let segment: Int
    }

    /// A purse in a region, by their positions.
    struct PurseRegion: Sendable, Hashable {
        /// In order of rank.
        let purse: Int
        /// In the policy's order.
        let region: Int
    }

    /// What is varied; formulas name inputs by their position here.
    let inputs: [VariedInput]
    /// Each formula once, with the parameter whose range its value must keep.
    let formulas: [(definition: ParameterDefinition, formula: DrawnFormula)]
    /// What people do: keys of ``ModelKey``.
    let people: [Cell]
    /// What is registered, and so what a person-month costs.
    let registrations: [Cell]
    /// Shares of purses in a bill, and what they pay for each rupiah of their partners.
    let limits: [Cell]
    /// By purse and region: the parts of a ceiling that are drawn.
    let ceilings: [PurseRegion: [Cell]]
    /// Orders of purses, payers of the gap, budget rules, months of APBD perubahan.
    let rules: [Cell]
    /// Employed persons, the denominator.
    let employed: [Cell]
    /// What poverty rests on, by region.
    let poverty: [Int: [Cell]]
    /// What benefits rest on, besides the law and what families live on.
    let benefits: [Cell]
    /// The size of households.
    let households: [Cell]
    /// Whether a draw changes the law of benefits.
    let drawsBenefitLaw: Bool
    /// The positions of inputs that change the law.
    let law: [Int]
    /// By segment: what has to be made anew for a draw.
    let stages: [ModelStage]
    /// By segment: whether a draw changes opening shares or funded months, which must stand
    /// together.
    let mayClash: [Bool]
    /// Formulas whose values decide whether a policy is consistent, besides opening shares and
    /// funding windows.
    let structural: [Int]
    /// Formulas of quotas: somebody must be able to pay where one is above zero.
    let quotas: [Quota]

    /// Finds what the inputs decide in a scenario.
    ///
    /// - Complexity: O(cells that any input covers).
    init(_ policy: ResolvedPolicy, _ inputs: [VariedInput]) {
        self.inputs = inputs
        law = inputs.indices.filter {
            if case .law = inputs[$0].setting.address.subject { true } else { false }
        }
        let sorted = SortedCells(policy, inputs)
        formulas = sorted.formulas
        stages = sorted.stages
        mayClash = sorted.mayClash
        people = sorted.cells[.people] ?? []
        registrations = sorted.cells[.registration] ?? []
        limits = sorted.cells[.limits] ?? []
        ceilings = Dictionary(grouping: sorted.cells[.ceilings] ?? []) {
            PurseRegion(purse: $0.member, region: $0.region)
        }
        rules = sorted.cells[.rules] ?? []
        employed = sorted.cells[.employed] ?? []
        benefits = sorted.cells[.benefits] ?? []
        households = sorted.cells[.households] ?? []
        drawsBenefitLaw = inputs.contains {
            if case .law(let path) = $0.setting.address.subject {
                BenefitSchedule.reads(path)
            } else {
                false
            }
        }
        poverty = Dictionary(grouping: sorted.cells[.poverty] ?? [], by: \.region)
        structural = sorted.formulas.indices.filter {
            Reader.structural.contains(sorted.formulas[$0].definition.path)
        }
        quotas = Set(
            people.filter { $0.path == Parameters.quota.definition.path }.map {
                Quota(formula: $0.formula, segment: $0.member)
            }
        ).sorted { ($0.segment, $0.formula) < ($1.segment, $1.formula) }
    }

    /// The drawn cells of a scenario, each formula numbered once, by who reads them.
    private struct SortedCells {
        /// Each formula once, in the order in which cells name them.
        var formulas: [(definition: ParameterDefinition, formula: DrawnFormula)] = []
        /// By reader; a cell that two of them read stands with both.
        var cells: [Reader: [Cell]] = [:]
        /// By segment: what has to be made anew.
        var stages: [ModelStage]
        /// By segment: whether values of several keys must fit together.
        var mayClash: [Bool]
        /// The number of each formula.
        private var known: [FormulaKey: Int] = [:]

        /// Sorts the cells that some inputs decide.
        init(_ policy: ResolvedPolicy, _ inputs: [VariedInput]) {
            stages = policy.segments.map { _ in ModelStage() }
            mayClash = policy.segments.map { _ in false }
            for cell in policy.scenario.cells(drawnFrom: inputs) { add(cell) }
        }

        /// Files a cell with everyone who reads it.
        private mutating func add(_ cell: DrawnCell) {
            let path = cell.definition.path
            let key = FormulaKey(path: path, formula: cell.formula)
            let number = known[key] ?? formulas.count
            if number == formulas.count { formulas.append((cell.definition, cell.formula)) }
            known[key] = number
            let made = Cell(
                formula: number, path: path, member: cell.member, region: cell.region,
                months: cell.months)
            for reader in Reader.readers(of: cell.definition) {
                cells[reader, default: []].append(made)
            }
            guard cell.definition.scope == .segment else { return }
            stages[cell.member].formUnion(ModelKey.stages(of: path))
            if path.hasPrefix("opening.") || path.hasPrefix("funding.") {
                mayClash[cell.member] = true
            }
        }
    }

    /// Cells with an equal formula of one parameter have the same value at every point; with
    /// another parameter they would have another range.
    private struct FormulaKey: Hashable {
        /// The parameter's path.
        let path: String
        /// How its value comes out of drawn numbers.
        let formula: DrawnFormula
    }

    /// Who reads a parameter.
    private enum Reader {
        /// What people do; what they are registered as; how much of a bill a purse pays, and of a
        /// year; which purse pays when; who is employed; how poor people are; what the protected
        /// are paid and how many live on one income.
        case people, registration, limits, ceilings, rules, employed
        case poverty, benefits, households

        /// A parameter may have two: the route says who waits and what a month costs. It may have
        /// none: what nobody reads changes nothing.
        static func readers(of definition: ParameterDefinition) -> [Reader] {
            var readers: [Reader] = []
            if !ModelKey.stages(of: definition.path).isEmpty { readers.append(.people) }
            if ContributionSubject.paths.contains(definition.path) { readers.append(.registration) }
            if BenefitKey.paths.contains(definition.path) { readers.append(.benefits) }
            switch definition.path {
            case Parameters.householdSize.definition.path: readers.append(.households)
            case Parameters.purseShare.definition.path, Parameters.purseMatch.definition.path:
                readers.append(.limits)
            case let path where Parameters.ceilingParts.contains { $0.definition.path == path }:
                readers.append(.ceilings)
            case Parameters.fundingPurses.definition.path, Parameters.gapPayer.definition.path,
                Parameters.budgetPolicy.definition.path,
                Parameters.revisionMonth.definition.path:
                readers.append(.rules)
            case Parameters.employed.definition.path: readers.append(.employed)
            case let path where PovertyOutlook.paths.contains(path): readers.append(.poverty)
            default: break
            }
            return readers
        }

        /// Who may be paid by whom: what the consistency of a policy is about.
        static let structural: Set<String> = [
            Parameters.fundingPurses.definition.path, Parameters.programmes.definition.path,
            Parameters.budgetPolicy.definition.path, Parameters.purseShare.definition.path,
            Parameters.purseMatch.definition.path,
        ]
    }
}
