import Exploration
import Formats
import Quantities

/// Writes what many draws come to as one text: `1,23 miliar (1,10 – 1,40)`, the median before the
/// 90 % range.
///
/// The three numbers have one scale and equally many decimals, so that they can be compared at a
/// glance. The median stands for the figure, not the mean: it always lies inside the range.
struct IntervalText {
    /// Whose words and number marks are used.
    let language: Language
    /// Whether figures are differences, so that those of shares are percentage points.
    var isDifference = false

    /// The text of a figure; a dash where no draw has it, the median alone where all draws agree.
    func text(_ summary: StreamedSummary, _ unit: Unit) -> String {
        guard summary.count > 0 else { return "–" }
        let ends = [summary.quantile(0.05), summary.quantile(0.95)]
        let median = summary.quantile(0.5)
        guard !summary.minimum.isAbout(summary.maximum) else {
            if unit == .share, isDifference { return Phrase.points(median, language) }
            if unit == .rupiah {
                return String(language.money(median).replacing("Rp ", with: ""))
            }
            return CellText(language: language).number(median, unit)
        }
        let size = max(ends[0].magnitude, ends[1].magnitude, median.magnitude)
        let scale = Scale(size, unit, isDifference: isDifference)
        let decimals = scale.decimals(size, between: ends)
        /// A number in the scale and decimals that all three share.
        func number(_ value: Double) -> String {
            language.numbers.format(value / scale.divisor, decimals: decimals)
        }
        let middle = number(median) + scale.suffix(language)
        return "\(middle) (\(number(ends[0])) – \(number(ends[1])))"
    }

    /// What numbers are divided by before they are written.
    private struct Scale {
        /// One for numbers that are written as they are.
        let divisor: Double
        /// What stands behind the median; the ends of the range have the same scale.
        let word: Phrase?

        /// Shares in percent; money in thousands of millions and so on.
        init(_ size: Double, _ unit: Unit, isDifference: Bool) {
            if unit == .share {
                (divisor, word) = (
                    0.01, isDifference ? Phrase.points : Phrase(id: "%", en: "%")
                )
            } else if unit.isMoney, let step = Self.steps.first(where: { size >= $0.0 }) {
                (divisor, word) = (step.0, step.1)
            } else {
                (divisor, word) = (1, nil)
            }
        }

        /// From the largest down; the first that a figure reaches is its scale.
        private static let steps: [(Double, Phrase)] = [
            (1e12, Phrase.trillion), (1e9, Phrase.billion), (1e6, Phrase.million),
        ]

        /// One for shares, two for large money; three more where the range is that narrow.
        func decimals(_ size: Double, between ends: [Double]) -> Int {
            guard word != nil else { return unitDecimals(size) }
            let usual = divisor == 0.01 ? 1 : size / divisor < 100 ? 2 : 1
            let width = (ends[1] - ends[0]) / divisor
            return usual + [0.1, 0.01, 0.001].count { width < $0 }
        }

        /// Counts have none; small numbers such as factors have three.
        private func unitDecimals(_ size: Double) -> Int { size < 10 ? 3 : size < 1000 ? 1 : 0 }

        /// The word with a blank before it, nothing where there is none.
        func suffix(_ language: Language) -> String { word.map { " " + $0[language] } ?? "" }
    }
}
