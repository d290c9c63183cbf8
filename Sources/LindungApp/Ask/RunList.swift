import Formats
import Quantities
import Store

/// What was asked before, the latest first; two of them can be held against each other.
struct RunList: Sendable {
    let runs: [RecordedRun]
    let page: AskPage
    private var language: Language { page.language }

    init(runs: [RecordedRun], page: AskPage) { (self.runs, self.page) = (runs, page) }

    var html: HTML {
        let heading = Phrase(id: "Yang pernah ditanyakan", en: "What was asked before")[language]
        guard !runs.isEmpty else {
            let none = Phrase(id: "Belum ada.", en: "Nothing yet.")[language]
            return "<h2>\(heading)</h2><p>\(none)</p>"
        }
        let heads = [
            Phrase(id: "pilih", en: "choose"), Phrase(id: "pertanyaan", en: "question"),
            Phrase(id: "kapan", en: "when"), Phrase(id: "keadaan", en: "state"),
            Phrase(id: "jawaban", en: "answer"), Phrase(id: "catatan", en: "note"),
        ].map { head -> HTML in "<th scope=\"col\">\(head[language])</th>" }
        let lang: HTML? = page.fields["lang"].map { code -> HTML in
            "<input type=\"hidden\" name=\"lang\" value=\"\(code)\">"
        }
        let compare = Phrase(id: "Bandingkan dua yang dipilih", en: "Compare the two chosen")
        return """
            <h2>\(heading)</h2>
            <form method="get" action="/tanya/banding" class="history">\(lang)
            <div class="scroll" tabindex="0" role="region" aria-label="\(heading)"><table>
            <thead><tr>\(HTML.joined(heads, by: ""))</tr></thead>
            <tbody>\(runs.map(row))</tbody></table></div>
            <p class="actions"><button type="submit">\(compare[language])</button></p>
            </form>
            """
    }

    private func row(_ run: RecordedRun) -> HTML {
        let name = run.shownName[language]
        let choose = Phrase(id: "pilih \(name)", en: "choose \(name)")[language]
        let kind = run.askKind?.name[language] ?? run.kind
        let box: HTML? =
            run.state == .done
            ? """
            <input type="checkbox" name="id" value="\(Int(run.id))" aria-label="\(choose)">
            """ : nil
        return """
            <tr><td>\(box)</td>
            <th scope="row"><a href="\(page.address(run.id))">\(Int(run.id)). \(kind)</a>\
            <span class="unit">\(run.subject)</span></th>
            <td>\(RecordedRun.local(run.asked, in: language))</td>
            <td data-state="\(run.state.rawValue)">\(run.state.name[language])</td>
            <td class="sentence" lang="\(run.language)">\(run.sentence)</td>
            <td class="sentence">\(run.note)</td></tr>
            """
    }
}
