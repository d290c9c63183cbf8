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

    static let changesNothing = Phrase(
        id: "tidak mengubah hasil bila digeser sendiri", en: "changes no result alone")

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
