import Analysis
import Formats
import Policy
import Quantities

/// Reads names of outcomes: `public_bill_rp`, `funded_person_months.petani@35.74 2027`.
///
/// A figure or ratio of the yearly tables, then where wanted a segment, a kabupaten or kota, and a
/// budget year. Without a year it is that of the whole horizon, for a stock that at its end.
struct OutcomeReader {
    let session: ReadingSession
    /// Whose segments, regions and years may be named.
    let context: SettingContext

    /// The outcome that a text names; nil with a fault.
    func outcome(_ text: String, at position: Position) -> Outcome? {
        let words = text.split(separator: " ")
        let place = (words.first ?? "").split(separator: "@", maxSplits: 1)
        let parts = (place.first ?? "").split(separator: ".", maxSplits: 1)
        let name = String(parts.first ?? "")
        guard words.count <= 2, let quantity = Quantity.all.first(where: { $0.name == name }) else {
            let names = Quantity.all.map(\.name)
            let near = Suggestion.closest(to: name, among: names)
            session.fault(
                position,
                Phrase(id: "besaran '\(text)' tidak dikenal", en: "unknown outcome '\(text)'"),
                hint: near.map { Phrase.didYouMean($0 + text.dropFirst(name.count)) }
                    ?? Phrase.allChoices(names))
            return nil
        }
        let segment = parts.count > 1 ? segment(String(parts[1]), of: quantity, position) : nil
        let region = place.count > 1 ? region(String(place[1]), position) : nil
        let year = words.count > 1 ? year(words[1], position) : nil
        guard (segment == nil) == (parts.count < 2), (region == nil) == (place.count < 2),
            (year == nil) == (words.count < 2)
        else { return nil }
        return Outcome(quantity, year: year, region: region, segment: segment)
    }

    func segment(
        _ id: String, of quantity: Quantity, _ position: Position
    ) -> SegmentID? {
        if case .indicator(let indicator) = quantity, indicator.hasNoSegments {
            session.fault(
                position,
                Phrase(
                    id: "'\(quantity.name)' tidak diketahui menurut segmen",
                    en: "'\(quantity.name)' is not known by segment"))
            return nil
        }
        guard let segments = context.reach.segments, !segments.contains(id) else {
            return SegmentID(id)
        }
        session.fault(
            position, Phrase.unknownMember(.segment, id),
            hint: Phrase.nearest(id, among: segments))
        return nil
    }

    /// A kabupaten or kota of the scenario, or a province that it has regions of, which stands for
    /// their sum.
    ///
    /// - Parameter hint: what is said of a region outside of the scenario; by default those in it.
    func region(
        _ text: String, _ position: Position, hint: ([RegionCode]) -> Phrase? = { _ in nil }
    ) -> RegionCode? {
        let known = context.catalogue.regions
        guard let code = session.region(text, known, at: position) else { return nil }
        guard let regions = context.reach.regions,
            !regions.contains(code), !regions.contains(where: { $0.parent == code })
        else { return code }
        session.fault(
            position, Phrase.regionNotInScenario(code.code, known.name(of: code)),
            hint: hint(regions) ?? Phrase.choices(regions.map { "@" + $0.code }))
        return nil
    }

    func year(_ text: Substring, _ position: Position) -> Int? {
        guard let year = Int(text), text.utf8.count == 4 else {
            session.fault(position, Phrase.notAYear("\(text)"), hint: Phrase.yearHint("\(text)"))
            return nil
        }
        guard let horizon = context.reach.horizon,
            !(horizon.lowerBound.year...horizon.upperBound.year).contains(year)
        else { return year }
        session.fault(position, Phrase.yearOutside(year), hint: Phrase.horizonHint(horizon))
        return nil
    }

    /// A number that an outcome is compared with, in its unit.
    ///
    /// A share above 1 is a percentage without its sign, except for ratios that may exceed 1.
    func level(
        _ text: String, of quantity: Quantity, _ locale: NumberLocale?, at position: Position
    ) -> Double? {
        let unit = quantity.unit
        guard
            let level = ScalarReader(session: session, locale: locale)
                .number(text, unit: unit, at: position)
        else { return nil }
        let isBounded = unit == .share && !quantity.name.hasPrefix("claim_ratio")
        if isBounded, !(0...1).contains(level) {
            session.fault(
                position,
                Phrase(
                    id: "'\(text)' di luar 0 sampai 1, padahal '\(quantity.name)' adalah bagian",
                    en: "'\(text)' lies outside of 0 to 1, but '\(quantity.name)' is a share"),
                hint: Phrase.reachShareHint(level, text))
            return nil
        }
        return level
    }
}
