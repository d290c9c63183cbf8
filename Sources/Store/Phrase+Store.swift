import Formats
import Quantities

extension Phrase {
    static func together(_ differences: [Phrase]) -> Phrase {
        Phrase { language in differences.map { $0[language] }.joined(separator: "; ") }
    }

    static let otherFolder = Phrase(
        id: "pakai --out lain, atau --start-over untuk membuangnya",
        en: "use another --out, or --start-over to discard it")

    static func otherStore(_ differences: [Phrase]) -> Phrase {
        let list = together(differences)
        return Phrase(
            id: "folder ini berisi sapuan lain: \(list.indonesian)",
            en: "this folder holds another sweep: \(list.english)")
    }

    static func otherVersion(_ found: String, _ asked: String) -> Phrase {
        Phrase(
            id: "dihitung dengan versi \(found), sekarang \(asked)",
            en: "computed with version \(found), now \(asked)")
    }

    static func pointsMissing(_ ranges: [Range<Int>]) -> Phrase {
        let count = ranges.reduce(0) { $0 + $1.count }
        let texts = ranges.map {
            $0.count == 1 ? "\($0.lowerBound + 1)" : "\($0.lowerBound + 1)–\($0.upperBound)"
        }
        return Phrase(
            id: "\(count) perhitungan belum ada: \(list(texts))",
            en: count == 1
                ? "1 evaluation is missing: \(list(texts))"
                : "\(count) evaluations are missing: \(list(texts))")
    }
}
