import Analysis
import Exploration
import Formats
import Quantities

extension RobustResult {
    /// What programs read: figures by policy, differences to the first one, the mixture.
    ///
    ///     robust.csv               mean, worst, best, regrets, rules, which criteria put it first
    ///     robust-pairs.csv         what each policy changes against the first, future by future
    ///     robust-mixture.csv       the mixture with the smallest largest regret
    ///     robust-information.csv   what knowing the future would be worth
    ///
    /// - Throws: ``InputFaults``, which a result that exists never does.
    package func tables() throws(InputFaults) -> [ResultTable] {
        do {
            return [
                try table.futures.table(of: label.name, rule: table.rules).named("robust"),
                try table.futures.pairTable(of: label.name, against: source.points.policies[0])
                    .named("robust-pairs"), table.mixture.table, informationTable,
            ]
        } catch {
            throw InputFaults([
                Diagnostic(at: Position(file: source.file), Phrase.cannotChoose("\(error)"))
            ])
        }
    }

    /// The value of perfect information.
    ///
    /// In whole rupiah where the outcome is money.
    private var informationTable: ResultTable {
        ResultTable("robust-information", [table.information]) {
            Key("outcome") { _ in label.name }
            Column("value", label.unit) { $0.value.wholeMoney(label.unit) }
            Column("standard_error", label.unit) { $0.standardError.wholeMoney(label.unit) }
        }
    }
}

extension Double {
    /// Whole rupiah for money, all else as it is.
    fileprivate func wholeMoney(_ unit: Unit) -> Double { unit == .rupiah ? rounded() : self }
}

extension Report {
    /// Which policy each way of choosing puts first, and where they disagree.
    ///
    ///     the best policy, and whether all ways agree
    ///     title
    ///     what was compared
    ///     Kebijakan mana, menurut cara memilih    a line for each way, whether they agree
    ///     Kebijakan di semua masa depan           the figures of every policy
    ///     Penyesalan terbesar                     bars
    ///     Dibanding ...                           differences to the first policy
    package init(_ result: RobustResult, in language: Language) {
        let policies = result.source.points.policies
        title = result.source.title
        answer = result.answer
        introduction = result.notes
        let regrets = zip(policies, result.table.measures.regrets.maximum).map { policy, regret in
            BarChart.Bar(
                label: policy, value: regret, text: result.label.value(regret)[language])
        }
        let pairs = result.pairTable(language).map {
            [
                Section(
                    heading: Phrase(
                        id: "Dibanding \(policies[0]), masa depan demi masa depan",
                        en: "Against \(policies[0]), future by future"), .table($0), data: [])
            ]
        }
        sections =
            [
                Section(
                    heading: Phrase(
                        id: "Kebijakan mana, menurut cara memilih",
                        en: "Which policy, by the way of choosing"), .card(result.card)),
                Section(
                    heading: Phrase(
                        id: "Kebijakan di semua masa depan", en: "Policies over all futures"),
                    .table(result.policyTable(language)),
                    data: []),
                Section(
                    heading: Phrase(
                        id: "Penyesalan terbesar: yang dilepaskan dibanding pilihan terbaik",
                        en: "Largest regret: what is forgone against the best choice"),
                    .chart(regrets)),
            ] + (pairs ?? [])
    }
}

extension RobustResult {
    /// What was compared.
    ///
    /// Points of a grid or a list were not drawn, and a mean over them is no expectation: said at
    /// once.
    var notes: [Phrase] {
        let size = Phrase.robustSize(
            table.futures, design: source.design, label.phrase, isHigherBetter: best == .high)
        return ["grid", "list"].contains(source.design)
            ? [
                size,
                Phrase(
                    id: "Setiap titik rancangan ini ditimbang sama; itu bukan peluang",
                    en: "Every point of this design weighs the same; that is not a probability"),
            ] : [size]
    }

    var answer: [Phrase] {
        let measures = table.measures
        let first = measures.best(by: .expected)
        let place = source.points.policies.firstIndex { $0 == first.first } ?? 0
        let others = table.choices.filter { $0.policies != first }.map { choice in
            (Phrase.shortName(choice.criterion), choice.policies)
        }
        return [
            Phrase.robustAnswer(
                table.futures, label.phrase, best: first,
                figures: (
                    label.value(measures.expected[place]), label.value(measures.worst[place]),
                    label.value(measures.regrets.maximum[place])
                )), Phrase.otherWays(others),
        ]
    }

    /// What each way of choosing says, whether they agree, what information would be worth.
    ///
    /// Best best cases are left to the table: nobody chooses by them.
    var card: FactCard {
        var card = FactCard()
        for criterion in [RobustCriterion.expected, .maximin, .minimaxRegret, .regret90] {
            card.add(Phrase.name(criterion), choice(criterion))
        }
        if let meeting = table.meeting, let first = table.mostOftenMeeting {
            let rules = source.rules.map(Phrase.rule)
            let words = Phrase(same: "\(joined: rules, by: ", ")")
            card.add(
                Phrase(id: "Memenuhi aturan", en: "Meets the rules"),
                Phrase.meetsMost(first, meeting.max() ?? 0, words))
        }
        let unanimous = table.unanimous
        card.add(
            Phrase(id: "Kesimpulan", en: "Conclusion"),
            list: [unanimous.isEmpty ? disagreement : Phrase.agree(unanimous)]
                + [closeMeans, mixture].compactMap { $0 })
        card.add(Phrase(id: "Nilai informasi", en: "Value of information"), information)
        return card
    }

