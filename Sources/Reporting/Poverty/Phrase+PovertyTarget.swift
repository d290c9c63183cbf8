import Analysis
import Policy
import Quantities
import Welfare

extension Phrase {
    static func targetTitle(
        _ scenario: Scenario, _ index: PovertyIndex, _ target: Double, _ year: Int
    ) -> Phrase {
        Phrase { language in
            let name = index.rawValue.uppercased()
            let share = language.numbers.percent(target, decimals: 2)
            return language == .indonesian
                ? "\(scenario.title[language]): apa yang diperlukan agar \(name) \(share) "
                    + "pada \(year)"
                : "\(scenario.title[language]): what it takes for \(name) of \(share) by \(year)"
        }
    }

    static let targetExplained = Phrase(
        id: """
            setiap tuas sendirian, sama untuk semua kabupaten/kota; dana transfer mengangkat \
            yang dijangkaunya tepat ke garis, tanpa memilih yang paling dekat
            """,
        en: """
            each lever alone, the same in all kabupaten/kota; payments lift whom they reach to the \
            line, without choosing those who are nearest
            """)

    static let leversAlone = Phrase(id: "Salah satu dari", en: "One of")

    static func lever(_ lever: PovertyQuestion.Lever) -> Phrase {
        switch lever {
        case .growth:
            Phrase(id: "pertumbuhan riil per kapita", en: "real growth per head")
        case .gini: Phrase(id: "perubahan rasio Gini", en: "change of the Gini")
        case .budget: Phrase(id: "dana transfer", en: "payments")
        }
    }

    static func answer(
        _ answer: PovertyTarget.Answer, _ lever: PovertyQuestion.Lever, _ index: PovertyIndex
    ) -> Phrase {
        switch answer {
        case .needs(let value): return amount(value, lever)
        case .alreadyMet:
            return Phrase(id: "tidak perlu: sasaran sudah terpenuhi", en: "none: the target is met")
        case .notReachable(let end, let best):
            return Phrase { language in
                let name = index.rawValue.uppercased()
                let share = language.numbers.percent(best, decimals: 2)
                let amount = amount(end, lever)[language]
                return language == .indonesian
                    ? "tidak terjangkau: paling jauh \(name) \(share), dengan \(amount)"
                    : "not reachable: at best \(name) of \(share), with \(amount)"
            }
        }
    }

    static func amount(_ value: Double, _ lever: PovertyQuestion.Lever) -> Phrase {
        guard lever != .budget else { return yearlyMoney(value) }
        return Phrase {
            let rate = (value > 0 ? "+" : "") + $0.numbers.percent(value, decimals: 2)
            return $0 == .indonesian ? "\(rate) per tahun" : "\(rate) a year"
        }
    }

    static func drawnAnswer(_ interval: String, _ reached: Double) -> Phrase {
        Phrase { language in
            let share = language.numbers.percent(reached, decimals: 0)
            return language == .indonesian
                ? "simulasi acak: \(interval), terjangkau dalam \(share) simulasi acak"
                : "draws: \(interval), reachable in \(share) of them"
        }
    }

    static let budgetPublished = Phrase(
        id: "dana transfer, P1 terbitan", en: "payments, published P1")

    static func budgetByPublished(_ budget: Double, _ ratio: Double) -> Phrase {
        Phrase { language in
            let money = yearlyMoney(budget)[language]
            let text = language.numbers.format(ratio, decimals: 2)
            return language == .indonesian
                ? "\(money), karena kesenjangan menurut P1 terbitan \(text) kali yang menurut "
                    + "lognormal"
                : "\(money), because the gap by the published P1 is \(text) times that of the "
                    + "lognormal"
        }
    }
}
