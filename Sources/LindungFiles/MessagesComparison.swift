import Policy

/// Scenarios that cannot be computed or cannot stand side by side.
extension Messages {
    static func unknownScenario(_ name: String) -> Phrase {
        Phrase(
            id: "tidak ada skenario bernama '\(name)' di antara yang dibandingkan",
            en: "none of the compared scenarios is named '\(name)'")
    }

    static func duplicateScenario(_ name: String) -> Phrase {
        Phrase(id: "dua skenario bernama '\(name)'", en: "two scenarios are named '\(name)'")
    }

    static let renameScenario = Phrase(
        id: "ubah 'name' di salah satunya", en: "change 'name' in one of them")

    static func otherYears(_ name: String, _ years: [Int], _ base: [Int]) -> Phrase {
        let (mine, theirs) = (span(years), span(base))
        return Phrase(
            id: "'\(name)' mencakup \(mine), skenario acuan \(theirs)",
            en: "'\(name)' covers \(mine), the baseline \(theirs)")
    }

    private static func span(_ years: [Int]) -> String {
        guard let first = years.first, let last = years.last else { return "–" }
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    static let sameHorizon = Phrase(
        id: "beri horizon yang sama", en: "give them the same horizon")
    static let sameFrame = Phrase(
        id: "hanya skenario dengan daerah, horizon, segmen dan sumber dana yang sama",
        en: "only scenarios with the same regions, horizon, segments and purses")

    static func mismatch(_ fault: PolicyMismatch) -> Phrase {
        switch fault {
        case .horizon: Phrase(id: "horizonnya berbeda", en: "their horizons differ")
        case .regions: Phrase(id: "daerahnya berbeda", en: "their regions differ")
        case .segments:
            Phrase(
                id: "segmen atau urutannya berbeda", en: "their segments or their order differ")
        case .purses:
            Phrase(
                id: "sumber dana atau urutannya berbeda", en: "their purses or their order differ")
        case .cohorts: Phrase(id: "kohornya berbeda", en: "their cohorts differ")
        case .transitions:
            Phrase(
                id: "tabel peluang bulanannya berbeda",
                en: "their tables of monthly probabilities differ")
        }
    }

    static func notComputable(_ detail: String) -> Phrase {
        Phrase(
            id: "skenario ini tidak dapat dihitung (\(detail))",
            en: "this scenario cannot be computed (\(detail))")
    }
}
