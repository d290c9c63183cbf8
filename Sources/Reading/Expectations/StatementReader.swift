import Analysis
import Formats
import Policy
import Quantities

/// Reads a statement that people write and read, in words of either language.
///
///     [jika KEY CHANGE [sejak MONTH] maka] QUANTITY [untuk SEGMENT] [di REGION] [YEAR] CLAIM
///
///     public_bill_rp 2027 paling banyak Rp 5 miliar
///     coverage of rt-rw 2028 at least 80 %
///     if purse.ceiling.dbh-cht falls by 30 % from 2027-01 then gap_rp does not rise
///
/// A word that means nothing where it stands is a fault at its place.
struct StatementReader {
    typealias Parts = (
        condition: Setting?, figure: Expectation.Figure, claim: Expectation.Claim
    )

    let session: ReadingSession
    let context: SettingContext
    let text: StatementText

    /// What the statement says; nil with every fault of it.
    func read() -> Parts? {
        let opening = StatementWords.openings.match(text, at: 0)?.count ?? 0
        let end = StatementWords.consequences.first(in: text, opening..<text.words.count)
        guard opening > 0 else {
            if end != nil { return noOpening() }
            return conclusion(from: 0, hasCondition: false).map { (nil, $0, $1) }
        }
        guard let end else { return noConsequence(after: opening) }
        let condition = ConditionReader(session: session, context: context, text: text)
            .read(opening..<end)
        let conclusion = conclusion(from: end + 1, hasCondition: true)
        guard let condition, let conclusion else { return nil }
        return (condition, conclusion.0, conclusion.1)
    }

    private func conclusion(
        from start: Int, hasCondition: Bool
    ) -> (Expectation.Figure, Expectation.Claim)? {
        let figures = FigureReader(session: session, context: context, text: text)
        guard let (quantity, figure, next) = figures.read(from: start, hasCondition) else {
            return nil
        }
        let claim = ClaimReader(
            session: session, context: context, text: text, quantity: quantity,
            hasCondition: hasCondition
        ).read(from: next)
        guard let figure, let claim else { return nil }
        return (figure, claim)
    }

    /// `maka` without `jika`, which is told with the word that stands in its place.
    private func noOpening() -> Parts? {
        let first = text.words.first?.text ?? ""
        session.fault(
            text.position(0),
            Phrase(
                id: "'\(first)' tidak memulai pengandaian, padahal ada 'maka'",
                en: "'\(first)' begins no condition, but there is a 'then'"),
            hint: Phrase(id: "mulailah dengan 'jika'", en: "begin with 'if'"))
        return nil
    }

    /// `jika` without `maka`; the hint puts it before the first word that names a quantity.
    private func noConsequence(after opening: Int) -> Parts? {
        let words = text.words.map(\.text)
        let figure = (opening + 2..<max(opening + 2, words.count)).first { place in
            FigureReader(session: session, context: context, text: text).names(place)
        }
        let whole = figure.map { place in
            Phrase { language in
                (words[..<place] + [Phrase.then[language]] + words[place...])
                    .joined(separator: " ")
            }
        }
        session.fault(
            text.position(0),
            Phrase(
                id: "pengandaian ini tidak sampai pada 'maka'",
                en: "this condition does not come to a 'then'"),
            hint: whole.map(Phrase.meant) ?? Phrase.conditionHint(context))
        return nil
    }
}
