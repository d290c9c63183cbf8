import Analysis
import Formats
import Policy
import Quantities

extension AllocationResult {
    /// Who is paid for, by year: a bar for each year, a colour for each segment. A Vega-Lite
    /// specification with its numbers inside.
    ///
    ///     {"$schema": ..., "title": ..., "data": {"values": [{"year": 2027, "segment": "Petani",
    ///     "persons": 47131}, ...]}, "mark": "bar", "encoding": {...}}
    ///
    /// - Parameter language: of titles and names.
    package func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(question.title, width: 420, height: 300, in: language)
            json.pictureData(paidFor) { json, row in
                json.member("year", row.year)
                json.member("segment", row.segment.name[language])
                json.member("persons", row.persons)
            }
            json.member("mark", "bar")
            json.key("encoding")
            json.object { json in
                json.pictureChannel("x", "year", "ordinal", nil)
                json.pictureChannel(
                    "y", "persons", "quantitative", Phrase.personsBySegment[language]
                )
                json.pictureChannel("color", "segment", "nominal", nil) { json in
                    json.member("sort", base.policy.segments.map { $0.name[language] })
                    // Ten colours are too few for the segments of a province.
                    json.key("scale")
                    json.object(inline: true) { $0.member("scheme", "tableau20") }
                }
                json.pictureChannel("tooltip", "persons", "quantitative", nil)
            }
        }
        json.finish()
        return [("allocation.vl.json", json.bytes)]
    }

    private var paidFor: [(year: Int, segment: Segment, persons: Double)] {
        let data = answer.problem.data
        var persons: [[Double]] = data.years.map { _ in data.segments.map { _ in 0 } }
        for (option, count) in zip(answer.problem.options, answer.persons) {
            persons[option.year][option.segment] += count
        }
        return zip(data.years, persons).flatMap { year, row in
            zip(base.policy.segments, row).map { (year, $0, $1) }.filter { $0.2 > 0 }
        }
    }
}
