import Formats
import Foundation

/// What the terminal can show.
public struct TerminalStyle: Sendable, Equatable {
    /// Columns of text that fit; nil where there is no limit, as in a file.
    public let width: Int?
    /// Whether colours and weights may be used.
    public let isColoured: Bool

    /// - Parameters:
    ///   - width: nil for no limit.
    ///   - isColoured: false for text that may be kept.
    public init(width: Int? = nil, isColoured: Bool = false) {
        self.width = width
        self.isColoured = isColoured
    }

    /// The style of a stream: its window's width, colour only on a terminal and without `NO_COLOR`
    /// (no-color.org).
    public static func of(
        _ descriptor: Int32,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> TerminalStyle {
        guard isatty(descriptor) == 1 else {
            return TerminalStyle(width: environment["COLUMNS"].flatMap { Int($0) })
        }
        var size = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let isPlain =
            !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return TerminalStyle(width: known ? Int(size.ws_col) : 80, isColoured: !isPlain)
    }

    /// Codes that ``wrapped(_:_:)`` writes.
    private static let codes = ["0", "1", "2", "36"].map { "\u{1B}[\($0)m" }

    /// A text for a terminal, in which control characters are shown and not obeyed, but for the
    /// codes of weights and colours.
    public static func shown(_ text: String) -> String {
        guard ControlCharacters.hasAny(text) else { return text }
        let parts = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
        let rest = parts.dropFirst().map { part -> String in
            let code = codes.first { ("\u{1B}" + part).hasPrefix($0) } ?? "\u{1B}"
            let own = code.count > 1 ? code : "\\u{1b}"
            return own + ControlCharacters.shown(String(part.dropFirst(code.count - 1)))
        }
        return ControlCharacters.shown(String(parts[0])) + rest.joined()
    }

    /// A heading above a table.
    public func heading(_ text: String) -> String { bold(text) }

    /// Headings and sums.
    func bold(_ text: String) -> String { wrapped(text, "1") }
    /// Rules.
    func faint(_ text: String) -> String { wrapped(text, "2") }
    /// Bars.
    func cyan(_ text: String) -> String { wrapped(text, "36") }

    /// The text between an ANSI code and its end.
    private func wrapped(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
