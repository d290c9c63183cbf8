import Analysis
import Policy
import Quantities

/// What `allocate` found, ready to be told.
public struct AllocationResult: Sendable {
    /// What was asked.
    public let question: AllocationQuestion
    /// Persons, prices and proof.
    let answer: AllocationAnswer
    /// The best plan for who takes ceilings as certain; nil without futures.
    let certain: AllocationAnswer?
    /// By cell, families that a person keeps above the line at both ends of the range of the fall;
    /// empty unless families are the objective.
    let familiesEnds: [[Double]]
    /// The scenario as it was run, to compare with.
    let base: ScenarioResult
    /// Names of regions.
    let regions: RegionTable
    /// What the answer pays for at a discount that is not settled.
    var discounts: [AllocationDiscount] = []

    /// The options as a manifest has them.
    public var options: [(name: String, value: String)] {
        [("objective", question.objective.rawValue)]
    }

    /// Families kept above the line by the persons of the answer, at both ends of the range of the
    /// fall; nil unless families are the objective.
    var familiesRange: ClosedRange<Double>? {
        let ends = familiesEnds.map { perPerson in
            zip(answer.problem.options, answer.persons).reduce(0) {
                $0 + perPerson[$1.0.cell] * $1.1
            }
        }
        guard let low = ends.min(), let high = ends.max() else { return nil }
        return low...high
    }

    /// Says limits in words.
    var words: AllocationWords {
        AllocationWords(question: question, base: base, regions: regions)
    }
}

/// Limits of a question in words.
struct AllocationWords {
    /// What was asked; names its rules.
    let question: AllocationQuestion
    let base: ScenarioResult
    /// Names of regions.
    let regions: RegionTable

    /// What a limit is about, in words.
    func words(_ limit: AllocationLimit) -> Phrase {
        let policy = base.policy
        let year = limit.year.map { " \(base.summary.years[$0])" } ?? ""
        let region = limit.region.map { ", \(regions.name(of: policy.regions[$0]))" } ?? ""
        let segment = limit.segment.map { policy.segments[$0].name }
        return Phrase { language in
            let place = year + region + (segment.map { ", \($0[language])" } ?? "")
            return name(limit.source)[language] + place
        }
    }

    /// How many regions are named one by one; more are counted, or a conflict of a province would
    /// fill screens.
    private static let namedRegions = 3

    /// Limits in words, those of one source, year and segment in many regions on one line.
    func lines(_ limits: [AllocationLimit]) -> [Phrase] {
        var order: [AllocationLimit] = []
        var groups: [AllocationLimit: [AllocationLimit]] = [:]
        for limit in limits {
            let key = limit.everywhere
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(limit)
        }
        return order.flatMap { key -> [Phrase] in
            let group = groups[key] ?? []
            guard group.count > Self.namedRegions else { return group.map(words) }
            let head = words(key)
            return [Phrase { head[$0] + Messages.inRegions(group.count)[$0] }]
        }
    }

    /// What a limit is called.
    func name(_ source: AllocationLimit.Source) -> Phrase {
        switch source {
        case .ceiling(let purse): Messages.ceilingOf(base.policy.fundingSources[purse].name)
        case .purseShare(let purse): Messages.partOf(base.policy.fundingSources[purse].name)
        case .match(let purse): Messages.matchOf(base.policy.fundingSources[purse].name)
        case .eligible, .definition: Messages.eligibleLimit
        case .coverage: Messages.coveragePath
        case .rule(let index): Messages.ruleNamed(question.rules[index])
        }
    }
}

extension Workspace {
    /// Solves a question.
    ///
    /// - Throws: ``InputFaults`` for what the scenario is refused for; ``AllocationRefusal`` where
    ///   nothing keeps all rules.
    public func allocation(_ question: AllocationQuestion) throws -> AllocationResult {
        let base: ScenarioResult
        do {
            base = try ScenarioResult(try question.scenario.resolved(), law: law)
        } catch {
            throw faults(error, [])
        }
        var data = try AllocationData(base)
        var ends: [[Double]] = []
        if question.objective == .familiesKept {
            let everybody = question.scenario.adding(.everybodyPaidFor(in: question.scenario))
            let run = try ScenarioResult(try everybody.resolved(), law: law)
            data.families = run.familiesPerPerson(.familiesKept, data)
            ends = [Measure.familiesKeptLow, .familiesKeptHigh].map {
                run.familiesPerPerson($0, data)
            }
        }
        let problem = AllocationProblem(
            data, objective: question.objective, coverage: question.coverage,
            rules: question.rules, pooled: question.pooled,
            futures: try futures(of: question))
        var result: AllocationResult
        do throws(AllocationFault) {
            result = AllocationResult(
                question: question, answer: try problem.answer().ranged,
                certain: question.futures == nil ? nil : try problem.certain.answer(),
                familiesEnds: ends, base: base, regions: catalogue.regions)
        } catch {
            throw AllocationRefusal(error, question, base, catalogue.regions, problem)
        }
        result.discounts = try result.openDiscounts()
        return result
    }
}

extension ScenarioResult {
    /// By cell: families that one person protected through the year keeps above the line, as in
    /// this run: families kept / protected person-months x months. Zero where nobody is protected
    /// there. `families` is the measure in the middle or at an end of the range of the fall.
    fileprivate func familiesPerPerson(_ families: Measure, _ data: AllocationData) -> [Double] {
        data.eligible.indices.map { cell in
            let (year, region, segment) = data.parts(of: cell)
            func total(_ measure: Measure) -> Double {
                summary.total(measure, year: year, region: region, segment: segment)
            }
            let months =
                total(.fundedPersonMonths) + total(.selfPersonMonths)
                + total(.employerPersonMonths)
            return months > 0
                ? total(families) / months * Double(data.months[year]) : 0
        }
    }
}

extension Layer {
    /// Everybody who is eligible is paid for all the year, so that a run tells what a person's
    /// protection brings in every segment and region, whoever is paid for today.
    /// Segments that no purse may pay are left as they are.
    fileprivate static func everybodyPaidFor(in scenario: Scenario) -> Layer {
        func setting(
            _ definition: ParameterDefinition, _ segment: SegmentID, _ value: SettingValue
        ) -> Setting {
            Setting(
                address: Address(subject: .parameter(definition), member: segment.name),
                verb: .replace, points: [.init(from: nil, value: value)],
                provenance: Provenance(file: "", line: 0, column: 0, layer: "allocate"))
        }
        let payable = scenario.segments.map(\.id).filter { segment in
            scenario.fundingSources.contains { source in
                source.programmes.contains { source.mayPay($0, for: segment) }
            }
        }
        return Layer(
            name: "allocate",
            settings: payable.flatMap { segment in
                [
                    setting(Parameters.quota.definition, segment, .share(1)),
                    setting(Parameters.fundedMonths.definition, segment, .number(12)),
                    setting(Parameters.fundingStart.definition, segment, .number(1)),
                ]
            })
    }
}

/// Why there is no allocation, in words.
public struct AllocationRefusal: Error {
    /// As the command says it.
    public let text: Phrase

    init(
        _ fault: AllocationFault, _ question: AllocationQuestion, _ base: ScenarioResult,
        _ regions: RegionTable, _ problem: AllocationProblem
    ) {
        guard case .conflict(let limits) = fault else {
            text = fault == .nothingToSpend ? Messages.nothingToSpend : Messages.solverGaveUp
            return
        }
        let shell = AllocationWords(question: question, base: base, regions: regions)
        text = Messages.conflict(shell.lines(limits))
    }
}
