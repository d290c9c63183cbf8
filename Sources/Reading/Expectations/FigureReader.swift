import Analysis
import Formats
import Policy
import Quantities

/// Reads the figure of a statement: a quantity, then where wanted of whom, where and when.
///
///     public_bill_rp.petani@35.74 2027
///     kekurangan pagu untuk petani di Kab. Malang 2027
///
/// A quantity is called as tables call it, by its name or its heading.
struct FigureReader {
    let session: ReadingSession
    let context: SettingContext
    let text: StatementText

    private var outcomes: OutcomeReader { OutcomeReader(session: session, context: context) }
    private var count: Int { text.words.count }

    /// Whether a word begins the name of a quantity.
    func names(_ place: Int) -> Bool { quantity(at: place) != nil }

    /// The quantity with the figure and the place behind it; the figure is nil where a part of it
    /// is at fault, all is nil where the quantity is.
    func read(
        from start: Int, _ hasCondition: Bool
    ) -> (Quantity, Expectation.Figure?, next: Int)? {
        guard let (quantity, words, rest) = quantity(at: start) else {
            noQuantity(at: start, hasCondition)
            return nil
        }
        var parts = FigureParts()
        read(rest, at: start, of: quantity, &parts)
        var place = start + words
        while place < count, let next = qualifier(at: place, of: quantity, &parts) { place = next }
        let figure = Expectation.Figure(
            quantity: quantity.name, segment: parts.segment, region: parts.region,
            year: parts.year)
        return (quantity, parts.isSound ? figure : nil, place)
    }

    /// The quantity that begins at a place, how many words it has, and what is written behind it
    /// without a blank: `.petani@35.74`.
    private func quantity(at place: Int) -> (Quantity, words: Int, rest: Substring)? {
        if let match = StatementWords.quantities.match(text, at: place) {
            return (match.meaning, match.count, "")
        }
        guard place < count else { return nil }
        let word = text.words[place].text
        let head = word.prefix { $0 != "." && $0 != "@" }.lowercased()
        let short = StatementWords.shortNames.first { $0.texts.contains(head) }?.meaning
        let named = Quantity.all.first { $0.name == head } ?? short
        return named.map { ($0, 1, word.dropFirst(head.count)) }
    }

    /// A segment and a region that are written behind the name of a quantity.
    private func read(
        _ rest: Substring, at place: Int, of quantity: Quantity, _ parts: inout FigureParts
    ) {
        let halves = rest.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        if let member = halves.first, member.hasPrefix(".") {
            parts.set(
                \.segment,
                outcomes.segment(String(member.dropFirst()), of: quantity, text.position(place)))
        }
        if halves.count > 1 {
            parts.set(\.region, outcomes.region(String(halves[1]), text.position(place)))
        }
    }

    /// The place behind the qualifier at a place; nil where none stands there.
    private func qualifier(
        at place: Int, of quantity: Quantity, _ parts: inout FigureParts
    ) -> Int? {
        if isYear(place) {
            let year = outcomes.year(text.words[place].text[...], text.position(place))
            return set(\.year, year, at: place, &parts, place + 1)
        }
        guard let match = StatementWords.qualifiers.match(text, at: place) else { return nil }
        let value = place + match.count
        if isYear(value) { return value }
        switch match.meaning {
        case .year: return nil
        case .segment:
            guard value < count, StatementWords.claims.match(text, at: value) == nil else {
                return incomplete(place, context.reach.segments?.first, &parts)
            }
            let segment = outcomes.segment(
                text.words[value].text, of: quantity, text.position(value))
            return set(\.segment, segment, at: place, &parts, value + 1)
        case .region:
            let end = (value..<count).first { place in
                isYear(place) || StatementWords.claims.match(text, at: place) != nil
                    || StatementWords.qualifiers.match(text, at: place) != nil
            }
            let name = text.text(value..<(end ?? count))
            guard !name.isEmpty else {
                return incomplete(place, context.reach.regions?.first?.code, &parts)
            }
            let region = outcomes.region(name, text.position(value)) { regions in
                regions.first.map {
                    Phrase.forExample(text.replacing(value..<(end ?? count), with: $0.code))
                }
            }
            return set(\.region, region, at: place, &parts, end ?? count)
        }
    }

    private func isYear(_ place: Int) -> Bool {
        place < count && text.words[place].text.utf8.count == 4
            && text.words[place].text.utf8.allSatisfy { 48...57 ~= $0 }
    }

    /// Sets a part that must not be there yet, and passes the next place on.
    private func set<Part>(
        _ path: WritableKeyPath<FigureParts, Part?>, _ part: Part?, at place: Int,
        _ parts: inout FigureParts, _ next: Int
    ) -> Int {
        if parts[keyPath: path] != nil {
            session.fault(text.position(place), Phrase.twice(text.text(place..<next)))
            parts.isSound = false
        }
        parts.set(path, part)
        return next
    }

    /// A word such as `untuk` with nothing behind it.
    private func incomplete(_ place: Int, _ example: String?, _ parts: inout FigureParts) -> Int {
        let word = text.words[place].text
        session.fault(
            text.position(place), Phrase.nothingBehind(word),
            hint: example.map { Phrase.didYouMean("\(word) \($0)") })
        parts.isSound = false
        return place + 1
    }

    private func noQuantity(at place: Int, _ hasCondition: Bool) {
        guard place < count else {
            session.fault(
                text.position(place),
                Phrase(
                    id: "pernyataan ini tidak menyebut besaran",
                    en: "this statement names no quantity"),
                hint: hasCondition ? Phrase.conditionHint(context) : Phrase.statementHint)
            return
        }
        let (written, near) = nearest(at: place)
        session.fault(
            text.position(place),
            Phrase(id: "besaran '\(written)' tidak dikenal", en: "unknown quantity '\(written)'"),
            hint: near.map { Phrase.didYouMean($0) }
                ?? Phrase.allChoices(Quantity.all.map(\.name)))
    }

    /// The words at a place that are likest to a name or heading, and that; the first word alone
    /// where none is like any.
    private func nearest(at place: Int) -> (written: String, near: String?) {
        for length in (2...5).reversed() where place + length <= count {
            let written = text.text(place..<place + length)
            let headings = StatementWords.quantities.texts.filter {
                $0.split(separator: " ").count == length
            }
            if let near = Suggestion.closest(to: written, among: headings) {
                return (written, near)
            }
        }
        let word = text.words[place].text
        let head = word.prefix { $0 != "." && $0 != "@" }
        let names = StatementWords.quantities.texts.filter { !$0.contains(" ") }
        let near = Suggestion.closest(to: String(head), among: names)
        return (word, near.map { $0 + word.dropFirst(head.count) })
    }
}

private struct FigureParts {
    var segment: SegmentID?
    var region: RegionCode?
    var year: Int?
    var isSound = true

    /// Takes a part that was read; nil is one at fault.
    mutating func set<Part>(_ path: WritableKeyPath<FigureParts, Part?>, _ part: Part?) {
        self[keyPath: path] = part
        isSound = isSound && part != nil
    }
}
