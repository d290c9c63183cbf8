import Analysis
import Formats
import Quantities
import Reading
import Reporting

/// A form that a region filled in, on the way to a folder with its scenario.
struct SentForm {
    let page: UploadPage
    let workspace: Workspace
    let upload: Uploads.Upload
    let folder: ScenarioFolder
    let entry: ScenarioFolder.Entry

    private var language: Language { page.language }

    /// Where folders of scenarios lie among which the new one will stand.
    private var root: String { page.desk.roots[0] }

    /// What it changes, said as `import` says it, and the form that saves it.
    var html: HTML {
        get throws {
            let read = try answers("isian")
            let report = report(read.answers)
            let sentences = report.answer.map { text -> HTML in "<p>\(text[language])</p>" }
            let caveats = report.caveats.map { text -> HTML in "<p>\(text[language])</p>" }
            let hidden = page.frame.place(folder, entry).with("id", page.fields["id"])
            let note = Phrase(
                id: "Folder baru di \(root), berisi dasar.yaml dan isian.yaml; tidak ada yang"
                    + " ditimpa.",
                en: "A new folder in \(root) with dasar.yaml and isian.yaml; nothing is"
                    + " overwritten.")
            return """
                <section class="answer"><h1>\(report.title[language])</h1>\(sentences)</section>
                \(HTMLWriter(language: language).sections(of: report))
                \(caveats)
                \(page.warnings(read.answers.warnings))
                \(page.saving(hidden, FileStem.proposed(upload.name), note: note))
                """
        }
    }

    private func answers(
        _ place: String
    ) throws(InputFaults) -> (answers: Checked<FormAnswers>, baseline: String) {
        try workspace.formAnswers(
            upload.name, region: nil, folder: FilePath.join(root, place),
            locale: language.numbers, in: language)
    }

    private func report(_ answers: Checked<FormAnswers>) -> Report {
        var report = Report(
            answers.value, regions: workspace.catalogue.regions, in: language)
        report.warnings = answers.warnings
        return report
    }

    /// Writes the folder as `import --out` does, then opens both scenarios side by side.
    func save() throws -> PageResponse {
        let name = try FileStem.checked(page.fields["nama"] ?? "")
        let path = FilePath.join(root, name)
        try page.checkFree([path])
        let read = try answers(name)
        let answers = read.answers.value
        let regions = workspace.catalogue.regions
        let written =
            [(name: FormAnswers.baselineFile, text: read.baseline)]
            + answers.scenarioFiles(regions.name(of: answers.form.region))
        try workspace.checkForm(written, in: path, FormAnswers.scenarioFile)
        let manifest = RunManifest(
            command: "import", file: upload.name, options: [], seed: nil,
            inputs: try workspace.formInputs(upload.name))
        let made = ResultFolder(
            path: path, format: .csv, language: language, files: workspace.files)
        try made.write(
            [answers.table(in: language)],
            pictures: written.map { ($0.name, Array($0.text.utf8)) }, report: report(read.answers),
            manifest: manifest)
        let fields = FormFields([("folder", path), ("s", "dasar"), ("s", "isian")])
        return .seeOther(Page.address("/", fields.with("lang", page.fields["lang"])))
    }
}
