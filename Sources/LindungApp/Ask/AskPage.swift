import Formats
import Quantities
import Reading
import Store

/// The page on which questions are asked, and those below it.
struct AskPage: Sendable {
    let desk: Desk
    let request: PageRequest
    var fields: FormFields { request.fields }
    var language: Language { request.language }

    init(desk: Desk, _ request: PageRequest) {
        self.desk = desk
        self.request = request
    }

    /// Answers what lies below `/tanya`; nil where nothing does.
    func answer() async -> PageResponse? {
        do {
            let runs = try desk.runs.get()
            switch (request.method, request.path) {
            case (.get, "/tanya"): return try await open(runs)
            case (.post, "/tanya/mulai"): return try await ask(runs)
            case (.get, "/tanya/jalan"): return try await RunPage(self, runs).response()
            case (.get, "/tanya/kemajuan"): return try await RunPage(self, runs).progress()
            case (.get, "/tanya/tabel.csv"): return try await RunPage(self, runs).csv()
            case (.post, "/tanya/henti"):
                return try await change(runs) { try await runs.stop($0.id) }
            case (.post, "/tanya/lanjut"):
                return try await change(runs) { try await runs.resume($0.id) }
            case (.post, "/tanya/catatan"): return try await note(runs)
            case (.get, "/tanya/banding"):
                return try await RunComparePage(self, runs).response()
            default: return nil
            }
        } catch {
            return page(Self.title, fault(error), status: 422)
        }
    }

    private static let title = Phrase(id: "Tanya", en: "Ask")

    /// A page of this place.
    ///
    /// - Parameter path: its own address; nil for that of the place.
    func page(
        _ title: Phrase, path: String? = nil, scripts: [String] = [], _ body: HTML,
        status: Int = 200
    ) -> PageResponse {
        var page = Page(
            place: .ask, title: title, language: language, fields: fields, token: desk.token,
            scripts: scripts, body: body)
        page.path = path
        var response = page.response
        response.status = status
        return response
    }

    func fault(_ error: any Error) -> HTML { Page.fault(error, in: language) }

    /// The run that a form names; nil where there is none.
    func named(_ runs: RunQueue) async throws -> RecordedRun? {
        guard let id = fields["id"].flatMap({ Int64($0) }) else { return nil }
        return try await runs.run(id)
    }

    var noRun: PageResponse {
        Page.message(
            404, Phrase(id: "Tidak ada pertanyaan itu", en: "No such question"),
            Phrase(
                id: "Nomor ini tidak ada dalam riwayat. Buka halaman Tanya untuk melihat semuanya.",
                en: "The history has no such number. Open the page Ask to see all."),
            in: language)
    }

    /// The address of a run's page.
    func address(_ id: Int64) -> String {
        Page.address(
            "/tanya/jalan", FormFields([("id", String(id))]).with("lang", fields["lang"]))
    }

    // MARK: Asking

    private var kind: AskKind { fields["soal"].flatMap(AskKind.init(rawValue:)) ?? .sense }

    private func open(_ runs: RunQueue, _ refused: (any Error)? = nil) async throws -> PageResponse
    {
        guard let folder = desk.folder(fields) else {
            return Page.message(
                404, Phrase(id: "Tidak ada skenario", en: "No scenarios"),
                Phrase(
                    id: "Folder itu tidak ada atau tidak berisi skenario.",
                    en: "There is no such folder, or it holds no scenario."), in: language)
        }
        let form = AskForm(
            kind: kind, folders: desk.folders(), folder: folder,
            fields: try AskFields(kind, folder, desk).fields(of: kind), sent: fields,
            token: desk.token, language: language)
        let list = RunList(runs: try await runs.runs(most: 50), page: self)
        return page(
            Self.title, "\(refused.map(fault))\(form.html)\(list.html)",
            status: refused == nil ? 200 : 422)
    }

    private func ask(_ runs: RunQueue) async throws -> PageResponse {
        guard let folder = desk.folder(fields) else { return try await open(runs) }
        do {
            let form = try AskFields(kind, folder, desk).fields(of: kind)
            let question = try AskedCommand(kind, form, fields, in: language)
            return .seeOther(address(try await runs.ask(question, in: language).id))
        } catch {
            return try await open(runs, error)
        }
    }

    // MARK: Changing

    private func change(
        _ runs: RunQueue, _ body: (RecordedRun) async throws -> Void
    ) async throws -> PageResponse {
        guard let run = try await named(runs) else { return noRun }
        try await body(run)
        return .seeOther(address(run.id))
    }

    private func note(_ runs: RunQueue) async throws -> PageResponse {
        let text = (fields["catatan"] ?? "").trimmingBlanks
        guard text.count <= RunPage.longestNote else {
            throw InputFaults(
                option: "catatan",
                Phrase(
                    "catatan paling panjang \(RunPage.longestNote) huruf",
                    en: "a note has at most \(RunPage.longestNote) letters"))
        }
        return try await change(runs) { try await runs.note(text, on: $0.id) }
    }
}
