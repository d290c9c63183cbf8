import Analysis
import Policy
import Quantities

extension Report {
    /// Where a target is met and what that costs, or why it is not.
    ///
    ///     the answer and its cost
    ///     title
    ///     the scenario's frame
    ///     Jawaban            target, dial, keys, binding rules, changes, curve, draws, precision
    ///     Sepanjang dial     bars
    ///     Menurut tahun      the scenario at the answer
    ///     Menurut sumber dana
    ///     Tanda data
    package init(_ result: TargetResult, in language: Language) {
        let question = result.question
        title = Phrase(same: "\(question.title) (\(question.name))")
        answer = result.opening
        introduction =
            [Phrase.about(question.problem.scenario)]
            + (result.isAboutPoverty ? [Phrase.noPovertyEffectClaimed] : [])
        let isMet = result.answer.solution != nil
        let marks = Phrase.marksExplained(result.draws == nil ? Phrase.pointValues : nil)
        sections = [
            Section(heading: Phrase.answerLabel, .card(result.card)),
            Section(
                heading: Phrase(
                    id: "Sepanjang rentang tuas: \(result.label.phrase.indonesian)",
                    en: "Along the dial: \(result.label.phrase.english)"),
                note: Phrase(id: "✓ sasaran terpenuhi", en: "✓ target met"),
                .chart(result.bars(language))),
            Section(
                heading: isMet
                    ? Phrase(id: "Pada jawaban itu, menurut tahun", en: "At the answer, by year")
                    : Phrase(
                        id: "Pada titik terbaik itu, menurut tahun",
                        en: "At the best place, by year"),
                .table(result.yearTable(language))),
            Section(
                heading: Phrase.byPurse, .table(result.chosen.purseReport(in: language)),
                data: []),
            Section(
                heading: Phrase.dataMarks, note: marks,
                .table(result.chosen.policy.shortEvidenceTable), data: []),
        ]
    }
}

extension TargetResult {
    /// Whether the outcome is poverty, which no decision about protection moves, or families kept
    /// above the line, which is not the same.
    var isAboutPoverty: Bool {
        switch question.problem.aim.outcome.quantity {
        case .indicator(let indicator): Indicator.ofPoverty.contains(indicator)
        case .measure(let measure): measure.unit == .family
        }
    }

    /// Where the target is met or what comes nearest to it, and what that costs.
    var opening: [Phrase] {
        let aim = question.problem.aim
        let (place, without) = (place(point), label.value(answer.base.value))
        let sentence =
            if answer.solution == nil {
                Phrase.targetMissed(aim, best: exact(point.value), at: place, without: without)
            } else {
                Phrase.targetAnswer(
                    aim, at: place, exact(point.value), without: without,
                    isNearest: aim.bound == .equals && question.problem.dial.isOneWhole
                        && !aim.isMet(by: point.value),
                    isAtStart: answer.isMetAtStart)
            }
        return [
            sentence,
            Phrase.costs(
                bill: point.bill, extra: point.bill - answer.base.bill, gap: point.gap),
        ]
    }

    var card: FactCard {
        let problem = question.problem
        var card = FactCard()
        card.add(Phrase(id: "Sasaran", en: "Target"), problem.aim.words)
        card.add(
            Phrase(id: "Tuas", en: "Dial"),
            list: keyTexts.map { text in
                let mark = text.key.setting.provenance.markText
                let turned = Phrase.turned(text)
                return mark.isEmpty ? turned : Phrase { "\(turned[$0]) [\(mark)]" }
            })
        addAnswer(to: &card)
        if answer.roots.count > 1 || answer.roots.contains(where: { $0.kind != .crossing }) {
            card.add(
                Phrase(id: "Perubahan", en: "Changes"),
                list: answer.roots.map {
                    Phrase.change($0, place(of: $0), label)
                })
        }
        card.add(Phrase(id: "Kurva", en: "Curve"), Phrase.shape(answer.shape, label.phrase))
        card.add(Phrase(id: "Ketidakpastian", en: "Uncertainty"), list: drawLines)
        card.add(
            Phrase(id: "Ketelitian", en: "Precision"),
            Phrase.precision(
                answer.gridCount, hasWhole: problem.dial.keys.contains(where: \.isWhole),
                isWhole: problem.dial.isWhole))
        return card
    }

    /// Each key at the answer where there are several; the rules that bind where there is none.
    private func addAnswer(to card: inout FactCard) {
        let isMet = answer.solution != nil
        card.add(
            isMet ? Phrase.answerLabel : Phrase(id: "Terbaik", en: "Best"), list: bundle(point))
        card.add(
            Phrase(id: "Yang mengikat", en: "What binds"),
            list: limits.map { Phrase.limit($0, value: exact) })
    }

    /// The only key at a place, or the dial where several move; numbers to so many digits, all of
    /// them where nil.
    private func place(_ point: TargetPoint, digits: Int? = nil) -> Phrase {
        guard keyTexts.count == 1, let value = point.place?.values[0] else {
            return Phrase.dial(digits.map { point.dial.rounded(digits: $0) } ?? point.dial)
        }
        return Phrase.place(keyTexts[0], digits.map { value.rounded(digits: $0) } ?? value)
    }