    /// Each choice with the ways that make it, in the order of the ways.
    ///
    ///     dilepas: rata-rata, kasus terburuk; dasar: aturan
    ///
    /// Equal policies count as one choice under their joined names.
    private var disagreement: Phrase {
        var choices: [(policies: String, ways: [Phrase])] = []
        for choice in table.choices {
            let name = choice.policies.joined(separator: " = ")
            let way = Phrase.shortName(choice.criterion)
            if let place = choices.firstIndex(where: { $0.policies == name }) {
                choices[place].ways.append(way)
            } else {
                choices.append((name, [way]))
            }
        }
        return Phrase.disagree(choices)
    }

    /// What it would be worth to know the future.
    ///
    /// Zero where one policy is best in every future: then there is nothing to learn for this
    /// choice.
    private var information: Phrase {
        let (value, error) = (table.information.value, table.information.standardError)
        guard value > 0 else {
            return Phrase(
                id: "tidak ada: satu kebijakan terbaik di semua masa depan",
                en: "nothing: one policy is best in every future")
        }
        return Phrase.worthKnowing(
            label.value(value), error.isFinite ? label.value(error) : nil)
    }

    /// The mixture, where it is better than each policy alone.
    ///
    /// Shares of half a percent and less are traces of the solver's tolerance or not worth dividing
    /// for.
    private var mixture: Phrase? {
        guard table.mixingHelps else { return nil }
        let shares = zip(table.mixture.policies, table.mixture.shares).filter { $0.1 > 0.005 }
        return Phrase.mixtureHelps(
            shares.map { ($0.0, $0.1) }, label.value(table.mixture.regret),
            alone: label.value(table.measures.regrets.maximum.min() ?? .nan))
    }

    /// Which policy one way of choosing puts first, and the figure by which it does.
    ///
    ///     pedagang-dilepas (Rp 374 per orang-bulan)
    private func choice(_ criterion: RobustCriterion) -> Phrase {
        let measures = table.measures
        let first = measures.best(by: criterion)
        let place = source.points.policies.firstIndex { $0 == first.first } ?? 0
        let figure =
            switch criterion {
            case .expected: measures.expected[place]
            case .maximin: measures.worst[place]
            case .maximax: measures.best[place]
            case .minimaxRegret: measures.regrets.maximum[place]
            case .regret90: measures.regrets.ninetieth[place]
            }
        return Phrase.chooses(first, label.value(figure))
    }

    /// The two best means where their difference is less than two standard errors; nil for points
    /// that were not drawn.
    ///
    /// The nearest other mean is asked about, since it is the one that might be first with other
    /// draws.
    private var closeMeans: Phrase? {
        guard !["grid", "list"].contains(source.design) else { return nil }
        let first = table.measures.best(by: .expected)[0]
        let pairs = try? table.futures.pairs(of: label.name, against: first)
        guard let nearest = pairs?.min(by: { abs($0.mean) < abs($1.mean) }),
            nearest.standardError > 0, abs(nearest.mean) < 2 * nearest.standardError
        else { return nil }
        return Phrase.closeMeans(
            first, nearest.policy, label.value(abs(nearest.mean)),
            label.value(nearest.standardError))
    }

    /// The figures of every policy, for people.
    ///
    /// The mixture stands here whether it helps or not.
    func policyTable(_ language: Language) -> ResultTable {
        let (measures, unit) = (table.measures, label.unit)
        return ResultTable("policies", measures.policies.indices) {
            Key(InputLabel.policyName[language]) { measures.policies[$0] }
            Column(Phrase(id: "rata-rata", en: "mean")[language], unit) { measures.expected[$0] }
            Column(Phrase(id: "terburuk", en: "worst")[language], unit) { measures.worst[$0] }
            Column(Phrase(id: "penyesalan terbesar", en: "largest regret")[language], unit) {
                measures.regrets.maximum[$0]
            }
            Column(Phrase(id: "penyesalan 90 %", en: "regret 90 %")[language], unit) {
                measures.regrets.ninetieth[$0]
            }
            if let meeting = table.meeting {
                Column(Phrase(id: "memenuhi aturan", en: "meets rules")[language], .share) {
                    meeting[$0]
                }
            }
            Column(Phrase(id: "campuran", en: "mixture")[language], .share) {
                table.mixture.shares[$0]
            }
        }
    }

    /// Every other policy against the first, for people.
    ///
    /// Differences future by future, whose errors are far below those of the means.
    func pairTable(_ language: Language) -> ResultTable? {
        let first = source.points.policies[0]
        guard let pairs = try? table.futures.pairs(of: label.name, against: first) else {
            return nil
        }
        return ResultTable("pairs", pairs) {
            Key(InputLabel.policyName[language], \.policy)
            Column(
                Phrase(id: "selisih rata-rata", en: "mean difference")[language], label.unit, \.mean
            )
            Column(
                Phrase(id: "galat baku", en: "standard error")[language], label.unit,
                \.standardError)
            Column(
                Phrase(id: "masa depan lebih baik", en: "better futures")[language], .share,
                \.betterShare)
        }
    }
}
