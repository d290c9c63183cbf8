import Formats
import Policy
import Quantities
import Reading

/// What is tried, its levers, and beside them what they come to.
struct TryForm: Sendable {
    let folders: [ScenarioFolder]
    let folder: ScenarioFolder
    let entry: ScenarioFolder.Entry
    let open: OpenTrial
    let fields: FormFields
    let language: Language

    func html(panel: HTML) -> HTML {
        let levers = LeverList(trial: open.trial, language: language).html
        let place = open.placeName(in: language)
        let title = Phrase(
            id: "Coba: \(entry.name), \(place)", en: "Try: \(entry.name), \(place)")[language]
        let label = Phrase(id: "Tuas", en: "Levers")[language]
        let result = Phrase(id: "Hasil", en: "Results")[language]
        return """
            <h1>\(title)</h1>
            \(subject)
            <div class="tryout">
            <form id="tuas" class="leverlist" aria-label="\(label)">
            \(hidden)
            \(levers)
            </form>
            <section id="hasil" aria-label="\(result)" aria-live="polite">
            \(panel)
            </section>
            </div>
            """
    }

    /// What identifies the trial, sent with every change.
    private var hidden: HTML {
        let pairs = [
            ("folder", folder.path), ("s", entry.stem), ("daerah", open.place),
            ("sejak", "\(open.trial.start)"), ("lang", language.rawValue),
        ]
        return Page.hidden(FormFields(pairs))
    }

    /// Scenario, region and first year; another one is another page.
    private var subject: HTML {
        let scenarios = ScenarioFolder.options(folders, chosen: entry)
        let all = Phrase(id: "Semua daerah", en: "All regions")[language]
        let places =
            (open.regions.count > 1 ? [(OpenTrial.everywhere, all)] : [])
            + open.regions.map { ($0.code, open.regionTable.name(of: $0)) }
        let regions = places.map { code, name -> HTML in
            let isThis = code == open.place
            return "<option value=\"\(code)\"\("selected", if: isThis)>\(name)</option>"
        }
        let years = open.trial.parent.policy.years.map { year -> HTML in
            let isThis = year == open.trial.start.year
            return "<option value=\"\(year)-01\"\("selected", if: isThis)>\(year)</option>"
        }
        return """
            <form method="get" action="/coba" class="subject">
            \(lang)
            <label>\(Phrase(id: "Skenario", en: "Scenario")[language])
            <select name="pilihan">\(scenarios)</select></label>
            <label>\(Phrase(id: "Daerah", en: "Region")[language])
            <select name="daerah">\(regions)</select></label>
            <label>\(Phrase(id: "Berlaku sejak", en: "From")[language])
            <select name="sejak">\(years)</select></label>
            <button type="submit">\(Phrase(id: "Buka", en: "Open")[language])</button>
            </form>
            """
    }

    private var lang: HTML? {
        fields["lang"].map { code -> HTML in
            "<input type=\"hidden\" name=\"lang\" value=\"\(code)\">"
        }
    }
}
