import Analysis
import Policy
import Quantities

/// What `explain` can be asked about: a parameter, a law, a contribution, a purse, or a result.
///
/// Written `quota.petani@35.74`, `law.bpu.jkm.amount`, `contribution.petani@35.74`,
/// `purse.dbh-cht@35.74`, `public_bill_rp.petani@35.74`.
public struct PolicyPath: Sendable, Hashable {
    /// What a path names before its segment and region.
    public enum Subject: Sendable, Hashable {
        /// A lever or an assumption.
        case parameter(ParameterDefinition)
        /// A path in the law tree, without `law.`.
        case law(String)
        /// What a person-month costs, with its legal basis.
        case contribution
        /// A figure of the results.
        case result(Quantity)
        /// A purse of the scenario, by its position: what it could pay and paid.
        case purse(Int)
    }

    /// What is asked about.
    public let subject: Subject
    /// A segment or purse; nil for all.
    public let member: String?
    /// Nil for all.
    public let region: RegionCode?

    /// Reads a path against a scenario.
    ///
    /// - Throws: ``InputFaults`` with what may have been meant.
    public init(
        _ text: String, of policy: ResolvedPolicy, law: LawTree, regions: RegionTable
    ) throws(InputFaults) {
        let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let name = halves.first.map(String.init) ?? ""
        region = try halves.dropFirst().first.map { text throws(InputFaults) in
            try Self.region(String(text), policy, regions)
        }
        if let (definition, member) = Parameters.definition(in: name) {
            subject = .parameter(definition)
            self.member = try Self.member(member, of: definition.scope, policy)
            return
        }
        let bare = name.hasPrefix("law.") ? String(name.dropFirst(4)) : name
        if law.paths.contains(bare) {
            (subject, member) = (.law(bare), nil)
            return
        }
        if let purse = Self.purse(name, policy) {
            (subject, member) = (.purse(purse), nil)
            return
        }
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let head = parts.first ?? ""
        if head == "contribution" {
            subject = .contribution
        } else if let quantity = Quantity.all.first(where: { $0.name == head }) {
            subject = .result(quantity)
        } else {
            throw Self.unknown(text, name, law)
        }
        member = try Self.member(parts.dropFirst().first, of: .segment, policy)
    }

    /// The purse that a name means: `purse.dbh-cht`, `dbh-cht`, or one of its columns in
    /// `purses.csv`, `left_rp.dbh-cht`.
    private static func purse(_ name: String, _ policy: ResolvedPolicy) -> Int? {
        let heads = ["purse", "paid_rp", "left_rp", "ceiling_murni_rp", "ceiling_final_rp"]
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let id = parts.count == 2 && heads.contains(parts[0]) ? parts[1] : name
        return policy.fundingSources.firstIndex { $0.id.name == id }
    }

    /// A region of the scenario, or a province that holds some of them.
    private static func region(
        _ text: String, _ policy: ResolvedPolicy, _ regions: RegionTable
    ) throws(InputFaults) -> RegionCode {
        let code = try InputFaults.region(text, regions)
        if policy.regions.contains(where: { code.contains($0) }) { return code }
        let known = policy.regions.map(\.code)
        throw InputFaults(
            option: text, Messages.notInThisScenario(text),
            hint: Messages.choices(known, near: Suggestion.closest(to: text, among: known)))
    }

    /// A segment or purse of the scenario; nil where none is named.
    private static func member(
        _ text: String?, of scope: ParameterDefinition.Scope, _ policy: ResolvedPolicy
    ) throws(InputFaults) -> String? {
        guard let text else { return nil }
        let known: [String] =
            switch scope {
            case .region: []
            case .segment: policy.segments.map(\.id.name)
            case .purse: policy.fundingSources.map(\.id.name)
            }
        if known.contains(text) { return text }
        throw InputFaults(
            option: text, Messages.notInThisScenario(text),
            hint: Messages.choices(known, near: Suggestion.closest(to: text, among: known)))
    }

    /// A fault for a path that names nothing, with the nearest one that does.
    private static func unknown(_ text: String, _ name: String, _ law: LawTree) -> InputFaults {
        let known =
            Parameters.catalogue.map(\.path) + Quantity.all.map(\.name) + ["contribution"]
            + law.paths.map { "law." + $0 }
        let near = Suggestion.closest(to: name, among: known)
        return InputFaults(
            option: text, Messages.unknownKey(text),
            hint: near.map { Messages.didYouMean($0, Messages.explainable) }
                ?? Messages.explainable)
    }

    /// The regions of a policy that the path speaks of.
    func regions(of policy: ResolvedPolicy) -> [RegionCode] {
        policy.regions.filter { region?.contains($0) ?? true }
    }

    /// The segments, by position, that the path speaks of.
    func segments(of policy: ResolvedPolicy) -> [Int] {
        policy.segments.indices.filter { member == nil || policy.segments[$0].id.name == member }
    }
}
