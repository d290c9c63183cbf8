import Foundation
import Testing

/// Files that ask about scenarios lie beside them, and a folder can be given whole.
@Suite struct QuestionFileTests {
    private static let dasar = "scenarios/kota-probolinggo/dasar.yaml"
    private static let sapuan = SenseCommandTests.folder + "bulan-dan-kuota.yaml"

    @Test("A comparison passes over questions and says so", arguments: ["id", "en"])
    func passedOver(language: String) throws {
        let alone = try LindungProcess("compare", Self.dasar, "--lang", language)
        let both = try LindungProcess("compare", Self.dasar, Self.sapuan, "--lang", language)
        #expect(both.status == 0)
        /// The output without its last line, the command itself.
        func answer(_ run: LindungProcess) -> [Substring] {
            run.output.split(separator: "\n").dropLast()
        }
        #expect(answer(both) == answer(alone))
        #expect(
            both.errors
                == (language == "id"
                    ? "dilewati karena bertanya tentang skenario: "
                    : "left out because they ask about scenarios: ")
                + "lindung sweep: bulan-dan-kuota.yaml\n")
    }

    @Test("Where nothing but a question is given, the command that answers it is named")
    func onlyQuestions() throws {
        let run = try LindungProcess("run", Self.sapuan)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(
            run.errors == """
                \(Self.sapuan): galat: berkas ini bertanya tentang sebuah skenario, bukan skenario
                  petunjuk: jalankan 'lindung sweep \(Self.sapuan)'

                """)
    }
}
