import Analysis
import Formats
import Policy
import Quantities

/// Reads the condition of a statement: one key, what happens to it, and where wanted from when.
///
///     purse.ceiling.dbh-cht dibagi dua      quota.petani menjadi 1200 orang sejak 2027-01
///     rate.lapse rises by 10 %              purse.ceiling.apbd-kabkota turun Rp 500 juta
///
/// It becomes an entry as the sections of a scenario have it, and is read as one. A percentage is
/// always one of what the key was.
struct ConditionReader {
    let session: ReadingSession
    let context: SettingContext
    let text: StatementText

    /// The setting that is laid over the scenario; nil with a fault.
    func read(_ words: Range<Int>) -> Setting? {
        guard let first = words.first else {
            session.fault(
                text.position(0),
                Phrase(
                    id: "pengandaian ini tidak menyebut kunci", en: "this condition names no key"),
                hint: Phrase.conditionHint(context))
            return nil
        }
        let key = text.words[first].text
        let place = text.position(first)
        let address = AddressReader(session: session, context: context).address(key, at: place)
        guard let (change, length) = StatementWords.changes.match(text, at: first + 1) else {
            unknownChange(first + 1..<words.upperBound, key)
            return nil
        }
        guard let address else { return nil }
        let rest = first + 1 + length..<words.upperBound
        let start = StatementWords.starts.first(in: text, rest)
        let value = rest.lowerBound..<(start ?? rest.upperBound)
        guard var fields = fields(change, value, address, behind: first + 1) else { return nil }
        if let start {
            guard let month = field("from", start + 1..<rest.upperBound, behind: start) else {
                return nil
            }
            fields.append(month)
        }
        let entry = YAMLEntry(
            key: key, position: place, value: YAMLNode(content: .mapping(fields), position: place))
        return SettingReader(session: session, context: context).setting(entry, address)
    }

    /// The fields of the entry that carry the change; nil with a fault.
    private func fields(
        _ change: StatementWords.Change, _ words: Range<Int>, _ address: Address,
        behind place: Int
    ) -> [YAMLEntry]? {
        switch change {
        case .scale(let factor):
            guard words.isEmpty else {
                session.fault(
                    text.position(words.lowerBound), Phrase.nothingMore(text.text(words)),
                    hint: Phrase.meant(text.replacing(words)))
                return nil
            }
            return [entry("scale", plain(factor), place)]
        case .set: return set(words, address, behind: place)
        case .move(let sign): return move(words, sign, address, behind: place)
        }
    }

    /// A value as it would stand behind the key.
    private func set(_ words: Range<Int>, _ address: Address, behind place: Int) -> [YAMLEntry]? {
        guard isNumber(address) else {
            return field("value", words, behind: place).map { [$0] }
        }
        if let word = words.first, !beginsNumber(word) {
            unknownChange(place..<words.upperBound, "\(address)")
            return nil
        }
        let takesShare = address.units?.contains(.share) == true
        guard let amount = amount(words, address, behind: place, takesPercent: takesShare) else {
            return nil
        }
        let isShare = takesShare && amount.text.hasSuffix("%")
        guard isShare || amount.size == 1 else {
            return times(amount, address, words.lowerBound).map {
                [entry("value", plain($0), words.lowerBound)]
            }
        }
        return [entry("value", amount.text, words.lowerBound)]
            + (isShare ? [entry("unit", Unit.share.rawValue, words.lowerBound)] : [])
    }

    /// A part of what the key was, or an amount that is added to it.
    private func move(
        _ words: Range<Int>, _ sign: Double, _ address: Address, behind place: Int
    ) -> [YAMLEntry]? {
        guard let amount = amount(words, address, behind: place, takesPercent: true) else {
            return nil
        }
        guard amount.text.hasSuffix("%") else {
            return times(amount, address, words.lowerBound).map {
                [entry("add", plain(sign * $0), words.lowerBound)]
            }
        }
        let position = text.position(words.lowerBound)
        guard
            let share = ScalarReader(session: session, locale: context.locale)
                .number(amount.text, unit: .factor, at: position)
        else { return nil }
        guard 1 + sign * share >= 0 else {
            session.fault(
                position,
                Phrase(
                    id: "turun '\(amount.text)' menyisakan kurang dari nol",
                    en: "a fall by '\(amount.text)' leaves less than nothing"),
                hint: Phrase(id: "paling banyak '100 %'", en: "at most '100 %'"))
            return nil
        }
        // 1 - 0.9 is a tenth, and not its neighbour among binary fractions.
        let factor = ((1 + sign * share) * 1e12).rounded() / 1e12
        return [entry("scale", plain(factor), words.lowerBound)]
    }

