import Analysis
import Formats
import Policy
import Quantities
import Reporting

/// The levers of a scenario as fields, a group for each kind.
struct LeverList: Sendable {
    let trial: Trial
    let language: Language

    private var words: TrialWords { TrialWords(trial, in: language) }

    /// Those that a field or a slider can turn; lists of purses are for a file.
    private var levers: [Trial.Lever] {
        trial.levers.filter { if case .words = $0.value { false } else { true } }
            .filter { if case .purse = $0.definition.domain { false } else { true } }
    }

    var html: HTML {
        var groups: [[Trial.Lever]] = []
        for lever in levers {
            if groups.last?.first?.definition == lever.definition {
                groups[groups.count - 1].append(lever)
            } else {
                groups.append([lever])
            }
        }
        return HTML.joined(groups.enumerated().map { place, group in self.group(place, group) })
    }

    /// The first and the ceilings are open: they are turned most.
    private func group(_ place: Int, _ group: [Trial.Lever]) -> HTML {
        let definition = group[0].definition
        let isOpen = place == 0 || definition == Parameters.ceiling.definition
        let rows = group.enumerated().map { row, lever in
            self.row(lever, id: "t\(place)-\(row)")
        }
        return """
            <details class="levers"\("open", if: isOpen)>
            <summary>\(definition.meaning[language]) <span class="unit">\(definition.path)</span>\
            </summary>\(rows)</details>
            """
    }

    private func row(_ lever: Trial.Lever, id: String) -> HTML {
        let unit: HTML? = words.unit(lever.value, of: lever.definition).map { unit -> HTML in
            " <span class=\"unit\">\(unit)</span>"
        }
        let evidence = words.evidence(lever.provenance)
        return """
            <div class="lever">
            <label for="\(id)">\(words.name(lever.definition, lever.member))\(unit)</label>
            \(field(lever, id))
            <p class="evidence" id="\(id)-e">\(evidence)</p>
            </div>
            """
    }

    private func field(_ lever: Trial.Lever, _ id: String) -> HTML {
        let name = OpenTrial.field(lever.key)
        switch lever.value {
        case .flag(let flag):
            let texts = [
                ("true", SettingText(language: language).flag(true)),
                ("false", SettingText(language: language).flag(false)),
            ]
            return choice(name, id, texts, chosen: flag ? "true" : "false")
        case .word(let word):
            guard case .word(let all) = lever.definition.domain else { return .nothing }
            return choice(name, id, all.map { ($0, words.word($0)) }, chosen: word)
        case .number(let number), .heads(let number), .share(let number), .perMonth(let number),
            .perYear(let number):
            let slider = Slider(lever, number)
            let plain = SettingText(language: nil).number(number)
            return """
                <input type="range" tabindex="-1" aria-hidden="true" min="0" \
                max="\(slider.highest)" step="\(slider.step)" value="\(plain)">
                <input type="number" id="\(id)" name="\(name)" min="\(slider.least)" \
                max="\(slider.most)" step="any" value="\(plain)" data-initial="\(plain)" \
                aria-describedby="\(id)-e">
                <output class="said" for="\(id)"></output>
                """
        case .words: return .nothing
        }
    }

    private func choice(
        _ name: String, _ id: String, _ values: [(value: String, text: String)], chosen: String
    ) -> HTML {
        let options = values.map { value, text -> HTML in
            "<option value=\"\(value)\"\("selected", if: value == chosen)>\(text)</option>"
        }
        return """
            <select id="\(id)" name="\(name)" data-initial="\(chosen)" \
            aria-describedby="\(id)-e">\(options)</select>
            """
    }
}

/// How far a slider reaches: as far as its lever is likely to go, not as far as it may.
private struct Slider {
    let least: String
    let most: String
    let highest: String
    let step: String

    init(_ lever: Trial.Lever, _ number: Double) {
        guard case .number(_, let accepted) = lever.definition.domain else {
            (least, most, highest, step) = ("0", "1", "1", "any")
            return
        }
        let isShare: Bool
        if case .share = lever.value {
            isShare = true
        } else {
            isShare = lever.definition.standardUnit == .share
        }
        let most = isShare ? 1 : accepted.upperBound
        let likely = max(lever.provenance.range?.upperBound ?? 0, 2 * number)
        let usual = lever.definition.standardUnit == .person ? 1000.0 : 1e9
        let highest = most <= 1000 ? most : Self.round(likely > 0 ? likely : usual)
        let text = SettingText(language: nil)
        least = text.number(accepted.lowerBound)
        self.most = text.number(most)
        self.highest = text.number(highest)
        step = text.number(
            isShare
                ? 0.01 : most <= 1000 ? (most <= 12 ? 1 : 0.1) : max(1, Self.round(highest / 500)))
    }

    /// The next of 1, 2, 5, 10, 20, ...
    private static func round(_ number: Double) -> Double {
        var power = 1.0
        while power * 10 <= number { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= number } ?? number
    }
}
