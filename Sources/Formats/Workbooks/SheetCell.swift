/// A cell of a sheet that is written.
package struct SheetCell: Sendable {
    package enum Content: Sendable {
        case blank
        /// A text, whatever it begins with: it is never taken for a formula.
        case text(String)
        case number(Double)
        /// A formula in the notation of files (English names, commas), with what it comes to.
        case formula(String, Double)
    }

    /// How a number is shown.
    package enum NumberFormat: String, Sendable {
        case general = "General"
        case text = "@"
        case whole = "#,##0"
        case rupiah = "\"Rp\" #,##0"
        case share = "0.0%"
        /// One decimal to four.
        case decimal = "#,##0.0###"
        case hundredths = "#,##0.00"
        /// Differences, which show their sign.
        case signed = "+#,##0;-#,##0;0"
        case signedPoints = "+0.00;-0.00;0.00"
        /// Large amounts on an axis, in thousands of millions.
        case billions = "#,##0.0,,,"
    }

    package enum Alignment: Sendable { case natural, left, right, centre }

    /// How a cell looks.
    package struct Style: Hashable, Sendable {
        package var format = NumberFormat.general
        package var isBold = false
        package var isItalic = false
        package var size = 10.0
        package var colour: UInt32 = 0x1F2933
        package var fill: UInt32?
        /// A thin line around it, in this colour.
        package var border: UInt32?
        /// A line above it: a sum.
        package var hasRule = false
        package var isWrapped = false
        package var alignment = Alignment.natural
        /// Whether it may be edited where the sheet is protected.
        package var isOpen = false

        package init() {}

        /// The style with some things changed.
        package func with(_ change: (inout Style) -> Void) -> Style {
            var style = self
            change(&style)
            return style
        }
    }

    package var content: Content
    package var style: Style
    /// What a note on the cell says.
    package var comment: String?

    package init(_ content: Content, _ style: Style = Style(), comment: String? = nil) {
        self.content = content
        self.style = style
        self.comment = comment
    }

    package static func text(_ text: String, _ style: Style = Style()) -> SheetCell {
        SheetCell(.text(text), style)
    }

    package static func number(_ number: Double, _ style: Style) -> SheetCell {
        SheetCell(.number(number), style)
    }
}
