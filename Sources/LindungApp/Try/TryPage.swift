import Analysis
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// The page on which the levers of one region are turned.
struct TryPage: Sendable {
    let desk: Desk
    let fields: FormFields
    let language: Language

    init(desk: Desk, _ request: PageRequest) {
        self.desk = desk
        language = request.language
        fields = request.fields.withChoice
    }

    private var folder: ScenarioFolder? { desk.folder(fields) }

    private func entry(_ folder: ScenarioFolder) -> ScenarioFolder.Entry? {
        let stem = fields["s"]
        return stem == nil ? folder.entries.first : folder.entries.first { $0.stem == stem }
    }

    private func opened(_ entry: ScenarioFolder.Entry) async throws -> OpenTrial {
        let (place, start) = (fields["daerah"], fields["sejak"])
        let open = try await desk.trials.value(Self.name(entry.file, place, start)) {
            let trial = try OpenTrial(
                entry.file, place: place, start: start.flatMap { Month($0) }, desk)
            return (trial, trial.files)
        }
        guard place == nil || start == nil else { return open }
        // The first lever names both; it is not to wait until all is read once more.
        return try await desk.trials.value(
            Self.name(entry.file, open.place, "\(open.trial.start)")
        ) { (open, open.files) }
    }

    /// What a trial is kept under.
    static func name(_ file: String, _ place: String?, _ start: String?) -> String {
        [file, place ?? "", start ?? ""].joined(separator: "\n")
    }

    /// The whole page, with levers that the address has turned.
    func response() async -> PageResponse {
        guard let folder, let entry = entry(folder) else { return unknown }
        let title = Phrase(id: "Coba: \(folder.shownName)", en: "Try: \(folder.shownName)")
        var status = 200
        var body: HTML
        do {
            let open = try await opened(entry)
            let form = TryForm(
                folders: desk.folders(), folder: folder, entry: entry, open: open, fields: fields,
                language: language)
            body = form.html(panel: await panel(open, entry, folder).html)
        } catch {
            body = fault(error)
            status = 422
        }
        var response = Page(
            place: .tryout, title: title, language: language, fields: fields, token: desk.token,
            scripts: ["try.mjs"], body: body
        ).response
        response.status = status
        return response
    }

    /// The answer alone, for levers that were just turned.
    func panel() async -> PageResponse {
        guard let folder, let entry = entry(folder) else { return unknown }
        do {
            let (html, isSound) = await panel(try await opened(entry), entry, folder)
            return .fragment(html, status: isSound ? 200 : 422)
        } catch {
            return .fragment(fault(error), status: 422)
        }
    }

    private func panel(
        _ open: OpenTrial, _ entry: ScenarioFolder.Entry, _ folder: ScenarioFolder
    ) async -> (html: HTML, isSound: Bool) {
        do {
            let changes = try open.changes(fields)
            let result: ScenarioResult
            do {
                result = try await open.trial.result(with: changes)
            } catch {
                throw open.workspace.trialFaults(error, open.trial.scenario(with: changes))
            }
            return (
                TryPanel(
                    open: open, entry: entry, folder: folder, changes: changes, result: result,
                    fields: fields, token: desk.token, language: language
                ).html, true
            )
        } catch {
            return (fault(error), false)
        }
    }

    /// Writes the turned levers as a scenario, and shows it beside what it came from.
    func save() async -> PageResponse {
        guard let folder, let entry = entry(folder) else { return unknown }
        do {
            let open = try await opened(entry)
            let changes = try open.changes(fields)
            let kept = KeptTrial(
                open: open, entry: entry, folder: folder, changes: changes,
                files: SourceFiles(root: desk.files.root))
            let stems = try kept.write(named: fields["nama"] ?? "")
            let chosen = FormFields(
                [("folder", folder.path)] + stems.map { ("s", $0) } + [("acuan", stems[0])])
            return .seeOther(Page.address("/", chosen.with("lang", fields["lang"])))
        } catch {
            var response = Page(
                place: .tryout, title: Phrase(id: "Tidak tersimpan", en: "Not saved"),
                language: language, fields: fields, token: desk.token, body: fault(error)
            ).response
            response.status = 422
            return response
        }
    }

    private func fault(_ error: any Error) -> HTML { Page.fault(error, in: language) }

    private var unknown: PageResponse {
        Page.message(
            404, Phrase(id: "Tidak ada skenario", en: "No scenario"),
            Phrase(
                id: "Skenario itu tidak ada lagi di folder ini.",
                en: "That scenario is no longer in this folder."), in: language)
    }
}
