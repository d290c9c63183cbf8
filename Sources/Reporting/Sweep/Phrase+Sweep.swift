import Quantities

extension Phrase {
    static func sweepAnswer(_ outcomes: [(name: Phrase, low: Phrase, high: Phrase)]) -> Phrase {
        Phrase { language in
            outcomes.map { item in
                let name = item.name[language]
                let text =
                    language == .indonesian
                    ? "\(name) antara \(item.low[language]) dan \(item.high[language])"
                    : "\(name): \(item.low[language]) to \(item.high[language])"
                return text.prefix(1).uppercased() + text.dropFirst()
            }.joined(separator: "; ") + "."
        }
    }

    static func sweepSize(
        _ design: String, points: Int, policies: Int, failed: Int
    ) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let count = numbers.format(Int64(points * policies))
            let (points, failed) = (numbers.format(Int64(points)), numbers.format(Int64(failed)))
            return language == .indonesian
                ? "rancangan \(design): \(points) titik x \(policies) kebijakan = \(count)"
                    + " perhitungan, \(failed) gagal"
                : "design \(design): \(points) points x \(policies) policies = \(count)"
                    + " evaluations, \(failed) failed"
        }
    }

    static let whatVaries = Phrase(id: "Yang divariasikan", en: "What varies")

    static let outcomeRanges = Phrase(id: "Rentang hasil", en: "Range of outcomes")

    static let failedPoints = Phrase(id: "Yang gagal", en: "What failed")

    static let changesNothing = Phrase(
        id: "tidak mengubah hasil bila digeser sendiri", en: "changes no result alone")

    static let changesOutcomes = Phrase(id: "mengubah hasil", en: "changes results")

    static func sweepProgress(_ done: Int, of total: Int, rate: Double, left: Double) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let share = "\(numbers.format(Int64(done))) / \(numbers.format(Int64(total)))"
            let speed = numbers.format(rate, decimals: rate < 10 ? 1 : 0)
            let time = left.isNaN ? "–" : duration(left)
            return language == .indonesian
                ? "menghitung \(share), \(speed)/detik, sisa \(time)"
                : "computing \(share), \(speed)/s, \(time) left"
        }
    }

    static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 359_999).rounded(.up))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (whole / 3600, whole / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
    }
}
