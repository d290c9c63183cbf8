import Quantities

/// Reads numbers and months as planners write them, noting what they cannot mean.
///
/// Numbers go through `parseDouble`; see `parseNumber` for what is accepted. Under a declared
/// locale its marks count, with two cares. `20,000` persons under `id-ID` would be twenty: a count
/// or an amount of money with thousandths is more likely thousands, and is a fault with both
/// readings. `0.65` under `id-ID` has no other meaning than the one that programs write it with,
/// so it is read.
///
///     1200    1.355,90    'Rp 16.800'    '12,5 %'    0.025    2.016e+008
package struct ScalarReader {
    /// Where faults are noted.
    package let session: ReadingSession
    /// How the numbers are written; nil where that is not declared.
    package let locale: NumberLocale?
    /// Whether persons may be given as a share of the eligible too.
    package var takesShare = false

    package init(session: ReadingSession, locale: NumberLocale?, takesShare: Bool = false) {
        self.session = session
        self.locale = locale
        self.takesShare = takesShare
    }

    /// A number in a unit; a unit of nil accepts any.
    ///
    /// - Parameters:
    ///   - text: as written; a percent sign divides by 100.
    ///   - unit: decides whether `%` or `Rp` may stand with it; the number itself is not converted.
    ///   - isAverage: whether the number is one of few persons, with decimals, and no count.
    ///   - whole: the range that the number is an end of, for hints.
    ///   - position: where faults are told.
    /// - Returns: nil after a fault: `%` of persons or money; `Rp` of anything else than money; a
    ///   text that is empty or no number, has two meanings, is not finite or has too many digits.
    package func number(
        _ text: String, unit: Unit?, isAverage: Bool = false, endOf whole: String? = nil,
        at position: Position
    ) -> Double? {
        guard !text.isEmpty else {
            session.fault(position, Phrase.numberMissing, hint: unit.map(Phrase.unitHint))
            return nil
        }
        if let unit {
            if text.hasSuffix("%"), !unit.isRelative {
                session.fault(
                    position, Phrase.percentOf(text, unit),
                    hint: takesShare ? Phrase.percentHint(whole ?? text) : nil)
                return nil
            }
            if namesRupiah(text), !unit.isMoney {
                session.fault(position, Phrase.moneyOf(text, unit))
                return nil
            }
        }
        let runsToThousands = unit?.runsToThousands == true && !isAverage
        do {
            let number = try parseDouble(text, locale: locale)
            guard runsToThousands, let fault = thousands(text, number) else { return number }
            session.fault(
                position, Phrase.number(fault),
                hint: Phrase.eitherReading(fault, locale, unit))
        } catch {
            if let number = decimals(text, runsToThousands) { return number }
            session.fault(
                position, Phrase.number(error), hint: Phrase.numberHint(error, locale, unit))
        }
        return nil
    }

    /// The two readings of a number that has three decimals by the declared locale and thousands by
    /// the other; nil where it has one reading.
    private func thousands(_ text: String, _ number: Double) -> NumberTextFault? {
        guard let locale,
            let indonesian = try? parseNumber(text, locale: .indonesian),
            let english = try? parseNumber(text, locale: .english),
            abs((locale == .indonesian ? english : indonesian).value) > abs(number)
        else { return nil }
        return .ambiguous(text, asIndonesian: "\(indonesian)", asEnglish: "\(english)")
    }

    /// A number with the decimal point of programs in a file that declares Indonesian, where the
    /// point can mean nothing else: of counts and money only behind more digits than a group of
    /// thousands has, since `16.80` may lack one.
    private func decimals(_ text: String, _ runsToThousands: Bool) -> Double? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard locale == .indonesian, halves.count == 2, !text.contains(","),
            !runsToThousands || halves[0].count(where: \.isNumber) > 3
        else { return nil }
        return try? parseDouble(text, locale: .english)
    }

    /// A month such as `2026-05`; the hint of a fault is the month that `26-5` or `2026-05-01`
    /// seems to mean.
    package func month(_ text: String, at position: Position) -> Month? {
        if let month = Month(text) { return month }
        session.fault(position, Phrase.notAMonth(text), hint: Phrase.monthHint(text))
        return nil
    }

    /// A month out of a node.
    package func month(_ node: YAMLNode) -> Month? {
        guard let text = node.text else {
            session.fault(node.position, Phrase.expected(Phrase.aMonth))
            return nil
        }
        return month(text, at: node.position)
    }

    /// A range such as `5 .. 50`, its lower end first, both ends in the unit of the value.
    ///
    /// Faults: not two texts with two dots between, an end that is no number, ends in the wrong
    /// order.
    package func range(_ text: String, unit: Unit?, at position: Position) -> ClosedRange<Double>? {
        guard let halves = Self.halves(of: text) else {
            session.fault(
                position, Phrase.notARange(text),
                hint: MeantNumber.range(text, locale).map { Phrase.didYouMean($0) }
                    ?? Phrase.rangeHint)
            return nil
        }
        let ends = halves.map { number($0, unit: unit, endOf: text, at: position) }
        guard let low = ends[0], let high = ends[1] else { return nil }
        return range(low, high, written: text, at: position)
    }

    /// The range between two ends, which must stand in order.
    package func range(
        _ low: Double, _ high: Double, written: String, at position: Position
    ) -> ClosedRange<Double>? {
        guard low <= high else {
            let turned = Self.halves(of: written).map { "\($0[1]) .. \($0[0])" }
            session.fault(
                position, Phrase.rangeReversed(written),
                hint: turned.map { Phrase.didYouMean($0) } ?? Phrase.rangeHint)
            return nil
        }
        return low...high
    }

    /// The two texts around two dots; nil where there are not exactly two of them.
    package static func halves(of text: String) -> [String]? {
        let halves = text.split(separator: "..", omittingEmptySubsequences: false).map { half in
            String(half.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return halves.count == 2 && !halves.contains("") && !text.contains("...") ? halves : nil
    }
}

extension Unit {
    /// Whether a percentage can be a value in this unit.
    var isRelative: Bool { [.share, .perYear, .factor, .percent].contains(self) }

    /// Whether numbers in the unit run to thousands and have no thousandths: people and money.
    var runsToThousands: Bool { isMoney || [.person, .family, .personMonth].contains(self) }

    /// Whether the unit counts rupiah.
    package var isMoney: Bool {
        [.rupiah, .rupiahPerMonth, .rupiahPerYear, .rupiahPerPersonMonth].contains(self)
    }
}
