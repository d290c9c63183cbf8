import Formats
import Quantities

/// How all pictures look: Vega-Lite specifications with their numbers inside.
extension JSONWriter {
    /// The first members of a specification: its schema, title and size, and a quiet style in which
    /// numbers are written as the reader writes them, `1.100.000` in Indonesian.
    ///
    /// - Parameters:
    ///   - title: above the picture, at its left.
    ///   - width: of the plot, pixels; nil where parts of it say their own.
    ///   - height: likewise.
    mutating func pictureHead(
        _ title: Phrase, width: Int? = nil, height: Int? = nil, in language: Language
    ) {
        member("$schema", "https://vega.github.io/schema/vega-lite/v6.json")
        member("title", title[language])
        key("config")
        object { json in
            json.member("font", "Liberation Sans, Arial, sans-serif")
            json.key("locale")
            json.object { $0.numberLocale(language) }
            json.style("view", [("stroke", nil)])
            json.style(
                "axis",
                [
                    ("labelColor", "#444"), ("titleColor", "#444"), ("domainColor", "#bbb"),
                    ("tickColor", "#bbb"), ("gridColor", "#eee"), ("titleFontWeight", "normal"),
                ])
            json.key("axisX")
            json.object(inline: true) { json in
                json.member("labelAngle", 0)
                // Rupiah have ten digits and more.
                json.member("tickCount", 5)
            }
            json.style("title", [("anchor", "start"), ("color", "#222")])
            json.style("legend", [("labelColor", "#444"), ("titleColor", "#444")])
        }
        if let width { member("width", width) }
        if let height { member("height", height) }
    }

    /// A channel of an encoding.
    ///
    /// - Parameters:
    ///   - title: nil for none, where the field's name would be no word for readers.
    ///   - rest: writes what the channel has besides field, type and title.
    mutating func pictureChannel(
        _ name: String, _ field: String, _ type: String, _ title: String?,
        _ rest: (inout JSONWriter) -> Void = { _ in }
    ) {
        key(name)
        object(inline: true) { json in
            json.member("field", field)
            json.member("type", type)
            json.key("title")
            if let title { json.value(title) } else { json.null() }
            rest(&json)
        }
    }

    /// Digits in groups of three with the marks of a language.
    private mutating func numberLocale(_ language: Language) {
        let isIndonesian = language == .indonesian
        key("number")
        object(inline: true) { json in
            json.member("decimal", isIndonesian ? "," : ".")
            json.member("thousands", isIndonesian ? "." : ",")
            json.key("grouping")
            json.array(inline: true) { $0.value(3) }
            json.key("currency")
            json.array(inline: true) { json in
                json.value("Rp ")
                json.value("")
            }
        }
    }

    /// Settings of one kind of mark; nil for none at all.
    private mutating func style(_ name: String, _ settings: [(String, String?)]) {
        key(name)
        object(inline: true) { json in
            for (setting, value) in settings {
                json.key(setting)
                if let value { json.value(value) } else { json.null() }
            }
        }
    }
}
