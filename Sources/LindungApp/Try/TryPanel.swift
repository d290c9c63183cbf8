import Analysis
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// What turned levers come to, and what differs from the scenario that was opened.
struct TryPanel: Sendable {
    let open: OpenTrial
    let entry: ScenarioFolder.Entry
    let folder: ScenarioFolder
    let changes: [Trial.Change]
    let result: ScenarioResult
    let fields: FormFields
    let token: String
    let language: Language

    private var words: TrialWords { TrialWords(open.trial, in: language) }

    var html: HTML {
        let parent = open.trial.parent
        let comparison = try? Comparison([parent, result], baseline: parent.name)
        guard let comparison else { return .nothing }
        let isChanged = !changes.isEmpty
        let cards = CardRow(
            cards: comparison.cards(of: result),
            names: (parent.name, isChanged ? result.name : parent.name),
            years: parent.policy.years, language: language)
        let sentences = isChanged ? comparison.sentences(in: language) : [Self.unchanged]
        let texts = sentences.map { text -> HTML in "<p>\(text[language])</p>" }
        return """
            <div class="answer">\(texts)</div>
            \(cards.html)
            \(isChanged ? differences : nil)
            \(isChanged ? keep : nil)
            """
    }

    private static let unchanged = Phrase(
        id: "Belum ada tuas yang diubah. Geser atau ketik sebuah nilai; hasilnya langsung ikut.",
        en: "No lever is turned yet. Drag or type a value; the result follows at once.")

    private var differences: HTML {
        let levers = open.trial.levers
        let rows = changes.map { change -> HTML in
            let line = words.line(change.definition, change.member)
            let lever = levers.first { $0.address == change.address }
            let before = lever.map { words.value($0.value, $0) }
            let after = lever.map { words.value(change.value, $0) }
            let field = OpenTrial.field("\(change.address)")
            let undo = Phrase(id: "Batalkan", en: "Undo")[language]
            return """
                <li><span>\(line): \(before ?? "–") → <strong>\
                \(after ?? "–")</strong></span>
                <button type="button" data-undo="\(field)" aria-label="\(undo): \(line)">\(undo)\
                </button></li>
                """
        }
        let heading = Phrase(
            id: "Berbeda dari '\(entry.name)' sejak \(open.trial.start)",
            en: "Different from '\(entry.name)' from \(open.trial.start)")
        return "<h2>\(heading[language])</h2><ul class=\"differences\">\(rows)</ul>"
    }

    /// The form that keeps the levers as a scenario.
    private var keep: HTML {
        let pairs =
            [
                ("token", token), ("folder", folder.path), ("s", entry.stem),
                ("daerah", open.place), ("sejak", "\(open.trial.start)"),
                ("lang", language.rawValue),
            ]
            + changes.map {
                (
                    OpenTrial.field("\($0.address)"),
                    $0.value.word ?? SettingText(language: nil).text($0.value)
                )
            }
        let hidden = Page.hidden(FormFields(pairs))
        let label = Phrase(id: "Nama skenario baru", en: "Name of the new scenario")[language]
        let note = Phrase(
            id: "Disimpan di \(folder.path); dapat dipakai 'lindung run' dan 'lindung compare'.",
            en: "Kept in \(folder.path); 'lindung run' and 'lindung compare' take it.")[language]
        return """
            <form method="post" action="/coba/simpan" class="keep">\(hidden)
            <label>\(label) <input name="nama" required maxlength="40" \
            pattern="[a-z0-9][a-z0-9\\-]*" placeholder="coba-1"></label>
            <button type="submit">\(Phrase(id: "Simpan", en: "Save")[language])</button>
            <p class="unit">\(note)</p></form>
            """
    }
}
