import Analysis
import Formats
import Foundation
import Policy
import Quantities
import Reading
import Reporting

/// What becomes of a file that was sent: a form turns into scenarios, the columns of a table are
/// chosen.
struct UploadPage: Sendable {
    let frame: DataPage
    let file: SentFile?

    init(desk: Desk, _ request: PageRequest) {
        frame = DataPage(desk: desk, request)
        file = request.file
    }

    var desk: Desk { frame.desk }
    var fields: FormFields { frame.fields }
    var language: Language { frame.language }
    var locale: NumberLocale {
        fields["angka"] == "en" || (fields["angka"] == nil && language == .english)
            ? .english : .indonesian
    }

    /// Looks at a file and keeps it until it is saved.
    func receive() async -> PageResponse {
        guard let folder = frame.folder, let entry = frame.entry(folder) else {
            return frame.unknown
        }
        do {
            guard let file else {
                throw InputFaults(
                    option: "lindung-app",
                    Phrase(id: "tidak ada berkas yang dikirim", en: "no file was sent"))
            }
            let workspace = try workspace(entry, file.name, file.bytes)
            let isForm =
                try Workspace.isArchive(file.name, workspace.files)
                && Workspace.isForm(workspace.sheets(of: file.name))
            let tables = isForm ? [] : try workspace.uploadedTables(of: file.name)
            let id = await desk.uploads.keep(
                .init(name: file.name, bytes: file.bytes, tables: tables))
            return .seeOther(
                Page.address("/data/kiriman", frame.place(folder, entry).with("id", id)))
        } catch {
            return frame.page(
                "\(frame.heading(folder, entry))\(Page.fault(error, in: language))", status: 422)
        }
    }

    /// The data with the file in memory under its name, where nothing is written.
    func workspace(
        _ entry: ScenarioFolder.Entry, _ name: String, _ bytes: Data
    ) throws(InputFaults) -> Workspace {
        let workspace = try desk.workspace(near: entry.file)
        workspace.files.lay(Array(bytes), at: name)
        return workspace
    }

    /// The file that the page speaks of, as it is or checked; saved where that is asked.
    func response(saving: Bool = false) async -> PageResponse {
        guard let folder = frame.folder, let entry = frame.entry(folder) else {
            return frame.unknown
        }
        guard let upload = await desk.uploads[fields["id"]] else {
            return frame.page(
                "\(frame.heading(folder, entry))<p role=\"alert\">\(Self.gone[language])</p>",
                status: 404)
        }
        do {
            let workspace = try workspace(entry, upload.name, upload.bytes)
            guard !upload.tables.isEmpty else {
                let form = SentForm(
                    page: self, workspace: workspace, upload: upload, folder: folder, entry: entry)
                return saving ? try form.save() : frame.page(try form.html)
            }
            let table = SentTable(
                page: self, workspace: workspace, upload: upload, folder: folder, entry: entry)
            return saving ? try table.save() : table.response
        } catch {
            return frame.page(
                "\(frame.heading(folder, entry))\(Page.fault(error, in: language))", status: 422)
        }
    }

    private static let gone = Phrase(
        id: "Berkas ini sudah tidak disimpan; kirim sekali lagi.",
        en: "This file is no longer kept; send it again.")

    /// The field of a name and the button that saves, with what has to be sent along.
    func saving(_ hidden: FormFields, _ proposed: String, note: Phrase) -> HTML {
        let label = Phrase(id: "Nama", en: "Name")[language]
        return """
            <form method="post" action="/data/simpan" class="keep">\
            \(Page.hidden(hidden.with("token", desk.token)))
            <label>\(label) <input name="nama" required maxlength="40" \
            pattern="[a-z0-9][a-z0-9\\-]*" value="\(proposed)"></label>
            <button type="submit">\(Phrase(id: "Simpan", en: "Save")[language])</button>
            <p class="unit">\(note[language])</p></form>
            """
    }

    /// What is said without being refused.
    func warnings(_ warnings: [Diagnostic]) -> HTML {
        guard !warnings.isEmpty else { return .nothing }
        return """
            <h2>\(Phrase(id: "Yang perlu diperiksa", en: "To be looked at")[language])</h2>
            <pre class="scroll" tabindex="0">\(warnings.rendered(in: language))</pre>
            """
    }

    /// - Throws: ``InputFaults`` where a file of that name is there: nothing is overwritten.
    func checkFree(_ paths: [String]) throws(InputFaults) {
        let files = SourceFiles(root: desk.files.root)
        for path in paths where files.exists(path) {
            throw InputFaults(
                option: path,
                Phrase(
                    id: "nama ini sudah dipakai; tidak ada yang ditimpa",
                    en: "this name is taken; nothing is overwritten"),
                hint: Phrase(id: "pilih nama lain", en: "choose another name"))
        }
    }
}
