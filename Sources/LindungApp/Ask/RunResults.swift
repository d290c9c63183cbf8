import Formats
import Foundation
import Quantities
import Reporting
import Store

/// What came out of a question: the sentence first, then pictures, then tables.
struct RunResults: Sendable {
    let run: RecordedRun
    let report: ShownReport
    let folder: RunFolder
    let page: AskPage

    private var language: Language { page.language }

    var html: HTML {
        let answer = (report.answer.isEmpty ? report.introduction : report.answer).map(paragraph)
        let heading = Phrase(id: "Angka selengkapnya", en: "All figures")[language]
        return """
            <section class="answer" lang="\(run.language)">
            <h1>\(report.title)</h1>
            \(answer)
            </section>
            \(otherLanguage)
            \(pictures)
            <section><h2>\(heading)</h2>
            <div lang="\(run.language)">\(HTML(written: report.sections))</div>
            \(files)</section>
            <div lang="\(run.language)">\(report.caveats.map(paragraph))</div>
            \(warnings)
            """
    }

    private func paragraph(_ text: String) -> HTML { "<p>\(text)</p>" }

    /// A report has the language in which it was asked for.
    private var otherLanguage: HTML {
        guard run.language != language.rawValue else { return .nothing }
        let again = Page.address("/tanya", run.fields.with("lang", page.fields["lang"]))
        let told = Phrase(
            id: "Jawaban ini ditulis dalam bahasa Inggris.",
            en: "This answer is written in Indonesian.")
        let ask = Phrase(id: "Tanyakan lagi dalam bahasa Indonesia", en: "Ask again in English")
        return """
            <p class="unit">\(told[language]) <a href="\(again)">\(ask[language])</a></p>
            """
    }

    private var pictures: HTML {
        let names = folder.files.filter { $0.hasSuffix(".vl.json") }
        return HTML.joined(
            names.enumerated().compactMap { place, name -> HTML? in
                guard let bytes = folder.bytes(name) else { return nil }
                let heading = Self.title(bytes) ?? report.title
                let frame = PictureFrame(
                    id: "gambar-\(place)", specification: bytes, heading: heading,
                    canDraw: page.desk.vega != nil)
                return """
                    <section class="picture"><h2 lang="\(run.language)">\(heading)</h2>
                    \(frame.html(in: language))</section>
                    """
            })
    }

    /// What a picture calls itself.
    private static func title(_ specification: [UInt8]) -> String? {
        struct Titled: Decodable {
            let title: String
        }
        return (try? JSONDecoder().decode(Titled.self, from: Data(specification)))?.title
    }

    /// The tables as files.
    private var files: HTML {
        let links = folder.files.filter { $0.hasSuffix(".csv") }.map { name -> HTML in
            let address = Page.address(
                "/tanya/tabel.csv",
                FormFields([("id", String(run.id)), ("tabel", name)]))
            return "<a href=\"\(address)\">CSV: \(String(name.dropLast(4)))</a>"
        }
        return links.isEmpty ? .nothing : "<p class=\"beside\">\(links)</p>"
    }

    private var warnings: HTML {
        let told = folder.told
        guard !told.allSatisfy(\.isWhitespace) else { return .nothing }
        let title = Phrase(id: "Yang perlu diperiksa", en: "To be looked at")[language]
        return """
            <details><summary>\(title)</summary>
            <pre class="scroll" tabindex="0" lang="\(run.language)">\(told)</pre></details>
            """
    }
}
