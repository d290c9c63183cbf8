import Quantities

extension Phrase {
    static func inRegion(_ text: String) -> Phrase {
        let isCount = Int(text) != nil
        return Phrase(
            id: isCount ? " di \(text) daerah" : " di \(text)",
            en: isCount ? " in \(text) regions" : " in \(text)")
    }

    /// A parameter's value in a month.
    ///
    /// - Parameter since: of a single cell.
    static func valueAnswer(
        _ month: Month, _ key: String, _ place: Phrase, _ value: String, cells: Int, since: Month?
    ) -> Phrase {
        Phrase(
            id: "Pada \(month) '\(key)'\(place.indonesian) bernilai \(value)"
                + (since.map { ", sejak \($0)." } ?? ", dalam \(cells) sel."),
            en: "In \(month) '\(key)'\(place.english) is \(value)"
                + (since.map { ", since \($0)." } ?? ", in \(cells) cells."))
    }

    static func quotaAnswer(
        _ month: Month, _ segment: Phrase?, _ place: Phrase,
        asked: Double, inForce: Double, paid: Double
    ) -> Phrase {
        Phrase(
            "Pada \(month) kuota\(text: segment.map { " \($0)" } ?? "")\(place): \(asked) orang"
                + " diminta, \(inForce) berlaku, \(paid) terbayar.",
            en: "In \(month) the quota\(text: segment.map { " of \($0)" } ?? "")\(place): \(asked)"
                + " persons asked, \(inForce) in force, \(paid) paid.")
    }

    static func lawAnswer(
        _ month: Month, _ law: String, _ value: String, legal: Phrase?, since: Month
    ) -> Phrase {
        Phrase(
            "Pada \(month) '\(law)' bernilai \(value)\(text: legal.map { " menurut \($0)" } ?? ""),"
                + " berlaku sejak \(since).",
            en: "In \(month) '\(law)' is \(value)\(text: legal.map { " by \($0)" } ?? ""), in force"
                + " since \(since).")
    }

    static func lawAnswer(_ month: Month, _ law: String) -> Phrase {
        Phrase(
            id: "Pada \(month) '\(law)' tidak punya nilai.",
            en: "In \(month) '\(law)' has no value.")
    }

    static func contributionAnswer(
        _ month: Month, _ segment: Phrase?, _ place: Phrase, _ low: Rupiah, _ high: Rupiah
    ) -> Phrase {
        Phrase(
            "Pada \(month) iuran seorang sebulan\(text: segment.map { " \($0)" } ?? "")\(place)"
                + " \(low)\(" sampai \(high)", if: low != high).",
            en: "In \(month) a person-month\(text: segment.map { " of \($0)" } ?? "")\(place)"
                + " costs \(low)\(" to \(high)", if: low != high).")
    }

    static func figureAnswer(
        _ year: Int, _ name: Phrase, _ segment: Phrase?, _ place: Phrase, _ value: Phrase
    ) -> Phrase {
        let of = [segment, place].compactMap(\.self)
        let rest = Phrase(same: "\(digits: year), \(name) (\(joined: of, by: ", ")): \(value).")
        return Phrase("Pada \(rest)", en: "In \(rest)")
    }

    static func purseAnswer(
        _ year: Int, _ purse: Phrase, _ place: Phrase, paid: Rupiah, ceiling: Rupiah
    ) -> Phrase {
        Phrase(
            "Pada \(digits: year) \(purse)\(place) membayar \(paid) dari pagu \(ceiling); sisanya"
                + " \(ceiling - paid).",
            en: "In \(digits: year) \(purse)\(place) pays \(paid) of its ceiling of \(ceiling);"
                + " \(ceiling - paid) is left."
        )
    }

    static func source(_ text: String) -> Phrase {
        let word = "assumption"
        guard text.hasPrefix(word) else { return Phrase { _ in text } }
        return Phrase(id: "asumsi" + text.dropFirst(word.count), en: text)
    }
}
