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

    static func matchingCircle(_ purses: [String]) -> Phrase {
        let chain = purses.joined(separator: " -> ")
        return Phrase(
            id: "sumber dana saling menunggu: \(chain)", en: "purses wait for each other: \(chain)")
    }

    static let programmesHint: Phrase = {
        let list = Programme.allCases.map(\.rawValue).joined(separator: ", ")
        return Phrase(
            id: "contoh: 'programmes: [jkk, jkm]'; pilihan: \(list)",
            en: "for example 'programmes: [jkk, jkm]'; choices: \(list)")
    }()

    static func rowTwice(_ key: [String]) -> Phrase {
        let cell = key.joined(separator: ", ")
        return Phrase(id: "dua baris untuk \(cell)", en: "two rows for \(cell)")
    }
}
