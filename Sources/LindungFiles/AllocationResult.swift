import Analysis
import Policy
import Quantities

/// What `allocate` found, ready to be told.
public struct AllocationResult: Sendable {
    /// What was asked.
    public let question: AllocationQuestion
    /// Persons, prices and proof.
    let answer: AllocationAnswer
    /// The scenario as it was run, to compare with.
    let base: ScenarioResult
    /// Names of regions.
    let regions: RegionTable

    /// The options as a manifest has them.
    public var options: [(name: String, value: String)] {
        [("objective", question.objective.rawValue)]
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
            return name(limit)[language] + place
        }
    }

    /// What a limit is called.
    private func name(_ limit: AllocationLimit) -> Phrase {
        switch limit.source {
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
        if question.objective == .familiesKept { data.families = base.familiesPerPerson(data) }
        let problem = AllocationProblem(
            data, objective: question.objective, coverage: question.coverage,
            rules: question.rules, pooled: question.pooled)
        do throws(AllocationFault) {
            return AllocationResult(
                question: question, answer: try problem.answer(), base: base,
                regions: catalogue.regions)
        } catch {
            throw AllocationRefusal(error, question, base, catalogue.regions, problem)
        }
    }
}

extension ScenarioResult {
    /// By cell: families that one person protected through the year keeps above the line, as in
    /// the scenario's own run: families kept / protected person-months x months. Zero where nobody
    /// is protected there.
    fileprivate func familiesPerPerson(_ data: AllocationData) -> [Double] {
        data.eligible.indices.map { cell in
            let (year, region, segment) = data.parts(of: cell)
            func total(_ measure: Measure) -> Double {
                summary.total(measure, year: year, region: region, segment: segment)
            }
            let months =
                total(.fundedPersonMonths) + total(.selfPersonMonths)
                + total(.employerPersonMonths)
            return months > 0
                ? total(.familiesKept) / months * Double(data.months[year]) : 0
        }
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
        text = Messages.conflict(limits.map(shell.words))
    }
}
