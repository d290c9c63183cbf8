import Formats
import Quantities
import Reporting

/// Files of a comparison to take away, each as the command beside it writes it.
enum TakeAway: String, CaseIterable, Sendable {
    case workbook = "/bandingkan.xlsx"
    case html = "/laporan.html"
    case pdf = "/laporan.pdf"

    private var name: Phrase {
        switch self {
        case .workbook: Phrase(id: "Buku kerja (.xlsx)", en: "Workbook (.xlsx)")
        case .html: Phrase(id: "Laporan untuk peramban (.html)", en: "Report for browsers (.html)")
        case .pdf: Phrase(id: "Laporan untuk dicetak (.pdf)", en: "Report to print (.pdf)")
        }
    }

    private func file(_ language: Language) -> String {
        switch self {
        case .workbook: Phrase(id: "perbandingan.xlsx", en: "comparison.xlsx")[language]
        case .html: Phrase(id: "laporan.html", en: "report.html")[language]
        case .pdf: Phrase(id: "laporan.pdf", en: "report.pdf")[language]
        }
    }

    private var command: String { self == .workbook ? "compare" : "report" }

    /// A report is final as soon as every input is accepted.
    private func options(_ answer: ComparisonAnswer) -> [String] {
        self != .workbook && answer.isAccepted ? ["--final"] : []
    }

    private var mediaType: String {
        switch self {
        case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .html: "text/html; charset=utf-8"
        case .pdf: "application/pdf"
        }
    }

    /// - Throws: ``InputFaults``, ``OutputFault``.
    func response(
        _ answer: ComparisonAnswer, _ choice: CompareChoice, in language: Language
    ) throws -> PageResponse {
        let line = choice.command(language, asking: command, options(answer))
        let bytes =
            switch self {
            case .workbook:
                try answer.report.workbook(answer.comparison.results, in: language).bytes()
            case .html: try answer.document(command: line, in: language).html
            case .pdf: try answer.pdf(command: line, in: language)
            }
        return PageResponse(.file(file(language), type: mediaType), bytes)
    }

    /// The links, each with its command.
    static func section(
        _ answer: ComparisonAnswer, _ choice: CompareChoice, _ fields: FormFields,
        in language: Language
    ) -> HTML {
        let missing = answer.missingTools
        let items = allCases.map { file -> HTML in
            let name = file.file(language)
            let command = choice.command(
                language, asking: file.command, file.options(answer) + ["--out", name])
            let link: HTML
            if file == .pdf, let missing {
                let hint = missing.hint ?? missing.message
                link = "<span>\(file.name[language]): \(hint[language])</span>"
            } else {
                let address = Page.address(file.rawValue, fields.with("fokus", nil))
                link = "<a href=\"\(address)\">\(file.name[language])</a>"
            }
            return "<li class=\"beside\">\(link) <code>\(command)</code></li>"
        }
        return """
            <section class="takeaway">
            <h2>\(Phrase(id: "Bawa pulang", en: "Take away")[language])</h2>
            <ul>\(items)</ul>
            </section>
            """
    }
}
