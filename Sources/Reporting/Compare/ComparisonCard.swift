import Analysis
import Exploration
import Policy
import Quantities

/// One of the five figures that a planner looks at first: the baseline's, a scenario's, and what
/// the scenario changes.
package struct ComparisonCard: Sendable {
    /// What is shown; the last but one is the gap, or the envelope that is left where none is.
    package enum Subject: String, Sendable, CaseIterable {
        case cost, people, personMonths, gap, left, families
    }

    package let subject: Subject
    /// Over the whole horizon; people at its end. In the unit of the figure.
    package let baseline: Double
    package let scenario: Double
    /// The 90 % range of the difference; nil where nothing was drawn.
    package let interval: Phrase?

    package var difference: Double { scenario - baseline }

    /// What the figure is called.
    package var heading: Phrase {
        switch subject {
        case .cost: Phrase(id: "Kebutuhan iuran", en: "Contributions needed")
        case .people: Phrase(id: "Orang terlindungi", en: "People protected")
        case .personMonths: Phrase(id: "Orang-bulan terbayar", en: "Person-months paid for")
        case .gap: Phrase(id: "Kekurangan pagu", en: "Unfunded gap")
        case .left: Phrase(id: "Sisa pagu", en: "Ceilings left")
        case .families: Phrase(id: "Keluarga tetap di atas garis", en: "Families above the line")
        }
    }

    /// What the figure counts, and when.
    package func note(_ years: String) -> Phrase {
        switch subject {
        case .cost, .gap: Phrase(id: "rupiah, \(years)", en: "rupiah, \(years)")
        case .people: Phrase(id: "akhir \(years.suffix(4))", en: "end of \(years.suffix(4))")
        case .personMonths:
            Phrase(id: "dibayar dana publik, \(years)", en: "paid by public purses, \(years)")
        case .left: Phrase(id: "yang tidak terpakai, \(years)", en: "not spent, \(years)")
        case .families:
            Phrase(
                id: "setelah pencari nafkah meninggal, \(years)",
                en: "after a breadwinner's death, \(years)")
        }
    }

    /// A figure as people read it.
    package func text(_ number: Double) -> Phrase {
        isMoney ? Phrase(same: "\(money: number)") : Phrase(same: "\(number.rounded())")
    }

    /// The difference with its sign; `sama` where there is none that can be seen.
    package var differenceText: Phrase {
        let size = abs(difference)
        guard size >= 0.5 else { return Phrase(id: "sama", en: "the same") }
        let sign = difference > 0 ? "+" : "−"
        let share = baseline == 0 ? nil : difference / abs(baseline)
        guard let share, abs(share) < 10 else { return Phrase(same: "\(sign)\(text(size))") }
        return Phrase(same: "\(sign)\(text(size)) (\(sign)\(percent: abs(share)))")
    }

    private var isMoney: Bool { [.cost, .gap, .left].contains(subject) }

    /// A figure of a scenario beside that of its baseline.
    ///
    /// - Parameter member: the scenario at many draws, with its differences to the same baseline.
    init(
        _ subject: Subject, _ baseline: ScenarioResult, _ scenario: ScenarioResult,
        drawn member: EnsembleMember?
    ) {
        let quantity = subject.quantity
        func value(_ result: ScenarioResult) -> Double {
            quantity?.value(result.summary, year: nil) ?? Double(result.ceilingsLeft.amount)
        }
        self.subject = subject
        self.baseline = value(baseline)
        self.scenario = value(scenario)
        let drawn = quantity.flatMap { quantity in
            member?.difference(Outcome(quantity)).map { ($0.difference, quantity.unit) }
        }
        interval = drawn.map { summary, unit in
            Phrase { language in
                IntervalText(language: language, isDifference: true).text(summary, unit)
            }
        }
    }
}

extension ComparisonCard.Subject {
    /// The figure as tables have it; nil for what is left of ceilings, which only purses have.
    package var quantity: Quantity? {
        switch self {
        case .cost: .measure(.publicBill)
        case .people: .measure(.protectedAtEnd)
        case .personMonths: .measure(.fundedPersonMonths)
        case .gap: .measure(.gap)
        case .left: nil
        case .families: .measure(.familiesKept)
        }
    }
}

extension Comparison {
    /// The five cards of a scenario; those of the baseline are its own figures.
    package func cards(of scenario: ScenarioResult, _ drawn: Ensemble? = nil) -> [ComparisonCard] {
        let member = drawn?.members.dropFirst().first { $0.name == scenario.name }
        let money: ComparisonCard.Subject = results.contains(where: \.hasGap) ? .gap : .left
        return [.cost, .people, .personMonths, money, .families].map {
            ComparisonCard($0, baseline, scenario, drawn: member)
        }
    }
}

extension ScenarioResult {
    /// What purses may spend and do not, over all years and regions.
    fileprivate var ceilingsLeft: Rupiah {
        purseRows.reduce(.zero) { sum, row in
            row.bearer == .gap ? sum : sum + (row.closing - row.paid)
        }
    }
}
