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
        let frame = PictureFrame(
            id: id, specification: specification, heading: heading, canDraw: canDraw,
            address: address)
        let label = Phrase(id: "Angkanya", en: "The numbers")[language]
        return """
            <section class="picture">
            <h2>\(heading)</h2>
            \(frame.html(in: language))
            <details\("open", if: !canDraw)><summary>\(label)</summary>\(table)</details>
            \(beside)
            </section>
            """
    }
}
