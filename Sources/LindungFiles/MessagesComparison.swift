import Analysis
import Policy
import Quantities

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
    /// Sums over other places differ for no reason that a scenario gives.
    static func otherRegions(_ name: String, only: [String], lacks: [String]) -> Phrase {
        let these = onlyIn(only, lacks)
        return Phrase(
            id: "daerah '\(name)' lain dari skenario acuan (\(these.indonesian))",
            en: "'\(name)' has other regions than the baseline (\(these.english))")
    }

    /// What only one of two scenarios has: `hanya di sini: a, b; hanya di acuan: c`.
    static func onlyIn(_ only: [String], _ lacks: [String]) -> Phrase {
        Phrase { language in
            let isIndonesian = language == .indonesian
            let here = isIndonesian ? "hanya di sini" : "only here"
            let base = isIndonesian ? "hanya di acuan" : "only in the baseline"
            return [(here, only), (base, lacks)].filter { !$0.1.isEmpty }
                .map { "\($0.0): \(list($0.1))" }.joined(separator: "; ")
        }
    }

    /// What to do about other regions.
    static let sameRegions = Phrase(
        id: "bandingkan skenario dari daerah yang sama",
        en: "compare scenarios of the same regions")
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

    /// A sum of money that cannot be counted.
    static func tooMuchMoney(_ fault: MoneyFault, _ region: String) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (name, member) = subject(of: fault)
            let (sum, most) = (
                numbers.format(fault.amount / 1e12), numbers.format(fault.most / 1e12)
            )
            let place = "\(member), \(region), \(fault.year)"
            return language == .indonesian
                ? "\(name[language]) mencapai Rp \(sum) triliun, lebih dari Rp \(most) triliun "
                    + "yang dapat dihitung utuh; bagian terbesarnya \(place)"
                : "\(name[language]) come to Rp \(sum) trillion, more than the Rp \(most) trillion "
                    + "that can be counted whole; the largest part is \(place)"
        }
    }

    /// What a sum is of, and the segment or purse that has the largest part.
    private static func subject(of fault: MoneyFault) -> (name: Phrase, member: String) {
        switch fault.subject {
        case .measure(let measure, let segment):
            let name = measure.rawValue
            return (ColumnName.heading(name) ?? Phrase(id: name, en: name), segment.name)
        case .ceilings(let purse): return (Phrase(id: "pagu", en: "ceilings"), purse.name)
        }
    }

    /// Which values to look at.
    static func tooMuchMoneyHint(_ fault: MoneyFault) -> Phrase {
        let keys = fault.keys.map { $0 + "." + subject(of: fault).member }.joined(separator: ", ")
        return Phrase(id: "periksa \(keys)", en: "check \(keys)")
    }

    /// A fault of the model that no check of the input foresaw; the detail names segment and rate.
    static func notComputable(_ detail: String) -> Phrase {
        Phrase(
            id: "skenario ini tidak dapat dihitung (\(detail))",
            en: "this scenario cannot be computed (\(detail))")
    }
}
