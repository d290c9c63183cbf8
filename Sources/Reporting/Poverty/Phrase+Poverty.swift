import Quantities

extension Phrase {
    static func povertyAnswer(
        _ name: String, poor: Double, headcount: Double, gap: Double
    ) -> Phrase {
        guard poor.isFinite, gap.isFinite else {
            return Phrase(
                "\(percent: headcount, decimals: 2) penduduk \(name) hidup di bawah garis"
                    + " kemiskinan; berapa orang dan berapa kesenjangan mereka tidak diketahui.",
                en: "\(percent: headcount, decimals: 2) of people in \(name) live below the poverty"
                    + " line; how many persons and how much their gap comes to is not known.")
        }
        return Phrase(
            "\(poor) orang (\(percent: headcount, decimals: 2)) di \(name) hidup di bawah garis"
                + " kemiskinan; \(money: gap) setahun menutup seluruh kesenjangan mereka bila tepat"
                + " sasaran.",
            en: "\(poor) persons (\(percent: headcount, decimals: 2)) in \(name) live below the"
                + " poverty line; \(money: gap) a year would close their whole gap if it reached"
                + " them exactly.")
    }

    static func povertyPathAnswer(
        _ years: (Int, Int), headcount: (Double, Double), poor: (Double, Double)
    ) -> Phrase {
        Phrase(
            "Menurut skenario, P0 \(percent: headcount.0, decimals: 2) (\(poor.0) orang) pada"
                + " \(digits: years.0) menjadi \(percent: headcount.1, decimals: 2) (\(poor.1)"
                + " orang) pada \(digits: years.1).",
            en: "By the scenario, P0 goes from \(percent: headcount.0, decimals: 2) (\(poor.0)"
                + " persons) in \(digits: years.0) to \(percent: headcount.1, decimals: 2)"
                + " (\(poor.1) persons) in \(digits: years.1)."
        )
    }
}
