import Testing

/// Regions in arguments of commands, as people write them.
struct RegionArgumentTests {
    @Test("A BPS code or a name gives what the code gives")
    func otherSpellings() throws {
        let expected = try LindungProcess("init", "35.07")
        #expect(expected.status == 0)
        for text in ["3507", "Kab. Malang", "KABUPATEN MALANG", "\u{A0}35.07"] {
            let run = try LindungProcess("init", text)
            #expect(run.status == 0)
            #expect(run.output == expected.output)
        }
    }

    @Test(
        "Where two readings remain both are named",
        arguments: [
            ("init", "Malang", ["35.07", "35.73"]), ("poverty state", "1101", ["11.09", "11.01"]),
            ("init", "6206", ["62.08", "62.06"]), ("poverty state", "Gorontalo", ["75", "75.71"]),
        ])
    func twoReadings(_ command: String, _ text: String, _ codes: [String]) throws {
        let words = command.split(separator: " ").map(String.init) + [text]
        let run = try LindungProcess(words)
        #expect(run.status == 2)
        for code in codes { #expect(run.errors.contains("'\(code)'")) }
    }
}
