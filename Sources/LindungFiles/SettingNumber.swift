import Policy
import Quantities

/// Reads numbers and months as planners write them, noting what they cannot mean.
///
/// Numbers go through `parseNumber`, exactly; see there for what is accepted.
///
///     1200    1.355,90    'Rp 16.800'    '12,5 %'    0.025
struct ScalarReader {
    /// Where faults are noted.
    let session: ReadingSession
    /// How the numbers are written; nil where that is not declared.
    let locale: NumberLocale?

    /// A number in a unit; a unit of nil accepts any.
    ///
    /// - Parameters:
    ///   - text: as written; a percent sign divides by 100.
    ///   - unit: decides whether `%` or `Rp` may stand with it; the number itself is not converted.
    ///   - position: where faults are told.
    /// - Returns: nil after a fault: `%` of persons or money; `Rp` of anything else than money; a
    ///   text that
    /// is no number, has two meanings without a locale, is not finite or has too many digits.
    func number(_ text: String, unit: Unit?, at position: Position) -> Double? {
        if let unit {
            if text.hasSuffix("%"), !unit.isRelative {
                session.fault(
                    position, Messages.percentOf(text, unit), hint: Messages.percentHint(unit))
                return nil
            }
            if text.hasPrefix("Rp"), !unit.isMoney {
                session.fault(position, Messages.moneyOf(text, unit))
                return nil
            }
        }
        do {
            return try parseNumber(text, locale: locale).value
        } catch {
            session.fault(
                position, Messages.number(error), hint: Messages.numberHint(error, locale, unit))
            return nil
        }
    }

    /// A month such as `2026-05`; the hint of a fault is the month that `26-5` or `2026-05-01`
    /// seems to mean.
    func month(_ text: String, at position: Position) -> Month? {
        if let month = Month(text) { return month }
        session.fault(position, Messages.notAMonth(text), hint: Messages.monthHint(text))
        return nil
    }

    /// A month out of a node.
    func month(_ node: YAMLNode) -> Month? {
        guard let text = node.text else {
            session.fault(node.position, Messages.expected(Messages.aMonth))
            return nil
        }
        return month(text, at: node.position)
    }

    /// A range such as `5 .. 50`, its lower end first, both ends in the unit of the value.
    ///
    /// Faults: no two dots, an end that is no number, ends in the wrong order.
    func range(_ text: String, unit: Unit?, at position: Position) -> ClosedRange<Double>? {
        guard let dots = text.firstRange(of: "..") else {
            session.fault(position, Messages.notARange(text), hint: Messages.rangeHint)
            return nil
        }
        let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].map { half in
            number(Self.trimmed(half), unit: unit, at: position)
        }
        guard let low = ends[0], let high = ends[1] else { return nil }
        return range(low, high, written: text, at: position)
    }

    /// The range between two ends, which must stand in order.
    func range(
        _ low: Double, _ high: Double, written: String, at position: Position
    ) -> ClosedRange<Double>? {
        guard low <= high else {
            session.fault(position, Messages.rangeReversed(written), hint: Messages.rangeHint)
            return nil
        }
        return low...high
    }

    /// The text without blanks at either end.
    private static func trimmed(_ text: Substring) -> String {
        let body = text.drop { $0 == " " }
        return String(body.reversed().drop { $0 == " " }.reversed())
    }
}

extension Unit {
    /// Whether a percentage can be a value in this unit.
    var isRelative: Bool { [.share, .perYear, .factor, .percent].contains(self) }

    /// Whether the unit counts rupiah.
    var isMoney: Bool {
        [.rupiah, .rupiahPerMonth, .rupiahPerYear, .rupiahPerPersonMonth].contains(self)
    }
}
