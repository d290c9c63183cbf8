import Analysis
import Formats
import Policy
import Quantities

/// The last sheet: what the results rest on, and what has to be known to read them.
struct OriginSheet {
    let report: Report
    let results: [ScenarioResult]
    let language: Language

    var sheet: Sheet {
        var sheet = Sheet(Phrase.originSheet[language])
        sheet.widths = [30, 100]
        sheet.isPortrait = true
        sheet[0, 0] = .text(Phrase.originSheet[language], SheetStyle.title)
        var row = 2
        func add(_ label: Phrase, _ text: String) {
            sheet[row, 0] = .text(
                label[language],
                SheetStyle.wrapped.with {
                    $0.isBold = true
                    $0.border = SheetStyle.line
                })
            sheet[row, 1] = .text(text, SheetStyle.wrapped.with { $0.border = SheetStyle.line })
            row += 1
        }
        add(Phrase(id: "Program", en: "Program"), "Lindung \(ProgramVersion.current)")
        if let command = report.command {
            add(Phrase(id: "Perintah", en: "Command"), command)
        }
        for result in results {
            row += 1
            let scenario = result.policy.scenario
            add(Phrase(id: "Skenario", en: "Scenario"), result.name)
            add(Phrase(id: "Judul", en: "Title"), scenario.title[language])
            add(Phrase(id: "Berkas", en: "File"), scenario.file)
            add(
                Phrase(id: "Sidik masukan (SHA-256)", en: "Digest of inputs (SHA-256)"),
                SHA256(PolicyDigest(result).bytes).hexadecimal)
        }
        row += 1
        for text in report.caveats { add(Phrase(id: "Catatan", en: "Note"), text[language]) }
        for warning in report.warnings {
            add(
                Phrase(id: "Yang perlu diperiksa", en: "To be looked at"),
                "\(warning.position): \(warning.message[language])")
        }
        return sheet
    }
}
