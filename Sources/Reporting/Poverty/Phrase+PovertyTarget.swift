import Analysis
import Policy
import Quantities
import Welfare

extension Phrase {
    static func targetTitle(
        _ scenario: Scenario, _ index: PovertyIndex, _ target: Double, _ year: Int
    ) -> Phrase {
        let name = index.name
        return Phrase(
            "\(scenario.title): apa yang diperlukan agar \(name) \(percent: target, decimals: 2)"
                + " pada \(digits: year)",
            en: "\(scenario.title): what it takes for \(name) of \(percent: target, decimals: 2) by"
                + " \(digits: year)"
        )
    }

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
            let name = index.name
            return Phrase(
                "tidak terjangkau: paling jauh \(name) \(percent: best, decimals: 2), dengan"
                    + " \(amount(end, lever))",
                en: "not reachable: at best \(name) of \(percent: best, decimals: 2), with"
                    + " \(amount(end, lever))"
            )
        }
    }

    static func amount(_ value: Double, _ lever: PovertyQuestion.Lever) -> Phrase {
        guard lever != .budget else { return yearlyMoney(value) }
        return Phrase(
            "\("+", if: value > 0)\(percent: value, decimals: 2) per tahun",
            en: "\("+", if: value > 0)\(percent: value, decimals: 2) a year")
    }

    static func budgetByPublished(_ budget: Double, _ ratio: Double) -> Phrase {
        Phrase(
            "\(yearlyMoney(budget)), karena kesenjangan menurut P1 terbitan \(ratio, decimals: 2)"
                + " kali yang menurut lognormal",
            en: "\(yearlyMoney(budget)), because the gap by the published P1 is"
                + " \(ratio, decimals: 2) times that of the lognormal"
        )
    }
}
