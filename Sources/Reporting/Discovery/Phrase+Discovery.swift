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
                Phrase { language in
                    let lost = language.numbers.format(Int64(missing))
                    return language == .indonesian
                        ? "\(lost) titik lain tanpa hasil"
                        : "\(lost) more points have no result"
                })
        }
        return notes
    }

    static func boxLabel(_ number: Int) -> Phrase {
        Phrase(id: "Kotak \(number)", en: "Box \(number)")
    }

    static let togetherLabel = Phrase(id: "Semua kotak", en: "All boxes")

    static let chosenLabel = Phrase(id: "Dipilih", en: "Chosen")

    static let doubtLabel = Phrase(id: "Perhatikan", en: "Beware")

    static let whereCasesAre = Phrase(id: "Di mana kasus itu terjadi", en: "Where the cases are")

    /// A box as a sentence.
    ///
    ///     Bila pagu dbh-cht di bawah Rp 1,25 miliar per tahun, 82 % titik adalah kasus (tak
    ///     terdanai
    ///     di atas Rp 0); itu 67 % dari semua kasus
    ///
    /// Density first, then coverage: how sure the rule is, then how much of the trouble it
    /// explains.
    static func box(_ limits: Phrase, _ case: Phrase, _ step: PrimStep) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let density = numbers.percent(step.density, decimals: 0)
            let coverage = numbers.percent(step.coverage, decimals: 0)
            return language == .indonesian
                ? "Bila \(limits[language]), \(density) titik adalah kasus (\(`case`[language]));"
                    + " itu \(coverage) dari semua kasus"
                : "If \(limits[language]), \(density) of the points are cases"
                    + " (\(`case`[language])); that is \(coverage) of all cases"
        }
    }

    /// What several boxes hold together.
    ///
    /// Boxes do not overlap in what they count: each holds cases that earlier ones left.
    static func boxesTogether(_ count: Int, coverage: Double) -> Phrase {
        Phrase { language in
            let share = language.numbers.percent(coverage, decimals: 0)
            return language == .indonesian
                ? "\(count) kotak bersama memuat \(share) dari semua kasus"
                : "\(count) boxes together hold \(share) of all cases"
        }
    }

    /// Why a box was chosen among the steps of its search.
    ///
    ///     cakupan terbesar di antara kotak yang kepadatannya paling sedikit 80 %
    static func rule(_ rule: DiscoveryFinding.Rule) -> Phrase {
        Phrase { language in
            let isIndonesian = language == .indonesian
            switch rule {
            case .dense(let density):
                let share = language.numbers.percent(density, decimals: 0)
                return isIndonesian
                    ? "cakupan terbesar di antara kotak yang kepadatannya paling sedikit \(share)"
                    : "the most coverage among boxes with a density of at least \(share)"
            case .balanced(let density):
                let share = language.numbers.percent(density, decimals: 0)
                return isIndonesian
                    ? "tidak ada kotak dengan kepadatan \(share), maka yang ukuran F-nya (cakupan"
                        + " dan kepadatan) terbesar"
                    : "no box has a density of \(share), so the greatest F-measure of"
                        + " coverage and density"
            }
        }
    }

    static let noBox = Phrase(
        id: "Tidak ada batas masukan yang memisahkan kasus itu dari yang lain.",
        en: "No limits of inputs set these cases apart.")

    /// Limits that the points at hand do not prove.
    ///
    ///     batas ini bisa jadi kebetulan: quota.pedagang 2026-01 (kotak 1, p = 0,24)
    ///
    /// A quasi-p-value is no test: the points that judge the limit have also chosen it.
    static func mayBeLuck(_ items: [(box: Int, name: String, p: Double)]) -> Phrase {
        Phrase { language in
            let list = items.map { item in
                "\(item.name) (\(boxColumn[language]) \(item.box),"
                    + " p = \(language.numbers.format(item.p, decimals: 2)))"
            }.joined(separator: ", ")
            return language == .indonesian
                ? "batas ini bisa jadi kebetulan: \(list)"
                : "these limits may be luck: \(list)"
        }
    }

    static let boxLimits = Phrase(id: "Batas kotak", en: "Limits of the boxes")

    static let tradeOff = Phrase(
        id: "Kepadatan terhadap cakupan, kotak 1", en: "Density against coverage, box 1")

    static let searchSteps = Phrase(
        id: "Langkah pencarian kotak 1", en: "Steps of the search for box 1")

    static let tradeOffNote = Phrase(
        id: """
            kepadatan = bagian titik di kotak yang merupakan kasus; cakupan = bagian semua kasus \
            yang ada di kotak
            """,
        en: """
            density = share of the points in the box that are cases; coverage = share of all cases \
            that lie in the box
            """)

    static let boxColumn = Phrase(id: "kotak", en: "box")

    static let stepColumn = Phrase(id: "langkah", en: "step")

    static let limitColumn = Phrase(id: "batas", en: "limit")

    static let quasiColumn = Phrase(id: "p semu", en: "quasi p")

    static let coverageColumn = Phrase(id: "cakupan", en: "coverage")

    static let densityColumn = Phrase(id: "kepadatan", en: "density")

    static let massColumn = Phrase(id: "bagian titik", en: "share of points")

    static let restrictedColumn = Phrase(id: "masukan dibatasi", en: "limited inputs")

    static let chosen = Phrase(id: "dipilih", en: "chosen")

    static func coverageLabel(_ coverage: Double) -> Phrase {
        Phrase { language in
            let share = language.numbers.percent(coverage, decimals: 0)
            return language == .indonesian ? "cakupan \(share)" : "coverage \(share)"
        }
    }

    static func casesAnswer(_ case: Phrase, cases: Int, of count: Int) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (found, all) = (numbers.format(Int64(cases)), numbers.format(Int64(count)))
            let share = numbers.percent(Double(cases) / Double(max(1, count)), decimals: 0)
            return language == .indonesian
                ? "Pada \(found) dari \(all) titik (\(share)) \(`case`[language])."
                : "\(found) of \(all) points (\(share)) have \(`case`[language])."
        }
    }

    static func boxAnswer(_ limits: Phrase, _ step: PrimStep) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let density = numbers.percent(step.density, decimals: 0)
            let coverage = numbers.percent(step.coverage, decimals: 0)
            return language == .indonesian
                ? "Itu terjadi pada \(density) titik bila \(limits[language]); di sanalah"
                    + " \(coverage) dari semua kasus."
                : "It happens at \(density) of the points where \(limits[language]); \(coverage)"
                    + " of all cases lie there."
        }
    }
}
