import Formats
import Quantities
import Reporting

/// A picture of a comparison with its file and its command.
struct Figure: Sendable {
    let block: PictureBlock
    /// What the command writes of it.
    let file: CompareFile

    func html(_ choice: CompareChoice, _ fields: FormFields, in language: Language) -> HTML {
        let address = Page.address(
            "/bandingkan.csv", fields.with("tabel", file.name).with("fokus", nil))
        let out = language == .indonesian ? "hasil" : "results"
        let locale = language == .indonesian ? ["--locale", "id-ID"] : []
        let command = choice.command(language, locale + ["--out", out])
        let workbook = Page.address(TakeAway.workbook.rawValue, fields.with("fokus", nil))
        let name = Phrase(id: "Buku kerja", en: "Workbook")[language]
        let beside: HTML = """
            <p class="beside"><a href="\(address)">CSV: \(file.name)</a>
            <a href="\(workbook)">\(name)</a>
            <code>\(command)</code></p>
            """
        return block.html(beside: beside, in: language)
    }
}
