import Analysis
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// A table of any column names, whose columns are chosen before it is saved.
struct SentTable {
    let page: UploadPage
    let workspace: Workspace
    let upload: Uploads.Upload
    let folder: ScenarioFolder
    let entry: ScenarioFolder.Entry

    private var language: Language { page.language }
    private var fields: FormFields { page.fields }

    /// The sheet that was chosen, the first by default.
    private var table: UploadedTable {
        upload.tables.first { $0.name == fields["lembar"] } ?? upload.tables[0]
    }

    private var kind: TableKind {
        fields["jenis"].flatMap { TableKind(key: $0) } ?? ColumnMapping.likeliestKind(of: table)
    }

    /// Whether columns were chosen, and not only what the table holds.
    private var isChosen: Bool { fields["periksa"] != nil }

    private var mapping: ColumnMapping {
        guard isChosen else { return ColumnMapping(proposedFor: table, as: kind) }
        let pairs = kind.columns.compactMap { column -> (String, Int)? in
            guard let place = fields["kolom." + column.name].flatMap({ Int($0) }),
                table.header.indices.contains(place)
            else { return nil }
            return (column.name, place)
        }
        return ColumnMapping(kind, places: Dictionary(pairs) { first, _ in first })
    }

    private func mapped() throws(InputFaults) -> MappedTable {
        try MappedTable(
            table, mapping, of: upload.name, locale: page.locale, files: workspace.files)
    }

    /// The form to choose, and what comes of the choice.
    var response: PageResponse {
        var (result, status) = (HTML.nothing, 200)
        if isChosen {
            do {
                result = try accepted()
            } catch {
                result = Page.fault(error, in: language)
                status = 422
            }
        }
        return page.frame.page("\(heading)\(result)\(choice)\(sample)", status: status)
    }

    private var heading: HTML {
        let text = Phrase(
            "\(table.rowCount) baris, \(table.header.count) kolom. Pilih isinya, lalu kolom untuk"
                + " tiap keterangan.",
            en: "\(table.rowCount) rows, \(table.header.count) columns. Choose what it holds, then"
                + " a column for each part.")
        return "<h1>\(upload.name)</h1><p>\(text[language])</p>"
    }

    /// What was understood, and the form that saves it.
    private func accepted() throws(InputFaults) -> HTML {
        let mapped = try mapped()
        let stem = FileStem.proposed(upload.name)
        let checked = try workspace.checked(mapped, as: stem, beside: entry.file)
        let count = mapped.rowCount
        let text = Phrase(
            "\(count) baris terbaca tanpa kesalahan.", en: "\(count) rows are read without a fault."
        )
        let names = checked.value.map { FilePath.join(folder.path, $0.name) }
            .joined(separator: ", ")
        let note = Phrase(
            id: "Ditulis di samping skenario seperti \(names); tidak ada yang ditimpa.",
            en: "Written beside the scenarios, such as \(names); nothing is overwritten.")
        return """
            <section class="answer" role="status"><p>\(text[language])</p></section>
            \(page.warnings(checked.warnings))
            \(page.saving(fields.with("token", nil), stem, note: note))
            """
    }

    /// Writes the table, and a scenario that takes its values, where neither is yet.
    func save() throws -> PageResponse {
        let stem = try FileStem.checked(fields["nama"] ?? "")
        let checked = try workspace.checked(try mapped(), as: stem, beside: entry.file)
        let paths = checked.value.map { FilePath.join(folder.path, $0.name) }
        try page.checkFree(paths)
        for (path, file) in zip(paths, checked.value) {
            try AtomicFile.write(file.bytes, to: path, over: .own([]), in: workspace.files)
        }
        guard checked.value.count > 1 else { return saved(paths[0]) }
        let chosen = FormFields([
            ("folder", folder.path), ("s", entry.stem), ("s", stem), ("acuan", entry.stem),
        ])
        return .seeOther(Page.address("/", chosen.with("lang", fields["lang"])))
    }

    /// A table that no scenario takes by itself.
    private func saved(_ path: String) -> PageResponse {
        let command = "lindung calibrate \(path) --extends \(entry.file)"
        let text = Phrase(id: "Tersimpan: \(path)", en: "Saved: \(path)")
        return page.frame.page(
            """
            <section class="answer" role="status"><p>\(text[language])</p>
            <p><code>\(command)</code></p></section>
            """)
    }

    // MARK: Form

    private var choice: HTML {
        let hidden = page.frame.place(folder, entry).with("id", fields["id"])
        let chosen = hidden.with("token", page.desk.token).with("lembar", table.name)
            .with("jenis", kind.key).with("periksa", "1")
        return """
            <form method="get" action="/data/kiriman" class="subject">
            \(Page.hidden(hidden))
            \(sheets)
            <label>\(Phrase(id: "Isi tabel", en: "What it holds")[language])
            <select name="jenis">\(kinds)</select></label>
            <button type="submit">\(Phrase(id: "Ganti", en: "Change")[language])</button>
            </form>
            <form method="post" action="/data/periksa" class="mapping">
            \(Page.hidden(chosen))
            \(kind.columns.map(column))
            \(numbers)
            <button type="submit">\(Phrase(id: "Periksa", en: "Check")[language])</button>
            </form>
            """
    }

    private var sheets: HTML? {
        guard upload.tables.count > 1 else { return nil }
        let options = upload.tables.map { other -> HTML in
            "<option\("selected", if: other.name == table.name)>\(other.name)</option>"
        }
        return """
            <label>\(Phrase(id: "Lembar", en: "Sheet")[language])
            <select name="lembar">\(options)</select></label>
            """
    }

    private var kinds: HTML {
        HTML.joined(
            TableKind.all.map { other -> HTML in
                """
                <option value="\(other.key)"\("selected", if: other == kind)>\
                \(other.title[language])</option>
                """
            })
    }

    private func column(_ column: TableKind.Column) -> HTML {
        let chosen = mapping.places[column.name]
        let options = table.header.enumerated().map { place, name -> HTML in
            """
            <option value="\(place)"\("selected", if: place == chosen)>\
            \(name.isEmpty ? "(\(place + 1))" : name)</option>
            """
        }
        let none = Phrase(id: "tidak ada", en: "none")[language]
        let needed = column.isNeeded ? Phrase(id: " – wajib", en: " – needed")[language] : ""
        return """
            <label>\(column.title[language])\(needed)
            <select name="kolom.\(column.name)"><option value="">\(none)</option>\(options)\
            </select></label>
            """
    }

    private var numbers: HTML {
        let label = Phrase(id: "Cara menulis angka", en: "How numbers are written")[language]
        let options = [("id", "1.234,5", NumberLocale.indonesian), ("en", "1,234.5", .english)]
            .map { code, shown, locale -> HTML in
                let isChosen = page.locale == locale
                return "<option value=\"\(code)\"\("selected", if: isChosen)>\(shown)</option>"
            }
        return "<label>\(label)<select name=\"angka\">\(options)</select></label>"
    }

    private var sample: HTML {
        let label = Phrase(id: "Baris pertama", en: "First rows")[language]
        let head = table.header.map { name -> HTML in "<th scope=\"col\">\(name)</th>" }
        let rows = table.sample(5).map { row -> HTML in
            let cells = row.map { cell -> HTML in "<td>\(cell)</td>" }
            return "<tr>\(cells)</tr>"
        }
        return """
            <h2>\(label)</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="\(label)">
            <table><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
