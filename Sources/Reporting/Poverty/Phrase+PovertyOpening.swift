import Analysis
import Quantities
import Welfare

extension Phrase {
    /// What each lever alone must do for a target, or that nothing is needed.
    ///
    /// - Parameter expected: the index in the year with the scenario as it is.
    static func povertyTargetAnswer(
        _ index: PovertyIndex, _ target: Double, _ year: Int, expected: Double,
        _ answers: [(lever: PovertyQuestion.Lever, answer: PovertyTarget.Answer)]
    ) -> Phrase {
        Phrase { language in
            let name = index.rawValue.uppercased()
            let (wanted, comes) = (
                language.numbers.percent(target, decimals: 2),
                language.numbers.percent(expected, decimals: 2)
            )
            let isIndonesian = language == .indonesian
            if expected <= target {
                return isIndonesian
                    ? "Sasaran \(name) \(wanted) pada \(year) sudah terpenuhi menurut skenario:"
                        + " \(comes)."
                    : "The target of \(name) \(wanted) in \(year) is met by the scenario already:"
                        + " \(comes)."
            }
            let needs = answers.map { item in
                "\(lever(item.lever)[language]) \(need(item.answer, item.lever)[language])"
            }
            let list =
                needs.dropLast().joined(separator: ", ") + (isIndonesian ? " atau " : " or ")
                + (needs.last ?? "")
            return isIndonesian
                ? "Agar \(name) \(wanted) pada \(year), bukan \(comes), diperlukan salah satu dari:"
                    + " \(list)."
                : "For \(name) of \(wanted) in \(year), in place of \(comes), one of these is"
                    + " needed: \(list)."
        }
    }

    static func need(
        _ answer: PovertyTarget.Answer, _ lever: PovertyQuestion.Lever
    ) -> Phrase {
        switch answer {
        case .alreadyMet: Phrase(id: "(tidak perlu)", en: "(none needed)")
        case .notReachable: Phrase(id: "(tidak cukup)", en: "(not enough)")
        case .needs(let value):
            Phrase { language in
                let year = language == .indonesian ? "per tahun" : "a year"
                guard lever != .budget else { return "\(language.money(value)) \(year)" }
                let rate = language.numbers.percent(value, decimals: 2)
                return "\(value > 0 ? "+" : "")\(rate) \(year)"
            }
        }
    }

    static func povertyChangeAnswer(
        _ name: String, _ years: (Int, Int), headcount: (Double, Double),
        growth: Double, redistribution: Double
    ) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let shares = [headcount.0, headcount.1].map { numbers.percent($0, decimals: 2) }
            let parts = [headcount.1 - headcount.0, growth, redistribution].map {
                ($0 > 0 ? "+" : "") + numbers.format($0 * 100, decimals: 2)
            }
            return language == .indonesian
                ? "P0 \(name) \(shares[0]) pada \(years.0) menjadi \(shares[1]) pada \(years.1)"
                    + " (\(parts[0]) poin persen): \(parts[1]) oleh pertumbuhan, \(parts[2]) oleh"
                    + " pemerataan."
                : "P0 of \(name) goes from \(shares[0]) in \(years.0) to \(shares[1]) in \(years.1)"
                    + " (\(parts[0]) percentage points): \(parts[1]) by growth, \(parts[2]) by"
                    + " redistribution."
        }
    }

    /// How many are poor of those that a file stands for.
    ///
    /// - Parameter persons: nil where a file has shares alone.
    static func povertyFileAnswer(
        headcount: Double, gap: Double, severity: Double, persons: Double?, line: Double
    ) -> Phrase {
        Phrase { language in
            let shares = [headcount, gap, severity].map {
                language.numbers.percent($0, decimals: 2)
            }
            let line = language.plain(line)
            let whole = persons.map { language.numbers.format($0) }
            return language == .indonesian
                ? "\(shares[0]) \(whole.map { "dari \($0) orang" } ?? "penduduk") hidup di bawah"
                    + " garis \(line) per orang (P0); P1 \(shares[1]), P2 \(shares[2])."
                : "\(shares[0]) of \(whole.map { "\($0) persons" } ?? "people") live below the line"
                    + " of \(line) per head (P0); P1 \(shares[1]), P2 \(shares[2])."
        }
    }
}
