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
        let named = trial.parent.policy.scenario.tried
        let first = named.flatMap { address in
            levers.filter {
                $0.address.key == address.key
                    && (address.member == nil || $0.member == address.member)
            }
        }
        let keys = Set(first.map(\.key))
        let rest = groups(levers.filter { !keys.contains($0.key) }).enumerated().map {
            place, group in self.group(place, group, isOpen: first.isEmpty)
        }
        return HTML.joined([chosen(first)] + rest)
    }

    /// Those that the scenario's author would have others turn first.
    private func chosen(_ first: [Trial.Lever]) -> HTML {
        guard !first.isEmpty else { return .nothing }
        let title = Phrase(id: "Coba ini dahulu", en: "Try these first")[language]
        let rows = first.enumerated().map { place, lever in
            row(lever, id: "d\(place)", isAlone: true)
        }
        return "<details class=\"levers\" open><summary>\(title)</summary>\(rows)</details>"
    }

    private func groups(_ levers: [Trial.Lever]) -> [[Trial.Lever]] {
        var groups: [[Trial.Lever]] = []
        for lever in levers {
            if groups.last?.first?.definition == lever.definition {
                groups[groups.count - 1].append(lever)
            } else {
                groups.append([lever])
            }
        }
        return groups
    }

    /// The first and the ceilings are open where the author names none: they are turned most.
    private func group(_ place: Int, _ group: [Trial.Lever], isOpen: Bool) -> HTML {
        let definition = group[0].definition
        let isOpen = isOpen && (place == 0 || definition == Parameters.ceiling.definition)
        let rows = group.enumerated().map { row, lever in
            self.row(lever, id: "t\(place)-\(row)", isAlone: false)
        }
        return """
            <details class="levers"\("open", if: isOpen)>
            <summary>\(definition.meaning[language]) <span class="unit">\(definition.path)</span>\
            </summary>\(rows)</details>
            """
    }

    /// - Parameter isAlone: whether no heading above says what it is of a segment or purse.
    private func row(_ lever: Trial.Lever, id: String, isAlone: Bool) -> HTML {
        let unit: HTML? = words.unit(lever).map { unit -> HTML in
            " <span class=\"unit\">\(unit)</span>"
        }
        let evidence = words.evidence(lever)
        let name =
            isAlone
            ? words.line(lever.definition, lever.member)
            : words.name(lever.definition, lever.member)
        return """
            <div class="lever">
            <label for="\(id)">\(name)\(unit)</label>
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
        guard !lever.isFactor else {
            (least, self.most, highest, step) = ("0", "100", "3", "0.05")
            return
        }
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