    /// Where a change lies: of persons or rupiah the whole number on its meeting side.
    private func place(of root: TargetCrossing) -> Phrase {
        guard question.problem.dial.isOneWhole, let number = root.met.place?.values[0] else {
            return place(root.met, digits: 5)
        }
        return Phrase.place(
            keyTexts[0], keyTexts[0].key.settled(number, rising: root.isEntry))
    }

    /// Each key of a bundle at a place; empty where there is one.
    private func bundle(_ point: TargetPoint) -> [Phrase] {
        guard keyTexts.count > 1, let values = point.place?.values else { return [] }
        return zip(keyTexts, values).map { Phrase.place($0, $1) }
    }

    /// The outcome with a digit or two more than sentences have, so that a reader sees on which
    /// side of the target it lies.
    private func exact(_ value: Double) -> Phrase {
        switch label.unit {
        case .share: Phrase { $0.numbers.percent(value, decimals: 2) }
        case .rupiah: Phrase { "Rp " + $0.numbers.format(value) }
        default: label.value(value)
        }
    }

    /// What draws say; empty without draws.
    private var drawLines: [Phrase] {
        guard let draws, let plan = question.plan else { return [] }
        let places = [0.05, 0.5, 0.95]
        let dials = places.map(draws.dial)
        let needed = keyTexts.map { text in
            Phrase.needed(
                text.short,
                dials.map { dial in
                    dial.map { text.value(drawn(text.key, at: $0)) }
                })
        }
        let costs = places.compactMap { draws.quantile($0) { $0.bill - $1.base.bill } }
        let inputs = question.problem.scenario.uncertainInputs.count
        return [
            Phrase.targetDraws(
                plan, inputs: inputs, failed: draws.draws.count - draws.solved.count)
        ] + needed
            + (costs.contains { $0 != 0 }
                ? [
                    Phrase(
                        "tambahan kebutuhan iuran \(money: costs[1]) (90 %: \(money: costs[0]) –"
                            + " \(money: costs[2])), pada simulasi acak yang memenuhi sasaran",
                        en: "extra contributions needed \(money: costs[1]) (90 %:"
                            + " \(money: costs[0]) – \(money: costs[2])), over draws that reach the"
                            + " target"
                    )
                ] : [])
            + Phrase.chances(
                unreachable: draws.unreachableShare, meeting: draws.meetingShare)
    }

    /// A key's number at a quantile of draws: whole persons or rupiah away from its start, of other
    /// keys three digits.
    private func drawn(_ key: DialledLever, at dial: Double) -> Double {
        let number = key.value(at: dial)
        return key.isWholeWhenSettled
            ? key.settled(number, rising: true) : number.rounded(digits: 3)
    }

    func bars(_ language: Language) -> [BarChart.Bar] {
        let places = (0...16).map { Double($0) / 16 }
        var shown: [TargetPoint] = []
        for place in places {
            guard
                let near = answer.curve.min(by: {
                    abs($0.dial - place) < abs($1.dial - place)
                }), shown.last?.place?.values != near.place?.values
            else { continue }
            shown.append(near)
        }
        if let solution = answer.solution,
            !shown.contains(where: { $0.place?.values == solution.place?.values })
        {
            shown.append(solution)
            shown.sort { $0.dial < $1.dial }
        }
        return shown.map { bar($0, language) }
    }

    /// One bar: the first key's number, or the dial where several keys move.
    private func bar(_ point: TargetPoint, _ language: Language) -> BarChart.Bar {
        let name =
            keyTexts.count == 1
            ? keyTexts[0].value((point.place?.values[0] ?? .nan).rounded(digits: 4))[language]
            : language.significant(point.dial)
        let mark = meets(point.value) ? " ✓" : ""
        return BarChart.Bar(
            label: name, value: point.value,
            text: (label.unit == .rupiah ? label.value : exact)(point.value)[language] + mark)
    }

