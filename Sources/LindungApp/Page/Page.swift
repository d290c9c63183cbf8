import Formats
import Quantities

/// A page: its frame is the same everywhere, so that one finds one's way.
struct Page: Sendable {
    enum Place: String, CaseIterable, Sendable {
        case compare = "/"
        case tryout = "/coba"
        case ask = "/tanya"
        case data = "/data"

        var name: Phrase {
            switch self {
            case .compare: Phrase(id: "Bandingkan", en: "Compare")
            case .tryout: Phrase(id: "Coba", en: "Try")
            case .ask: Phrase(id: "Tanya", en: "Ask")
            case .data: Phrase(same: "Data")
            }
        }
    }

    /// Nil for pages that stand outside, such as a message.
    let place: Place?
    /// Its address where that is not the place's own.
    var path: String?
    let title: Phrase
    let language: Language
    /// What asked for it; the other language is a link to the same.
    var fields = FormFields()
    /// What forms that change something must send back.
    var token = ""
    /// Modules of the page besides `app.mjs`.
    var scripts: [String] = []
    let body: HTML

    var response: PageResponse { PageResponse(.page, Array(html.text.utf8)) }

    private var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="token" content="\(token)">
        <title>\(title[language]) – Lindung</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/app.css">
        \(scriptTags)
        </head>
        <body>
        <a class="skip" href="#isi">\(Self.skip[language])</a>
        <header class="top">
        <p class="brand">Lindung</p>
        <nav aria-label="\(Phrase(id: "Halaman", en: "Pages")[language])"><ul>\(links)</ul></nav>
        <p class="language">\(otherLanguage)</p>
        </header>
        <main id="isi">
        \(body)
        </main>
        </body>
        </html>

        """
    }

    private static let skip = Phrase(id: "Langsung ke isi", en: "Skip to content")

    private var scriptTags: HTML {
        HTML.joined(
            (["app.mjs"] + scripts).map { name -> HTML in
                "<script type=\"module\" src=\"/\(name)\"></script>"
            })
    }

    private var links: HTML {
        HTML.joined(
            Place.allCases.map { other -> HTML in
                let folder = FormFields().with("folder", fields["folder"]).with(
                    "lang", fields["lang"])
                let mark: HTML = other == place ? " aria-current=\"page\"" : .nothing
                return """
                    <li><a href="\(Self.address(other.rawValue, folder))"\(mark)>\
                    \(other.name[language])</a></li>
                    """
            })
    }

    private var otherLanguage: HTML {
        guard let place else { return .nothing }
        let other: Language = language == .indonesian ? .english : .indonesian
        let address = Self.address(path ?? place.rawValue, fields.with("lang", other.rawValue))
        let name = other == .indonesian ? "Bahasa Indonesia" : "English"
        return "<a href=\"\(address)\" lang=\"\(other.rawValue)\">\(name)</a>"
    }

    /// Fields that a form sends along unseen.
    static func hidden(_ fields: FormFields) -> HTML {
        HTML.joined(
            fields.pairs.map { name, value -> HTML in
                "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
            })
    }

    static func address(_ path: String, _ fields: FormFields) -> String {
        fields.pairs.isEmpty ? path : path + "?" + fields.encoded
    }
}

extension Page {
    /// What is wrong with what was asked, as the command would say it.
    static func faults(_ faults: InputFaults, in language: Language) -> HTML {
        let text = faults.diagnostics.rendered(in: language)
        let title = Phrase(id: "Ini tidak dapat dihitung", en: "This cannot be computed")
        return """
            <section class="fault" role="alert">
            <h2>\(title[language])</h2>
            <pre class="scroll" tabindex="0">\(text)</pre>
            </section>
            """
    }

    /// The same for whatever was thrown.
    static func fault(_ error: any Error, in language: Language) -> HTML {
        switch error {
        case let faults as InputFaults: self.faults(faults, in: language)
        case let fault as OutputFault:
            faults(InputFaults([fault.diagnostic]), in: language)
        default:
            faults(InputFaults(option: "lindung-app", Phrase(same: "\("\(error)")")), in: language)
        }
    }

    /// A page that says one thing.
    static func message(
        _ status: Int, _ title: Phrase, _ text: Phrase, in language: Language
    ) -> PageResponse {
        var response = Page(
            place: nil, title: title, language: language,
            body: "<h1>\(title[language])</h1><p>\(text[language])</p>"
        ).response
        response.status = status
        return response
    }
}
