import Formats
import Foundation
import Quantities
import Reporting
import Store

/// The page of one question: how far it is, then what came out.
struct RunPage: Sendable {
    static let longestNote = 2000

    let page: AskPage
    let runs: RunQueue
    private var language: Language { page.language }

    init(_ page: AskPage, _ runs: RunQueue) { (self.page, self.runs) = (page, runs) }

    func response() async throws -> PageResponse {
        guard let run = try await page.named(runs) else { return page.noRun }
        let folder = runs.folder(of: run.id)
        let title = Phrase(
            "\(run.shownName): \(run.askKind?.name ?? run.shownName)",
            en: "\(run.shownName): \(run.askKind?.name ?? run.shownName)")
        let body: HTML
        if run.state.isOpen {
            body = open(run, title)
        } else if run.state == .done, let report = folder.report {
            body =
                RunResults(
                    run: run, report: report, folder: folder, page: page
                ).html
        } else {
            body = ended(run, title)
        }
        let others = try await runs.runs(most: 50).filter {
            $0.kind == run.kind && $0.id != run.id && $0.state == .done
        }
        return page.page(
            title, path: page.request.path, scripts: run.state.isOpen ? ["ask.mjs"] : [],
            "\(body)\(about(run, folder, others))")
    }

    /// What the page asks for while it waits: how far the run is.
    func progress() async throws -> PageResponse {
        guard let run = try await page.named(runs) else { return page.noRun }
        return PageResponse(.page, Array(meter(run).text.utf8))
    }

    /// A table of the results, as the command wrote it.
    func csv() async throws -> PageResponse {
        guard let run = try await page.named(runs), let name = page.fields["tabel"],
            name.hasSuffix(".csv"), let bytes = runs.folder(of: run.id).bytes(name)
        else { return page.noRun }
        return PageResponse(.csv(name), bytes)
    }

    // MARK: Without a report

    private func open(_ run: RecordedRun, _ title: Phrase) -> HTML {
        let address = Page.address(
            "/tanya/kemajuan",
            FormFields([("id", String(run.id)), ("lang", language.rawValue)]))
        let reload = Phrase(
            id: "Muat ulang untuk melihat kemajuan", en: "Load again to see how far")
        return """
            <h1>\(title[language])</h1>
            <p>\(run.askKind?.question[language] ?? "")</p>
            <div id="kemajuan" data-address="\(address)">\(meter(run))</div>
            <noscript><p><a href="\(page.address(run.id))">\(reload[language])</a></p></noscript>
            \(button("/tanya/henti", run, Phrase(id: "Hentikan", en: "Stop")))
            """
    }

    /// How far a run is; a mark tells the page that nothing more will come.
    private func meter(_ run: RecordedRun) -> HTML {
        let label = Phrase(id: "Kemajuan", en: "Progress")[language]
        let isCounted = run.total > 0
        let bar: HTML =
            isCounted
            ? """
            <progress aria-label="\(label)" max="\(run.total)" value="\(run.done)"></progress>
            """ : "<progress aria-label=\"\(label)\"></progress>"
        let counted = Phrase(
            "\(run.done) dari \(run.total) perhitungan",
            en: "\(run.done) of \(run.total) evaluations"
        )
        let seconds = run.seconds.map { Phrase("\($0) detik", en: "\($0) seconds")[language] }
        let texts = [
            run.state.name[language], isCounted ? counted[language] : nil,
            run.state == .running ? seconds : nil,
        ].compactMap { $0 }
        return """
            <div data-state="\(run.state.rawValue)"\("data-ended", if: !run.state.isOpen)>\
            \(bar)<p>\(texts.joined(separator: ", "))</p></div>
            """
    }

    private func ended(_ run: RecordedRun, _ title: Phrase) -> HTML {
        let isSweep = run.askKind == .sweep && run.total > 0
        let kept = Phrase(
            "\(run.done) dari \(run.total) perhitungan tersimpan dan tidak diulang.",
            en: "\(run.done) of \(run.total) evaluations are kept and not done again.")
        let counted: HTML? = isSweep && run.done > 0 ? "<p>\(kept[language])</p>" : nil
        let again =
            isSweep
            ? Phrase(id: "Lanjutkan", en: "Go on") : Phrase(id: "Mulai lagi", en: "Start again")
        let answer: HTML =
            run.state == .done || run.answer.isEmpty
            ? "<pre class=\"scroll told\" tabindex=\"0\">\(run.answer)</pre>"
            : """
            <section class="fault" role="alert"><pre class="scroll" tabindex="0">\(run.answer)\
            </pre></section>
            """
        let isTold = !run.answer.isEmpty
        return """
            <h1>\(title[language])</h1>
            <p data-state="\(run.state.rawValue)">\(run.state.name[language])</p>
            \(counted)\(isTold ? answer : nil)
            \(run.state == .done ? nil : button("/tanya/lanjut", run, again))
            """
    }

