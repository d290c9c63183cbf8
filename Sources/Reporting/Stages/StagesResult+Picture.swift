import Analysis
import Formats
import Policy
import Quantities

extension StagesResult {
    /// A bar for each stage, a colour for each purse and the gap: a Vega-Lite specification with
    /// its numbers inside.
    ///
    ///     {"$schema": ..., "title": ..., "data": {"values": [{"stage": "APBD", "purse": ...,
    ///     "rp": 371280000}, ...]}, "mark": "bar", "encoding": {...}}
    ///
    /// - Parameter language: of titles and names.
    public func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(file.title, width: 420, in: language)
            json.key("data")
            json.object { json in
                json.key("values")
                json.array { write(language, into: &$0) }
            }
            json.member("mark", "bar")
            json.key("encoding")
            json.object { json in
                json.pictureChannel("y", "stage", "nominal", nil) { json in
                    json.member("sort", file.entries.map { $0.stage.name[language] })
                }
                json.pictureChannel("x", "rp", "quantitative", "Rp")
                json.pictureChannel("color", "purse", "nominal", nil)
                json.pictureChannel("tooltip", "rp", "quantitative", nil) {
                    $0.member("format", ",d")
                }
            }
        }
        json.finish()
        return [("stages.vl.json", json.bytes)]
    }

    /// What each purse pays in each stage; purses that pay nothing there are left out.
    private func write(_ language: Language, into json: inout JSONWriter) {
        for (entry, account) in zip(file.entries, accounts) {
            for purse in purses where account.amount(of: purse) != .zero {
                let name =
                    catalogue.fundingSources.first { $0.id.name == purse }?.name
                    ?? Phrase.unfunded
                json.object(inline: true) { json in
                    json.member("stage", entry.stage.name[language])
                    json.member("purse", name[language])
                    json.member("rp", Int(account.amount(of: purse).amount))
                }
            }
        }
    }
}
