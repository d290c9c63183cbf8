import Analysis
import Formats
import Policy
import Quantities

extension FormReader {
    /// The value of a cell as its parameter holds it; nil after a fault.
    func value(
        _ content: ReadSheet.Content, for cell: FormCell, at position: Position
    ) -> SettingValue? {
        if case .error(let error) = content {
            session.fault(
                position,
                Phrase(
                    id: "sel ini berisi galat \(error), bukan angka",
                    en: "this cell holds the error \(error), not a number"))
            return nil
        }
        if case .notComputed = content {
            session.fault(
                position,
                Phrase(id: "rumus di sel ini belum dihitung", en: "the formula is not computed"),
                hint: Phrase(
                    id: "buka dan simpan berkas di Excel atau LibreOffice",
                    en: "open and save the file in Excel or LibreOffice"))
            return nil
        }
        if case .flag = cell.value { return flag(content, at: position) }
        guard let (number, isShare) = number(content, for: cell, at: position) else { return nil }
        return checked(number, isShare: isShare, cell, at: position)
    }

    private func flag(_ content: ReadSheet.Content, at position: Position) -> SettingValue? {
        switch content {
        case .flag(let flag): return .flag(flag)
        case .text(let text):
            let word = FormWords.plain(text)
            if ["ya", "yes", "true", "y", "benar"].contains(word) { return .flag(true) }
            if ["tidak", "no", "false", "t", "n", "salah"].contains(word) { return .flag(false) }
        default: break
        }
        session.fault(
            position, Phrase(id: "di sini seharusnya ya atau tidak", en: "yes or no is expected"))
        return nil
    }

    /// The number of a cell, and whether it is written as a percentage.
    private func number(
        _ content: ReadSheet.Content, for cell: FormCell, at position: Position
    ) -> (Double, isShare: Bool)? {
        switch content {
        case .number(let number, let isPercentage): return (number, isPercentage)
        case .text(let text):
            let isShare = text.contains("%")
            let unit = isShare && isQuota(cell) ? .share : cell.unit
            let scalars = ScalarReader(session: session, locale: locale)
            // As many people as a region has are never written with a decimal mark.
            let number = scalars.number(
                withoutUnit(text), unit: unit, isAverage: cell.definition.isMean, at: position)
            return number.map { ($0, isShare) }
        case .date(let year, let month, let day):
            session.fault(
                position,
                Phrase(
                    id: "sel ini berisi tanggal \(day)-\(month)-\(year), bukan angka",
                    en: "this cell holds the date \(day)-\(month)-\(year), not a number"),
                hint: Phrase(
                    id: "ubah format sel menjadi angka, lalu tulis angkanya lagi",
                    en: "set the cell to the format of numbers and type the number again"))
            return nil
        default:
            session.fault(position, Phrase.expected(Phrase.aNumber))
            return nil
        }
    }

    /// `1.200 orang`, `9 bulan`: the unit behind a number says nothing new.
    private func withoutUnit(_ text: String) -> String {
        let trimmed = text.trimmingBlanks
        let words = ["orang", "jiwa", "pekerja", "persons", "people", "bulan", "bln", "months"]
        for word in words where trimmed.lowercased().hasSuffix(" " + word) {
            return String(trimmed.dropLast(word.count)).trimmingBlanks
        }
        return trimmed
    }

    private func isQuota(_ cell: FormCell) -> Bool {
        cell.definition == Parameters.quota.definition
    }

    /// The number as a value, inside the range of its parameter and whole where parts mean nothing.
    private func checked(
        _ number: Double, isShare: Bool, _ cell: FormCell, at position: Position
    ) -> SettingValue? {
        let value: SettingValue =
            if isQuota(cell) {
                isShare ? .share(number) : .heads(number)
            } else {
                cell.value.mapNumber { _ in number }
            }
        let unit = SettingText(language: nil).unit(value, of: cell.definition)
        let range: ClosedRange<Double> =
            if unit == .share { 0...1 } else if case .number(_, let range) = cell.definition.domain
            {
                range
            } else { 0...0 }
        guard range.contains(number) else {
            session.fault(
                position, Phrase.formOutOfRange(cell.definition.shortName, number, range),
                hint: unit == .share ? Phrase.formShareHint(number, isShare: isShare) : nil)
            return nil
        }
        let isWhole = unit.isCount || unit.isMoney || (unit == .person && !cell.definition.isMean)
        let isSettled = cell.value.number.map { $0 != $0.rounded() } ?? false
        guard !isWhole || isSettled || number == number.rounded() else {
            session.fault(
                position,
                Phrase(
                    "\(plain: number) \(unit.name) bukan bilangan bulat",
                    en: "\(plain: number) \(unit.name) is no whole number"),
                hint: Phrase(
                    "bulatkan menjadi \(plain: number.rounded())",
                    en: "round it to \(plain: number.rounded())"))
            return nil
        }
        return value
    }

    /// Whether a value is the one that the form has: to the last bits that spreadsheet programs
    /// keep, and of a text to the digits that it shows.
    func isSame(_ value: SettingValue, _ content: ReadSheet.Content, as cell: FormCell) -> Bool {
        if value == cell.value { return true }
        guard let new = value.number, let old = cell.value.number,
            value.mapNumber({ _ in old }) == cell.value
        else { return false }
        if abs(new - old) <= 1e-12 * max(abs(new), abs(old)) { return true }
        guard case .text(let text) = content else { return false }
        let comma = text.lastIndex { ",.".contains($0) }
        let shown = comma.map { text[text.index(after: $0)...].filter(\.isNumber).count } ?? 0
        var unit = text.contains("%") ? 0.01 : 1.0
        for _ in 0..<shown { unit /= 10 }
        return shown > 0 && shown != 3 && abs(new - old) <= unit / 2
    }
}
