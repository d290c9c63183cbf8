import Formats
import Quantities

/// The place in which a picture is drawn, with its specification; without what draws it a note.
struct PictureFrame: Sendable {
    let id: String
    /// Vega-Lite.
    let specification: [UInt8]
    let heading: String
    /// Whether the browser can be given what draws pictures.
    let canDraw: Bool
    /// Where a click on a region leads, before its code; nil for pictures without regions.
    var address: String?

    func html(in language: Language) -> HTML {
        guard canDraw else { return Self.missing(language) }
        let opened = address.map { address -> HTML in " data-open=\"\(address)\"" }
        return """
            <div class="scroll drawn" tabindex="0" role="region" aria-label="\(heading)">
            <div data-picture="\(id)-data" id="\(id)"\(opened)></div></div>
            \(HTML.data(specification, id: id + "-data"))
            """
    }

    private static func missing(_ language: Language) -> HTML {
        let text = Phrase(
            id: "Gambar belum dapat digambar di komputer ini: jalankan 'make tools' sekali, lalu"
                + " mulai lagi lindung-app. Angkanya ada di bawah.",
            en: "Pictures cannot be drawn on this computer yet: run 'make tools' once, then start"
                + " lindung-app again. The numbers are below.")
        return "<p class=\"missing\">\(text[language])</p>"
    }
}
