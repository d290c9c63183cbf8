import Analysis
import Formats
import Policy
import Quantities

extension Workspace {
    /// The baseline of a region out of the shipped tables: its text, and what it comes to.
    ///
    /// - Throws: ``InputFaults`` for a region that is no kabupaten, kota or province, or without
    ///   data.
    package func formBaseline(
        _ code: String, at path: String, in language: Language
    ) throws(InputFaults) -> (form: RegionForm, text: String) {
        let region = try InputFaults.region(code, catalogue.regions)
        let text = try ScenarioTemplate(region.code, workspace: self, in: language).text
        let policy = try policy(of: text, at: path)
        return (RegionForm(policy, region), text)
    }

    /// Reads a scenario whose file is not written yet.
    package func policy(of text: String, at path: String) throws(InputFaults) -> ResolvedPolicy {
        files.lay(Array(text.utf8), at: path)
        defer { files.forget(path) }
        return try policy(path).value
    }

    /// Reads a workbook that a region filled in.
    ///
    /// - Parameters:
    ///   - region: nil to take the region that the workbook names.
    ///   - folder: where the baseline will stand.
    ///   - locale: how numbers are written that stand as texts.
    /// - Throws: ``InputFaults`` with every fault, each at its sheet and cell.
    package func formAnswers(
        _ file: String, region: String?, folder: String, locale: NumberLocale,
        in language: Language
    ) throws(InputFaults) -> (answers: Checked<FormAnswers>, baseline: String) {
        let sheets = try sheets(of: file)
        guard let code = region ?? Self.region(in: sheets) else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: file),
                    Phrase(
                        id: "buku kerja ini tidak menyebut kode daerah",
                        en: "this workbook does not name its region"),
                    hint: Phrase(
                        id: "sebutkan dengan --region 35.07", en: "name it with --region 35.07"))
            ])
        }
        let baseline = try formBaseline(
            code, at: FilePath.join(folder, "dasar.yaml"), in: language)
        let session = ReadingSession(files: files)
        let reader = FormReader(
            baseline.form, file: file, locale: locale, regions: catalogue.regions, session: session)
        let answers = reader.read(sheets)
        let found = session.diagnostics
        guard !found.hasErrors else { throw InputFaults(found) }
        return (Checked(answers, found), baseline.text)
    }

    /// Whether the files of a scenario, none of which is written yet, can be read and resolved.
    ///
    /// - Throws: ``InputFaults``.
    package func checkForm(
        _ written: [(name: String, text: String)], in folder: String, _ scenario: String
    ) throws(InputFaults) {
        let paths = written.map { FilePath.join(folder, $0.name) }
        for (path, file) in zip(paths, written) { files.lay(Array(file.text.utf8), at: path) }
        defer { for path in paths { files.forget(path) } }
        _ = try policy(FilePath.join(folder, scenario))
    }

    /// What an imported scenario rests on: the workbook, and the tables that its form is made of.
    ///
    /// - Throws: ``InputFaults`` where a file has gone.
    package func formInputs(_ file: String) throws(InputFaults) -> [InputFile] {
        let tables = [
            "workforce/segments.csv", "coverage/opening.csv", "coverage/funded_quota.csv",
            "budget/purse_ceilings.csv",
        ]
        let shipped = try inputs([], with: tables)
        return (shipped + (try InputFile.named([file], in: files))).sorted { $0.path < $1.path }
    }

    /// - Throws: ``InputFaults`` where a file is no workbook, or none that can be read.
    package func sheets(of file: String) throws(InputFaults) -> [ReadSheet] {
        do {
            return try files.sheets(file)
        } catch let fault as WorkbookFault {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: file), Phrase.workbook(fault),
                    hint: Phrase.workbookHint(fault))
            ])
        } catch let fault as SourceFault {
            throw InputFaults([
                Diagnostic(at: Position(file: file), Phrase.unreadable(file, fault))
            ])
        } catch {
            throw InputFaults([
                Diagnostic(at: Position(file: file), Phrase.workbook(.notAWorkbook))
            ])
        }
    }

    /// Whether sheets are a form that a region filled in: they name their region as it does.
    package static func isForm(_ sheets: [ReadSheet]) -> Bool { region(in: sheets) != nil }

    /// The code beside the words that ask for it.
    private static func region(in sheets: [ReadSheet]) -> String? {
        let asked = Set(Language.allCases.map { FormWords.plain(Phrase.formRegion[$0]) })
        for line in sheets.flatMap(\.lines) {
            for (position, cell) in line.cells.enumerated() {
                guard case .text(let text) = cell.content,
                    asked.contains(FormWords.plain(text)), position + 1 < line.cells.count
                else { continue }
                let beside = line.cells[position + 1]
                switch beside.content {
                // Beside a heading stands another one.
                case .text(let code) where FormWords.isRegionName(code): continue
                case .text(let code): return code.trimmingBlanks
                // A spreadsheet program takes 35.70 for a number.
                case .number(let number, _):
                    return Language.english.numbers.format(
                        number, decimals: number == number.rounded() ? 0 : 2)
                default: continue
                }
            }
        }
        return nil
    }
}
