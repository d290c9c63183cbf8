import Formats
import Quantities
import Reporting
import Store

/// Two questions held against each other: what they asked, what they rest on, what came out.
struct RunComparePage: Sendable {
    /// More rows of a column are for the files.
    private static let mostRows = 15

    private struct Side {
        let run: RecordedRun
        let report: ShownReport
        let manifest: RunManifestText?
    }

    let page: AskPage
    let runs: RunQueue
    private var language: Language { page.language }

    init(_ page: AskPage, _ runs: RunQueue) { (self.page, self.runs) = (page, runs) }

    func response() async throws -> PageResponse {
        var sides: [Side] = []
        for id in page.fields.all("id").compactMap({ Int64($0) }).sorted() {
            let folder = runs.folder(of: id)
            guard let run = try await runs.run(id), let report = folder.report else { continue }
            sides.append(Side(run: run, report: report, manifest: folder.manifest))
        }
        guard sides.count == 2 else {
            return Page.message(
                422, Phrase(id: "Pilih dua", en: "Choose two"),
                Phrase(
                    id: "Pilih tepat dua pertanyaan yang sudah terjawab di halaman Tanya.",
                    en: "Choose exactly two answered questions on the page Ask."), in: language)
        }
        let title = Phrase(
            "Pertanyaan \(digits: Int(sides[0].run.id)) dan"
                + " \(digits: Int(sides[1].run.id)) berdampingan",
            en: "Questions \(digits: Int(sides[0].run.id)) and"
                + " \(digits: Int(sides[1].run.id)) side by side")
        let differences = differences(sides[0], sides[1])
        return page.page(
            title, path: page.request.path,
            """
            <section class="answer"><h1>\(title[language])</h1>
            <p>\(summary(sides, differences)[language])</p></section>
            \(answers(sides))
            \(settings(sides))
            \(inputs(sides))
            \(differences.filter(\.hasAny).enumerated().map { tables($1, sides, isFirst: $0 == 0) })
            """)
    }

    private func differences(_ first: Side, _ second: Side) -> [TableDifference] {
        first.report.tables.compactMap { table in
            second.report.tables.first { $0.name == table.name }.map {
                TableDifference(from: table, to: $0, in: language)
            }
        }
    }

    private func summary(_ sides: [Side], _ found: [TableDifference]) -> Phrase {
        guard !found.isEmpty else {
            return Phrase(
                id: "Keduanya menanyakan hal berbeda; tabelnya tidak dapat disandingkan.",
                en: "They ask different things, so that their tables cannot be aligned.")
        }
        let cells = found.reduce(0) { $0 + $1.parts.reduce(0) { $0 + $1.rows.count } }
        let equal = found.reduce(0) { $0 + $1.equal }
        guard found.contains(where: \.hasAny) else {
            return Phrase(
                "Semua angka sama: \(equal) sel tabel.",
                en: "All figures are equal: \(equal) cells.")
        }
        return Phrase(
            "\(cells) angka berbeda, \(equal) sama.",
            en: "\(cells) figures differ, \(equal) are equal."
        )
    }

    // MARK: Parts

    private func heads(_ sides: [Side]) -> HTML {
        HTML.joined(
            sides.map { side -> HTML in
                """
                <th scope="col"><a href="\(page.address(side.run.id))">\
                \(side.run.shownName[language])</a></th>
                """
            })
    }

    private func table(_ heading: Phrase, _ head: HTML, _ rows: [HTML]) -> HTML {
        """
        <section><h2>\(heading[language])</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="\(heading[language])"><table>
        <thead><tr><td></td>\(head)</tr></thead><tbody>\(rows)</tbody></table></div></section>
        """
    }

    private func answers(_ sides: [Side]) -> HTML {
        let cells = sides.map { side -> HTML in
            "<td lang=\"\(side.run.language)\">\(side.report.answer.joined(separator: " "))</td>"
        }
        let notes = sides.map { side -> HTML in "<td>\(side.run.note)</td>" }
        let asked = sides.map { side -> HTML in
            "<td>\(RecordedRun.local(side.run.asked, in: language))</td>"
        }
        let hasNotes = sides.contains { !$0.run.note.isEmpty }
        return table(
            Phrase(id: "Jawaban", en: "Answers"), heads(sides),
            [
                row(Phrase(id: "ditanyakan", en: "asked"), asked),
                row(Phrase(id: "jawaban", en: "answer"), cells),
            ] + (hasNotes ? [row(Phrase(id: "catatan", en: "note"), notes)] : []))
    }

