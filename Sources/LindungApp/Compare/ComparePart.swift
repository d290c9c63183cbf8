import Formats
import Quantities

/// A part of a comparison that takes its time: a page asks for it when somebody comes to it.
enum ComparePart: String, Sendable {
    case why = "/bandingkan/mengapa"
    case who = "/bandingkan/siapa"

    private var heading: Phrase {
        switch self {
        case .why: Phrase(id: "Mengapa berbeda", en: "Why they differ")
        case .who: Phrase(id: "Siapa bertambah, siapa berkurang", en: "Who gains and who loses")
        }
    }

    /// The heading of the part about one scenario.
    func heading(_ name: String) -> Phrase {
        Phrase(id: "\(heading.indonesian): '\(name)'", en: "\(heading.english): '\(name)'")
    }

    /// Where it will stand; without scripts it is a link to a page of its own.
    func place(_ name: String, _ fields: FormFields, in language: Language) -> HTML {
        let address = Page.address(rawValue, fields.with("fokus", name))
        let title = heading(name)[language]
        let wait = Phrase(id: "dihitung saat dibuka", en: "computed when it is opened")[language]
        return """
            <section data-part="\(address)" aria-live="polite"><h2>\(title)</h2>
            <p class="waiting"><a href="\(address)">\(title)</a> (\(wait))</p></section>
            """
    }
}
