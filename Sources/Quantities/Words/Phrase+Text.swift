extension Phrase {
    /// A text in which numbers, money and other phrases stand as each language writes them.
    ///
    ///     Phrase("\(count) titik", en: "\(count) points")     // 1.200 titik, 1,200 points
    public struct Text: ExpressibleByStringInterpolation, Sendable {
        /// As it reads where the sentence is in either language.
        fileprivate var phrase: Phrase

        public init(stringLiteral text: String) {
            phrase = Phrase(id: text, en: text)
        }

        public init(stringInterpolation parts: StringInterpolation) {
            phrase = Phrase(id: parts.indonesian, en: parts.english)
        }

        public static func + (left: Text, right: Text) -> Text { "\(text: left)\(text: right)" }
    }

    /// A phrase from its two texts.
    public init(_ id: Text, en: Text) {
        self.init(id: id.phrase.indonesian, en: en.phrase.english)
    }

    /// A phrase without a word of either language, such as `PP 44/2015` or a name with a number.
    ///
    /// There is no such phrase of a `String`, into which another phrase would be written as code.
    public init(same text: Text) {
        self = text.phrase
    }
}

extension Phrase.Text {
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var indonesian = ""
        fileprivate var english = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            indonesian.reserveCapacity(literalCapacity)
            english.reserveCapacity(literalCapacity)
        }

        public mutating func appendLiteral(_ text: String) {
            indonesian += text
            english += text
        }

        /// What a language makes of it.
        public mutating func appendInterpolation(_ text: (Language) -> String) {
            indonesian += text(.indonesian)
            english += text(.english)
        }

        public mutating func appendInterpolation(_ phrase: Phrase) {
            appendInterpolation { phrase[$0] }
        }

        /// A name, a month, a key: whatever reads alike in all languages.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            appendLiteral("\(value)")
        }

        /// With thousands marks: `16.800`.
        public mutating func appendInterpolation(_ whole: Int) {
            appendInterpolation { $0.numbers.format(Int64(whole)) }
        }

        public mutating func appendInterpolation(_ whole: Int64) {
            appendInterpolation { $0.numbers.format(whole) }
        }

        /// Without thousands marks, as years and lines of files are written.
        public mutating func appendInterpolation(digits whole: Int) {
            appendLiteral("\(whole)")
        }

        /// Without decimals.
        public mutating func appendInterpolation(_ number: Double) {
            appendInterpolation { $0.numbers.format(number) }
        }

        /// With a fixed count of decimals.
        public mutating func appendInterpolation(_ number: Double, decimals: Int) {
            appendInterpolation { $0.numbers.format(number, decimals: decimals) }
        }

        /// With as many decimals as it has; see ``NumberLocale/plain(_:)``.
        public mutating func appendInterpolation(plain number: Double) {
            appendInterpolation { $0.plain(number) }
        }

        /// To three digits; see ``NumberLocale/significant(_:)``.
        public mutating func appendInterpolation(significant number: Double) {
            appendInterpolation { $0.significant(number) }
        }

        /// A share: `12,5 %`.
        public mutating func appendInterpolation(percent share: Double, decimals: Int = 1) {
            appendInterpolation { $0.numbers.percent(share, decimals: decimals) }
        }

        /// Every rupiah: `Rp 16.800`.
        public mutating func appendInterpolation(_ money: Rupiah) {
            appendInterpolation { $0.numbers.format(money) }
        }

        /// Money that can be said: `Rp 1,21 miliar`.
        public mutating func appendInterpolation(money rupiah: Double) {
            appendInterpolation { $0.money(rupiah) }
        }

        /// A part of the sentence.
        public mutating func appendInterpolation(text: Phrase.Text) {
            appendInterpolation(text.phrase)
        }

        /// A part that the sentence has only in some cases.
        public mutating func appendInterpolation(_ text: Phrase.Text, if isSaid: Bool) {
            if isSaid { appendInterpolation(text.phrase) }
        }

        public mutating func appendInterpolation(
            joined phrases: some Sequence<Phrase>, by separator: String
        ) {
            appendInterpolation { language in
                phrases.map { $0[language] }.joined(separator: separator)
            }
        }
    }
}
