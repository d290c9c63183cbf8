import Analysis
import Formats
import Policy
import Quantities

extension StagesResult {
    /// A bar for each stage, a colour for each purse that pays and the gap: a Vega-Lite
    /// specification with its numbers inside.
    ///
    ///     {"$schema": ..., "title": ..., "data": {"values": [{"stage": "APBD", "purse": ...,
    ///     "rp": 371280000}, ...]}, "mark": "bar", "encoding": {...}}
    ///
    /// - Parameter language: of titles and names.
    package func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(file.title, width: 420, in: language)
            let rows = stageRows.flatMap { row in
                purses.map { (stage: row, purse: $0, paid: row.account.amount(of: $0)) }
            }
            json.pictureData(rows.filter { $0.paid != .zero }) { json, row in
                let source = catalogue.purses.first { $0.id.name == row.purse }
                json.member("stage", row.stage.entry.stage.name[language])
                json.member("purse", (source?.name ?? Phrase.unfunded)[language])
                json.member("rp", Int(row.paid.amount))
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
}
