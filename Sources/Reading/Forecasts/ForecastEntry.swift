import Analysis
import Forecasting
import Formats
import Policy
import Quantities

/// Reads what stands behind `forecast` in an entry: the table of observations and the method that
/// continues them.
///
///     poverty.headcount: { forecast: { table: poverty/history.csv, column: p0, method: auto } }
///
/// Rows are chosen as in any table of values; a column `series` is chosen by `series: NAME`.
struct ForecastEntry {
    static let fields = ["table", "column", "series", "method", "locale"]

    let node: YAMLNode
    let method: MethodName
    /// The name of the rows in a column `series`; nil where region, segment and key choose them.
    let series: String?

    /// What an entry says of its forecast; nil after a fault.
    init?(_ entry: YAMLEntry, _ session: ReadingSession) {
        guard let field = entry.value["forecast"] else { return nil }
        guard field.value.entries != nil else {
            session.fault(
                field.position,
                Phrase(
                    id: "'forecast' berisi tabel pengamatan dan metodenya",
                    en: "'forecast' holds a table of observations and a method"),
                hint: Phrase(
                    id:
                        "sebut tabel dan kolomnya di antara kurung kurawal, dan metodenya bila"
                        + " perlu",
                    en: "name the table and its column in braces, and a method where one is wanted")
            )
            return nil
        }
        node = field.value
        guard FieldReader(session: session).check(node, allowed: Self.fields) else { return nil }
        series = node["series"]?.value.text
        guard let named = node["method"] else {
            method = .auto
            return
        }
        let text = named.value.text ?? ""
        guard let method = MethodName(rawValue: text) else {
            session.fault(
                named.value.position, Phrase.unknownMethod(text),
                hint: Phrase.nearest(text, among: MethodName.allCases.map(\.rawValue)))
            return nil
        }
        self.method = method
    }
}

extension Phrase {
    static func unknownMethod(_ text: String) -> Phrase {
        Phrase(id: "metode '\(text)' tidak dikenal", en: "unknown method '\(text)'")
    }

    /// Why observations cannot be continued.
    ///
    /// - Parameter time: of the step at fault, where it has one.
    static func cannotForecast(
        _ what: String, _ fault: FitFault, at time: String? = nil
    ) -> Phrase {
        let reason = unfitted(fault, at: time)
        return Phrase(
            id: "'\(what)' tidak dapat diramalkan: \(reason.indonesian)",
            en: "'\(what)' cannot be forecast: \(reason.english)")
    }

    /// Why a method has nothing to say of a series.
    static func unfitted(_ fault: FitFault, at time: String? = nil) -> Phrase {
        let place = "\((fault.step ?? 0) + 1)" + (time.map { " (\($0))" } ?? "")
        return switch fault {
        case .tooShort(let needed, let have):
            Phrase(
                id: "hanya ada \(have) pengamatan, perlu sedikitnya \(needed)",
                en: "there are only \(have) observations, \(needed) are needed")
        case .missing:
            Phrase(
                id: "pengamatan ke-\(place) kosong, dan metode ini tidak menerima celah",
                en: "observation \(place) is missing, and this method takes no gaps")
        case .notPositive:
            Phrase(
                id: "pengamatan ke-\(place) tidak lebih dari nol, dan metode ini membutuhkannya",
                en: "observation \(place) is not above zero, as this method needs")
        case .outOfRange, .outOfBounds:
            Phrase(
                id: "pengamatan ke-\(place) di luar batasnya",
                en: "observation \(place) lies outside its bounds")
        case .falling:
            Phrase(
                id: "pengamatan ke-\(place) lebih rendah daripada yang sebelumnya, padahal metode"
                    + " ini membaca jumlah kumulatif semua yang sudah ikut",
                en: "observation \(place) is below the one before it, and this method reads the"
                    + " cumulative number of all who have adopted")
        case .constant:
            Phrase(
                id: "semua pengamatannya sama, dan metode ini tidak dapat belajar darinya",
                en: "all observations are equal, and this method learns nothing from them")
        case .notConverged:
            Phrase(
                id: "pencarian parameternya tidak sampai pada jawaban",
                en: "the search for its parameters came to no answer")
        }
    }
}