    /// Years down: what the place comes to, and what it costs beyond the scenario without the dial.
    func yearTable(_ language: Language) -> ResultTable {
        let outcome = question.problem.aim.outcome.quantity
        let quantities = ([outcome] + Self.yearly).reduce(into: [Quantity]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return chosen.yearReport(quantities, name: "target-years") {
            Column(
                figure: Phrase(id: "tambahan kebutuhan iuran", en: "extra contributions needed")[
                    language], .rupiah
            ) { year in
                Quantity.measure(.publicBill).value(chosen.summary, year: year)
                    - Quantity.measure(.publicBill).value(base.summary, year: year)
            }
        }
    }

    private static let yearly: [Quantity] = [
        .indicator(.coverageOfWorkers), .measure(.fundedPersonMonths), .measure(.publicBill),
        .measure(.gap),
    ]
}

extension Double {
    /// The nearest number of so many digits; whole digits stay.
    fileprivate func rounded(digits: Int) -> Double {
        guard isFinite, self != 0 else { return self }
        var scale = 1.0
        var size = magnitude
        var left = digits
        while size >= 1, left > 0 { (size, left) = (size / 10, left - 1) }
        while size < 0.1, scale < 1e9 { (size, scale) = (size * 10, scale * 10) }
        for _ in 0..<left { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}

/// What programs read of a target.
///
///     target.csv          the scenario without the dial, its two ends, every change, the answer
///     target-curve.csv    every place that was looked at
///     target-draws.csv    what each draw needs; only with draws
///     yearly-total.csv, purses.csv    the scenario at the answer
extension TargetResult {
    package var tables: [ResultTable] {
        [answerTable, curveTable] + [drawTable].compactMap { $0 }
            + [chosen.yearlyTable(), chosen.purseTable]
    }

    /// A row of the answer's table: what it is, and how it was met.
    private struct Row {
        /// `base`, `start`, `root 1`, ..., `solution` or `best`, `end`.
        let name: String
        let point: TargetPoint
        /// The change that the row is about; nil for all other rows.
        var root: TargetCrossing?
    }

    /// One row for each place that matters, in the order in which they are told.
    private var rows: [Row] {
        let curve = answer.curve
        let roots = answer.roots.enumerated().map { number, root in
            Row(name: "root \(number + 1)", point: root.met, root: root)
        }
        let name = answer.solution == nil ? "best" : "solution"
        return [Row(name: "base", point: answer.base), Row(name: "start", point: curve[0])]
            + roots + [Row(name: name, point: point), Row(name: "end", point: curve.last ?? point)]
    }

    /// Keys: `row`. Measures: the dial, each key's number, the outcome, the public bill and what it
    /// exceeds that of the scenario without the dial by, the gap, coverage; for a change the side
    /// that does not meet the target and how the outcome gets across.
    var answerTable: ResultTable {
        ResultTable("target", rows) {
            Key("row", \.name)
            Column("dial", .factor, \.point.dial)
            figures(\.point)
            Column("extra_bill_rp", .rupiah) { $0.point.bill - answer.base.bill }
            Column("meets", .word) { meets($0.point.value) || $0.root != nil ? "yes" : "no" }
            Column("change", .word, \.root?.kind.rawValue)
            Column("dial_unmet", .factor, \.root?.unmet.dial)
            Column("outcome_unmet", label.unit, \.root?.unmet.value)
        }
    }

    /// Whether a value meets the target; a solution does, whatever rounding says.
    func meets(_ value: Double) -> Bool {
        let aim = question.problem.aim
        let isAnswer = answer.solution.map { $0.value == value } ?? false
        return aim.isMet(by: value)
            || aim.bound == .equals && isAnswer && !question.problem.dial.isOneWhole
    }

    /// Keys: `dial`. Every place that was looked at, in order.
    var curveTable: ResultTable {
        ResultTable("target-curve", answer.curve) {
            Key("dial", \.dial)
            figures(\.self)
            Column("extra_bill_rp", .rupiah) { $0.bill - answer.base.bill }
        }
    }

    /// Keys: `draw`, from 1. What each draw needs, what that costs beyond the same draw without the
    /// dial, and what the answer at written values comes to in it.
    var drawTable: ResultTable? {
        guard let draws = draws?.draws else { return nil }
        let lost = TargetPoint.missing(question.problem.dial.keys.count)
        return ResultTable("target-draws", draws) {
            Key("draw") { $0.number + 1 }
            Column("status", .word) { draw in
                draw.failure != nil
                    ? "failed" : draw.needed.map { $0.dial == 0 ? "start" : "reached" } ?? "never"
            }
            Column("dial", .factor) { ($0.needed ?? lost).dial }
            figures { $0.needed ?? lost }
            Column("extra_bill_rp", .rupiah) { draw in
                draw.needed.map { $0.bill - draw.base.bill }
            }
            Column("outcome_without", label.unit, \.base.value)
            Column("outcome_at_answer", label.unit, \.atSolution?.value)
        }
    }

    /// The columns of a row's place: keys, outcome, money, coverage. A figure that is the outcome
    /// itself stands once.
    @ColumnList<Row> private func figures<Row>(
        _ point: @escaping (Row) -> TargetPoint
    ) -> [Column<Row>] {
        for (index, text) in keyTexts.enumerated() {
            Column(text.key.name, text.columnUnit) { point($0).place?.values[index] }
        }
        let outcomes = question.problem.outcomes
        for (place, outcome) in outcomes.enumerated() where !outcomes[..<place].contains(outcome) {
            Column(outcome.name, outcome.quantity.unit) { point($0).outcomes[place] }
        }
    }
}

extension TargetPoint {
    /// A place that does not exist.
    fileprivate static func missing(_ keys: Int) -> TargetPoint {
        TargetPoint(
            place: DialPoint(dial: .nan, values: Array(repeating: .nan, count: keys)),
            outcomes: Array(repeating: .nan, count: 4))
    }
}

extension TargetResult {
    var keyTexts: [TargetKeyText] {
        question.problem.dial.keys.map { TargetKeyText($0, lawUnits: lawUnits) }
    }

    /// Why the command ends with 1: the target is not reached; nil where it is.
    package var failure: Phrase? {
        answer.solution == nil
            ? Phrase.notReached(label, question.problem.aim, best: label.value(point.value)) : nil
    }
}
