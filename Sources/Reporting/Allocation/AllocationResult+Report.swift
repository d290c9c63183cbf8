import Analysis
import Policy
import Quantities

extension Report {
    /// Where the money should go: the answer and its proof, persons by segment, money by purse.
    public init(_ result: AllocationResult, in language: Language) {
        title = Phrase { "\(result.question.title[$0]) (\(result.question.name))" }
        answer = [result.opening]
        introduction = [Phrase.about(result.question.scenario)]
        sections = [
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
            Section(heading: Phrase.byPurse, .table(result.purseTable(language)), data: []),
        ]
    }
}

extension AllocationResult {
    /// What the plan comes to, against the scenario's own.
    var opening: Phrase {
        let objective = question.objective
        let value = Phrase.objectiveValue(objective, certainValue)
        return Phrase.allocationAnswer(
            objective, familiesRange.map { Phrase.valueWithin(value, $0) } ?? value,
            paid: personMonths, scenario: scenarioMonths)
    }

    /// What stands behind the answer.
    var card: FactCard {
        var card = FactCard()
        let objective = question.objective
        card.add(
            Phrase.evenLabel, answer.isEven ? Phrase.evenPlan : Phrase.solversPlan)
        card.add(Phrase.discountLabel, list: discounts.map(Phrase.openDiscount))
        card.add(Phrase.futuresLabel, list: futuresFacts)
        card.add(
            Phrase.pricesLabel, list: priceLines.map { Phrase.priceLine($0, objective) })
        card.add(
            Phrase.proofLabel,
            list: [Phrase.proof(gap: answer.gap, rounding: answer.roundingLoss)]
                + (answer.shortfalls.isEmpty
                    ? [] : [Phrase.shortfalls(answer.shortfalls.count)]))
        return card
    }

    /// What the persons come to where purses have their ceilings.
    private var certainValue: Double { answer.problem.certain.total(answer.persons) }

    /// Person-months that the allocation pays for.
    private var personMonths: Double {
        zip(answer.problem.options, answer.persons).reduce(0) {
            $0 + $1.1 * Double(answer.problem.data.months[$1.0.year])
        }
    }

    /// Person-months that purses pay for in the scenario's own run.
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

    /// Needs, purses and the gap down and years across: rupiah; needs = purses + gap.
    func purseTable(_ language: Language) -> ResultTable {
        let names =
            [Phrase.allocationNeeds] + base.policy.fundingSources.map(\.name) + [Phrase.unfunded]
        return ResultTable("purses", names.indices) {
            Key("purse") { names[$0][language] }
            for (number, year) in answer.problem.data.years.enumerated() {
                let amounts = balance(year: number).map(\.amount)
                Column("\(year)", .rupiah) { amounts[$0] }
            }
        }
    }
}
