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
        let (segments, data) = (base.policy.segments, answer.problem.data)
        let columns = data.years.indices.map { year -> [Double] in
            var persons = Array(repeating: 0.0, count: segments.count + 1)
            for (option, count) in zip(answer.problem.options, answer.persons)
            where option.year == year {
                persons[option.segment] += count
                persons[segments.count] += count
            }
            return persons
        }
        return .trusted(
            name: "segments",
            keys: [("segment", .text(segments.map { $0.name[language] } + ["total"]))],
            measures: zip(data.years, columns).map { ("\($0)", .person, .number($1)) })
    }

    /// Needs, purses and the gap down and years across: rupiah; needs = purses + gap.
    func purseTable(_ language: Language) -> ResultTable {
        let (purses, years) = (base.policy.fundingSources, answer.problem.data.years)
        let names =
            [Phrase.allocationNeeds] + purses.map(\.name) + [Phrase.unfunded]
        return .trusted(
            name: "purses",
            keys: [("purse", .text(names.map { $0[language] }))],
            measures: years.indices.map { year in
                ("\(years[year])", .rupiah, .rupiah(balance(year: year).map(\.amount)))
            })
    }
}
