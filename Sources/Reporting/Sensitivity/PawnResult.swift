import Analysis
import Exploration
import Formats
import Quantities

/// What given rows say of their inputs, ready to be told.
package struct PawnResult: Sendable {
    private static let shown = 12
    private static let named = 3

    let finding: PawnFinding
    let seed: UInt64
    let outcomes: [OutcomeLabel]

    /// A finding with its words.
    package init(_ finding: PawnFinding, seed: UInt64) {
        self.finding = finding
        self.seed = seed
        let all = finding.source.outcomes
        outcomes = finding.outcomes.map { all[$0] }
    }

    /// What programs read.
    package var tables: [ResultTable] { [finding.indices.table] }

    /// The inputs of an outcome, the largest index first.
    private func ranked(_ output: PawnIndices.Output) -> [Int] {
        output.estimates.indices.sorted {
            (output.estimates[$1].median.value, $0) < (output.estimates[$0].median.value, $1)
        }
    }

    /// The input that moves each outcome's distribution most.
    fileprivate var answer: [Phrase] {
        zip(outcomes, finding.indices.outputs).prefix(Self.named).map { outcome, output in
            let told = ranked(output).first { output.estimates[$0].median.verdict == .distinct }
            guard let told else {
                return Phrase.pawnNothing(outcome.phrase, of: finding.labels.count)
            }
            return Phrase.pawnMost(
                outcome.phrase, finding.labels[told].short, output.estimates[told])
        }
    }

    /// By outcome the inputs that are told from none, then the others.
    fileprivate var card: FactCard {
        var card = FactCard()
        for (outcome, output) in zip(outcomes, finding.indices.outputs) {
            let order = ranked(output)
            let told = order.filter { output.estimates[$0].median.verdict == .distinct }
            let rest = order.filter { output.estimates[$0].median.verdict != .distinct }
            var items = told.prefix(Self.named).map { input in
                Phrase.pawnInput(finding.labels[input].phrase, output.estimates[input])
            }
            if !rest.isEmpty {
                items.append(
                    Phrase.pawnLikeNothing(
                        rest.map { input in
                            (
                                finding.labels[input].name,
                                output.estimates[input].median.verdict.decidingBase
                            )
                        }, rows: output.rows))
            }
            if output.rows < finding.rows {
                items.append(Phrase.pawnMissing(finding.rows - output.rows, of: finding.rows))
            }
            card.add(Phrase.sentence(outcome.phrase), list: items)
        }
        return card
    }

    /// An outcome's table for people.
    fileprivate func table(_ place: Int, _ language: Language) -> ResultTable {
        let output = finding.indices.outputs[place]
        return ResultTable(output.name, Array(ranked(output).prefix(Self.shown))) {
            Key(Phrase.inputColumn[language]) { finding.labels[$0].name }
            Column(Phrase(id: "indeks", en: "index")[language], .word) {
                Phrase.pawnIndex(output.estimates[$0].median)[language]
            }
            Column(Phrase(id: "tanpa pengaruh", en: "with nothing")[language], .word) {
                Phrase(same: "\(output.estimates[$0].nothing, decimals: 2)")[language]
            }
            Column(Phrase.verdictColumn[language], .word) {
                let verdict = output.estimates[$0].median.verdict
                return Phrase.verdict(verdict, isSmall: false)[language]
            }
        }
    }
}

extension Report {
    /// Which inputs move each outcome's distribution: in words, then the numbers.
    package init(_ result: PawnResult, in language: Language) {
        title = result.finding.source.title
        answer = result.answer
        introduction = [
            Phrase.pawnSize(
                result.finding.rows, level: result.finding.indices.level, seed: result.seed)
        ]
        let words = Section(
            heading: Phrase(id: "Yang paling menentukan", en: "What matters most"),
            .card(result.card))
        sections =
            [words]
            + result.outcomes.indices.map { place in
                let left = max(0, result.finding.labels.count - 12)
                return Section(
                    heading: Phrase.sentence(result.outcomes[place].phrase),
                    note: left > 0 ? Phrase.leftOut(left) : nil,
                    .table(result.table(place, language)), data: [])
            }
    }
}
