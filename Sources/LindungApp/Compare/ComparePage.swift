import Analysis
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// The page on which scenarios stand side by side.
struct ComparePage: Sendable {
    let desk: Desk
    let fields: FormFields
    let language: Language

    init(desk: Desk, _ request: PageRequest) {
        self.desk = desk
        fields = request.fields
        language = request.language
    }

    func response() async -> PageResponse {
        guard let folder = desk.folder(fields) else { return noFolder }
        let chooser = CompareChooser(folders: desk.folders(), folder: folder, fields, language)
        guard let choice = CompareChoice(fields, in: folder) else {
            return page(folder, body: "\(chooser.open)")
        }
        do {
            let answer = try await self.answer(choice)
            let results = CompareResults(
                answer: answer, choice: choice, fields: fields, language: language,
                canDraw: desk.vega != nil)
            return page(
                folder, body: "\(results.html)\(chooser.closed(choice))")
        } catch let faults as InputFaults {
            var response = page(
                folder, body: "\(Page.faults(faults, in: language))\(chooser.open)")
            response.status = 422
            return response
        } catch {
            return page(folder, body: "\(chooser.open)")
        }
    }

    /// The numbers behind a picture.
    func csv() async -> PageResponse {
        guard let folder = desk.folder(fields), let choice = CompareChoice(fields, in: folder),
            let answer = try? await answer(choice), let file = CompareFile(fields["tabel"])
        else { return noFolder }
        let marks = CSVMarks.of(language == .indonesian ? .indonesian : nil)
        return PageResponse(
            .csv(file.name + ".csv"), CSVWriter.bytes(file.table(answer.comparison), marks: marks))
    }

    private func answer(_ choice: CompareChoice) async throws -> ComparisonAnswer {
        let name =
            choice.ordered.map(\.file).joined(separator: "\n")
            + "\n\(choice.draws ?? 0)\n\(language.rawValue)"
        return try await desk.comparisons.value(name) {
            let answer = try await ComparisonAnswer(choice, desk, in: language)
            return (answer, answer.files)
        }
    }

    private func page(_ folder: ScenarioFolder, body: HTML) -> PageResponse {
        Page(
            place: .compare,
            title: Phrase(
                id: "Bandingkan: \(folder.shownName)", en: "Compare: \(folder.shownName)"),
            language: language, fields: fields, token: desk.token, body: body
        ).response
    }

    private var noFolder: PageResponse {
        Page.message(
            404, Phrase(id: "Tidak ada skenario", en: "No scenarios"),
            Phrase(
                id: "Folder itu tidak ada atau tidak berisi skenario. Jalankan lindung-app di"
                    + " folder proyek, atau sebutkan foldernya: lindung-app scenarios",
                en: "There is no such folder, or it holds no scenario. Start lindung-app in the"
                    + " project's folder, or name one: lindung-app scenarios"), in: language)
    }
}

/// The tables that stand behind pictures, by the names that `--out` gives them.
enum CompareFile: String {
    case total = "comparison-total"
    case purse = "comparison-purse"
    case region = "comparison-region"

    init?(_ name: String?) {
        guard let name, let file = CompareFile(rawValue: name) else { return nil }
        self = file
    }

    var name: String { rawValue }

    func table(_ comparison: Comparison) -> ResultTable {
        switch self {
        case .total: comparison.table()
        case .purse: comparison.purseTable
        case .region: comparison.table(by: .region)
        }
    }
}

extension ScenarioFolder {
    /// `kota-probolinggo` as people write it.
    var shownName: String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }
}
