import Quantities

extension Phrase {
    static func povertyAnswer(
        _ name: String, poor: Double, headcount: Double, gap: Double
    ) -> Phrase {
        Phrase { language in
            let share = language.numbers.percent(headcount, decimals: 2)
            guard poor.isFinite, gap.isFinite else {
                return language == .indonesian
                    ? "\(share) penduduk \(name) hidup di bawah garis kemiskinan; berapa orang dan"
                        + " berapa kesenjangan mereka tidak diketahui."
                    : "\(share) of people in \(name) live below the poverty line; how many persons"
                        + " and how much their gap comes to is not known."
            }
            let people = language.numbers.format(poor)
            let money = language.money(gap)
            return language == .indonesian
                ? "\(people) orang (\(share)) di \(name) hidup di bawah garis kemiskinan; \(money)"
                    + " setahun menutup seluruh kesenjangan mereka bila tepat sasaran."
                : "\(people) persons (\(share)) in \(name) live below the poverty line; \(money)"
                    + " a year would close their whole gap if it reached them exactly."
        }
    }

    static func povertyPathAnswer(
        _ years: (Int, Int), headcount: (Double, Double), poor: (Double, Double)
    ) -> Phrase {
        Phrase { language in
            let shares = [headcount.0, headcount.1].map {
                language.numbers.percent($0, decimals: 2)
            }
            let people = [poor.0, poor.1].map { language.numbers.format($0) }
            return language == .indonesian
                ? "Menurut skenario, P0 \(shares[0]) (\(people[0]) orang) pada \(years.0) menjadi"
                    + " \(shares[1]) (\(people[1]) orang) pada \(years.1)."
                : "By the scenario, P0 goes from \(shares[0]) (\(people[0]) persons) in \(years.0)"
                    + " to \(shares[1]) (\(people[1]) persons) in \(years.1)."
        }
    }
}