    /// The number behind a change, without words; nil with a fault.
    private func amount(
        _ words: Range<Int>, _ address: Address, behind place: Int, takesPercent: Bool
    ) -> (text: String, size: Double)? {
        let unit = unit(address)
        let example =
            unit.map { StatementWords.example($0, context.locale) } ?? Phrase(same: "1")
        guard !words.isEmpty else {
            let change = text.text(place..<words.lowerBound)
            session.fault(
                text.position(place), Phrase.noNumberBehind(change),
                hint: Phrase.meant(Phrase(same: "\(change) \(example)")))
            return nil
        }
        guard !SpreadReader.isRange(text.text(words)) else {
            let written = text.text(words)
            session.fault(
                text.position(words.lowerBound),
                Phrase(
                    id: "'\(written)' adalah rentang, padahal pengandaian butuh satu angka",
                    en: "'\(written)' is a range, but a condition needs one number"),
                hint: ScalarReader.halves(of: written).map { Phrase.didYouMean($0[0]) })
            return nil
        }
        return AmountReader(session: session, context: context, text: text).amount(
            words, in: unit, of: Phrase(same: "\(address)"), example: example,
            takesPercent: takesPercent)
    }

    /// The number of an amount with its size.
    private func times(
        _ amount: (text: String, size: Double), _ address: Address, _ place: Int
    ) -> Double? {
        ScalarReader(session: session, locale: context.locale)
            .number(amount.text, unit: unit(address), at: text.position(place))
            .map { ($0 * amount.size).settled }
    }

    /// A field with some words as they stand; nil with a fault where there are none.
    private func field(_ name: String, _ words: Range<Int>, behind place: Int) -> YAMLEntry? {
        guard !words.isEmpty else {
            let word = text.text(place..<words.lowerBound)
            session.fault(
                text.position(place), Phrase.nothingBehind(word),
                hint: name == "from"
                    ? context.reach.horizon.map {
                        Phrase.didYouMean("\(word) \($0.lowerBound)")
                    } : nil)
            return nil
        }
        return entry(name, text.text(words), words.lowerBound)
    }

    private func entry(_ name: String, _ value: String, _ place: Int) -> YAMLEntry {
        let position = text.position(place)
        return YAMLEntry(
            key: name, position: position,
            value: YAMLNode(content: .scalar(value, isQuoted: true), position: position))
    }

    private func plain(_ number: Double) -> String { MeantNumber.plain(number) ?? "\(number)" }

    private func unit(_ address: Address) -> Unit? {
        guard case .law(let path) = address.subject else { return address.standardUnit }
        return context.lawUnits[path]
    }

    private func isNumber(_ address: Address) -> Bool {
        guard case .parameter(let definition) = address.subject else { return true }
        if case .number = definition.domain { return true }
        return false
    }

    private func beginsNumber(_ word: Int) -> Bool {
        let text = text.words[word].text
        return namesRupiah(text) || text.first.map { $0.isNumber || "-.,".contains($0) } ?? false
    }

    /// Words that say no change: the nearest one, or all.
    private func unknownChange(_ words: Range<Int>, _ key: String) {
        let all = [
            Phrase(id: "dibagi dua", en: "is halved"), Phrase(id: "digandakan", en: "is doubled"),
            Phrase(id: "naik 10 %", en: "rises by 10 %"),
            Phrase(id: "turun 10 %", en: "falls by 10 %"),
        ]
        guard !words.isEmpty else {
            session.fault(
                text.position(words.lowerBound - 1),
                Phrase(
                    id: "belum dikatakan apa yang terjadi pada '\(key)'",
                    en: "what happens to '\(key)' is not said"),
                hint: Phrase.meant(Phrase(same: "\(key) \(all[0])")))
            return
        }
        let stop = words.first {
            beginsNumber($0) || StatementWords.starts.match(text, at: $0) != nil
        }
        let end = max(words.lowerBound + 1, stop ?? words.upperBound)
        let written = text.text(words.lowerBound..<end)
        let near = Suggestion.closest(to: written, among: StatementWords.changes.texts)
        session.fault(
            text.position(words.lowerBound), Phrase.unknownHere(written),
            hint: near.map { Phrase.didYouMean($0) } ?? Phrase.oneOf(all))
    }
}
