import Policy

/// Scenarios that cannot be computed or cannot stand side by side.
extension Messages {
    /// A baseline that is not among the scenarios.
    static func unknownScenario(_ name: String) -> Phrase {
        Phrase(
            id: "tidak ada skenario bernama '\(name)' di antara yang dibandingkan",
            en: "none of the compared scenarios is named '\(name)'")
    }

    /// Names tell scenarios apart in every table, so they must differ.
    static func duplicateScenario(_ name: String) -> Phrase {
        Phrase(id: "dua skenario bernama '\(name)'", en: "two scenarios are named '\(name)'")
    }

    /// What to do about two equal names.
    static let renameScenario = Phrase(
        id: "ubah 'name' di salah satunya", en: "change 'name' in one of them")

    /// Tables by year need the same years.
    static func otherYears(_ name: String, _ years: [Int], _ base: [Int]) -> Phrase {
        let (mine, theirs) = (span(years), span(base))
        return Phrase(
            id: "'\(name)' mencakup \(mine), skenario acuan \(theirs)",
            en: "'\(name)' covers \(mine), the baseline \(theirs)")
    }

    /// Years as a reader writes them: `2025–2030`.
    private static func span(_ years: [Int]) -> String {
        guard let first = years.first, let last = years.last else { return "–" }
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    /// What to do about other years.
    static let sameHorizon = Phrase(
        id: "beri 'horizon' yang sama", en: "give them the same horizon")
    /// What can be compared key by key.
    static let sameFrame = Phrase(
        id: "hanya skenario dengan daerah, periode, segmen dan sumber dana yang sama",
        en: "only scenarios with the same regions, horizon, segments and purses")

    /// Why two scenarios cannot be compared key by key.
    static func mismatch(_ fault: PolicyMismatch) -> Phrase {
        switch fault {
        case .horizon: Phrase(id: "periodenya berbeda", en: "their horizons differ")
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

    /// A fault of the model that no check of the input foresaw; the detail names segment and rate.
    static func notComputable(_ detail: String) -> Phrase {
        Phrase(
            id: "skenario ini tidak dapat dihitung (\(detail))",
            en: "this scenario cannot be computed (\(detail))")
    }
}
