import Formats
import Quantities
import Reading

/// The form of one kind of question, with links to the other kinds and folders.
struct AskForm: Sendable {
    let kind: AskKind
    let folders: [ScenarioFolder]
    let folder: ScenarioFolder
    let fields: [AskField]
    /// What was sent, or a link filled in.
    let sent: FormFields
    let token: String
    let language: Language

    var html: HTML {
        """
        <h1>\(Phrase(id: "Tanya", en: "Ask")[language])</h1>
        \(tabs)
        <div class="asking">
        <nav class="kinds" aria-label="\(Phrase(id: "Pertanyaan", en: "Questions")[language])">
        <ul>\(kinds)</ul></nav>
        <form method="post" action="/tanya/mulai" class="question">
        <h2>\(kind.question[language])</h2>
        \(hidden)
        \(isEmpty ? nothing : inputs)
        </form>
        </div>
        """
    }

    private func address(_ folder: ScenarioFolder, _ kind: AskKind) -> String {
        Page.address(
            "/tanya",
            FormFields([("folder", folder.path), ("soal", kind.rawValue)]).with(
                "lang", sent["lang"]))
    }

    private var tabs: HTML {
        let links = folders.map { other -> HTML in
            let mark: HTML = other.path == folder.path ? " aria-current=\"true\"" : .nothing
            return """
                <li><a href="\(address(other, kind))"\(mark)>\(other.shownName)</a></li>
                """
        }
        let label = Phrase(id: "Folder skenario", en: "Folders of scenarios")[language]
        return "<nav class=\"folders\" aria-label=\"\(label)\"><ul>\(links)</ul></nav>"
    }

    private var kinds: [HTML] {
        AskKind.allCases.map { other in
            let mark: HTML = other == kind ? " aria-current=\"true\"" : .nothing
            return """
                <li><a href="\(address(folder, other))"\(mark)>\(other.name[language])\
                <span class="unit">\(other.question[language])</span></a></li>
                """
        }
    }

    private var hidden: HTML {
        let pairs = [
            ("token", token), ("folder", folder.path), ("soal", kind.rawValue),
            ("lang", language.rawValue),
        ]
        return Page.hidden(FormFields(pairs))
    }

    /// Whether the folder holds nothing that could be asked about.
    private var isEmpty: Bool {
        guard case .choice(let choices)? = fields.first?.control else { return false }
        return choices.isEmpty
    }

    private var nothing: HTML {
        let text = Phrase(
            id: "Folder ini belum punya berkas untuk pertanyaan ini. Pilih folder lain, atau"
                + " pertanyaan lain.",
            en: "This folder has no file for this question yet. Choose another folder, or another"
                + " question.")
        return "<p class=\"missing\">\(text[language])</p>"
    }

    private var inputs: HTML {
        let rare = fields.filter(\.isRare).map(row)
        let more = Phrase(id: "Pengaturan lain", en: "Other settings")[language]
        let details: HTML? =
            rare.isEmpty
            ? nil
            : """
            <details class="levers"\("open", if: isRareSent)><summary>\(more)</summary>\(rare)\
            </details>
            """
        return """
            \(fields.filter { !$0.isRare }.map(row))\(details)
            <p class="actions"><button type="submit">\
            \(Phrase(id: "Tanyakan", en: "Ask")[language])</button></p>
            """
    }

    private var isRareSent: Bool {
        fields.contains { $0.isRare && sent[$0.name.rawValue]?.isEmpty == false }
    }

    private func row(_ field: AskField) -> HTML {
        let name = field.name.rawValue
        let note: HTML? = field.note.map { note in
            "<p class=\"unit\" id=\"\(name)-catatan\">\(note[language])</p>"
        }
        let described: HTML? =
            field.note == nil ? nil : " aria-describedby=\"\(name)-catatan\""
        return """
            <div class="field"><label for="f-\(name)">\(field.name.label[language])</label>
            \(control(field, described))\(note)</div>
            """
    }

    private func control(_ field: AskField, _ described: HTML?) -> HTML {
        let name = field.name.rawValue
        let value = sent[name]
        let attributes: HTML = """
            id="f-\(name)" name="\(name)"\(described)\("required", if: field.isRequired)
            """
        switch field.control {
        case .choice(let choices):
            return "<select \(attributes)>\(options(choices, value))</select>"
        case .whole(let range, let standard):
            return """
                <input type="number" \(attributes) min="\(range.lowerBound)" \
                max="\(range.upperBound)" step="1" value="\(value ?? standard)">
                """
        case .text(let example, let suggestions):
            let list = suggestions.map { choice -> HTML in
                "<option value=\"\(choice.value)\">\(choice.label[language])</option>"
            }
            let known: HTML? =
                suggestions.isEmpty ? nil : "<datalist id=\"d-\(name)\">\(list)</datalist>"
            let link: HTML? = suggestions.isEmpty ? nil : " list=\"d-\(name)\""
            return """
                <input type="text" \(attributes)\(link) maxlength="200" \
                placeholder="\(example)" value="\(value ?? "")">\(known)
                """
        case .optionAndText(let choices, let example):
            let meaning = Phrase(id: "jenis", en: "kind")[language]
            return """
                <span class="pair"><select name="\(field.name.choice)" \
                aria-label="\(field.name.label[language]): \(meaning)">\
                \(options(choices, sent[field.name.choice]))</select>
                <input type="text" \(attributes) maxlength="200" placeholder="\(example)" \
                value="\(value ?? "")"></span>
                """
        }
    }

    /// Choices under their headings, in the order in which headings come first.
    private func options(_ choices: [AskField.Choice], _ chosen: String?) -> HTML {
        var groups: [(name: Phrase?, choices: [AskField.Choice])] = []
        for choice in choices {
            if groups.last?.name == choice.group, !groups.isEmpty {
                groups[groups.count - 1].choices.append(choice)
            } else {
                groups.append((choice.group, [choice]))
            }
        }
        return HTML.joined(
            groups.map { group -> HTML in
                let options = group.choices.map { choice -> HTML in
                    """
                    <option value="\(choice.value)"\("selected", if: choice.value == chosen)>\
                    \(choice.label[language])</option>
                    """
                }
                guard let name = group.name, groups.count > 1 else { return "\(options)" }
                return "<optgroup label=\"\(name[language])\">\(options)</optgroup>"
            })
    }
}
