import Analysis
import Exploration
import Policy
import Quantities

/// The sentences with which analyses begin: the answer to what was asked.
extension Messages {
    /// Which policy is best on average, and what it comes to.
    static func robustAnswer(
        _ futures: RobustFutures, _ outcome: Phrase, best: [String],
        figures: (mean: Phrase, worst: Phrase, regret: Phrase)
    ) -> Phrase {
        Phrase { language in
            let count = language.numbers.format(Int64(futures.futures.count))
            let (policies, names) = (futures.policies.count, together(quoted(best), language))
            let (mean, worst, regret) = (
                figures.mean[language], figures.worst[language], figures.regret[language]
            )
            return language == .indonesian
                ? "Dari \(policies) kebijakan di \(count) masa depan, \(names) terbaik menurut"
                    + " rata-rata \(outcome[language]): \(mean), \(worst) pada kasus terburuk,"
                    + " penyesalan terbesar \(regret)."
                : "Of \(policies) policies in \(count) futures, \(names)"
                    + " \(best.count == 1 ? "is" : "are") best by the mean of"
                    + " \(outcome[language]): \(mean), \(worst) in the worst case, largest regret"
                    + " \(regret)."
        }
    }

    /// Whether other ways of choosing agree, and what those choose that do not.
    static func otherWays(_ others: [(way: Phrase, policies: [String])]) -> Phrase {
        guard !others.isEmpty else {
            return Phrase(id: "Semua cara memilih sepakat.", en: "All ways of choosing agree.")
        }
        return Phrase { language in
            let list = others.map { other in
                "\(other.way[language]) \(together(quoted(other.policies), language))"
            }.joined(separator: "; ")
            return language == .indonesian
                ? "Tidak semua cara memilih sepakat: \(list)."
                : "Not all ways of choosing agree: \(list)."
        }
    }

    /// Names as a reader types them.
    private static func quoted(_ names: [String]) -> [String] { names.map { "'\($0)'" } }

    /// Which of some inputs decides each outcome.
    ///
    /// - Parameter findings: an outcome with its most influential input and how much it does; nil
    ///   where no input changes it.
    static func senseAnswer(
        _ inputs: Int, _ findings: [(outcome: Phrase, most: (input: Phrase, does: Phrase)?)]
    ) -> [Phrase] {
        findings.enumerated().map { place, finding in
            Phrase { language in
                let isIndonesian = language == .indonesian
                let outcome = finding.outcome[language]
                let count = language.numbers.format(Int64(inputs))
                guard let most = finding.most else {
                    return isIndonesian
                        ? "\(sentence(finding.outcome)[language]) tidak diubah oleh satu pun dari"
                            + " \(count) masukan."
                        : "None of \(count) inputs changes \(outcome)."
                }
                let (input, does) = (most.input[language], most.does[language])
                if isIndonesian {
                    let head =
                        place > 0
                        ? sentence(finding.outcome)[language]
                        : "Dari \(count) masukan yang digeser, \(outcome)"
                    return "\(head) paling ditentukan oleh \(input): \(does)."
                }
                return place > 0
                    ? "For \(outcome) it is \(input): \(does)."
                    : "Of \(count) inputs, \(input) matters most for \(outcome): \(does)."
            }
        }
    }

    /// What part of the variance an input explains, alone or with others.
    static func explains(_ share: String, isTotal: Bool) -> Phrase {
        isTotal
            ? Phrase(
                id: "\(share) ragamnya, bersama masukan lain",
                en: "\(share) of its variance, together with others")
            : Phrase(id: "\(share) ragamnya", en: "\(share) of its variance")
    }

    /// How far an outcome moves on average over an input's whole range.
    static func movesBy(_ value: Phrase) -> Phrase {
        Phrase(
            id: "rata-rata \(value.indonesian) di seluruh rentangnya",
            en: "\(value.english) on average over its whole range")
    }

