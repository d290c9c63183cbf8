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

    /// Asked for by a script that puts the answer into its place.
    private var isPiece: Bool { fields["bagian"] != nil }

    func response() async -> PageResponse {
        guard let folder = desk.folder(fields) else { return noFolder }
        let chooser = CompareChooser(folders: desk.folders(), folder: folder, fields, language)
        guard let choice = CompareChoice(fields, in: folder) else {
            return page(folder, body: "\(chooser.open)")
        }
        // Draws take long: the page comes first, and asks for them.
        if choice.draws != nil, !isPiece, fields["tunggu"] == nil,
            await !desk.comparisons.holds(name(choice))
        {
            return page(folder, body: "\(waiting(choice))\(chooser.closed(choice))")
        }
        do {
            let html = CompareResults(
                answer: try await answer(choice), choice: choice,
                fields: fields.with("bagian", nil).with("tunggu", nil), language: language,
                canDraw: desk.vega != nil
            ).html
            guard !isPiece else { return .fragment(html) }
            return page(folder, body: "\(html)\(chooser.closed(choice))")
        } catch let faults as InputFaults {
            let html = Page.faults(faults, in: language)
            guard !isPiece else { return .fragment(html, status: 422) }
            var response = page(folder, body: "\(html)\(chooser.open)")
            response.status = 422
            return response
        } catch {
            return page(folder, body: "\(chooser.open)")
        }
    }

    /// Stands until draws are done; without scripts it is a link to the same.
    private func waiting(_ choice: CompareChoice) -> HTML {
        let draws = language.numbers.format(Int64(choice.draws ?? 0))
        let text = Phrase(
            id: "Menghitung \(draws) simulasi acak", en: "Computing \(draws) draws")[language]
        let open = Phrase(id: "Tunggu hasilnya", en: "Wait for the result")[language]
        let address = Page.address("/", fields.with("tunggu", "1"))
        return """
            <section data-part="\(address)" aria-live="polite"><h1>\(text)</h1>
            <p class="waiting"><a href="\(address)">\(open)</a></p></section>
            """
    }

    /// Why scenarios differ, or for whom.
    func part(_ part: ComparePart) async -> PageResponse {
        guard let folder = desk.folder(fields), let choice = CompareChoice(fields, in: folder)
        else { return noFolder }
        do {
            let answer = try await answer(choice)
            guard let alternative = focus(answer.comparison) else { return noFolder }
            let body: HTML
            switch part {
            case .why:
                let why = why(answer, alternative)
                body = why.html(try await attribution(choice, why))
            case .who:
                body = WhoPart(answer: answer, alternative: alternative, language: language).html
            }
            let title = part.heading(alternative.name)[language]
            guard !isPiece else { return .fragment("<h2>\(title)</h2>\(body)") }
            return page(folder, body: "<h1>\(title)</h1>\(body)")
        } catch {
            let html = Page.fault(error, in: language)
            return isPiece ? .fragment(html, status: 422) : page(folder, body: html)
        }
    }

    private func focus(_ comparison: Comparison) -> ScenarioResult? {
        comparison.alternatives.first { $0.name == fields["fokus"] }
            ?? comparison.alternatives.first
    }

    private func why(_ answer: ComparisonAnswer, _ alternative: ScenarioResult) -> WhyPart {
        WhyPart(
            answer: answer, alternative: alternative, fields: fields.with("bagian", nil),
            canDraw: desk.vega != nil, language: language)
    }

    private func attribution(
        _ choice: CompareChoice, _ why: WhyPart
    ) async throws -> ScenarioAttribution {
        let progress = progress(ComparePart.why.rawValue)
        return try await desk.attributions.value(name(choice) + "\n" + why.alternative.name) {
            (try await why.attribution(progress), why.answer.files)
        }
    }

    /// The numbers behind a picture.
    func csv() async -> PageResponse {
        guard let folder = desk.folder(fields), let choice = CompareChoice(fields, in: folder),
            let answer = try? await answer(choice), let name = fields["tabel"],
            let table = await table(name, choice, answer)
        else { return noFolder }
        let marks = CSVMarks.of(language == .indonesian ? .indonesian : nil)
        return PageResponse(.csv(name + ".csv"), CSVWriter.bytes(table, marks: marks))
    }

    private func table(
        _ name: String, _ choice: CompareChoice, _ answer: ComparisonAnswer
    ) async -> ResultTable? {
        guard name == "attribution" else {
            return CompareFile(name)?.table(answer.comparison)
        }
        guard let alternative = focus(answer.comparison) else { return nil }
        return try? await attribution(choice, why(answer, alternative)).table
    }

    /// What results of a choice are kept under.
    private func name(_ choice: CompareChoice) -> String {
        choice.ordered.map(\.file).joined(separator: "\n")
            + "\n\(choice.draws ?? 0)\n\(language.rawValue)"
    }

    /// Notes how far something has come, under the address at which a page asks for it.
    private func progress(_ path: String) -> @Sendable (Int, Int) -> Void {
        let (board, name) = (desk.progress, Page.address(path, fields.with("bagian", nil)))
        return { board.note(name, $0, of: $1) }
    }

    /// A file to take away.
    func file(_ file: TakeAway) async -> PageResponse {
        guard let folder = desk.folder(fields), let choice = CompareChoice(fields, in: folder)
        else { return noFolder }
        do {
            return try file.response(try await answer(choice), choice, in: language)
        } catch {
            var response = page(folder, body: Page.fault(error, in: language))
            response.status = 422
            return response
        }
    }

    private func answer(_ choice: CompareChoice) async throws -> ComparisonAnswer {
        let progress = progress("/")
        return try await desk.comparisons.value(name(choice)) {
            let answer = try await ComparisonAnswer(
                choice, desk, in: language, progress: progress)
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
