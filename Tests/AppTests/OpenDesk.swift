import Formats
import Foundation
import Quantities

@testable import LindungApp

/// A desk over the project's scenarios, asked without a network.
struct OpenDesk {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// Over the shipped scenarios; tests share what it has computed.
    static let shipped = OpenDesk()

    let desk: Desk

    init(_ folder: String = "scenarios", vega: [UInt8]? = nil, runs: RunQueue? = nil) {
        var desk = Desk(
            data: nil, executable: "", roots: [folder], files: SourceFiles(root: Self.root),
            vega: vega, token: "rahasia")
        if let runs { desk.runs = .success(runs) }
        self.desk = desk
    }

    func get(
        _ path: String, _ query: String, in language: Language = .indonesian
    ) async -> (status: Int, text: String) {
        await ask(.get, path, query, language)
    }

    func post(
        _ path: String, _ query: String, in language: Language = .indonesian
    ) async -> (status: Int, text: String) {
        await ask(.post, path, query, language)
    }

    /// A form that is sent with a file.
    func send(
        _ query: String, _ name: String, _ bytes: [UInt8], in language: Language = .indonesian
    ) async -> (status: Int, text: String) {
        await ask(
            .post, "/data/unggah", query, language,
            file: SentFile(name: name, bytes: Data(bytes)))
    }

    private func ask(
        _ method: PageRequest.Method, _ path: String, _ query: String, _ language: Language,
        file: SentFile? = nil
    ) async -> (status: Int, text: String) {
        let response = await desk.answer(
            PageRequest(
                method: method, path: path, fields: FormFields(encoded: query),
                language: language, file: file))
        return (
            response.status, response.location ?? String(decoding: response.bytes, as: UTF8.self)
        )
    }

    /// The numbers on the cards, with all their digits: `cost` and `scenario` give one.
    static func cards(_ page: String) -> [String: [String: Double]] {
        var found: [String: [String: Double]] = [:]
        for card in page.components(separatedBy: "data-card=\"").dropFirst() {
            let subject = String(card.prefix { $0 != "\"" })
            for number in card.components(separatedBy: "<data value=\"").dropFirst() {
                let role = number.components(separatedBy: "data-role=\"").dropFirst().first ?? ""
                found[subject, default: [:]][String(role.prefix { $0 != "\"" })] =
                    Double(number.prefix { $0 != "\"" })
            }
        }
        return found
    }
}
