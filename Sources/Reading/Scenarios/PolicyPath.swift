import Analysis
import Formats
import Policy
import Quantities

extension PolicyPath {
    /// Reads a path against a scenario.
    ///
    /// - Throws: ``InputFaults`` with what may have been meant.
    package init(
        _ text: String, of policy: ResolvedPolicy, law: LawTree, regions: RegionTable
    ) throws(InputFaults) {
        let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let name = halves.first.map(String.init) ?? ""
        let region = try halves.dropFirst().first.map { text throws(InputFaults) in
            try Self.region(String(text), policy, regions)
        }
        if let (definition, member) = Parameters.definition(in: name) {
            self.init(
                subject: .parameter(definition),
                member: try Self.member(member, of: definition.scope, policy), region: region)
            return
        }
        let bare = name.hasPrefix("law.") ? String(name.dropFirst(4)) : name
        if law.paths.contains(bare) {
            self.init(subject: .law(bare), member: nil, region: region)
            return
        }
        if let purse = Self.purse(name, policy) {
            self.init(subject: .purse(purse), member: nil, region: region)
            return
        }
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let head = parts.first ?? ""
        let subject: Subject
        if head == "contribution" {
            subject = .contribution
        } else if let quantity = Quantity.all.first(where: { $0.name == head }) {
            subject = .result(quantity)
        } else {
            throw Self.unknown(text, name, policy, law)
        }
        self.init(
            subject: subject,
            member: try Self.member(parts.dropFirst().first, of: .segment, policy), region: region)
    }

    /// The purse that a name means: `purse.dbh-cht`, `dbh-cht`, or one of its columns in
    /// `purses.csv`, `left_rp.dbh-cht`.
    private static func purse(_ name: String, _ policy: ResolvedPolicy) -> Int? {
        let heads = ["purse", "paid_rp", "left_rp", "ceiling_murni_rp", "ceiling_final_rp"]
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let id = parts.count == 2 && heads.contains(parts[0]) ? parts[1] : name
        return policy.purses.firstIndex { $0.id.name == id }
    }

    private static func region(
        _ text: String, _ policy: ResolvedPolicy, _ regions: RegionTable
    ) throws(InputFaults) -> RegionCode {
        let code = try InputFaults.region(text, regions)
        if policy.regions.contains(where: { code.contains($0) }) { return code }
        let known = policy.regions.map(\.code)
        throw InputFaults(
            option: text, Phrase.notInThisScenario(text),
            hint: Phrase.choices(known, nearestTo: text))
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
            case .purse: policy.purses.map(\.id.name)
            }
        if known.contains(text) { return text }
        throw InputFaults(
            option: text, Phrase.notInThisScenario(text),
            hint: Phrase.choices(known, nearestTo: text))
    }

    /// A fault for a path that names nothing, with the nearest one that does.
    ///
    /// Only as many parts are compared as the known name has, so that what follows it is kept:
    /// `qouta.petani@35.74` gives `quota.petani@35.74`.
    private static func unknown(
        _ text: String, _ name: String, _ policy: ResolvedPolicy, _ law: LawTree
    ) -> InputFaults {
        let known =
            Parameters.catalogue.map(\.path) + Quantity.all.map(\.name) + ["contribution"]
            + policy.purses.map { "purse." + $0.id.name } + law.paths.map { "law." + $0 }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let near = stride(from: parts.count, to: 0, by: -1).lazy.compactMap { count -> String? in
            let head = parts[..<count].joined(separator: ".")
            let same = known.filter { $0.split(separator: ".").count == count }
            return Suggestion.closest(to: head, among: same).map { found in
                found + parts[count...].map { "." + $0 }.joined() + text.dropFirst(name.count)
            }
        }.first
        return InputFaults(
            option: text, Phrase.unknownKey(text),
            hint: near.map { Phrase.didYouMean($0, Phrase.explainable) }
                ?? Phrase.explainable)
    }
}
