import Quantities

extension Phrase {
    static func inRegion(_ text: String) -> Phrase {
        let isCount = Int(text) != nil
        return Phrase(
            id: isCount ? " di \(text) daerah" : " di \(text)",
            en: isCount ? " in \(text) regions" : " in \(text)")
    }

    static func inAllRegions(_ count: Int) -> Phrase {
        Phrase(id: " di semua \(count) daerah", en: " in all \(count) regions")
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
        Phrase { language in
            let (wanted, holds, pays) = (
                language.numbers.format(asked), language.numbers.format(inForce),
                language.numbers.format(paid)
            )
            let who = segment.map { " \($0[language])" } ?? ""
            return language == .indonesian
                ? "Pada \(month) kuota\(who)\(place[language]): \(wanted) orang diminta, \(holds)"
                    + " berlaku, \(pays) terbayar."
                : "In \(month) the quota\(who.isEmpty ? "" : " of" + who)\(place[language]):"
                    + " \(wanted) persons asked, \(holds) in force, \(pays) paid."
        }
    }

    static func lawAnswer(
        _ month: Month, _ law: String, _ value: String, legal: Phrase?, since: Month
    ) -> Phrase {
        let under = Phrase { language in
            let word = language == .indonesian ? "menurut" : "by"
            return legal.map { " \(word) \($0[language])" } ?? ""
        }
        return Phrase(
            id:
                "Pada \(month) '\(law)' bernilai \(value)\(under.indonesian), berlaku sejak"
                + " \(since).",
            en: "In \(month) '\(law)' is \(value)\(under.english), in force since \(since).")
    }

    static func lawAnswer(_ month: Month, _ law: String) -> Phrase {
        Phrase(
            id: "Pada \(month) '\(law)' tidak punya nilai.",
            en: "In \(month) '\(law)' has no value.")
    }

    static func contributionAnswer(
        _ month: Month, _ segment: Phrase?, _ place: Phrase, _ low: Rupiah, _ high: Rupiah
    ) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (least, most) = (numbers.format(low), numbers.format(high))
            let who = segment.map { " \($0[language])" } ?? ""
            let isIndonesian = language == .indonesian
            let amount =
                low == high
                ? least : least + (isIndonesian ? " sampai " : " to ") + most
            return isIndonesian
                ? "Pada \(month) iuran seorang sebulan\(who)\(place[language]) \(amount)."
                : "In \(month) a person-month\(who.isEmpty ? "" : " of" + who)\(place[language])"
                    + " costs \(amount)."
        }
    }

    static func figureAnswer(
        _ year: Int, _ name: Phrase, _ segment: Phrase?, _ place: Phrase, _ value: Phrase
    ) -> Phrase {
        Phrase { language in
            let of = [segment?[language], place[language]].compactMap(\.self).joined(
                separator: ", ")
            let word = language == .indonesian ? "Pada" : "In"
            return "\(word) \(year), \(name[language]) (\(of)): \(value[language])."
        }
    }

    static func purseAnswer(
        _ year: Int, _ purse: Phrase, _ place: Phrase, paid: Rupiah, ceiling: Rupiah
    ) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (pays, most, left) = (
                numbers.format(paid), numbers.format(ceiling), numbers.format(ceiling - paid)
            )
            return language == .indonesian
                ? "Pada \(year) \(purse[language])\(place[language]) membayar \(pays) dari pagu"
                    + " \(most); sisanya \(left)."
                : "In \(year) \(purse[language])\(place[language]) pays \(pays) of its ceiling of"
                    + " \(most); \(left) is left."
        }
    }

    static func source(_ text: String) -> Phrase {
        let word = "assumption"
        guard text.hasPrefix(word) else { return Phrase { _ in text } }
        return Phrase(id: "asumsi" + text.dropFirst(word.count), en: text)
    }
}