    /// A button that changes the run.
    private func button(_ path: String, _ run: RecordedRun, _ name: Phrase) -> HTML {
        """
        <form method="post" action="\(path)" class="keep">\(identity(run))
        <button type="submit">\(name[language])</button></form>
        """
    }

    private func identity(_ run: RecordedRun) -> HTML {
        let pairs =
            [("token", page.desk.token), ("id", String(run.id))]
            + (page.fields["lang"].map { [("lang", $0)] } ?? [])
        return Page.hidden(FormFields(pairs))
    }

    // MARK: About the run

    /// The command, the digest, the files, the note, and what can be done next.
    private func about(
        _ run: RecordedRun, _ folder: RunFolder, _ others: [RecordedRun]
    ) -> HTML {
        let tongue = Language(rawValue: run.language) ?? language
        let took = run.seconds.map { Phrase("\($0) detik", en: "\($0) seconds")[language] }
        let rows: [(Phrase, HTML)] = [
            (
                Phrase(id: "Ditanyakan", en: "Asked"),
                "\(RecordedRun.local(run.asked, in: language))"
            ),
            (
                Phrase(id: "Lama perhitungan", en: "Time it took"),
                "\(run.state.isOpen ? "–" : took ?? "–")"
            ),
            (
                Phrase(id: "Perintah yang sama", en: "The same command"),
                "<code>\(AskedCommand.text(run.words, in: tongue))</code>"
            ),
            (
                Phrase(
                    id: "Sidik hasil (SHA-256 manifest.json)",
                    en: "Digest of the results (SHA-256 of manifest.json)"),
                "<code>\(run.digest.isEmpty ? "–" : run.digest)</code>"
            ),
        ]
        let list = rows.map { label, value -> HTML in
            "<dt>\(label[language])</dt><dd>\(value)</dd>"
        }
        let again = Page.address("/tanya", run.fields.with("lang", page.fields["lang"]))
        return """
            <section class="notes"><dl>\(list)</dl>
            \(noteForm(run))
            \(run.state == .done ? compareForm(run, others) : nil)
            <p><a href="\(again)">\(Phrase(
                id: "Ubah dan tanyakan lagi", en: "Change it and ask again")[language])</a></p>
            </section>
            """
    }

    private func noteForm(_ run: RecordedRun) -> HTML {
        let label = Phrase(id: "Catatan", en: "Note")[language]
        let save = Phrase(id: "Simpan catatan", en: "Save the note")[language]
        return """
            <form method="post" action="/tanya/catatan" class="keep note">\(identity(run))
            <label>\(label) <textarea name="catatan" rows="2" maxlength="\(Self.longestNote)">\
            \(run.note)</textarea></label>
            <button type="submit">\(save)</button></form>
            """
    }

    private func compareForm(_ run: RecordedRun, _ others: [RecordedRun]) -> HTML {
        guard !others.isEmpty else { return .nothing }
        let options = others.map { other -> HTML in
            let moment = RecordedRun.local(other.asked, in: language)
            return """
                <option value="\(Int(other.id))">\(Int(other.id)). \(other.subject), \(moment)\
                </option>
                """
        }
        let lang: HTML? = page.fields["lang"].map { code -> HTML in
            "<input type=\"hidden\" name=\"lang\" value=\"\(code)\">"
        }
        let label = Phrase(id: "Bandingkan dengan", en: "Compare with")[language]
        let compare = Phrase(id: "Bandingkan", en: "Compare")[language]
        return """
            <form method="get" action="/tanya/banding" class="keep">\(lang)
            <input type="hidden" name="id" value="\(Int(run.id))">
            <label>\(label) <select name="id">\(options)</select></label>
            <button type="submit">\(compare)</button></form>
            """
    }
}
