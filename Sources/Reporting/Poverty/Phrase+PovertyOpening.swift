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
        let name = index.name
        let wanted = Phrase(same: "\(percent: target, decimals: 2)")
        let comes = Phrase(same: "\(percent: expected, decimals: 2)")
        if expected <= target {
            return Phrase(
                "Sasaran \(name) \(wanted) pada \(digits: year) sudah terpenuhi menurut skenario:"
                    + " \(comes).",
                en: "The target of \(name) \(wanted) in \(digits: year) is met by the scenario"
                    + " already: \(comes).")
        }
        let needs = answers.map {
            Phrase(same: "\(lever($0.lever)) \(need($0.answer, $0.lever))")
        }
        let (most, last) = (needs.dropLast(), needs.suffix(1))
        return Phrase(
            "Agar \(name) \(wanted) pada \(digits: year), bukan \(comes), diperlukan salah satu"
                + " dari: \(joined: most, by: ", ") atau \(joined: last, by: "").",
            en: "For \(name) of \(wanted) in \(digits: year), in place of \(comes), one of these is"
                + " needed: \(joined: most, by: ", ") or \(joined: last, by: "").")
    }

    static func need(
        _ answer: PovertyTarget.Answer, _ lever: PovertyQuestion.Lever
    ) -> Phrase {
        switch answer {
        case .alreadyMet: Phrase(id: "(tidak perlu)", en: "(none needed)")
        case .notReachable: Phrase(id: "(tidak cukup)", en: "(not enough)")
        case .needs(let value) where lever == .budget:
            Phrase("\(money: value) per tahun", en: "\(money: value) a year")
        case .needs(let value):
            Phrase(
                "\("+", if: value > 0)\(percent: value, decimals: 2) per tahun",
                en: "\("+", if: value > 0)\(percent: value, decimals: 2) a year")
        }
    }

    static func povertyChangeAnswer(
        _ name: String, _ years: (Int, Int), headcount: (Double, Double),
        growth: Double, redistribution: Double
    ) -> Phrase {
        let parts = [headcount.1 - headcount.0, growth, redistribution].map {
            Phrase(same: "\("+", if: $0 > 0)\($0 * 100, decimals: 2)")
        }
        let first = Phrase(same: "\(percent: headcount.0, decimals: 2)")
        let second = Phrase(same: "\(percent: headcount.1, decimals: 2)")
        return Phrase(
            "P0 \(name) \(first) pada \(digits: years.0) menjadi \(second) pada \(digits: years.1)"
                + " (\(parts[0]) poin persen): \(parts[1]) oleh pertumbuhan, \(parts[2]) oleh"
                + " pemerataan.",
            en: "P0 of \(name) goes from \(first) in \(digits: years.0) to \(second) in"
                + " \(digits: years.1) (\(parts[0]) percentage points): \(parts[1]) by growth,"
                + " \(parts[2]) by redistribution.")
    }

    /// How many are poor of those that a file stands for.
    ///
    /// - Parameter persons: nil where a file has shares alone.
    static func povertyFileAnswer(
        _ indices: PovertyIndices, persons: Double?, line: Double
    ) -> Phrase {
        let (p0, p1, p2) = (
            Phrase(same: "\(percent: indices.headcount, decimals: 2)"),
            Phrase(same: "\(percent: indices.gap, decimals: 2)"),
            Phrase(same: "\(percent: indices.severity, decimals: 2)")
        )
        let watts: Phrase.Text = ", Watts \(indices.watts, decimals: 3)"
        let whole =
            persons.map { Phrase("dari \($0) orang", en: "\($0) persons") }
            ?? Phrase(id: "penduduk", en: "people")
        return Phrase(
            "\(p0) \(whole) hidup di bawah garis \(plain: line) per orang (P0); P1 \(p1), P2"
                + " \(p2)\(watts, if: !indices.watts.isNaN).",
            en: "\(p0) of \(whole) live below the line of \(plain: line) per head (P0); P1 \(p1),"
                + " P2 \(p2)\(watts, if: !indices.watts.isNaN).")
    }
}
