import Quantities

extension Phrase {
    static func sizes(_ least: Int, _ most: Int) -> Phrase {
        Phrase(id: "\(least) sampai \(most)", en: "\(least) to \(most)")
    }

    static func boxCount(_ count: Int) -> Phrase {
        Phrase(id: "\(count) kotak tidak dapat dicari", en: "cannot look for \(count) boxes")
    }

    /// Every point or none is of interest.
    ///
    ///     tidak satu pun dari 48 titik adalah kasus: kekurangan pagu di bawah Rp 0
    static func allOrNone(_ isAll: Bool, _ case: Phrase, of count: Int) -> Phrase {
        Phrase(
            id: isAll
                ? "semua \(count) titik adalah kasus: \(`case`.indonesian)"
                : "tidak satu pun dari \(count) titik adalah kasus: \(`case`.indonesian)",
            en: isAll
                ? "all \(count) points are cases: \(`case`.english)"
                : "none of the \(count) points is a case: \(`case`.english)")
    }

    static func noValues(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' tidak punya nilai di titik mana pun",
            en: "'\(name)' has no value at any point")
    }

    /// How many there should be.
    ///
    /// Thirty for each input and a hundred in all is where boxes begin to hold for other points
    /// too.
    static func fewPointsHint(_ inputs: Int) -> Phrase {
        let count = max(100, 30 * inputs)
        let design = "'design: { kind: lhs, points: \(count), seed: 1 }'"
        return Phrase(
            id: "pakai paling sedikit \(count) titik: \(design)",
            en: "use at least \(count) points: \(design)")
    }
}
