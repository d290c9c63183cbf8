import Analysis
import Policy
import Quantities

/// What `target` says about draws and about rules that bind.
extension Messages {
    // MARK: Draws

    /// How many draws, and how many of them have no result.
    static func targetDraws(_ plan: EnsemblePlan, inputs: Int, failed: Int) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (count, inputs) = (
                numbers.format(Int64(plan.draws)), numbers.format(Int64(inputs))
            )
            let lost = numbers.format(Int64(failed))
            let design = plan.design.rawValue
            return language == .indonesian
                ? "\(count) simulasi acak dari \(inputs) masukan berentang (\(design), benih"
                    + " \(plan.seed))"
                    + (failed > 0 ? "; \(lost) tanpa hasil" : "")
                : "\(count) draws of \(inputs) inputs with a range (\(design), seed \(plan.seed))"
                    + (failed > 0 ? "; \(lost) without a result" : "")
        }
    }

    /// What draws need of a key, or of the dial: the median and the 90 % range.
    ///
    /// Where more than 5 % of draws do not reach the target there is no upper end, and where more
    /// than half do not there is no median.
    static func needed(_ name: Phrase, _ quantiles: [Phrase?]) -> Phrase {
        Phrase { language in
            let isIndonesian = language == .indonesian
            let beyond = isIndonesian ? "tak terjangkau" : "not reachable"
            let texts = quantiles.map { $0?[language] ?? beyond }
            return isIndonesian
                ? "dibutuhkan \(name[language]) \(texts[1]) (90 %: \(texts[0]) – \(texts[2]))"
                : "needed \(name[language]) \(texts[1]) (90 %: \(texts[0]) – \(texts[2]))"
        }
    }

    /// What that costs beyond the same draw without the dial.
    static func neededCost(_ quantiles: [Double]) -> Phrase {
        Phrase { language in
            let texts = quantiles.map { language.money($0) }
            return language == .indonesian
                ? "tambahan kebutuhan iuran \(texts[1]) (90 %: \(texts[0]) – \(texts[2])), pada"
                    + " simulasi acak yang memenuhi sasaran"
                : "extra contributions needed \(texts[1]) (90 %: \(texts[0]) – \(texts[2])), over"
                    + " draws that reach the target"
        }
    }

    /// How often nothing on the dial is enough, and how often the answer is.
    static func chances(unreachable: Double, meeting: Double?) -> [Phrase] {
        let never = Phrase { language in
            let share = language.numbers.percent(unreachable, decimals: 0)
            return language == .indonesian
                ? "tidak terjangkau pada \(share) simulasi acak"
                : "not reachable in \(share) of draws"
        }
        guard let meeting else { return [never] }
        return [
            never,
            Phrase { language in
                let share = language.numbers.percent(meeting, decimals: 0)
                return language == .indonesian
                    ? "dengan jawaban di atas, sasaran terpenuhi pada \(share) simulasi acak"
                    : "with the answer above the target is met in \(share) of draws"
            },
        ]
    }

    /// The dial itself.
    static let dialWord = Phrase(id: "posisi tuas", en: "dial")

    // MARK: Rules that bind

    /// A rule, and what loosening it alone would bring.
    ///
    /// - Parameter value: writes the outcome.
    static func limit(_ limit: TargetLimit, value: (Double) -> Phrase) -> Phrase {
        let (rule, remedy) = words(limit.rule)
        guard let value = limit.loosened.map(value), let remedy else { return rule }
        return Phrase(
            id: "\(rule.indonesian); \(remedy.indonesian): \(value.indonesian)",
            en: "\(rule.english); \(remedy.english): \(value.english)")
    }

    /// A rule, and how it was loosened.
    private static func words(_ rule: TargetLimit.Rule) -> (Phrase, Phrase?) {
        switch rule {
        case .dialEnd(let isGreater):
            (
                isGreater
                    ? Phrase(id: "tuas sampai di ujung rentangnya", en: "the dial is at its end")
                    : Phrase(id: "tuas di awal rentangnya", en: "the dial is at its start"),
                Phrase(id: "sepersepuluh lebih jauh", en: "a tenth further")
            )
        case .keyEnd:
            (
                Phrase(
                    id: "kuncinya tidak menerima nilai di luar ujung rentang tuas",
                    en: "the key accepts nothing beyond the end of the dial"), nil
            )
        case .purse(let purse, let spent, let regions, let all):
            (
                Phrase { language in
                    let (name, amount) = (
                        purse.name[language], language.money(Double(spent.amount))
                    )
                    return language == .indonesian
                        ? "pagu \(name) habis (\(amount)) di \(regions) dari \(all) kabupaten/kota"
                        : "the ceiling of \(name) is spent (\(amount)) in \(regions) of \(all)"
                            + " kabupaten/kota"
                },
                Phrase(id: "dengan pagu dua kali lipat", en: "with twice the ceiling")
            )
        case .eligible(let segments, let personMonths):
            (
                Phrase { language in
                    let count = language.numbers.format(personMonths)
                    let names = list(segments.map(\.name))
                    return language == .indonesian
                        ? "tidak ada lagi pekerja yang memenuhi syarat untuk \(count) orang-bulan"
                            + " kuota (\(names))"
                        : "no eligible workers are left for \(count) person-months of quota"
                            + " (\(names))"
                },
                Phrase(id: "bila semua memenuhi syarat", en: "with everyone eligible")
            )
        case .months(let segments):
            (
                Phrase(
                    id: "tidak semua bulan dibiayai (\(list(segments.map(\.name))))",
                    en: "not every month is funded (\(list(segments.map(\.name))))"),
                Phrase(id: "dengan dua belas bulan", en: "with twelve months")
            )
        }
    }

    // MARK: Help

    /// The help of `target`: its question.
    public static let target = Phrase(
        id: "Mencari tuas yang dibutuhkan sebuah sasaran, dan biayanya.",
        en: "Finds the lever that a target needs, and what it costs.")
    /// The help of `target`: how.
    public static let targetMore = Phrase(
        id: """
            Satu tuas, atau beberapa yang bergerak bersama, digerakkan dari awal sampai akhir \
            rentangnya. Semua titik tempat sasaran mulai atau berhenti terpenuhi dilaporkan; bila \
            tidak terjangkau, nilai terbaik dan aturan yang mengikat, dengan kode keluar 1. Dengan \
            --draws tiap simulasi acak dipecahkan sendiri.
            """,
        en: """
            One lever, or several on one dial, moves from its start to its end. Every place where \
            the target begins or ceases to be met is reported; where it is not reachable, the best \
            value and the rule that binds, with exit code 1. With --draws every draw is solved by \
            itself.
            """)
    /// The help of the argument.
    public static let helpTargetFile = Phrase(
        id: "Berkas sasaran, atau skenario dengan pilihan di bawah.",
        en: "A target file, or a scenario with the options below.")
    /// The help of `--lever`.
    public static let helpLever = Phrase(
        id: "Kunci yang digerakkan, misalnya quota.petani.",
        en: "The key that moves, such as quota.petani.")
    /// The help of `--scale`, `--value` and `--add`.
    public static let helpDialScale = Phrase(
        id: "Faktornya dari awal sampai akhir: \"1 .. 5\".",
        en: "Its factor from start to end: \"1 .. 5\".")
    /// The help of `--value`.
    public static let helpDialValue = Phrase(
        id: "Nilainya dari awal sampai akhir: \"4 .. 12\".",
        en: "Its value from start to end: \"4 .. 12\".")
    /// The help of `--add`.
    public static let helpDialAdd = Phrase(
        id: "Tambahannya dari awal sampai akhir: \"0 .. 500\".",
        en: "Its addition from start to end: \"0 .. 500\".")
    /// The help of `--from`.
    public static let helpDialFrom = Phrase(
        id: "Bulan mulai berlaku, misalnya 2027-01.", en: "The month from which, such as 2027-01.")
    /// The help of `--outcome`.
    public static let helpTargetOutcome = Phrase(
        id: "Besaran tabel tahunan, dengan segmen, daerah dan tahun bila perlu.",
        en: "A column of the yearly tables, with segment, region and year where wanted.")
    /// The help of `--at-least`.
    public static let helpAtLeast = Phrase(
        id: "Sasaran: paling sedikit, misalnya \"40 %\".",
        en: "The target: at least, such as \"40 %\".")
    /// The help of `--at-most`.
    public static let helpAtMost = Phrase(
        id: "Sasaran: paling banyak.", en: "The target: at most.")
    /// The help of `--equals`.
    public static let helpEquals = Phrase(id: "Sasaran: tepat.", en: "The target: exactly.")
    /// The help of `--grid`.
    public static let helpGrid = Phrase(
        id: "Banyaknya langkah kisi rentang tuas, bawaan 32.",
        en: "Steps of the dial's grid, 32 by default.")
    /// The help of `--write-scenario`.
    public static let helpWriteScenario = Phrase(
        id: "Berkas skenario yang ditulis dengan jawabannya.",
        en: "A scenario file to write with the answer in it.")
}
