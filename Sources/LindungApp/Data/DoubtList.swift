import Analysis
import Formats
import Quantities
import Reading
import Reporting

/// What of a scenario is assumed, borrowed or stale, with a form to accept it by name.
struct DoubtList: Sendable {
    let standing: InputStanding
    let entry: ScenarioFolder.Entry
    let folder: ScenarioFolder
    let token: String
    let language: Language

    var html: HTML {
        let heading = Phrase(
            id: "Diasumsikan, dipinjam, kedaluwarsa", en: "Assumed, borrowed, stale")
        return """
            <section>
            <h2>\(heading[language])</h2>
            <p>\(Phrase.waiting(standing)[language]) \(Self.explanation[language])</p>
            \(standing.entries.isEmpty ? nil : form)
            </section>
            """
    }

    private static let explanation = Phrase(
        id: "Laporan final ('lindung report --final') menunggu sampai semuanya diterima dengan"
            + " nama; penerimaan gugur begitu nilainya berubah.",
        en: "A final report ('lindung report --final') waits until all are accepted by name; an"
            + " acceptance lapses as soon as the value changes.")

    private var form: HTML {
        let hidden = Page.hidden(
            FormFields([
                ("token", token), ("folder", folder.path), ("s", entry.stem),
                ("lang", language.rawValue),
            ]))
        return """
            <form method="post" action="/data/terima">\(hidden)
            \(table)
            \(standing.waiting.isEmpty ? nil : signature)
            </form>
            """
    }

    private var signature: HTML {
        let name = Phrase(id: "Nama dan jabatan", en: "Name and office")[language]
        let reason = Phrase(id: "Sebab (boleh kosong)", en: "Reason (may be empty)")[language]
        let chosen = Phrase(id: "Terima yang dipilih", en: "Accept those chosen")[language]
        let all = Phrase(
            "Terima semua yang menunggu (\(standing.waiting.count))",
            en: "Accept all that wait (\(standing.waiting.count))")[language]
        return """
            <p class="keep"><label>\(name) <input name="nama" required maxlength="120"></label>
            <label>\(reason) <input name="sebab" maxlength="300"></label>
            <button type="submit" name="lingkup" value="pilihan">\(chosen)</button>
            <button type="submit" name="lingkup" value="semua">\(all)</button></p>
            """
    }

    private var table: HTML {
        let label = Phrase(id: "Masukan dan penerimaannya", en: "Inputs and who accepted them")
        let headings = [
            Phrase(id: "terima", en: "accept"), Phrase(id: "masukan", en: "input"),
            Phrase(id: "nilai", en: "value"), Phrase(id: "tanda", en: "mark"),
            Phrase(id: "mengapa", en: "why"), Phrase(id: "sumber", en: "source"),
            Phrase(id: "tanggal sumber", en: "date of source"),
            Phrase(id: "diterima oleh", en: "accepted by"),
        ].map { heading -> HTML in "<th scope=\"col\">\(heading[language])</th>" }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(label[language])">
            <table class="doubts"><thead><tr>\(headings)</tr></thead>
            <tbody>\(standing.entries.map(row))</tbody></table></div>
            """
    }

    private func row(_ entry: InputStanding.Entry) -> HTML {
        let input = entry.input
        let label = Phrase(id: "terima \(input.key)", en: "accept \(input.key)")[language]
        let box: HTML? =
            entry.acceptance == nil
            ? """
            <input type="checkbox" name="masukan" value="\(input.key)" aria-label="\(label)">
            """ : nil
        let state: HTML = entry.acceptance == nil ? " class=\"waits\"" : .nothing
        return """
            <tr data-input="\(input.key)"><td>\(box)</td>
            <th scope="row">\(input.definition.meaning[language])\
            <span class="unit">\(input.key)</span></th>
            <td>\(input.valueText(in: language))</td><td>\(input.mark?.rawValue ?? "–")</td>
            <td>\(input.reasonText[language])</td><td>\(input.sourceText[language])</td>
            <td>\(input.dateText)</td><td\(state)>\(entry.text[language])</td></tr>
            """
    }
}
