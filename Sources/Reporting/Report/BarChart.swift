/// A picture of a few numbers in a terminal: one bar a line, in eighths of a character.
///
///     2025  ████████████ 33,4 %
///     2026  ████████████▌ 34,9 %
package struct BarChart: Sendable {
    /// A bar: its label, its length's number, and the text at its end.
    package struct Bar: Sendable, Equatable {
        /// What stands before the bar.
        package let label: String
        /// The length, in any unit; NaN has no bar.
        package let value: Double
        package let text: String

        package init(label: String, value: Double, text: String) {
            self.label = label
            self.value = value
            self.text = text
        }
    }

    /// Blocks of 0/8 to 7/8 of a character, for the end of a bar.
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// In order from the top.
    private let bars: [Bar]
    /// The number of a full bar; nil takes the largest.
    private let full: Double?
    private let length: Int
    private let style: TerminalStyle

    /// - Parameters:
    ///   - full: the number of a bar of full length; the largest one where nil.
    ///   - length: characters of a full bar.
    package init(
        _ bars: [Bar], full: Double? = nil, length: Int = 36,
        style: TerminalStyle = TerminalStyle()
    ) {
        self.bars = bars
        self.full = full
        self.length = length
        self.style = style
    }

    /// The bars as lines; all start at zero and share a scale. Negative numbers have no bar.
    package var text: String {
        let width = bars.map(\.label.count).max() ?? 0
        let largest = full ?? bars.map(\.value).filter(\.isFinite).max() ?? 0
        return bars.map { bar in
            let label = TerminalTable.padded(bar.label, to: width, right: false)
            let isDrawn = largest > 0 && bar.value.isFinite
            let share = isDrawn ? min(1, max(0, bar.value) / largest) : 0
            return "\(label)  \(style.cyan(line(share))) \(bar.text)"
        }.joined(separator: "\n")
    }

    /// A bar of a share of the full length, to the nearest eighth of a character.
    private func line(_ share: Double) -> String {
        let parts = Int((share * Double(length) * 8).rounded())
        return String(repeating: "█", count: parts / 8) + Self.eighths[parts % 8]
    }
}
