import Formats
import Quantities
import Reporting

/// The five cards, for a comparison and for turned levers alike.
struct CardRow: Sendable {
    let cards: [ComparisonCard]
    let names: (baseline: String, scenario: String)
    let years: ClosedRange<Int>
    let language: Language

    /// Whether there is a second scenario to speak of.
    private var isCompared: Bool { names.baseline != names.scenario }

    var html: HTML {
        let label = Phrase(id: "Lima angka pokok", en: "Five figures")[language]
        return """
            <section class="cards" aria-label="\(label)">
            \(cards.map(card))
            </section>
            """
    }

    private func card(_ card: ComparisonCard) -> HTML {
        let span =
            years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
        let shown = isCompared ? card.scenario : card.baseline
        return """
            <article class="card" data-card="\(card.subject.rawValue)">
            <h2>\(card.heading[language])</h2>
            <p class="unit">\(card.note(span)[language])</p>
            <p class="figure">\(value(card, shown, "scenario"))</p>
            \(isCompared ? difference(card) : nil)
            </article>
            """
    }

    private func difference(_ card: ComparisonCard) -> HTML {
        let range: HTML? = card.interval.map { text -> HTML in
            let label = Phrase(id: "rentang 90 % selisih", en: "90 % range of the difference")
            return "<dt>\(label[language])</dt><dd class=\"range\">\(text[language])</dd>"
        }
        return """
            <dl><dt>\(Phrase(id: "selisih", en: "difference")[language])</dt>
            <dd class="difference">\(card.differenceText[language])</dd>
            <dt>\(names.baseline)</dt>
            <dd>\(value(card, card.baseline, "baseline"))</dd>\(range)</dl>
            """
    }

    /// A figure with all its digits for programs beside what people read.
    private func value(_ card: ComparisonCard, _ number: Double, _ role: String) -> HTML {
        "<data value=\"\("\(number)")\" data-role=\"\(role)\">\(card.text(number)[language])</data>"
    }
}
