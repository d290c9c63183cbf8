import Formats
import Quantities
import Reporting

/// A picture with its numbers, its file and its command.
struct Figure: Sendable {
    let id: String
    /// Vega-Lite.
    let specification: [UInt8]
    let heading: Phrase
    /// What the command writes of it.
    let file: CompareFile
    let numbers: ResultTable
    /// Where a click on a region leads, before its code; nil for pictures without regions.
    var address: String?

    func html(
        _ choice: CompareChoice, _ fields: FormFields, canDraw: Bool, in language: Language
    ) -> HTML {
        let heading = heading[language]
        let table = HTMLWriter(language: language).table(numbers, caption: heading)
        let address = Page.address(
            "/bandingkan.csv", fields.with("tabel", file.name).with("fokus", nil))
        let out = language == .indonesian ? "hasil" : "results"
        let locale = language == .indonesian ? ["--locale", "id-ID"] : []
        let command = choice.command(language, locale + ["--out", out])
        let numbers = Phrase(id: "Angkanya", en: "The numbers")[language]
        return """
            <section class="picture">
            <h2>\(heading)</h2>
            \(canDraw ? picture(heading) : missing(language))
            <details\("open", if: !canDraw)><summary>\(numbers)</summary>\(table)</details>
            <p class="beside"><a href="\(address)">CSV: \(file.name)</a>
            <code>\(command)</code></p>
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
