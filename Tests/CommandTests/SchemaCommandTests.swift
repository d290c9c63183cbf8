import Foundation
import Testing

/// `lindung schema`, read by Foundation's JSON; whether scenarios pass it is asked of another
/// validator by `make tables`.
@Suite struct SchemaCommandTests {
    private static func schema() throws -> [String: Any] {
        let run = try LindungProcess("schema")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return try #require(read as? [String: Any])
    }

    private static func properties(
        _ name: String, _ schema: [String: Any]
    ) throws -> [String: [String: Any]] {
        let definitions = try #require(schema["definitions"] as? [String: Any])
        let definition = try #require(definitions[name] as? [String: Any])
        return try #require(definition["properties"] as? [String: [String: Any]])
    }

    @Test("Keys are those that explain knows, each with what it is in both languages")
    func keys() throws {
        let schema = try Self.schema()
        let levers = try Self.properties("levers", schema)
        for key in [
            "quota", "quota.petani", "purse.ceiling.dbh-cht", "budget.revision_month", "refill",
        ] {
            #expect(levers[key] != nil, "\(key)")
        }
        #expect(levers["rate.lapse"] == nil && levers["quota.dbh-cht"] == nil)
        #expect(try Self.properties("assumptions", schema)["rate.lapse.petani"] != nil)
        #expect(try Self.properties("law", schema)["bpu.jkm.amount"] != nil)
        let definitions = try #require(schema["definitions"] as? [String: Any])
        let quota = try #require(definitions["quota"] as? [String: Any])
        let words = try #require(quota["description"] as? String)
        #expect(words.contains("penerima bantuan iuran") && words.contains("public purses pay"))
        #expect(words.contains("orang") && words.contains("persons"))
    }

    @Test("Everything that it refers to is there")
    func references() throws {
        let run = try LindungProcess("schema")
        let schema = try Self.schema()
        let definitions = try #require(schema["definitions"] as? [String: Any])
        let names = Set(
            run.output.matches(of: /"\$ref": "#\/definitions\/([^"]+)"/).map {
                String($0.output.1).replacingOccurrences(of: "~1", with: "/")
            })
        #expect(names.count > 100)
        #expect(names.subtracting(definitions.keys).isEmpty)
        #expect(Set(definitions.keys).subtracting(names).isEmpty)
    }

    @Test("It is written anew over its own file, and over no other")
    func written() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("skenario.schema.json")
        for _ in 0..<2 {
            let run = try LindungProcess("schema", "--out", file)
            #expect(run.status == 0, "\(run.errors)")
        }
        let printed = try LindungProcess("schema").output
        #expect(try String(contentsOfFile: file, encoding: .utf8) == printed)
        try "{}".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try LindungProcess("schema", "--out", file).status == 2)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "{}")
    }
}
