import Policy
import Quantities

extension Phrase {
    /// How far a result was from a law.
    static func worst(_ number: Double) -> Phrase {
        Phrase(id: "terburuk \(number)", en: "worst \(number)")
    }

    /// How many tables the data folder has, and from how many sources.
    static func tables(_ count: Int, _ sources: Int) -> Phrase {
        Phrase(id: "\(count) tabel, \(sources) sumber", en: "\(count) tables, \(sources) sources")
    }

    /// How much the catalogues define.
    static func catalogue(_ regions: Int, _ segments: Int, _ purses: Int) -> Phrase {
        Phrase(
            id: "\(regions) daerah, \(segments) segmen, \(purses) sumber dana",
            en: "\(regions) regions, \(segments) segments, \(purses) purses")
    }

    /// How much the law files hold.
    static func lawTree(_ parameters: Int, _ overlays: Int) -> Phrase {
        Phrase(
            id: "\(parameters) parameter, \(overlays) aturan sementara",
            en: "\(parameters) parameters, \(overlays) temporary rules")
    }

    /// A BLAS that divides sums over threads.
    static let notReproducible = Phrase(
        id: "hasil dapat bergantung pada banyaknya utas",
        en: "results may depend on the number of threads")

    /// A purse in the catalogue that is to follow its own payments.
    static func matchesItself(_ purse: String) -> Phrase {
        Phrase(
            id: "sumber dana '\(purse)' tidak dapat mendampingi dirinya sendiri",
            en: "purse '\(purse)' cannot match itself")
    }

    /// Purses in the catalogue that wait for each other.
    static func matchingCircle(_ purses: [String]) -> Phrase {
        let chain = purses.joined(separator: " -> ")
        return Phrase(
            id: "sumber dana saling menunggu: \(chain)", en: "purses wait for each other: \(chain)")
    }

    /// A region that the table of regions has twice.
    ///
    /// Told at the second one, which is left out.
    static func duplicateRegion(_ code: String, line: Int) -> Phrase {
        Phrase(
            id: "daerah '\(code)' sudah ada di baris \(line)",
            en: "region '\(code)' already stands on line \(line)")
    }

    /// A kabupaten or kota whose province the table of regions lacks.
    static func noParentRegion(_ code: String, _ parent: String) -> Phrase {
        Phrase(
            id: "provinsi '\(parent)' dari daerah '\(code)' tidak ada di tabel",
            en: "the table lacks province '\(parent)' of region '\(code)'")
    }

    /// A purse that is called what results call the gap, the worker, the employer or the needs.
    static func reservedPurse(_ id: String) -> Phrase {
        Phrase(
            id: "sumber dana tidak boleh bernama '\(id)': nama itu dipakai di tabel hasil",
            en: "a purse cannot be called '\(id)': tables of results use that name")
    }

    /// How the programmes of a purse are written.
    static let programmesHint: Phrase = {
        let list = Programme.allCases.map(\.rawValue).joined(separator: ", ")
        return Phrase(
            id: "contoh: 'programmes: [jkk, jkm]'; pilihan: \(list)",
            en: "for example 'programmes: [jkk, jkm]'; choices: \(list)")
    }()

    /// How the settings of a segment or purse are written.
    static let defaultsHint = Phrase(
        id: "contoh: 'settings: { route: bpu }'", en: "for example 'settings: { route: bpu }'")

    /// A decimal comma in a table of the data folder, where points begin decimals.
    static func decimalComma(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' memakai koma; tabel di folder data memakai titik desimal",
            en: "'\(text)' has a comma; tables of the data folder have decimal points")
    }

    /// A value that lies below the lower end of its range or above the upper one.
    static func valueOutsideEnds(_ number: Double, low: Double, high: Double) -> Phrase {
        Phrase {
            let (value, low, high) = (
                $0.plain(number), $0.plain(low), $0.plain(high)
            )
            return $0 == .indonesian
                ? "nilai \(value) tidak terletak di antara ujung rentangnya, \(low) dan \(high)"
                : "value \(value) does not lie between the ends of its range, \(low) and \(high)"
        }
    }

    /// Two rows for the same key; which one holds cannot be known.
    static func rowTwice(_ key: [String]) -> Phrase {
        let cell = key.joined(separator: ", ")
        return Phrase(id: "dua baris untuk \(cell)", en: "two rows for \(cell)")
    }
}
