import Analysis
import Formats
import Policy
import Quantities

/// Reads what a statement claims of its figure: a bound, or where a condition moves it.
struct ClaimReader {
    let session: ReadingSession
    let context: SettingContext
    let text: StatementText
    let quantity: Quantity
    let hasCondition: Bool

    private var count: Int { text.words.count }

    /// The claim that stands from a place to the end; nil with a fault.
    func read(from place: Int) -> Expectation.Claim? {
        guard place < count else {
            noClaim(at: place)
            return nil
        }
        guard let (claim, words) = StatementWords.claims.match(text, at: place) else {
            unknown(at: place)
            return nil
        }
        let rest = place + words..<count
        switch claim {
        case .atMost: return number(rest, behind: place).map { .within(-Double.infinity...$0) }
        case .atLeast: return number(rest, behind: place).map { .within($0...Double.infinity) }
        case .equals: return number(rest, behind: place).map { .within($0...$0) }
        case .between: return between(rest, behind: place)
        case .moves(let movement):
            guard hasCondition else {
                session.fault(
                    text.position(place),
                    Phrase(
                        id: "'\(text.text(from: place))' hanya berarti setelah pengandaian",
                        en: "'\(text.text(from: place))' means something after a condition only"),
                    hint: Phrase.conditionHint(context))
                return nil
            }
            guard rest.isEmpty else {
                session.fault(
                    text.position(rest.lowerBound), Phrase.nothingMore(text.text(rest)),
                    hint: Phrase.meant(text.replacing(rest)))
                return nil
            }
            return .moves(movement)
        }
    }

    /// A number in the quantity's unit.
    private func number(_ words: Range<Int>, behind place: Int) -> Double? {
        let example = StatementWords.example(quantity.unit, context.locale)
        guard !words.isEmpty else {
            let claim = text.text(place..<words.lowerBound)
            session.fault(
                text.position(place), Phrase.noNumberBehind(claim),
                hint: Phrase.meant(Phrase(same: "\(claim) \(example)")))
            return nil
        }
        let amounts = AmountReader(session: session, context: context, text: text)
        guard
            let amount = amounts.amount(
                words, in: quantity.unit, of: Phrase(same: "\(quantity.name)"), example: example),
            let level = OutcomeReader(session: session, context: context).level(
                amount.text, of: quantity, context.locale, at: text.position(words.lowerBound))
        else { return nil }
        return (level * amount.size).settled
    }

    private func between(_ words: Range<Int>, behind place: Int) -> Expectation.Claim? {
        let claim = text.text(place..<words.lowerBound)
        guard let joint = StatementWords.joints.first(in: text, words),
            joint > words.lowerBound, joint + 1 < words.upperBound
        else {
            let ends = [1, 2].map { StatementWords.example(quantity.unit, context.locale, $0) }
            session.fault(
                text.position(place),
                Phrase(
                    id: "di belakang '\(claim)' harus ada dua angka dengan 'dan' di tengahnya",
                    en: "two numbers with 'and' between them must stand behind '\(claim)'"),
                hint: Phrase.meant(
                    Phrase(
                        "\(claim) \(ends[0]) dan \(ends[1])",
                        en: "\(claim) \(ends[0]) and \(ends[1])")))
            return nil
        }
        let (first, second) = (words.lowerBound..<joint, joint + 1..<words.upperBound)
        let low = number(first, behind: place)
        let high = number(second, behind: place)
        guard let low, let high else { return nil }
        guard low <= high else {
            let (left, right) = (text.text(first), text.text(second))
            let word = text.words[joint].text
            session.fault(
                text.position(words.lowerBound),
                Phrase.rangeReversed("\(left) \(word) \(right)"),
                hint: Phrase.didYouMean("\(right) \(word) \(left)"))
            return nil
        }
        return .within(low...high)
    }

    private func noClaim(at place: Int) {
        let example: Phrase =
            hasCondition
            ? Phrase(
                same: "\(text.text(0..<count)) \(StatementWords.Claim.moves(.rises).words)")
            : Phrase(
                same: "\(text.text(0..<count)) \(StatementWords.Claim.atMost.words)"
                    + " \(StatementWords.example(quantity.unit, context.locale))")
        session.fault(
            text.position(place),
            Phrase(
                id: "pernyataan ini belum mengatakan apa yang diharapkan dari"
                    + " '\(quantity.name)'",
                en: "this statement does not say what is expected of '\(quantity.name)'"),
            hint: Phrase.forExample(example))
    }

    /// Words that are no claim: the nearest one, a segment without the word before it, or all.
    private func unknown(at place: Int) {
        let end =
            (place + 1..<max(place + 1, count)).first { next in
                let word = text.words[next].text
                return word.first?.isNumber == true || namesRupiah(word)
                    || StatementWords.claims.match(text, at: next) != nil
            } ?? count
        let written = text.text(place..<end)
        let segments = context.reach.segments ?? []
        let word = text.words[place].text
        if segments.contains(word) {
            session.fault(
                text.position(place), Phrase.unknownHere(word),
                hint: Phrase.meant(Phrase("untuk \(word)", en: "of \(word)")))
            return
        }
        let known = StatementWords.claims.texts + StatementWords.qualifiers.texts
        let near = Suggestion.closest(to: written, among: known)
        session.fault(
            text.position(place), Phrase.unknownHere(written),
            hint: near.map { Phrase.didYouMean($0) }
                ?? Phrase.oneOf(
                    StatementWords.Claim.all(hasCondition: hasCondition).map(\.words)))
    }
}
