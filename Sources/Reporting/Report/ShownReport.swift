import Formats
import Foundation
import Quantities

/// A report as it goes from the command, which computed it, to the page that shows it.
///
///     {"title": "...", "answer": ["..."], "introduction": [], "sections": "<h3>...",
///      "caveats": [], "tables": [{"name": "purses", "columns": [...], "rows": [...]}]}
package struct ShownReport: Sendable, Decodable {
    package let title: String
    /// What came out, in a sentence or a few.
    package let answer: [String]
    package let introduction: [String]
    /// As ``HTMLWriter`` writes them.
    package let sections: String
    package let caveats: [String]
    /// What programs read.
    package let tables: [ShownTable]

    /// One JSON document.
    package static func bytes(
        _ report: Report, tables: [ResultTable], in language: Language
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("title", report.title[language])
            json.member("answer", report.answer.map { $0[language] })
            json.member("introduction", report.introduction.map { $0[language] })
            json.member("sections", HTMLWriter(language: language).sections(of: report).text)
            json.member("caveats", report.caveats.map { $0[language] })
            json.key("tables")
            json.array { json in
                for table in tables { json.table(table) }
            }
        }
        json.finish()
        return json.bytes
    }

    /// Reads what ``bytes(_:tables:in:)`` wrote; nil for anything else, such as a part of it.
    package init?(json: some Sequence<UInt8>) {
        guard let report = try? JSONDecoder().decode(ShownReport.self, from: Data(json)) else {
            return nil
        }
        self = report
    }
}

/// A table as JSON has it; see ``JSONWriter``.
package struct ShownTable: Sendable, Decodable {
    package struct Column: Sendable, Decodable {
        package let name: String
        /// Nil for a key.
        package let unit: String?
    }

    /// A number, or a text; nil for a number that is none.
    package enum Cell: Sendable, Hashable, Decodable {
        case number(Double)
        case text(String)

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    package let name: String
    package let columns: [Column]
    package let rows: [[String: Cell?]]
}
