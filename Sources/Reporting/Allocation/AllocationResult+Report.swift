import Analysis
import Policy
import Quantities

extension Report {
    /// Where the money should go: the answer and its proof, persons by segment, money by purse.
    package init(_ result: AllocationResult, in language: Language) {
        title = Phrase(same: "\(result.question.title) (\(result.question.name))")
        answer = [result.opening]
        introduction = [Phrase.about(result.question.scenario)]
        var sections = [
            Section(
                heading: Phrase.answerLabel,
                note: result.familiesRange == nil
                    ? nil
                    : Phrase.together(
                        Phrase.noPovertyEffectClaimed, Phrase.povertyEvidence),
                .card(result.card), data: result.tables),
            Section(
                heading: Phrase.personsBySegment,
                .table(result.segmentTable(language)), data: []),
        ]
        sections +=
            result.openSections(language) + [
                Section(heading: Phrase.byPurse, .table(result.purseTable(language)), data: [])
            ]
        self.sections = sections
    }
}

extension AllocationResult {
    var opening: Phrase {
        let objective = question.objective
        let value = Phrase.objectiveValue(objective, certainValue)
        return Phrase.allocationAnswer(
            objective,
            familiesRange.map {
                Phrase(
                    "\(value) (\($0.lowerBound, decimals: 1) – \($0.upperBound, decimals: 1),"
                        + " menurut rentang turunnya konsumsi)",
                    en: "\(value) (\($0.lowerBound, decimals: 1) – \($0.upperBound, decimals: 1),"
                        + " by the range of the fall of consumption)"
                )
            } ?? value,
            paid: personMonths, scenario: scenarioMonths)
    }

    var card: FactCard {
        var card = FactCard()
        let objective = question.objective
        card.add(Phrase(id: "Pilihan", en: "Choice"), list: choiceFacts)
        card.add(
            Phrase(id: "Belum pasti", en: "Not settled"), list: discounts.map(Phrase.openDiscount))
        card.add(Phrase(id: "Penjangkauan", en: "Outreach"), list: outreachFacts)
        card.add(Phrase(id: "Masa depan", en: "Futures"), list: futuresFacts)
        card.add(
            Phrase(id: "Harga bayangan", en: "Shadow prices"),
            list: priceLines.map { Phrase.priceLine($0, objective) })
        card.add(
            Phrase(id: "Bukti", en: "Proof"),
            list: [
                Phrase(
                    "jarak ke batas terbaik \(percent: answer.gap, decimals: 6); pembulatan ke"
                        + " orang utuh \(percent: answer.roundingLoss, decimals: 4)",
                    en: "distance from the best bound \(percent: answer.gap, decimals: 6); rounding"
                        + " to whole persons \(percent: answer.roundingLoss, decimals: 4)"
                )
            ]
                + (answer.shortfalls.isEmpty
                    ? []
                    : [
                        Phrase(
                            id: "\(answer.shortfalls.count) aturan kurang beberapa orang saja"
                                + " karena pembulatan",
                            en: "\(answer.shortfalls.count) rules are short of a few persons"
                                + " because of rounding"
                        )
                    ]))
        return card
    }

    /// What the persons come to where purses have their ceilings.
    private var certainValue: Double { answer.problem.certain.total(answer.persons) }

    private var personMonths: Double {
        zip(answer.problem.options, answer.persons).reduce(0) {
            $0 + $1.1 * Double(answer.problem.data.months[$1.0.year])
        }
    }

    private var scenarioMonths: Double {
        base.summary.years.indices.reduce(0) {
            $0 + base.summary.total(.fundedPersonMonths, year: $1)
        }
    }

