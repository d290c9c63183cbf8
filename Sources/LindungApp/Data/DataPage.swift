import Analysis
import Formats
import Foundation
import Policy
import Quantities
import Reading
import Reporting

/// The page on which one sees what a scenario rests on, accepts it, and sends tables.
struct DataPage: Sendable {
    let desk: Desk
    let fields: FormFields
    let language: Language

    init(desk: Desk, _ request: PageRequest) {
        self.desk = desk
        language = request.language
        fields = request.fields.withChoice
    }

    var folder: ScenarioFolder? { desk.folder(fields) }

    func entry(_ folder: ScenarioFolder) -> ScenarioFolder.Entry? {
        let stem = fields["s"]
        return stem == nil ? folder.entries.first : folder.entries.first { $0.stem == stem }
    }

    /// What the scenario rests on, and the form to send a file.
    func response() -> PageResponse {
        guard let folder, let entry = entry(folder) else { return unknown }
        do {
            let standing = try standing(entry)
            let list = DoubtList(
                standing: standing, entry: entry, folder: folder, token: desk.token,
                language: language)
            return page("\(heading(folder, entry))\(list.html)\(upload(folder, entry))")
        } catch {
            return page("\(heading(folder, entry))\(Page.fault(error, in: language))", status: 422)
        }
    }

    private func standing(_ entry: ScenarioFolder.Entry) throws -> InputStanding {
        let workspace = try desk.workspace(near: entry.file)
        return try workspace.standing(of: try workspace.policy(entry.file).value)
    }

    /// Writes who accepts which inputs, and shows the page again.
    func accept() -> PageResponse {
        guard let folder, let entry = entry(folder) else { return unknown }
        do {
            let workspace = try desk.workspace(near: entry.file)
            let standing = try workspace.standing(of: try workspace.policy(entry.file).value)
            let isAll = fields["lingkup"] == "semua"
            let keys = isAll ? [] : fields.all("masukan")
            guard isAll || !keys.isEmpty else {
                throw InputFaults(
                    option: entry.name,
                    Phrase(id: "belum ada masukan yang dipilih", en: "no input is chosen"))
            }
            let accepted = try workspace.accepting(
                keys, of: standing, name: fields["nama"] ?? "", date: Workspace.today,
                reason: fields["sebab"] ?? ""
            ) { $0.valueText(in: language) }
            try AtomicFile.write(
                CSVWriter.bytes(accepted.table), to: Workspace.acceptedFile(of: entry.file),
                over: .state, in: workspace.files)
            return .seeOther(Page.address("/data", place(folder, entry)))
        } catch {
            return page("\(heading(folder, entry))\(Page.fault(error, in: language))", status: 422)
        }
    }

    /// The fields that lead back to the scenario.
    func place(_ folder: ScenarioFolder, _ entry: ScenarioFolder.Entry) -> FormFields {
        FormFields([("folder", folder.path), ("s", entry.stem)]).with("lang", fields["lang"])
    }

    func page(_ body: HTML, status: Int = 200) -> PageResponse {
        var response = Page(
            place: .data, title: Phrase(same: "Data: \(folder?.shownName ?? "")"),
            language: language, fields: fields.with("id", nil), token: desk.token, body: body
        ).response
        response.status = status
        return response
    }

    func heading(_ folder: ScenarioFolder, _ entry: ScenarioFolder.Entry) -> HTML {
        """
        <h1>\(Phrase(same: "Data: \(entry.name)")[language])</h1>
        <p>\(entry.title[language])</p>
        \(subject(entry))
        """
    }

    private func subject(_ entry: ScenarioFolder.Entry) -> HTML {
        let lang = fields["lang"].map { code -> HTML in
            "<input type=\"hidden\" name=\"lang\" value=\"\(code)\">"
        }
        return """
            <form method="get" action="/data" class="subject">\(lang)
            <label>\(Phrase(id: "Skenario", en: "Scenario")[language])
            <select name="pilihan">\(ScenarioFolder.options(desk.folders(), chosen: entry))</select>
            </label>
            <button type="submit">\(Phrase(id: "Buka", en: "Open")[language])</button>
            </form>
            """
    }

    private func upload(_ folder: ScenarioFolder, _ entry: ScenarioFolder.Entry) -> HTML {
        let note = Phrase(
            id: "Lembar isian dari 'lindung template' yang sudah diisi, atau tabel apa pun (.xlsx"
                + " atau .csv, paling besar \(RequestRules.mostUploadMegabytes) MB). Belum ada yang"
                + " tersimpan sebelum Anda menekan Simpan.",
            en: "A form from 'lindung template' that was filled in, or any table (.xlsx or .csv, at"
                + " most \(RequestRules.mostUploadMegabytes) MB). Nothing is kept before you press"
                + " Save.")
        let label = Phrase(id: "Berkas", en: "File")[language]
        return """
            <section>
            <h2>\(Phrase(id: "Kirim tabel atau isian", en: "Send a table or a form")[language])</h2>
            <p>\(note[language])</p>
            <form method="post" action="/data/unggah" enctype="multipart/form-data" class="keep">
            \(Page.hidden(place(folder, entry).with("token", desk.token)))
            <label>\(label) <input type="file" name="berkas" required \
            accept=".xlsx,.csv,.txt,.tsv"></label>
            <button type="submit">\(Phrase(id: "Kirim", en: "Send")[language])</button>
            </form>
            </section>
            """
    }

    var unknown: PageResponse {
        Page.message(
            404, Phrase(id: "Tidak ada skenario", en: "No scenario"),
            Phrase(
                id: "Skenario itu tidak ada lagi di folder ini.",
                en: "That scenario is no longer in this folder."), in: language)
    }
}
