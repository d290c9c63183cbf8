import Formats
import Quantities
import Reporting

/// A picture with its numbers below it.
struct PictureBlock: Sendable {
    let id: String
    /// Vega-Lite.
    let specification: [UInt8]
    let heading: Phrase
    let numbers: ResultTable
    /// Whether the browser can be given what draws pictures.
    let canDraw: Bool
    /// Where a click on a region leads, before its code; nil for pictures without regions.
    var address: String?

    /// - Parameter beside: files and commands, under the picture.
    func html(beside: HTML? = nil, in language: Language) -> HTML {
        let heading = heading[language]
        let table = HTMLWriter(language: language).table(numbers, caption: heading)
        let label = Phrase(id: "Angkanya", en: "The numbers")[language]
        return """
            <section class="picture">
            <h2>\(heading)</h2>
            \(canDraw ? picture(heading) : missing(language))
            <details\("open", if: !canDraw)><summary>\(label)</summary>\(table)</details>
            \(beside)
            </section>
            """
    }

    private func picture(_ heading: String) -> HTML {
        """
        <div class="scroll drawn" tabindex="0" role="region" aria-label="\(heading)">
        <div data-picture="\(id)-data" id="\(id)"\(opened)></div></div>
        \(HTML.data(specification, id: id + "-data"))
        """
    }

    private var opened: HTML? { address.map { " data-open=\"\($0)\"" } }

    private func missing(_ language: Language) -> HTML {
        let text = Phrase(
            id: "Gambar belum dapat digambar di komputer ini: jalankan 'make tools' sekali, lalu"
                + " mulai lagi lindung-app. Angkanya ada di bawah.",
            en: "Pictures cannot be drawn on this computer yet: run 'make tools' once, then start"
                + " lindung-app again. The numbers are below.")
        return "<p class=\"missing\">\(text[language])</p>"
    }
}
