/// Why a text names no single region.
package struct RegionFault: Error {
    /// What stands against it.
    package enum Kind {
        /// A well-formed code that no region has: `35.99`.
        case missing
        /// Neither a code nor a name.
        case unknown
        /// Something that names several regions: `Malang`, or `6206`, which BPS and Kemendagri
        /// read differently.
        case ambiguous
    }

    /// As it was written.
    package let text: String
    /// What is wrong with it.
    package let kind: Kind
    /// The regions that may have been meant, likeliest first.
    package let candidates: [RegionTable.Region]
}

/// Regions by the codes of BPS and by their names, as people write them.
///
/// A code of BPS is looked up and never made by putting a dot into it: `6206` is Sukamara, whose
/// code is `62.08`, while `62.06` is Katingan.
struct RegionNames: Sendable {
    /// By code of BPS.
    private let byBPS: [String: RegionTable.Region]
    /// By the letters of the whole name, and by those without the kind of region.
    private let byName: [String: [RegionTable.Region]]

    init(_ regions: [RegionTable.Region]) {
        byBPS = Dictionary(
            regions.compactMap { region in region.bpsCode.map { ($0, region) } },
            uniquingKeysWith: { first, _ in first })
        var byName: [String: [RegionTable.Region]] = [:]
        for region in regions {
            for name in Set(Self.keys(of: region)) { byName[name, default: []].append(region) }
        }
        self.byName = byName
    }

    func bps(_ code: String) -> RegionTable.Region? { byBPS[code] }

    /// The regions that a name fits; several where two share it, as a kabupaten and its kota do.
    func named(_ text: String) -> [RegionTable.Region] {
        let words = Self.words(text)
        return byName[words.joined()] ?? byName[Self.canonical(words).joined()] ?? []
    }

    /// The names that a text begins, such as `Kotawaringin`, else the one nearest to a misspelt
    /// one.
    func nearest(to text: String) -> [RegionTable.Region] {
        let letters = Self.canonical(Self.words(text)).joined()
        guard letters.count > 3 else { return [] }
        let begun = byName.keys.filter { $0.hasPrefix(letters) }.sorted().flatMap {
            byName[$0] ?? []
        }
        if (1...4).contains(begun.count) { return begun }
        return Suggestion.closest(to: letters, among: byName.keys.sorted()).flatMap { byName[$0] }
            ?? []
    }

    private static func keys(of region: RegionTable.Region) -> [String] {
        let words = canonical(words(region.name))
        let kind = region.code.level == .province ? "provinsi" : words.first ?? ""
        let bare = kinds.contains(words.first ?? "") ? Array(words.dropFirst()) : words
        return [bare.joined(), kind + bare.joined()]
    }

    /// The kinds of region that stand before a name.
    private static let kinds: Set<String> = ["kabupaten", "kota", "provinsi"]

    /// Words as they are written out; those that names may leave away are empty.
    private static let written = [
        "kab": "kabupaten", "kabupten": "kabupaten", "kodya": "kota", "kotamadya": "kota",
        "kotamadia": "kota", "kot": "kota", "prov": "provinsi", "propinsi": "provinsi",
        "kep": "kepulauan", "administrasi": "", "adm": "", "administratif": "", "dan": "",
        "daerah": "", "ibukota": "", "khusus": "provinsi", "istimewa": "provinsi",
        "dki": "provinsi", "di": "provinsi", "d": "", "i": "provinsi",
    ]

    /// The words of a text in small letters, without marks between them.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The same with shortened words written out, each kind of region once and before the name:
    /// `provinsi dki jakarta` is `provinsi jakarta`, and `blitar kab` is `kabupaten blitar`.
    private static func canonical(_ words: [String]) -> [String] {
        let words: [String] = words.map { written[$0] ?? $0 }.filter { !$0.isEmpty }
            .reduce(into: []) { if $0.last != $1 || !kinds.contains($1) { $0.append($1) } }
        guard words.count > 1, let kind = words.last, kinds.contains(kind),
            !kinds.contains(words[0])
        else { return words }
        return [kind] + words.dropLast()
    }
}

extension RegionTable {
    /// The region that a text names: a code of Kemendagri or BPS, or a name with or without what
    /// kind of region it is.
    ///
    /// A code of four digits is read by the table of BPS codes; where the same digits with a dot
    /// are the code of another region, both are named and neither is taken.
    ///
    ///     35.07    3507    Kab. Malang    KABUPATEN MALANG    Kayong Utara    Indonesia
    ///
    /// - Throws: ``RegionFault`` with what may have been meant.
    package func code(of text: String) throws(RegionFault) -> RegionCode {
        let text = text.trimmingBlanks
        if let code = RegionCode(text) {
            if exists(code) { return code }
            if let region = names.bps(text) { return region.code }
            throw RegionFault(text: text, kind: .missing, candidates: [])
        }
        if text.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            return try digits(text)
        }
        let found = text.lowercased() == "indonesia" ? [] : names.named(text)
        if found.count == 1 { return found[0].code }
        if found.count > 1 { throw RegionFault(text: text, kind: .ambiguous, candidates: found) }
        if text.lowercased() == "indonesia" { return .indonesia }
        throw RegionFault(text: text, kind: .unknown, candidates: near(text))
    }

    /// The region of four digits.
    private func digits(_ text: String) throws(RegionFault) -> RegionCode {
        let dotted = RegionCode(text.prefix(2) + "." + text.suffix(2)).flatMap { self[$0] }
        guard let bps = names.bps(text) else {
            throw RegionFault(text: text, kind: .unknown, candidates: dotted.map { [$0] } ?? [])
        }
        if let dotted, dotted.code != bps.code {
            throw RegionFault(text: text, kind: .ambiguous, candidates: [bps, dotted])
        }
        return bps.code
    }

    /// What a text that is no code and no name may stand for: a code that a spreadsheet has cut,
    /// one with a comma or blanks in it or with something behind it, or a misspelt name.
    private func near(_ text: String) -> [Region] {
        // A spreadsheet marks text by an apostrophe.
        let text = String(text.drop { "'’`".contains($0) })
        let parts = text.split { !$0.isASCII || !$0.isNumber }
        guard text.first?.isNumber == true, let first = parts.first else {
            return names.nearest(to: text)
        }
        if first.count == 4 {
            let dotted = RegionCode(first.prefix(2) + "." + first.suffix(2))
            return unique([names.bps(String(first)), dotted.flatMap { self[$0] }])
        }
        guard first.count == 2, parts.count > 1 else { return [] }
        let second = parts[1]
        let ends = second.count == 1 ? [second + "0", "0" + second] : [String(second)]
        return unique(ends.map { RegionCode(first + "." + $0).flatMap { self[$0] } })
    }

    /// Those that exist, each once.
    private func unique(_ regions: [Region?]) -> [Region] {
        var seen: Set<RegionCode> = []
        return regions.compactMap { $0 }.filter { seen.insert($0.code).inserted }
    }
}
