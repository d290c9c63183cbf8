import Quantities

/// Where a value was set, by whom and on what authority.
///
/// Kept for every value through every layer, so that a figure in a report can be traced to the
/// line that decided it. Standard values have line 0.
///
/// A class, because every step of every cell carries one: copies share what was written.
public final class Provenance: Sendable {
    /// The file, as the reader of a message would name it.
    public let file: String
    /// The line in the file, from 1.
    public let line: Int
    /// The column in the line, from 1.
    public let column: Int
    /// The layer that set it: a scenario, a package, or a catalogue.
    public let layer: String
    /// How well the value is known; nil where its author did not say.
    public let mark: EvidenceMark?
    /// The cited source: a decree, a publication, a table.
    public let source: String?
    /// The region whose figure stands in for a missing one.
    public let borrowedFrom: RegionCode?
    /// The 90 % range that its author gives.
    public let range: ClosedRange<Double>?
    /// Of when the source is; nil where its author did not say.
    public let date: SourceDate?
    /// What continued the values of a table; nil for a value that was written.
    public let forecast: ForecastOrigin?

    /// A place, and what its author said about the value there; what was not said is nil.
    ///
    /// - Parameter layer: the name of the scenario, package or catalogue.
    public init(
        file: String, line: Int, column: Int, layer: String, mark: EvidenceMark? = nil,
        source: String? = nil, borrowedFrom: RegionCode? = nil, range: ClosedRange<Double>? = nil,
        date: SourceDate? = nil, forecast: ForecastOrigin? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.layer = layer
        self.mark = mark
        self.source = source
        self.borrowedFrom = borrowedFrom
        self.range = range
        self.date = date
        self.forecast = forecast
    }
}

extension Provenance: Hashable {
    public static func == (left: Provenance, right: Provenance) -> Bool {
        left === right
            || (left.file, left.line, left.column, left.layer)
                == (right.file, right.line, right.column, right.layer)
                && (left.mark, left.source, left.borrowedFrom, left.range, left.date)
                    == (right.mark, right.source, right.borrowedFrom, right.range, right.date)
                && left.forecast == right.forecast
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(file)
        hasher.combine(line)
        hasher.combine(column)
        hasher.combine(layer)
    }
}

/// Of when a figure is, and how long it may stand for later years.
public struct SourceDate: Hashable, Sendable {
    /// So many years before the first year of a scenario a figure may be from.
    public static let usualYears = 2

    /// As its author wrote it: `2023`, `2023-09`.
    public let text: String
    public let year: Int
    /// The last first year of a scenario for which its author vouches; nil for the usual span.
    public let lastYear: Int?

    /// - Parameters:
    ///   - text: a year, behind which a month may stand; nothing is made of another text.
    ///   - until: the last year, or a month in it; nil where nobody said.
    public init?(_ text: String, until: String? = nil) {
        guard let year = Self.year(text) else { return nil }
        let last = until.flatMap(Self.year)
        guard until == nil || last != nil else { return nil }
        (self.text, self.year, lastYear) = (text, year, last)
    }

    /// Whether a figure is too old for a scenario that begins in a year.
    public func isStale(in year: Int) -> Bool { year > lastYear ?? self.year + Self.usualYears }

    private static func year(_ text: String) -> Int? {
        text.utf8.count == 4 ? Int(text).flatMap { $0 > 0 ? $0 : nil } : Month(text)?.year
    }
}

/// How values beyond the last observation came about.
public struct ForecastOrigin: Hashable, Sendable {
    /// The method as the field writes it, with the form chosen.
    public let method: String
    /// The first observation.
    public let first: Month
    /// The last observation: the origin.
    public let last: Month
    /// How many observations there are.
    public let count: Int

    /// What was fitted to which observations.
    public init(method: String, first: Month, last: Month, count: Int) {
        self.method = method
        self.first = first
        self.last = last
        self.count = count
    }
}