    private func row(_ name: Phrase, _ cells: [HTML]) -> HTML {
        "<tr><th scope=\"row\">\(name[language])</th>\(cells)</tr>"
    }

    /// Fields of the forms that differ.
    private func settings(_ sides: [Side]) -> HTML {
        let kind = Phrase(id: "Pertanyaan", en: "Question")
        let kinds = sides.map { $0.run.askKind?.name[language] ?? $0.run.kind }
        let known = AskField.Name.allCases.map { name in
            (
                name.label,
                sides.map { side in
                    let fields = side.run.fields
                    return [fields[name.choice], fields[name.rawValue]].compactMap { $0 }
                        .joined(separator: " ")
                }
            )
        }
        let rows = ([(kind, kinds)] + known).filter { $0.1[0] != $0.1[1] }.map { name, values in
            row(name, values.map { value -> HTML in "<td>\(value.isEmpty ? "–" : value)</td>" })
        }
        guard !rows.isEmpty else {
            let none = Phrase(id: "Pengaturannya sama.", en: "The settings are the same.")
            return "<p>\(none[language])</p>"
        }
        return table(Phrase(id: "Yang ditanyakan", en: "What was asked"), heads(sides), rows)
    }

    /// Files that changed from one to the other.
    private func inputs(_ sides: [Side]) -> HTML {
        guard let first = sides[0].manifest, let second = sides[1].manifest else {
            return .nothing
        }
        let paths = Set(first.inputs.map(\.path)).union(second.inputs.map(\.path)).sorted()
        let changed = paths.filter { path in
            first.inputs.first { $0.path == path }?.digest
                != second.inputs.first { $0.path == path }?.digest
        }
        let versions = Phrase(
            id: "Versi program: \(first.version), lalu \(second.version).",
            en: "Version of the program: \(first.version), then \(second.version).")
        let version = first.version == second.version ? nil : paragraph(versions[language])
        guard !changed.isEmpty else {
            let none = Phrase(
                id: "Keduanya memakai berkas yang sama.", en: "Both rest on the same files.")
            return "<p>\(none[language])</p>\(version)"
        }
        let items = changed.map { path -> HTML in "<li><code>\(path)</code></li>" }
        let heading = Phrase(
            id: "Berkas yang berubah atau hanya dipakai salah satu",
            en: "Files that changed, or that only one rests on")[language]
        return "<section><h2>\(heading)</h2><ul>\(items)</ul>\(version)</section>"
    }

    private func tables(_ difference: TableDifference, _ sides: [Side], isFirst: Bool) -> HTML {
        let parts = difference.parts.map { part -> HTML in
            let rows = part.rows.prefix(Self.mostRows).map { row -> HTML in
                """
                <tr><th scope="row">\(row.label)</th><td class="number">\(row.before)</td>\
                <td class="number">\(row.after)</td><td class="number">\(row.difference)</td></tr>
                """
            }
            let rest = part.rows.count - Self.mostRows
            let more = Phrase("dan \(rest) baris lagi", en: "and \(rest) more rows")[language]
            return """
                <h3>\(part.heading)</h3>
                <div class="scroll" tabindex="0" role="region" aria-label="\(part.heading)"><table>
                <thead><tr><td></td>\(heads(sides))<th scope="col" class="number">\
                \(Phrase(id: "selisih", en: "difference")[language])</th></tr></thead>
                <tbody>\(Array(rows))</tbody></table></div>
                \(rest > 0 ? paragraph(more) : nil)
                """
        }
        let alone = Phrase(
            "\(difference.alone) baris hanya ada pada salah satu.",
            en: "\(difference.alone) rows are in one of them only.")[language]
        let count = difference.parts.reduce(0) { $0 + $1.rows.count }
        let name = Phrase(
            "Tabel \(difference.name): \(count) angka berbeda",
            en: "Table \(difference.name): \(count) figures differ")[language]
        return """
            <details class="levers"\("open", if: isFirst)><summary>\(name)</summary>
            \(difference.alone > 0 ? paragraph(alone) : nil)\(parts)</details>
            """
    }

    private func paragraph(_ text: String) -> HTML { "<p>\(text)</p>" }
}