    /// How many points of a sweep are cases.
    static func casesAnswer(_ case: Phrase, cases: Int, of count: Int) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (found, all) = (numbers.format(Int64(cases)), numbers.format(Int64(count)))
            let share = numbers.percent(Double(cases) / Double(max(1, count)), decimals: 0)
            return language == .indonesian
                ? "Pada \(found) dari \(all) titik (\(share)) \(`case`[language])."
                : "\(found) of \(all) points (\(share)) have \(`case`[language])."
        }
    }

    /// The first box as a sentence.
    static func boxAnswer(_ limits: Phrase, _ step: PrimStep) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let density = numbers.percent(step.density, decimals: 0)
            let coverage = numbers.percent(step.coverage, decimals: 0)
            return language == .indonesian
                ? "Itu terjadi pada \(density) titik bila \(limits[language]); di sanalah"
                    + " \(coverage) dari semua kasus."
                : "It happens at \(density) of the points where \(limits[language]); \(coverage)"
                    + " of all cases lie there."
        }
    }

    /// Where a target is met, with the outcome there, what was wanted, and what is without the
    /// dial.
    static func targetAnswer(
        _ aim: TargetAim, at place: Phrase, _ value: Phrase, without: Phrase, isNearest: Bool,
        isAtStart: Bool
    ) -> Phrase {
        let wanted = aim.words
        let name = OutcomeLabel(aim.outcome).phrase
        return Phrase { language in
            let (place, value) = (place[language], "\(name[language]) \(value[language])")
            let rest =
                language == .indonesian
                ? "tanpa tuas \(without[language])" : "without the dial \(without[language])"
            let bound = wanted[language].dropFirst(name[language].count + 1)
            switch language {
            case .indonesian:
                if isNearest {
                    return "Bilangan utuh yang paling dekat dengan sasaran (\(bound)): \(place),"
                        + " dengan \(value); \(rest)."
                }
                let how =
                    aim.bound == .equals
                    ? "pada" : isAtStart ? "sudah di awal rentang tuas, pada" : "mulai"
                return "Sasaran (\(bound)) terpenuhi \(how) \(place): \(value); \(rest)."
            case .english:
                if isNearest {
                    return "The whole number nearest to the target (\(bound)): \(place), with"
                        + " \(value); \(rest)."
                }
                let how =
                    aim.bound == .equals
                    ? "at" : isAtStart ? "at the start of the dial already," : "from"
                return "The target (\(bound)) is met \(how) \(place)"
                    + (aim.bound == .equals || isAtStart ? "" : " on") + ": \(value); \(rest)."
            }
        }
    }

    /// A target that no place of the dial meets, with the nearest.
    static func targetMissed(
        _ aim: TargetAim, best value: Phrase, at place: Phrase, without: Phrase
    ) -> Phrase {
        let wanted = aim.words
        return Phrase(
            id: "Sasaran \(wanted.indonesian) tidak terjangkau di seluruh rentang tuas; terbaik"
                + " \(value.indonesian), pada \(place.indonesian); tanpa tuas"
                + " \(without.indonesian).",
            en: "The target of \(wanted.english) is not reachable anywhere on the dial; the best"
                + " is \(value.english), at \(place.english); without the dial"
                + " \(without.english).")
    }

    /// What an allocation comes to, against the scenario itself.
    static func allocationAnswer(
        _ objective: AllocationProblem.Objective, _ value: Phrase, paid: Double, scenario: Double
    ) -> Phrase {
        let what = Self.objective(objective)
        return Phrase { language in
            let numbers = language.numbers
            let (here, there) = (numbers.format(paid), numbers.format(scenario))
            let value = value[language]
            return language == .indonesian
                ? "Pembagian terbaik mencapai \(value) (\(what[language])); yang terbayar"
                    + " \(here) orang-bulan, dalam skenario sendiri \(there)."
                : "The best allocation comes to \(value) (\(what[language])); it pays for \(here)"
                    + " person-months, the scenario itself for \(there)."
        }
    }
}
