import Quantities

extension Phrase {
    static func sweepAnswer(_ outcomes: [(name: Phrase, low: Phrase, high: Phrase)]) -> Phrase {
        let each = outcomes.map { item in
            sentence(
                Phrase(
                    "\(item.name) antara \(item.low) dan \(item.high)",
                    en: "\(item.name): \(item.low) to \(item.high)"))
        }
        return Phrase(same: "\(joined: each, by: "; ").")
    }

    static func sweepSize(
        _ design: String, points: Int, policies: Int, failed: Int
    ) -> Phrase {
        Phrase(
            "rancangan \(design): \(points) titik x \(digits: policies) kebijakan ="
                + " \(points * policies) perhitungan, \(failed) gagal",
            en: "design \(design): \(points) points x \(digits: policies) policies ="
                + " \(points * policies) evaluations, \(failed) failed"
        )
    }

    static let whatVaries = Phrase(id: "Yang divariasikan", en: "What varies")

    static let outcomeRanges = Phrase(id: "Rentang hasil", en: "Range of outcomes")

    static let failedPoints = Phrase(id: "Yang gagal", en: "What failed")

    static let changesNothing = Phrase(
        id: "tidak mengubah hasil bila digeser sendiri", en: "changes no result alone")

    static let changesOutcomes = Phrase(id: "mengubah hasil", en: "changes results")

    static func sweepProgress(_ done: Int, of total: Int, rate: Double, left: Double) -> Phrase {
        let time = left.isNaN ? "–" : duration(left)
        return Phrase(
            "menghitung \(done) / \(total), \(rate, decimals: rate < 10 ? 1 : 0)/detik, sisa"
                + " \(time)",
            en: "computing \(done) / \(total), \(rate, decimals: rate < 10 ? 1 : 0)/s, \(time) left"
        )
    }

    static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 359_999).rounded(.up))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (whole / 3600, whole / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
    }
}
