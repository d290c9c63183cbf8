import Analysis
import Policy

extension Workspace {
    /// Solves a question.
    ///
    /// - Throws: ``InputFaults`` for what the scenario is refused for; ``AllocationRefusal`` where
    ///   nothing keeps all rules.
    package func allocation(_ question: AllocationQuestion) throws -> AllocationResult {
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
            futures: try futures(of: question), outreach: question.outreach)
        var result: AllocationResult
        do throws(AllocationFault) {
            result = AllocationResult(
                question: question, answer: try problem.answer().ranged.spanned,
                certain: question.futures == nil ? nil : try problem.certain.answer(),
                familiesEnds: ends, base: base, regions: catalogue.regions)
        } catch {
            throw AllocationRefusal(
                fault: error, question: question, base: base, regions: catalogue.regions)
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
            scenario.purses.contains { source in
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
