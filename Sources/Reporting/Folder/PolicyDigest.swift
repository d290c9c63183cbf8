import Analysis
import Costing
import Formats
import Policy
import Quantities

/// Everything that a result depends on, as bytes to be digested; numbers by their bits.
///
/// Equal policies have equal bytes whatever files they came from and in whatever layers: what was
/// written does not enter, only what holds. Texts end with a zero byte and lists begin with their
/// count, so that no two policies run together into the same bytes.
struct PolicyDigest {
    /// What is digested, in the order in which it was added.
    private(set) var bytes: [UInt8] = []

    /// The bytes of a policy and of the law as its scenario leaves it.
    init(_ result: ScenarioResult) {
        let policy = result.policy
        bytes.reserveCapacity(1 << 22)
        add(policy.horizon.lowerBound)
        add(policy.horizon.upperBound)
        add(policy.regions.map(\.code))
        add(policy.segments.map(\.id.name))
        add(policy.scenario)
        for source in policy.purses { add(source) }
        for definition in Parameters.catalogue { add(definition, of: policy) }
        for parameter in result.pricing.law.parameters {
            add(parameter.path)
            for step in parameter.timeline.steps {
                add(step.from)
                add(step.value.map { "\($0.value)" } ?? "")
            }
        }
    }

    private mutating func add(_ scenario: Scenario) {
        add(scenario.cohorts)
        for (province, cohorts) in scenario.provinceCohorts.sorted(by: { $0.key < $1.key }) {
            add(province.code)
            add(cohorts)
        }
        for entry in scenario.transitions {
            add([entry.from, entry.to, entry.segment?.name ?? "", entry.region?.code ?? ""])
            add(entry.probability)
        }
    }

    private mutating func add(_ cohorts: [Cohort]) {
        for cohort in cohorts {
            add([cohort.sex, String(cohort.ageFrom), String(cohort.ageUntil)])
            for number in [cohort.stockShare, cohort.entrantShare, cohort.deathRate] {
                add(number)
            }
        }
    }

    private mutating func add(_ source: Purse) {
        add([source.id.name, source.payer.rawValue])
        add(source.programmes.sorted().map(\.rawValue))
        add(source.segments.map { $0.sorted().map(\.name) } ?? ["all"])
    }

    /// The steps of a parameter, member by member and region by region.
    private mutating func add(_ definition: ParameterDefinition, of policy: ResolvedPolicy) {
        add(definition.path)
        for member in policy.members(of: definition) {
            for region in policy.regions {
                let timeline = policy.settings(definition, member: member, region: region)
                for step in timeline?.steps ?? [] {
                    add(step.from)
                    add(step.value)
                }
                bytes.append(UInt8(ascii: ";"))
            }
        }
    }

    /// A value after a letter for its kind.
    private mutating func add(_ value: SettingValue) {
        let kind: Character =
            switch value {
            case .number: "n"
            case .heads: "h"
            case .share: "s"
            case .perMonth: "m"
            case .perYear: "y"
            case .flag: "f"
            case .word: "w"
            case .words: "l"
            }
        bytes.append(kind.asciiValue ?? 0)
        switch value {
        case .number(let number), .heads(let number), .share(let number), .perMonth(let number),
            .perYear(let number):
            add(number)
        case .flag(let flag): bytes.append(flag ? 1 : 0)
        case .word(let word): add(word)
        case .words(let words): add(words)
        }
    }

    private mutating func add(_ month: Month) { add(UInt64(bitPattern: Int64(month.ordinal))) }

    private mutating func add(_ number: Double) { add(number.bitPattern) }

    /// Eight bytes, lowest first.
    private mutating func add(_ bits: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
    }

    private mutating func add(_ texts: [String]) {
        add(UInt64(texts.count))
        for text in texts { add(text) }
    }

    /// A text and the zero byte that ends it.
    private mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
    }
}

extension ScenarioResult {
    /// The digest of everything that the result depends on, as manifests have it.
    package var digest: SHA256 { SHA256(PolicyDigest(self).bytes) }
}
