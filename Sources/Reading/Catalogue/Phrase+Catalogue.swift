import Policy
import Quantities

extension Phrase {
    static func worst(_ number: Double) -> Phrase {
        Phrase(id: "terburuk \(number)", en: "worst \(number)")
    }

    static func tables(_ count: Int, _ sources: Int) -> Phrase {
        Phrase(id: "\(count) tabel, \(sources) sumber", en: "\(count) tables, \(sources) sources")
    }

    static func catalogue(_ regions: Int, _ segments: Int, _ purses: Int) -> Phrase {
        Phrase(
            id: "\(regions) daerah, \(segments) segmen, \(purses) sumber dana",
            en: "\(regions) regions, \(segments) segments, \(purses) purses")
    }

    static func lawTree(_ parameters: Int, _ overlays: Int) -> Phrase {
        Phrase(
            id: "\(parameters) parameter, \(overlays) aturan sementara",
            en: "\(parameters) parameters, \(overlays) temporary rules")
    }

    static let notReproducible = Phrase(
        id: "hasil dapat bergantung pada banyaknya utas",
        en: "results may depend on the number of threads")

    static func matchesItself(_ purse: String) -> Phrase {
        Phrase(
            id: "sumber dana '\(purse)' tidak dapat mendampingi dirinya sendiri",
            en: "purse '\(purse)' cannot match itself")
    }

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

    static func noParentRegion(_ code: String, _ parent: String) -> Phrase {
        Phrase(
            id: "provinsi '\(parent)' dari daerah '\(code)' tidak ada di tabel",
            en: "the table lacks province '\(parent)' of region '\(code)'")
    }

    static func reservedPurse(_ id: String) -> Phrase {
        Phrase(
            id: "sumber dana tidak boleh bernama '\(id)': nama itu dipakai di tabel hasil",
            en: "a purse cannot be called '\(id)': tables of results use that name")
    }

    static let programmesHint: Phrase = {
        let list = Programme.allCases.map(\.rawValue).joined(separator: ", ")
        return Phrase(
            id: "contoh: 'programmes: [jkk, jkm]'; pilihan: \(list)",
            en: "for example 'programmes: [jkk, jkm]'; choices: \(list)")
    }()

    static let defaultsHint = Phrase(
        id: "contoh: 'settings: { route: bpu }'", en: "for example 'settings: { route: bpu }'")

    static func decimalComma(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' memakai koma; tabel di folder data memakai titik desimal",
            en: "'\(text)' has a comma; tables of the data folder have decimal points")
    }

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

    static func rowTwice(_ key: [String]) -> Phrase {
        let cell = key.joined(separator: ", ")
        return Phrase(id: "dua baris untuk \(cell)", en: "two rows for \(cell)")
    }
}
