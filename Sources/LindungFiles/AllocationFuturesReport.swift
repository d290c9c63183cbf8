import Analysis
import Policy
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
        return .trusted(
            name: "allocation-futures",
            keys: [("future", .whole(fates.robust.indices.map { $0 + 1 }))],
            measures: [
                ("robust_plan", unit, .number(fates.robust)),
                ("plan_for_certain_ceilings", unit, .number(fates.certain)),
            ])
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
                Messages.objectiveValue(question.objective, worst(values)),
                Messages.objectiveValue(question.objective, mean(values))
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
            line(Messages.robustPlan, fates.robust), line(Messages.certainPlan, fates.certain),
            Messages.futuresCounted(fates.robust.count, question.futures?.sweep.subject.file ?? ""),
        ]
    }
}

extension Messages {
    /// Before how plans fare in the futures.
    static let futuresLabel = Phrase(id: "Masa depan", en: "Futures")
    /// The plan that was asked for.
    static let robustPlan = Phrase(id: "rencana tahan guncangan", en: "robust plan")
    /// The plan that takes ceilings as certain.
    static let certainPlan = Phrase(
        id: "rencana bila pagu dianggap pasti", en: "plan if ceilings were certain")

    /// Where futures come from, and how a loss counts.
    static func futuresCounted(_ count: Int, _ file: String) -> Phrase {
        Phrase(
            id: """
                \(count) masa depan dari \(file); uang yang kurang dihitung pada yang termahal \
                yang dibelinya
                """,
            en: """
                \(count) futures of \(file); money that is short counts at the most that it buys
                """)
    }

    /// Objectives whose losses do not add up.
    static func futuresNeedAdditive(_ objective: AllocationProblem.Objective) -> Phrase {
        Phrase(
            id: """
                'futures' hanya untuk tujuan 'protected_person_months' atau 'families_kept', bukan \
                '\(objective.rawValue)'
                """,
            en: """
                'futures' is for the objectives 'protected_person_months' and 'families_kept' \
                only, not for '\(objective.rawValue)'
                """)
    }

    /// Nothing lies in no part of the futures.
    static let tailIsZero = Phrase(
        id: "'tail' harus di atas 0", en: "'tail' must be above 0")

    /// A sweep over other people or purses.
    static func futuresOfAnother(_ path: String) -> Phrase {
        Phrase(
            id: "sapuan '\(path)' tentang daerah, tahun atau sumber dana lain daripada 'scenario'",
            en: "the sweep '\(path)' is about other regions, years or purses than 'scenario'")
    }

    /// One future is none to weigh.
    static func tooFewFutures(_ path: String, _ count: Int) -> Phrase {
        Phrase(
            id: "sapuan '\(path)' hanya punya \(count) titik; perlu paling sedikit 2",
            en: "the sweep '\(path)' has only \(count) point; at least 2 are needed")
    }

    /// All futures have the same ceilings.
    static let futuresMoveNoMoney = Phrase(
        id: "tidak ada masukan sapuan ini yang mengubah pagu sumber dana",
        en: "no input of this sweep moves the ceiling of a purse")
    /// What to vary.
    static func futuresMoveNoMoneyHint(_ purse: FundingSourceID?) -> Phrase {
        let key = (["purse.ceiling"] + (purse.map { [$0.name] } ?? [])).joined(separator: ".")
        let entry = "'\(key): { scale: [0.4, 0.7, 1] }'"
        return Phrase(
            id: "tambahkan misalnya \(entry) di 'inputs'",
            en: "add for instance \(entry) to 'inputs'")
    }
}
