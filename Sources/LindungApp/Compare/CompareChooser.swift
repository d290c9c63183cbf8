import Formats
import Quantities
import Reading

/// The form in which folder, scenarios and baseline are chosen.
struct CompareChooser: Sendable {
    let folders: [ScenarioFolder]
    let folder: ScenarioFolder
    let fields: FormFields
    let language: Language

    init(
        folders: [ScenarioFolder], folder: ScenarioFolder, _ fields: FormFields,
        _ language: Language
    ) {
        (self.folders, self.folder) = (folders, folder)
        (self.fields, self.language) = (fields, language)
    }

    /// For a page that shows nothing else yet: the baseline and what stands after it are chosen.
    var open: HTML {
        let first = Set(folder.entries.prefix(folder.hasStart ? 2 : 1).map(\.stem))
        let chosen = Set(fields.all("s"))
        return """
            <h1>\(Phrase(id: "Bandingkan skenario", en: "Compare scenarios")[language])</h1>
            \(form(chosen.isEmpty ? first : chosen, acuan: fields["acuan"], draws: nil))
            """
    }

    /// Below an answer.
    func closed(_ choice: CompareChoice) -> HTML {
        let count = choice.entries.count
        let summary = Phrase(
            "Ubah pilihan (\(count) skenario)", en: "Change the choice (\(count) scenarios)")
        let form = form(
            Set(choice.entries.map(\.stem)), acuan: choice.baseline.stem, draws: choice.draws)
        return "<details class=\"again\"><summary>\(summary[language])</summary>\(form)</details>"
    }

    private func form(_ chosen: Set<String>, acuan: String?, draws: Int?) -> HTML {
        let baseline = acuan ?? folder.entries.first?.stem
        let rows = folder.entries.map { row($0, chosen, baseline) }
        let lang: HTML? = fields["lang"].map { code -> HTML in
            "<input type=\"hidden\" name=\"lang\" value=\"\(code)\">"
        }
        return """
            \(tabs)
            <form method="get" action="/" class="chooser">
            <input type="hidden" name="folder" value="\(folder.path)">\(lang)
            <table>
            <thead><tr>
            <th scope="col">\(Phrase(id: "pilih", en: "choose")[language])</th>
            <th scope="col">\(Phrase(id: "acuan", en: "baseline")[language])</th>
            <th scope="col">\(Phrase(id: "skenario", en: "scenario")[language])</th>
            </tr></thead>
            <tbody>\(rows)</tbody>
            </table>
            <p class="actions">\(drawsField(draws))
            <button type="submit">\(Phrase(id: "Bandingkan", en: "Compare")[language])</button></p>
            </form>
            """
    }

    private func row(
        _ entry: ScenarioFolder.Entry, _ chosen: Set<String>, _ baseline: String?
    ) -> HTML {
        let name = entry.name
        let choose = Phrase(id: "pilih \(name)", en: "choose \(name)")[language]
        let compare = Phrase(id: "\(name) sebagai acuan", en: "\(name) as baseline")[language]
        return """
            <tr><td><input type="checkbox" name="s" value="\(entry.stem)" aria-label="\(choose)"\
            \("checked", if: chosen.contains(entry.stem))></td>
            <td><input type="radio" name="acuan" value="\(entry.stem)" aria-label="\(compare)"\
            \("checked", if: entry.stem == baseline)></td>
            <th scope="row">\(entry.title[language])<span class="unit">\(name)</span></th></tr>
            """
    }

    /// The folders as links: another one has other scenarios to choose from.
    private var tabs: HTML {
        let links = folders.map { other -> HTML in
            let address = Page.address(
                "/", FormFields([("folder", other.path)]).with("lang", fields["lang"]))
            let mark: HTML = other.path == folder.path ? " aria-current=\"true\"" : .nothing
            return "<li><a href=\"\(address)\"\(mark)>\(other.shownName)</a></li>"
        }
        let label = Phrase(id: "Folder skenario", en: "Folders of scenarios")[language]
        return "<nav class=\"folders\" aria-label=\"\(label)\"><ul>\(links)</ul></nav>"
    }

    private func drawsField(_ draws: Int?) -> HTML {
        let none = Phrase(id: "tanpa", en: "none")[language]
        let options = CompareChoice.offeredDraws.map { count -> HTML in
            let shown = language.numbers.format(Int64(count))
            return "<option value=\"\(count)\"\("selected", if: count == draws)>\(shown)</option>"
        }
        let label = Phrase(
            id: "simulasi acak untuk rentang 90 %", en: "draws for 90 % ranges")[language]
        return """
            <label>\(label) <select name="simulasi"><option value="">\(none)</option>\(options)\
            </select></label>
            """
    }
}
