/// A step of a series as its file writes it: `2026`, `2026-Q1`, `2026-03`, or a number from 1.
package struct SeriesTime: Sendable, Hashable, Comparable {
    /// What a step is.
    package enum Kind: Sendable, Hashable {
        case year
        case quarter
        case month
        case number

        /// Steps of a year; 1 for numbers.
        package var perYear: Int {
            switch self {
            case .year, .number: 1
            case .quarter: 4
            case .month: 12
            }
        }
    }

    package let kind: Kind
    /// Steps of the kind since the year 0, or the number itself.
    package let ordinal: Int

    package init(_ kind: Kind, _ ordinal: Int) {
        (self.kind, self.ordinal) = (kind, ordinal)
    }

    /// The step that a text names; nil where it names none.
    ///
    /// Four digits from 1700 to 2200 are a year, unless `areNumbers`.
    package init?(_ text: String, areNumbers: Bool = false) {
        if text.allSatisfy(\.isNumber) {
            guard let number = Int(text), number >= 0 else { return nil }
            let isYear = !areNumbers && Self.years.contains(number)
            self.init(isYear ? .year : .number, number)
            return
        }
        guard let year = Int(text.prefix(4)), Self.years.contains(year), text.count >= 6 else {
            return nil
        }
        let rest = text.dropFirst(4)
        let part = rest.first == "-" ? rest.dropFirst() : rest
        if let mark = part.first, "QqTt".contains(mark) {
            guard part.count == 2, let quarter = Int(part.dropFirst()), (1...4).contains(quarter)
            else { return nil }
            self.init(.quarter, year * 4 + quarter - 1)
        } else {
            guard rest.first == "-", part.count == 2, part.allSatisfy(\.isNumber),
                let month = Int(part), (1...12).contains(month)
            else { return nil }
            self.init(.month, year * 12 + month - 1)
        }
    }

    /// What years are looked for among numbers.
    package static let years = 1700...2200

    /// The step as files write it.
    package var text: String {
        let unit = kind.perYear
        let (year, part) = (ordinal / unit, ordinal % unit + 1)
        switch kind {
        case .year, .number: return "\(ordinal)"
        case .quarter: return "\(year)-Q\(part)"
        case .month: return part < 10 ? "\(year)-0\(part)" : "\(year)-\(part)"
        }
    }

    package func advanced(by steps: Int) -> SeriesTime { SeriesTime(kind, ordinal + steps) }

    package static func < (left: SeriesTime, right: SeriesTime) -> Bool {
        left.ordinal < right.ordinal
    }
}
