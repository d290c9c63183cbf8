import Analysis
import Policy
import Quantities

extension Report {
    /// What a returned workbook changes, cell by cell.
    package init(_ answers: FormAnswers, regions: RegionTable, in language: Language) {
        let name = regions.name(of: answers.form.region)
        title = Phrase(id: "Isian \(name)", en: "Input form of \(name)")
        answer = [Phrase.formAnswer(answers, name)]
        introduction = []
        let table = answers.table(in: language)
        sections =
            answers.changes.isEmpty
            ? []
            : [
                Section(
                    heading: Phrase(id: "Yang diubah", en: "What is changed"),
                    .table(table), data: [table])
            ]
        caveats = [
            Phrase(
                "Sama dengan angka bawaan: \(answers.unchanged) sel; kosong atau tidak ada,"
                    + " sehingga angka bawaan berlaku: \(answers.missing) sel.",
                en:
                    "The same as the form: \(answers.unchanged) cells; empty or missing, so that"
                    + " the form's number holds: \(answers.missing) cells.")
        ]
    }
}

extension FormAnswers {
    /// Every changed cell with the value that it replaces.
    package func table(in language: Language) -> ResultTable {
        let text = SettingText(language: language)
        func shown(_ value: SettingValue) -> String {
            if case .share(let share) = value { return language.numbers.percent(share) }
            return text.text(value)
        }
        return ResultTable("changes", changes) {
            Key("cell") { "\($0.sheet)!\($0.place)" }
            Column("key", .word) { $0.cell.key }
            Column("from", .word) { $0.cell.from.map { "\($0)" } ?? "" }
            Column("replaced", .word) { shown($0.cell.value) }
            Column("setting", .word) { shown($0.value) }
            Column("unit", .word) { change in
                text.unit(change.value, of: change.cell.definition).heading?[language] ?? ""
            }
            Column("mark", .word) { ($0.mark ?? .assumed).rawValue }
            Column("source", .word) { $0.source ?? "" }
        }
    }
}

extension Phrase {
    static let formAsFilled = Phrase(id: "menurut isian", en: "as filled in")

    static func formNote(_ file: String) -> String {
        "# \(file): hanya sel yang diubah menjadi pengaturan; only changed cells are set."
    }

    static func formAnswer(_ answers: FormAnswers, _ name: String) -> Phrase {
        let count = answers.changes.count
        guard count > 0 else {
            return Phrase(
                "0 sel mengubah angka bawaan \(name): isiannya sama dengan keadaan dasar.",
                en: "0 cells change the numbers of \(name): the form says what the baseline says.")
        }
        let rows = Set(answers.changes.map(\.cell.key)).count
        return Phrase(
            "\(count) sel mengubah angka bawaan \(name), dalam \(rows) baris; yang lain tetap.",
            en: "\(count) cells change the numbers of \(name), in \(rows) rows; the others stay.")
    }

    package static func formNext(_ folder: String) -> Phrase {
        let (base, filled) = (FormAnswers.baselineFile, FormAnswers.scenarioFile)
        let command = "lindung compare \(folder)/\(base) \(folder)/\(filled)"
        return Phrase(id: "Bandingkan: \(command)", en: "Compare: \(command)")
    }
}
