import Analysis
import Quantities

/// How a plan fares in each future of the purses' money.
///
/// Two plans are told beside each other, in the unit of the objective: the one that was asked for,
/// and the best for who takes ceilings as certain. What the first gives up on average is the price
/// of what it saves in the worst futures.
extension AllocationResult {
    /// The problem's futures, and by future what this plan and the best for certain ceilings come
    /// to; nil without futures.
    private var fates: (futures: AllocationFutures, robust: [Double], certain: [Double])? {
        guard let futures = answer.problem.futures, let certain else { return nil }
        let problem = certain.problem
        func values(_ persons: [Double]) -> [Double] {
            let total = problem.total(persons)
            return problem.losses(of: persons, in: futures).map { total - $0 }
        }
        return (futures, values(answer.persons), values(certain.persons))
    }

    /// Keys: future, from 1; what each plan comes to in it, in the unit of the objective.
    var futuresTable: ResultTable? {
        guard let fates else { return nil }
        let unit: Unit = question.objective == .familiesKept ? .family : .personMonth
        return ResultTable("allocation-futures", fates.robust.indices) {
            Key("future") { $0 + 1 }
            Column("robust_plan", unit) { fates.robust[$0] }
            Column("plan_for_certain_ceilings", unit) { fates.certain[$0] }
        }
    }

    /// The mean of the worst futures and of all, for both plans.
    ///
    ///     value(future) = objective of the plan - loss(future)
    ///     worst         = mean of the smallest values, the tail's part of all
    var futuresFacts: [Phrase] {
        guard let fates else { return [] }
        func worst(_ values: [Double]) -> Double {
            -AllocationFutures.valueAtRisk(of: values.map { -$0 }, tail: fates.futures.tail)
        }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        func line(_ name: Phrase, _ values: [Double]) -> Phrase {
            let (low, all) = (
                Phrase.objectiveValue(question.objective, worst(values)),
                Phrase.objectiveValue(question.objective, mean(values))
            )
            let tail = fates.futures.tail
            return Phrase { language in
                let part = language.numbers.percent(tail, decimals: 0)
                return language == .indonesian
                    ? "\(name[language]): \(low[language]) pada \(part) masa depan terburuk; "
                        + "rata-rata \(all[language])"
                    : "\(name[language]): \(low[language]) in the worst \(part) of futures; "
                        + "mean \(all[language])"
            }
        }
        return [
            line(Phrase.robustPlan, fates.robust), line(Phrase.certainPlan, fates.certain),
            Phrase.futuresCounted(fates.robust.count, question.futures?.sweep.subject.file ?? ""),
        ]
    }
}