    /// Segments down and years across: persons.
    func segmentTable(_ language: Language) -> ResultTable {
        let data = answer.problem.data
        var persons: [[Int?]: Double] = [:]
        for (option, count) in zip(answer.problem.options, answer.persons) {
            persons[[option.year, option.segment], default: 0] += count
            persons[[option.year, nil], default: 0] += count
        }
        let segments = Array(base.policy.segments.indices.map(Optional.some)) + [nil]
        return ResultTable("segments", segments) {
            Key("segment") { $0.map { base.policy.segments[$0].name[language] } ?? "total" }
            for (number, year) in data.years.enumerated() {
                Column("\(year)", .person) { persons[[number, $0]] ?? 0 }
            }
        }
    }

    /// Needs, purses, the discount and the gap down and years across: rupiah;
    /// needs = purses + discount + gap.
    func purseTable(_ language: Language) -> ResultTable {
        let names =
            [
                Phrase(
                    id: "kebutuhan bagi semua yang memenuhi syarat",
                    en: "needs of all who are eligible")
            ] + base.policy.purses.map(\.name) + [Phrase.paidBelowNeed, Phrase.unfunded]
        return ResultTable("purses", names.indices) {
            Key("purse") { names[$0][language] }
            for (number, year) in answer.problem.data.years.enumerated() {
                let amounts = balance(year: number).map(\.amount)
                Column("\(year)", .rupiah) { amounts[$0] }
            }
        }
    }
}

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
            return Phrase(
                "\(name): \(low) pada \(percent: tail, decimals: 0) masa depan terburuk; rata-rata"
                    + " \(all)",
                en: "\(name): \(low) in the worst \(percent: tail, decimals: 0) of futures; mean"
                    + " \(all)"
            )
        }
        return [
            line(Phrase(id: "rencana tahan guncangan", en: "robust plan"), fates.robust),
            line(
                Phrase(id: "rencana bila pagu dianggap pasti", en: "plan if ceilings were certain"),
                fates.certain),
            Phrase.futuresCounted(fates.robust.count, question.futures?.sweep.subject.file ?? ""),
        ]
    }
}

/// What one more unit of a purse or rule buys, for readers: one line for all the years and regions
/// in which it binds.
///
/// A price holds for a change up to where another limit binds; beyond it more buys less, or
/// nothing. For a least cost it is negative where one more unit saves money.
struct AllocationPriceLine {
    let limit: Phrase
    let count: Int
    /// From the smallest to the largest price, in the objective's unit for one more unit.
    let range: ClosedRange<Double>
    /// From the smallest to the largest amount up to which they hold, rupiah or persons; nil where
    /// it is not known or nothing ends it.
    let upTo: ClosedRange<Double>?
    let isMoney: Bool
}

extension AllocationResult {
    /// A line for each purse and rule that binds anywhere, in the order of the programme. Where one
    /// more unit brings nothing any more there is nothing to tell.
    var priceLines: [AllocationPriceLine] {
        var order: [AllocationLimit.Source] = []
        var found: [AllocationLimit.Source: [AllocationAnswer.Price]] = [:]
        for price in answer.prices where price.limit.isDecided && price.upTo != 0 {
            if found[price.limit.source] == nil { order.append(price.limit.source) }
            found[price.limit.source, default: []].append(price)
        }
        return order.compactMap { source in
            let prices = found[source] ?? []
            let values = prices.map(\.price)
            guard let low = values.min(), let high = values.max() else { return nil }
            let reaches = prices.map(upTo)
            let ends =
                reaches.contains(where: \.isNaN)
                ? nil : reaches.min().flatMap { least in reaches.max().map { least...$0 } }
            return AllocationPriceLine(
                limit: words.name(source), count: prices.count, range: low...high, upTo: ends,
                isMoney: isMoney(source))
        }
    }

    /// Whether one more unit of a limit is Rp 1 million: a ceiling, or money that a rule earmarks.
    func isMoney(_ source: AllocationLimit.Source) -> Bool {
        switch source {
        case .ceiling: true
        case .rule(let index):
            if case .earmark = question.rules[index].demand { true } else { false }
        default: false
        }
    }
}
