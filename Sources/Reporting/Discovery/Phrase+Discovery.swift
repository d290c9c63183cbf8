import Exploration
import Quantities

extension Phrase {
    static func discoverPoints(missing: Int, policies: Int) -> [Phrase] {
        var notes: [Phrase] = []
        if policies > 1 {
            notes.append(
                Phrase(
                    id: "Setiap titik dihitung untuk \(policies) kebijakan",
                    en: "Each point counts once for each of \(policies) policies"))
        }
        if missing > 0 {
            notes.append(
                Phrase(
                    "\(missing) titik lain tanpa hasil", en: "\(missing) more points have no result"
                ))
        }
        return notes
    }

    /// A box as a sentence.
    ///
    ///     Bila pagu dbh-cht di bawah Rp 1,25 miliar per tahun, 82 % titik adalah kasus (tak
    ///     terdanai
    ///     di atas Rp 0); itu 67 % dari semua kasus
    ///
    /// Density first, then coverage: how sure the rule is, then how much of the trouble it
    /// explains.
    static func box(_ limits: Phrase, _ case: Phrase, _ step: PrimStep) -> Phrase {
        Phrase(
            "Bila \(limits), \(percent: step.density, decimals: 0) titik adalah kasus (\(`case`));"
                + " itu \(percent: step.coverage, decimals: 0) dari semua kasus",
            en: "If \(limits), \(percent: step.density, decimals: 0) of the points are cases"
                + " (\(`case`)); that is \(percent: step.coverage, decimals: 0) of all cases")
    }

    /// Why a box was chosen among the steps of its search.
    ///
    ///     cakupan terbesar di antara kotak yang kepadatannya paling sedikit 80 %
    static func rule(_ rule: DiscoveryFinding.Rule) -> Phrase {
        switch rule {
        case .dense(let density):
            Phrase(
                "cakupan terbesar di antara kotak yang kepadatannya paling sedikit"
                    + " \(percent: density, decimals: 0)",
                en: "the most coverage among boxes with a density of at least"
                    + " \(percent: density, decimals: 0)")
        case .balanced(let density):
            Phrase(
                "tidak ada kotak dengan kepadatan \(percent: density, decimals: 0), maka yang"
                    + " ukuran"
                    + " F-nya (cakupan dan kepadatan) terbesar",
                en: "no box has a density of \(percent: density, decimals: 0), so the greatest"
                    + " F-measure of coverage and density")
        }
    }

    /// Limits that the points at hand do not prove.
    ///
    ///     batas ini bisa jadi kebetulan: quota.pedagang 2026-01 (kotak 1, p = 0,24)
    ///
    /// A quasi-p-value is no test: the points that judge the limit have also chosen it.
    static func mayBeLuck(_ items: [(box: Int, name: String, p: Double)]) -> Phrase {
        let each = items.map {
            Phrase(same: "\($0.name) (\(boxColumn) \(digits: $0.box), p = \($0.p, decimals: 2))")
        }
        return Phrase(
            "batas ini bisa jadi kebetulan: \(joined: each, by: ", ")",
            en: "these limits may be luck: \(joined: each, by: ", ")")
    }

    /// The first box on points that it was not found from, as a sentence.
    static func onFreshPoints(_ tally: FreshBoxes.Tally) -> Phrase {
        guard tally.points > 0 else {
            return Phrase(
                id: "Titik baru tidak ada yang jatuh di kotak itu: jangan dipakai.",
                en: "No fresh point fell into that box: do not rely on it.")
        }
        return Phrase(
            "Pada titik yang tidak dipakai mencarinya: \(percent: tally.density, decimals: 0) dan"
                + " \(percent: tally.coverage, decimals: 0).",
            en: "On points that it was not found from: \(percent: tally.density, decimals: 0) and"
                + " \(percent: tally.coverage, decimals: 0).")
    }

    static func freshPoints(_ tally: FreshBoxes.Tally) -> Phrase {
        let parts = FreshBoxes.parts
        return Phrase(
            "\(tally.cases) dari \(tally.points) titik adalah kasus; itu"
                + " \(percent: tally.coverage, decimals: 0) dari semua kasus (dicari dari"
                + " \(digits: parts - 1) bagian, diuji pada bagian yang tersisa, bergiliran)",
            en: "\(tally.cases) of \(tally.points) points are cases; that is"
                + " \(percent: tally.coverage, decimals: 0) of all cases (found from"
                + " \(digits: parts - 1) parts, tested on the part left out, in turn)")
    }

    static func tooFewCases(_ cases: Int, _ needed: Int) -> Phrase {
        Phrase(
            id: "\(cases) kasus terlalu sedikit untuk menguji kotak pada titik baru; sekitar"
                + " \(needed) titik cukup",
            en: "\(cases) cases are too few to test a box on fresh points; about \(needed) points"
                + " would do")
    }

    static func dropped(_ inputs: [String]) -> Phrase {
        let names = Phrase { _ in inputs.joined(separator: ", ") }
        return Phrase(
            "batas ini dapat dijelaskan oleh kebetulan: \(names)",
            en: "luck explains these limits: \(names)")
    }

    static let tradeOff = Phrase(
        id: "Kepadatan terhadap cakupan, kotak 1", en: "Density against coverage, box 1")

    static let boxColumn = Phrase(id: "kotak", en: "box")

    static let chosen = Phrase(id: "dipilih", en: "chosen")

    static func casesAnswer(_ case: Phrase, cases: Int, of count: Int) -> Phrase {
        let share = Double(cases) / Double(max(1, count))
        return Phrase(
            "Pada \(cases) dari \(count) titik (\(percent: share, decimals: 0)) \(`case`).",
            en: "\(cases) of \(count) points (\(percent: share, decimals: 0)) have \(`case`).")
    }
}
