import Formats
import Foundation
import Quantities

/// The document as one file of HTML: pictures and styles inside, no script, nothing fetched.
extension ReportDocument {
    /// How such files begin, so that one of ours may be replaced by another.
    package static let mark = "<!doctype html><!-- lindung report -->"

    package var html: [UInt8] { Array(page.text.utf8) }

    private var page: HTML {
        """
        \(HTML(stringLiteral: Self.mark))
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
        'unsafe-inline'; img-src data:">
        <title>\(report.title[language])</title>
        \(ReportStyles.html)
        </head>
        <body>
        <main>
        <header>
        \(letterhead.map(head))
        <h1>\(report.title[language])</h1>
        <p class="places">\(regions)</p>
        <p class="soft">\(horizon)</p>
        <p class="standing">\(standing[language])</p>
        </header>
        \(chapters.map(chapter))
        </main>
        </body>
        </html>

        """
    }

    private func head(_ letterhead: Letterhead) -> HTML {
        let logo = letterhead.logo.map { file -> HTML in
            "<img src=\"\(Self.address(of: file))\" alt=\"\">"
        }
        let lines = letterhead.lines.map { line -> HTML in "<p>\(line)</p>" }
        return "<div class=\"letterhead\">\(logo)<div>\(lines)</div></div>"
    }

    /// A picture as an address that holds all of it; in an image, a drawing cannot run anything.
    private static func address(of file: File) -> String {
        let ending = file.name.split(separator: ".").last.map(String.init) ?? ""
        let type = ["svg": "svg+xml", "jpg": "jpeg"][ending] ?? ending
        return "data:image/\(type);base64,\(Data(file.bytes).base64EncodedString())"
    }

    private func chapter(_ chapter: Chapter) -> HTML {
        """
        <section>
        <h2>\(chapter.heading[language])</h2>
        \(chapter.blocks.map(block))
        </section>
        """
    }

    private func block(_ block: Block) -> HTML {
        switch block {
        case .answer(let text): return "<p class=\"answer\">\(text[language])</p>"
        case .text(let text): return "<p>\(text[language])</p>"
        case .list(let texts):
            let items = texts.map { text -> HTML in "<li>\(text[language])</li>" }
            return "<ul>\(items)</ul>"
        case .picture(let file): return "<figure>\(HTML.drawing(file.bytes))</figure>"
        case .code(let text): return "<pre>\(text)</pre>"
        case .section(let section, let isWhole):
            return HTMLWriter(language: language).section(section, isWhole: isWhole)
        }
    }
}
